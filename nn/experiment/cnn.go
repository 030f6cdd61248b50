package experiment

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/model"
)

// Sizes of what is judged of a convolutional network.
const (
	testedImages = 500 // that are not trained on
	judgedImages = 250 // that are evaluated at once
)

// adaptCNN makes a spec the default of its architecture.
func adaptCNN(s *Spec) {
	s.Optimizer, s.LearningRate, s.BatchSize, s.Samples = "adam", 0.005, 32, 4000
	s.Init, s.PercTrainData = "he", 80
	s.Images.Side, s.Images.Distortion, s.Images.Noise = 16, 1, 0.1
}

// A cnn recognises images: see model.CNN.
//
//	step      one step of training, on a minibatch
//	evaluate  outputs and losses of judgedImages
//	look      everything there is to see of one image, and its saliency
type cnn struct {
	spec    Spec
	net     model.CNN
	symbols []string // of the classes
	train   trainingImages
	test    data.Points

	sample int       // the test image that is looked at
	drawn  []float32 // what the reader drew, which is looked at in its place; or nil
	judged judgedCNN
}

var (
	_ task  = (*cnn)(nil)
	_ actor = (*cnn)(nil)
)

func newCNN(spec Spec) task {
	c := &cnn{spec: spec, symbols: spec.Images.symbols()}
	c.train, c.test = spec.drawImages(testedImages)
	c.net = spec.convolutional(max(len(c.symbols), 2))
	return c
}

// convolutional returns the network of a spec.
func (s *Spec) convolutional(classes int) model.CNN {
	m := model.CNN{
		Height: s.Images.Side, Width: s.Images.Side, Channels: 1,
		GlobalPooling: s.CNN.GlobalPooling && len(s.CNN.Filters) > 0, Hidden: s.CNN.Dense,
		Dropout: s.Dropout > 0, Bias: s.BiasInit, Outputs: classes, OutputActivation: "softmax",
	}
	m.Activation, _ = nn.FindActivation(s.HiddenActivation)
	m.Normalization, _ = nn.FindNormalization(s.Normalization)
	m.Initializer, _ = nn.FindInitializer(s.Init)
	for _, filters := range s.CNN.Filters {
		m.Stages = append(m.Stages, model.Stage{
			Filters:  filters,
			Kernel:   nn.Window{Size: s.CNN.Kernel, Stride: s.CNN.Stride, Padding: s.CNN.Padding, Dilation: s.CNN.Dilation},
			Residual: s.CNN.Residual,
			Pooling:  model.Pooling(s.CNN.Pooling), PoolWindow: nn.Window{Size: 2, Stride: 2},
		})
	}
	return m
}

// batch returns the images of a minibatch.
func (c *cnn) batch() int { return min(c.spec.BatchSize, c.train.Len()) }

func (c *cnn) record(mem *nn.Memory, freeze bool) {
	loss, _ := nn.FindLoss("cce")
	classes := c.net.Outputs

	g := mem.Graph("step")
	g.Training = true
	order, cursor := g.Input("order", c.train.Len()), g.Input("cursor")
	x := g.Input("train/x", c.train.Len(), c.train.Dim).Rows(order, cursor, c.batch())
	t := g.Input("train/y", c.train.Len(), classes).Rows(order, cursor, c.batch())
	z, y := c.net.Record(x)
	c.spec.training(freeze).Record(loss.PerSample(z, y, t).MeanAll())
	g.Assign(cursor, cursor.Plus(float32(c.batch())))
	g.Tick()

	g = mem.Graph("evaluate")
	z, y = c.net.Record(g.Input("evaluate/x", judgedImages, c.test.Dim))
	loss.PerSample(z, y, g.Input("evaluate/y", judgedImages, classes)).Named("loss")

	explained := c.net
	explained.Explained = true
	model.Saliency(explained, mem.Graph("look").Input("look/x", 1, c.test.Dim))
}

// begin fills in the data.
func (c *cnn) begin(m *machine) {
	c.train.write(m.slice("train/x"))
	oneHot(m.slice("train/y"), c.train.Y, c.net.Outputs)
	copy(m.slice("look/x"), c.looked())
	c.judged = judgedCNN{}
}

// oneHot writes classes as rows (n, classes) of 0 and one 1.
func oneHot(dst, class []float32, classes int) {
	clear(dst)
	for i, k := range class {
		dst[i*classes+int(k)] = 1
	}
}

func (c *cnn) stepsPerEpoch() int { return max(1, c.train.Len()/c.batch()) }

func (c *cnn) beginPass(m *machine, pass uint64) { m.shuffle(c.spec.Seed, pass) }

// looked returns the image that is looked at.
func (c *cnn) looked() []float32 {
	if c.drawn != nil {
		return c.drawn
	}
	return slices.Clone(c.test.X[c.sample*c.test.Dim : (c.sample+1)*c.test.Dim])
}
