package cnn

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
	"nnplay/nn/model"
)

// Sizes of what is judged.
const (
	testedImages = 500 // that are not trained on
	judgedImages = 250 // that are evaluated at once
)

// A cnn recognises images: see model.CNN.
//
//	step      one step of training, on a minibatch
//	evaluate  outputs and losses of judgedImages
//	look      everything there is to see of one image, and its saliency
type cnn struct {
	spec    lab.Spec
	own     Settings
	net     model.CNN
	symbols []string // of the classes
	train   image.Training
	test    data.Points

	sample int       // the test image that is looked at
	drawn  []float32 // what the reader drew, which is looked at in its place; or nil
	walked int       // 1 + the training image that is looked at in place of both; 0 for none
	judged judgement
}

var (
	_ lab.Task      = (*cnn)(nil)
	_ lab.Guesser   = (*cnn)(nil)
	_ lab.Actor     = (*cnn)(nil)
	_ lab.Tuner     = (*cnn)(nil)
	_ lab.Activator = (*cnn)(nil)
	_ lab.Predictor = (*cnn)(nil)
	_ lab.Forgetter = (*cnn)(nil)
	_ lab.Walker    = (*cnn)(nil)
)

func open(spec lab.Spec) lab.Task {
	c := &cnn{spec: spec, own: of(&spec)}
	c.symbols = c.own.Images.Symbols()
	c.train, c.test = c.own.Images.Draw(spec.Seed, spec.Samples, testedImages)
	c.net = c.own.network(max(len(c.symbols), 2))
	c.net.Initializer = spec.Initializer()
	return c
}

// batch returns the images of a minibatch.
func (c *cnn) batch() int { return c.spec.Batch(c.train.Len()) }

// Record implements lab.Task.
func (c *cnn) Record(mem *nn.Memory, freeze bool) {
	loss, _ := nn.FindLoss("cce")
	classes := c.net.Outputs

	g := mem.Graph("step")
	g.Training = true
	batch := g.Minibatches(c.train.Len(), c.batch())
	x := batch.Rows(g.Input("train/x", c.train.Len(), c.train.Dim))
	t := batch.Rows(g.Input("train/y", c.train.Len(), classes))
	z, y := c.net.Record(x)
	training := c.spec.Training(freeze)
	training.Regularization = nn.Regularization(c.own.Regularization)
	training.Record(loss.Of(z, y, t).MeanAll())
	batch.Advance()
	g.Tick()

	g = mem.Graph("evaluate")
	z, y = c.net.Record(g.Input("evaluate/x", judgedImages, c.test.Dim))
	loss.Of(z, y, g.Input("evaluate/y", judgedImages, classes)).Named("loss")

	explained := c.net
	explained.Explained = true
	model.Saliency(explained, mem.Graph("look").Input("look/x", 1, c.test.Dim))
}

// Begin fills in the data.
func (c *cnn) Begin(m *lab.Machine) {
	c.train.Write(m.Slice("train/x"))
	oneHot(m.Slice("train/y"), c.train.Y, c.net.Outputs)
	copy(m.Slice("look/x"), c.looked(m))
	c.Forget()
}

// Tune writes the hyper-parameters that are the family's own.
func (c *cnn) Tune(m *lab.Machine, spec *lab.Spec) {
	c.spec, c.own = *spec, of(spec)
	m.Set(model.HyperDropout, c.own.Dropout)
	m.Set(nn.HyperRegularizationRate, c.own.RegularizationRate)
}

// oneHot writes classes as rows (n, classes) of 0 and one 1.
func oneHot(dst, class []float32, classes int) {
	clear(dst)
	for i, k := range class {
		dst[i*classes+int(k)] = 1
	}
}

// StepsPerEpoch implements lab.Task.
func (c *cnn) StepsPerEpoch() int { return max(1, c.train.Len()/c.batch()) }

// BeginPass implements lab.Task.
func (c *cnn) BeginPass(m *lab.Machine, pass uint64) { m.Shuffle(c.spec.Seed, pass) }

// Walk implements lab.Walker.
func (c *cnn) Walk(m *lab.Machine, sample int) {
	c.walked = min(max(sample+1, 0), c.train.Len())
	copy(m.Slice("look/x"), c.looked(m))
}

// looked returns the image that is looked at.
func (c *cnn) looked(m *lab.Machine) []float32 {
	switch {
	case c.walked > 0:
		return slices.Clone(m.Slice("train/x")[(c.walked-1)*c.train.Dim : c.walked*c.train.Dim])
	case c.drawn != nil:
		return c.drawn
	}
	return slices.Clone(c.test.X[c.sample*c.test.Dim : (c.sample+1)*c.test.Dim])
}
