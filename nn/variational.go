package nn

// Reparameterize draws from normal distributions with a mean and the logarithm
// of a variance, both (B, K): mean + e^(logVariance/2)·ε, ε of mean 0 and
// variance 1, so that gradients flow to both (Kingma and Welling 2013). Unless
// the graph trains it returns the mean.
func Reparameterize(mean, logVariance *Tensor) *Tensor {
	g := mean.graph
	if !g.Training {
		return mean
	}
	defer g.Mark("reparameterize")()
	return mean.AddMul(logVariance.Times(0.5).Exp(), g.Normal(mean.shape...).Called("noise")).Called("code/drawn")
}

// GaussianKL returns the Kullback-Leibler divergence (B, 1), in nats, of normal
// distributions with a mean and the logarithm of a variance, both (B, K), from
// that with mean 0 and variance 1: Σ (μ² + σ² - 1 - ln σ²)/2 (Kingma and
// Welling 2013, appendix B).
func GaussianKL(mean, logVariance *Tensor) *Tensor {
	defer mean.graph.Mark("kl")()
	return mean.Square().Add(logVariance.Exp()).Sub(logVariance).Plus(-1).Sum(-1).Times(0.5)
}
