package cnn

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestRepair makes networks that can be built.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ link, key, want string }{
		{"filters=8,8,8,8,8,8", "filters", "8,8,8,8"},
		{"imageSide=8&kernel=7&padding=0&filters=4,4", "filters", "4"},
		{"filters=4,4,4&pooling=none&stride=3", "filters", "4,4,4"},
		{"kernel=4&padding=0&residual=true", "residual", "false"},
		{"kernel=3&padding=1&residual=true", "residual", "true"},
		{"imageSide=28&filters=64,64&pooling=none&kernel=7&padding=3&batchSize=1024", "filters", "64"},
		{"imageSide=28&filters=64&batchSize=1024", "batchSize", "33"},
		{"filters=none&denseShape=64,64&batchSize=1024", "batchSize", "1024"},
		{"optimizer=lbfgs", "optimizer", "adam"},
	} {
		spec, notices, err := experiment.Families{Family}.Parse("v=1&architecture=cnn&" + c.link)
		if err != nil || spec.Get(c.key) != c.want || spec.Validate() != nil {
			t.Errorf("%s: %s is %s, want %s; %v %v %v", c.link, c.key, spec.Get(c.key), c.want, notices, err, spec.Validate())
		}
	}
	spec := Family.New()
	if err := spec.Set("padding", "0"); err != nil {
		t.Fatal(err)
	}
	if err := spec.Set("residual", "true"); err != nil || !of(&spec).Residual || of(&spec).Padding != 1 {
		t.Errorf("residual connections: %v, padding %d", err, of(&spec).Padding)
	}
}

// TestApplies holds that what acts on hidden layers applies where the network has
// some, of whichever kind.
func TestApplies(t *testing.T) {
	for _, c := range []struct{ link, normalization, dropout, kernel string }{
		{"", "", "", ""},
		{"filters=none", lab.NoHidden, nothingDropped, notConvolved},
		{"filters=none&denseShape=8", "", "", notConvolved},
		{"pooling=none", "", nothingDropped, ""},
		{"pooling=none&denseShape=8", "", "", ""},
	} {
		spec := labtest.Parse(t, Family, "v=1&architecture=cnn&"+c.link)
		for key, want := range map[string]string{"normalization": c.normalization, "dropout": c.dropout, "kernel": c.kernel} {
			if got := spec.Applies()[key]; got != want {
				t.Errorf("%s: %s %q, want %q", c.link, key, got, want)
			}
		}
	}
}

// TestAdvice suspects activations without a bound where there are any, and what
// the family has.
func TestAdvice(t *testing.T) {
	for link, want := range map[string][]string{
		"":                      {"learning-rate", "unbounded", "no-clipping"},
		"hiddenActivation=tanh": {"learning-rate", "no-clipping"},
		"filters=none&clip=1":   {"learning-rate"},
		"denseShape=8&clip=1":   {"learning-rate", "unbounded"},
		"initScale=3&optimizer=momentum&learningRate=1&regularization=l2&regularizationRate=1": {"learning-rate", "decay", "init-scale"},
	} {
		spec := labtest.Parse(t, Family, "v=1&architecture=cnn&"+link)
		if got := spec.Advice().Causes; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}
