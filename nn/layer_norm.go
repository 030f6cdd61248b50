package nn

// Epsilon keeps normalisation from dividing by zero, as in PyTorch.
const Epsilon = 1e-5

// LayerNorm normalises each row of x (..., H) to mean 0 and variance 1, then
// scales and shifts by name/gain and name/shift (H) (Ba, Kiros and Hinton 2016).
func LayerNorm(x *Tensor, name string) *Tensor {
	defer x.graph.Mark("layer-norm")()
	return gainAndShift(x.standardized(), name)
}

// RMSNorm divides each row of x (..., H) by the root of its mean square, then
// scales by name/gain (H) (Zhang and Sennrich 2019).
func RMSNorm(x *Tensor, name string) *Tensor {
	defer x.graph.Mark("rms-norm")()
	h := []int{x.Dim(-1)}
	gain := x.graph.Param(Parameter{Name: name + "/gain", Shape: h, Init: Fixed(1)})
	return x.Div(x.Square().Mean(-1).Plus(Epsilon).Sqrt()).Called(name + "/normalized").Mul(gain).Called(name + "/sum")
}

// Momentum of batch normalisation's running statistics, as in PyTorch.
const batchNormMomentum = 0.1

// BatchNorm normalises each column of x (B, H), or each channel of images
// (B, H, W, C), to mean 0 and variance 1 over the minibatch, then scales and shifts by name/gain and name/shift (H). While
// training it keeps running statistics name/mean and name/variance, with which
// it normalises else (Ioffe and Szegedy 2015). The running variance is the
// unbiased one.
func BatchNorm(x *Tensor, name string) *Tensor {
	g := x.graph
	h := x.Dim(-1)
	if shape := x.Shape(); len(shape) > 2 {
		return BatchNorm(x.Reshape(-1, h), name).Reshape(shape...)
	}
	defer g.Mark("batch-norm")()
	mean := g.State(name+"/mean", 0, 1, h)
	variance := g.State(name+"/variance", 1, 1, h)
	if !g.Training {
		return gainAndShift(x.Sub(mean).Div(variance.Plus(Epsilon).Sqrt()), name)
	}
	n := float32(x.Dim(0))
	batchMean, centered, batchVariance := batchMoments(x, name)
	g.NoGrad(func() {
		defer g.Mark("running-average")()
		momentum := g.Const(batchNormMomentum)
		unbiased := batchVariance.Times(n / max(n-1, 1))
		g.Assign(mean, mean.AddMul(batchMean.Sub(mean), momentum))
		g.Assign(variance, variance.AddMul(unbiased.Sub(variance), momentum))
	})
	return gainAndShift(centered.Div(batchVariance.Plus(Epsilon).Sqrt()), name)
}

// batchMoments returns the mean of each column of a minibatch x (B, H), x less that, and
// the mean square of what is left.
func batchMoments(x *Tensor, name string) (mean, centered, variance *Tensor) {
	defer x.graph.Mark("moments")()
	mean = x.Mean(0).Called(name + "/batch/mean")
	centered = x.Sub(mean).Called(name + "/centered")
	return mean, centered, centered.Square().Mean(0).Called(name + "/batch/variance")
}

func gainAndShift(x *Tensor, name string) *Tensor {
	defer x.graph.Mark("gain-and-shift")()
	h := []int{x.Dim(-1)}
	gain := x.graph.Param(Parameter{Name: name + "/gain", Shape: h, Init: Fixed(1)})
	shift := x.graph.Param(Parameter{Name: name + "/shift", Shape: h, Init: Fixed(0)})
	return shift.AddMul(x.Called(name+"/normalized"), gain).Called(name + "/sum")
}

// A Normalization is a layer that normalises x (B, H).
type Normalization struct {
	Name  string
	Apply func(x *Tensor, name string) *Tensor
}

// Normalizations is the table of normalisations, a row each.
var Normalizations = []Normalization{
	{"none", func(x *Tensor, name string) *Tensor { return x }},
	{"batch", BatchNorm},
	{"layer", LayerNorm},
}
