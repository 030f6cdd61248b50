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
	predicted []int // the class that each is taken for
	loss      float64
}

// judge returns, of the first n images, the class that each is taken for, and
// the mean loss.
func (c *cnn) judge(m *lab.Machine, x, class []float32, n int) (predicted []int, loss float64) {
	k, dim := c.net.Outputs, c.test.Dim
	for at := 0; at < n; at += judgedImages {
		rows := min(judgedImages, n-at)
		copy(m.Slice("evaluate/x"), x[at*dim:(at+rows)*dim])
		oneHot(m.Slice("evaluate/y"), class[at:at+rows], k)
		m.Run("evaluate")
		out, losses := m.Probe("evaluate", "output/out"), m.Probe("evaluate", "loss")
		for i := range rows {
			predicted = append(predicted, lab.Largest(out[i*k:(i+1)*k]))
			loss += float64(losses[i])
		}
	}
	return predicted, loss / float64(n)
}

// judgeTest judges the test images, unless that was done at this step.
func (c *cnn) judgeTest(m *lab.Machine) *judgement {
	if !c.judged.known || c.judged.step != m.Steps {
		predicted, loss := c.judge(m, c.test.X, c.test.Y, c.test.Len())
		c.judged = judgement{true, m.Steps, predicted, loss}
	}
	return &c.judged
}

// judgeTrain judges as many training images as are evaluated at once.
func (c *cnn) judgeTrain(m *lab.Machine) (predicted []int, loss float64) {
	return c.judge(m, m.Slice("train/x"), c.train.Y, min(c.train.Len(), judgedImages))
}

// TrainLoss implements lab.Minimizer.
func (c *cnn) TrainLoss(m *lab.Machine) float64 {
	if c.own.Images.Lacking() {
		return math.NaN()
	}
	_, loss := c.judgeTrain(m)
	return loss
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
	predicted, loss := c.judgeTrain(m)
	out.TrainLoss, out.TrainAccuracy = loss, confusionOf(c.train.Y[:len(predicted)], predicted, c.net.Outputs).Accuracy()
	test := c.judgeTest(m)
	out.TestLoss = test.loss
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
