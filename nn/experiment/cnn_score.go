package experiment

import "nnplay/nn/metric"

// A judgedCNN is what a network makes of the test images at a step.
type judgedCNN struct {
	known     bool
	step      float32
	predicted []int // the class that each is taken for
	loss      float64
}

// judge returns, of the first n images, the class that each is taken for, and
// the mean loss.
func (c *cnn) judge(m *machine, x, class []float32, n int) (predicted []int, loss float64) {
	k, dim := c.net.Outputs, c.test.Dim
	for at := 0; at < n; at += judgedImages {
		rows := min(judgedImages, n-at)
		copy(m.slice("evaluate/x"), x[at*dim:(at+rows)*dim])
		oneHot(m.slice("evaluate/y"), class[at:at+rows], k)
		m.run("evaluate")
		out, losses := m.probe("evaluate", "output/out"), m.probe("evaluate", "loss")
		for i := range rows {
			predicted = append(predicted, largest(out[i*k:(i+1)*k]))
			loss += float64(losses[i])
		}
	}
	return predicted, loss / float64(n)
}

// largest returns the index of the largest number, the first of several.
func largest(values []float32) int {
	best := 0
	for i, v := range values {
		if v > values[best] {
			best = i
		}
	}
	return best
}

// judgeTest judges the test images, unless that was done at this step.
func (c *cnn) judgeTest(m *machine) *judgedCNN {
	step := m.slice("step")[0]
	if !c.judged.known || c.judged.step != step {
		predicted, loss := c.judge(m, c.test.X, c.test.Y, c.test.Len())
		c.judged = judgedCNN{true, step, predicted, loss}
	}
	return &c.judged
}

// metrics judges as many training images as are evaluated at once, and all test
// images.
func (c *cnn) metrics(m *machine) Metrics {
	out := noMetrics()
	n := min(c.train.Len(), judgedImages)
	predicted, loss := c.judge(m, m.slice("train/x"), c.train.Y, n)
	out.TrainLoss, out.TrainAccuracy = loss, confusionOf(c.train.Y[:n], predicted, c.net.Outputs).Accuracy()
	c.judged.known = false // weights may have been changed by hand
	test := c.judgeTest(m)
	confusion := confusionOf(c.test.Y, test.predicted, c.net.Outputs)
	out.TestLoss, out.Accuracy, out.Confusion = test.loss, confusion.Accuracy(), confusion
	out.Precision, out.Recall, out.F1 = confusion.Of(confusion.Precision), confusion.Of(confusion.Recall), confusion.Of(confusion.F1)
	return out
}

func confusionOf(class []float32, predicted []int, classes int) metric.Confusion {
	truth := make([]int, len(class))
	for i, k := range class {
		truth[i] = int(k)
	}
	return metric.NewConfusion(truth, predicted, classes)
}
