package cnn

import (
	"math"

	"nnplay/nn/lab"
	"nnplay/nn/metric"
)

// A judgement is what a network makes of the test images at a step.
type judgement struct {
	known     bool
	step      uint64
	predicted []int     // the class that each is taken for
	losses    []float64 // of each
}

// judge returns, of the first n images, the class that each is taken for, and its loss.
func (c *cnn) judge(m *lab.Machine, x, class []float32, n int) (predicted []int, losses []float64) {
	k := c.net.Outputs
	for at := 0; at < n; at += judgedImages {
		rows := c.load(m, x, class, at, n)
		m.Run("evaluate")
		out, loss := m.Probe("evaluate", "output/out"), m.Probe("evaluate", "loss")
		for i := range rows {
			predicted = append(predicted, lab.Largest(out[i*k:(i+1)*k]))
			losses = append(losses, float64(loss[i]))
		}
	}
	return predicted, losses
}

// load fills in those of the first n images that are evaluated at once, from one on, and
// returns how many they are.
func (c *cnn) load(m *lab.Machine, x, class []float32, at, n int) (rows int) {
	rows = min(judgedImages, n-at)
	copy(m.Slice("evaluate/x"), x[at*c.test.Dim:(at+rows)*c.test.Dim])
	oneHot(m.Slice("evaluate/y"), class[at:at+rows], c.net.Outputs)
	return rows
}

func mean(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// judgeTest judges the test images, unless that was done at this step.
func (c *cnn) judgeTest(m *lab.Machine) *judgement {
	if !c.judged.known || c.judged.step != m.Steps {
		predicted, losses := c.judge(m, c.test.X, c.test.Y, c.test.Len())
		c.judged = judgement{true, m.Steps, predicted, losses}
	}
	return &c.judged
}

// judgeTrain judges as many training images as are evaluated at once.
func (c *cnn) judgeTrain(m *lab.Machine) (predicted []int, losses []float64) {
	return c.judge(m, m.Slice("train/x"), c.train.Y, min(c.train.Len(), judgedImages))
}

// TrainLoss implements lab.Minimizer.
func (c *cnn) TrainLoss(m *lab.Machine) float64 {
	if c.own.Images.Lacking() {
		return math.NaN()
	}
	_, losses := c.judgeTrain(m)
	return mean(losses)
}

// Forget implements lab.Forgetter.
func (c *cnn) Forget() { c.judged = judgement{} }

// Metrics judges as many training images as are evaluated at once, and all test
// images.
func (c *cnn) Metrics(m *lab.Machine) lab.Metrics {
	out := lab.NoMetrics()
	if c.own.Images.Lacking() {
		return out
	}
	predicted, losses := c.judgeTrain(m)
	out.TrainLoss, out.TrainAccuracy = mean(losses), confusionOf(c.train.Y[:len(predicted)], predicted, c.net.Outputs).Accuracy()
	test := c.judgeTest(m)
	out.TestLoss = mean(test.losses)
	out.Judge(confusionOf(c.test.Y, test.predicted, c.net.Outputs))
	return out
}

func confusionOf(class []float32, predicted []int, classes int) metric.Confusion {
	truth := make([]int, len(class))
	for i, k := range class {
		truth[i] = int(k)
	}
	return metric.NewConfusion(truth, predicted, classes)
}
