package points

import (
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestApplies checks when settings have an effect, with one case each way.
func TestApplies(t *testing.T) {
	for _, c := range []struct{ link, key, reason string }{
		{"", "classes", blobsOnly},
		{"dataset=blobs", "classes", ""},
		{"dataset=reg-plane", "classes", blobsOnly},
		{"", "noise", ""},
		{"dataset=worked-example", "noise", fixedSet},
		{"dataset=worked-example", "samples", fixedSet},
		{"dataset=worked-example", "percTrainData", fixedSet},
		{"", "points", ownOnly},
		{"dataset=own", "points", ""},
		{"dataset=own-values", "points", ""},
		{"dataset=own", "samples", ownPoints},
		{"dataset=own-values", "noise", ownPoints},
		{"dataset=own", "percTrainData", ""},
		{"dataset=own", "classes", ""},
		{"dataset=own-values", "classes", blobsOnly},
		{"", "features.y", ""},
		{"dataset=x-sin-x", "features.y", oneInput},
		{"dataset=x-sin-x", "features.xTimesY", oneInput},
		{"dataset=x-sin-x", "features.sinX", ""},
		{"", "activation", ""},
		{"networkShape=0", "activation", lab.NoHidden},
		{"networkShape=0", "dropout", lab.NoHidden},
		{"networkShape=0", "normalization", lab.NoHidden},
		{"init=zeros", "initScale", "zero-init"},
		{"", "momentum", "momentum-only"},
		{"optimizer=momentum", "momentum", ""},
		{"optimizer=nesterov", "momentum", ""},
		{"optimizer=adam", "momentum", ""},
		{"optimizer=rmsprop", "momentum", "momentum-only"},
		{"optimizer=rmsprop", "beta2", ""},
		{"optimizer=momentum", "beta2", "mean-square-only"},
		{"optimizer=lbfgs", "batchSize", lab.FullBatchOnly},
		{"optimizer=lbfgs", "learningRate", lab.FullBatchOnly},
		{"optimizer=lbfgs&schedule=step", "scheduleSteps", lab.FullBatchOnly},
		{"optimizer=lbfgs", "regularization.l1", lab.FullBatchOnly},
		{"", "regularization.l1", ""},
		{"", "scheduleSteps", "no-schedule"},
		{"schedule=step", "scheduleSteps", ""},
		{"", "regularizationRate", "no-regularization"},
		{"regularization=l1", "regularizationRate", ""},
		{"", "outputActivation.softmax", ""},
		{"dataset=reg-plane", "outputActivation.softmax", classificationOnly},
		{"dataset=reg-plane", "loss.cce", classificationOnly},
		{"dataset=reg-plane", "loss.mse", ""},
		{"dataset=x-sin-x", "discretize", oneInput},
	} {
		s := labtest.Parse(t, Family, "v=1&"+c.link)
		if got := s.Applies()[c.key]; got != c.reason {
			t.Errorf("%s: %s: %q, want %q", c.link, c.key, got, c.reason)
		}
	}
}
