package autoencoder

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
)

// TestRepair takes what has minibatches, and as much as memory allows.
func TestRepair(t *testing.T) {
	for link, batch := range map[string]int{
		"optimizer=lbfgs":              32,
		"imageSide=28&batchSize=1024":  297,
		"codeSize=99&klWeight=-1&x=y":  32,
		"imageSide=500&distortion=nan": 32,
	} {
		spec, notices, err := experiment.Families{Family}.Parse("v=1&architecture=autoencoder&" + link)
		if err != nil || len(notices) == 0 || spec.Validate() != nil || spec.Optimizer != "adam" || spec.BatchSize != batch {
			t.Errorf("%s: %v, %v: %s in minibatches of %d", link, err, notices, spec.Optimizer, spec.BatchSize)
		}
	}
}

// TestAdvice suspects activations without a bound where there are hidden layers.
func TestAdvice(t *testing.T) {
	for link, want := range map[string][]string{
		"":                         {"learning-rate", "unbounded", "no-clipping"},
		"hiddenActivation=sigmoid": {"learning-rate", "no-clipping"},
		"encoderShape=none&clip=1": {"learning-rate"},
	} {
		spec := labtest.Parse(t, Family, "v=1&architecture=autoencoder&"+link)
		if got := spec.Advice().Causes; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}

// TestApplies holds that what a divergence counts for applies where there is one.
func TestApplies(t *testing.T) {
	for variational, want := range map[string]string{"true": "", "false": variationalOnly} {
		spec := labtest.Parse(t, Family, "v=1&architecture=autoencoder&variational="+variational)
		if got := spec.Applies()["klWeight"]; got != want {
			t.Errorf("variational %s: %q, want %q", variational, got, want)
		}
	}
}
