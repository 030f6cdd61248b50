package points

import (
	"testing"

	"nnplay/nn/lab/labtest"
)

// TestEffective checks outputs and losses that are left to the data.
func TestEffective(t *testing.T) {
	for _, c := range []struct{ link, output, loss string }{
		{"", "sigmoid", "bce"},
		{"dataset=rings", "softmax", "cce"},
		{"dataset=blobs&classes=2", "sigmoid", "bce"},
		{"dataset=blobs&classes=4", "softmax", "cce"},
		{"dataset=reg-plane", "linear", "mse"},
		{"dataset=reg-plane&outputActivation=sigmoid", "sigmoid", "mse"},
		{"outputActivation=tanh", "tanh", "mse"},
		{"outputActivation=softmax", "softmax", "cce"},
		{"loss=cce", "softmax", "cce"},
		{"dataset=rings&loss=bce", "sigmoid", "bce"},
		{"loss=hinge", "linear", "hinge"},
		{"loss=mse", "sigmoid", "mse"},
		{"dataset=rings&loss=huber", "softmax", "huber"},
	} {
		s := labtest.Parse(t, Family, "v=1&"+c.link)
		own := of(&s)
		if own.output() != c.output || own.lossFunction() != c.loss {
			t.Errorf("%s: %s and %s, want %s and %s", c.link, own.output(), own.lossFunction(), c.output, c.loss)
		}
	}
}
