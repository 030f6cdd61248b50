package cnn

import "nnplay/nn/lab"

var _ lab.Accountant = (*cnn)(nil)

// Accounts implements lab.Accountant.
func (c *cnn) Accounts(m *lab.Machine) []lab.Account {
	if c.own.Images.Lacking() {
		return nil
	}
	n, x := min(c.train.Len(), judgedImages), m.Slice("train/x")
	predicted, losses := c.judge(m, x, c.train.Y, n)
	list := lab.Mean("trainLoss", "sample", losses, c.evaluated("train", x, c.train.Y, n))
	list = append(list, lab.Right("trainAccuracy", "trainAccuracy/confusion", confusionOf(c.train.Y[:n], predicted, c.net.Outputs))...)
	predicted, losses = c.judge(m, c.test.X, c.test.Y, c.test.Len())
	list = append(list, lab.Mean("testLoss", "sample", losses, c.evaluated("test", c.test.X, c.test.Y, c.test.Len()))...)
	return append(list, lab.Judged(confusionOf(c.test.Y, predicted, c.net.Outputs))...)
}

// evaluated returns where the losses of the first n images come from.
func (c *cnn) evaluated(name string, x, class []float32, n int) func(at int) lab.Made {
	return func(at int) lab.Made {
		first := at / judgedImages * judgedImages
		return lab.Made{Result: &lab.Result{
			Program: "evaluate", Tensor: "loss", At: at - first,
			Load: func(m *lab.Machine) { c.load(m, x, class, first, n) }, Loaded: lab.Place{Name: name, At: first},
		}}
	}
}
