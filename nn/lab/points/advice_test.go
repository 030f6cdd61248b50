package points

import (
	"slices"
	"testing"

	"nnplay/nn/lab/labtest"
)

// TestAdvice holds what is suspected of which experiment, the likeliest first, and
// the learning rate to begin anew with.
func TestAdvice(t *testing.T) {
	for link, want := range map[string]struct {
		causes []string
		rate   float32
	}{
		"v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear":                 {[]string{"learning-rate", "unbounded", "no-scaling"}, 3},
		"v=1&learningRate=0.05&preprocess=standardize":                                             {[]string{"learning-rate", "no-clipping"}, 0.01},
		"v=1&optimizer=momentum&initScale=5&learningRate=0.00001":                                  {[]string{"learning-rate", "init-scale", "momentum"}, 1e-5},
		"v=1&optimizer=lbfgs&activation=relu":                                                      {[]string{"unbounded", "no-scaling"}, 0},
		"v=1&regularization=l2&regularizationRate=10&learningRate=1&preprocess=standardize&clip=1": {[]string{"learning-rate", "decay"}, 0.3},
	} {
		spec := labtest.Parse(t, Family, link)
		if got := spec.Advice(); !slices.Equal(got.Causes, want.causes) || got.LearningRate != want.rate {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}
