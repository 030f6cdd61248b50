package nn

// An AdversarialLoss is what the two players of a generative adversarial
// network make smaller. The discriminator tells real samples from fake ones by
// its output before activation z (B, 1), which is large for real ones.
type AdversarialLoss struct {
	Name string
	// Discriminator returns (B, 1) from its outputs for as many real samples
	// as fake ones, Generator from those for fake samples.
	Discriminator func(real, fake *Tensor) *Tensor
	Generator     func(fake *Tensor) *Tensor
	// Output is the activation by which z is read: as the chance that a sample
	// is real (sigmoid), or as it is (linear).
	Output string
	// Critic says that the loss is only defined for a discriminator whose
	// slope is bounded, by Training.ClipWeights or SpectralNorm.
	Critic bool
}

// OfDiscriminator returns the loss of each pair of samples, called loss/sample: see
// Discriminator.
func (l AdversarialLoss) OfDiscriminator(real, fake *Tensor) *Tensor {
	defer real.graph.Mark(l.Name)()
	return l.Discriminator(real, fake).Called("loss/sample")
}

// OfGenerator returns the loss of each sample, called loss/sample: see Generator.
func (l AdversarialLoss) OfGenerator(fake *Tensor) *Tensor {
	defer fake.graph.Mark(l.Name)()
	return l.Generator(fake).Called("loss/sample")
}

// AdversarialLosses is the table of adversarial losses, a row each. With
// p = σ(z), -ln p is softplus(-z) and -ln(1-p) is softplus(z).
var AdversarialLosses = []AdversarialLoss{
	// The game of Goodfellow et al. 2014: the generator plays for the opposite
	// of the discriminator's loss, and gets no gradient where it loses clearly.
	{
		Name:          "minimax",
		Discriminator: logarithmic,
		Generator:     func(fake *Tensor) *Tensor { return fake.Softplus().Neg() },
		Output:        "sigmoid",
	},
	// Their remedy, section 3: the generator makes -ln p smaller.
	{
		Name:          "non-saturating",
		Discriminator: logarithmic,
		Generator:     func(fake *Tensor) *Tensor { return fake.Neg().Softplus() },
		Output:        "sigmoid",
	},
	// Mao et al., Least squares generative adversarial networks, 2017,
	// equation 9: targets 1 of real and 0 of fake samples.
	{
		Name: "least-squares",
		Discriminator: func(real, fake *Tensor) *Tensor {
			return real.Plus(-1).Square().Add(fake.Square()).Times(0.5)
		},
		Generator: func(fake *Tensor) *Tensor { return fake.Plus(-1).Square().Times(0.5) },
		Output:    "linear",
	},
	// Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017.
	{
		Name:          "wasserstein",
		Discriminator: func(real, fake *Tensor) *Tensor { return fake.Sub(real) },
		Generator:     (*Tensor).Neg,
		Output:        "linear",
		Critic:        true,
	},
}

// logarithmic is -ln p of real samples and -ln(1-p) of fake ones.
func logarithmic(real, fake *Tensor) *Tensor {
	return real.Neg().Softplus().Add(fake.Softplus())
}

// FindAdversarialLoss returns the adversarial loss of that name.
func FindAdversarialLoss(name string) (AdversarialLoss, bool) {
	return find(AdversarialLosses, name, func(l AdversarialLoss) string { return l.Name })
}
