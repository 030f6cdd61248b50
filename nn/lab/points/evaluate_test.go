package points

import (
	"slices"
	"testing"

	"nnplay/nn/lab/labtest"
)

// TestPredict asks for the training points and gets what the evaluation gets,
// also for more points than a chunk has rows.
func TestPredict(t *testing.T) {
	for _, link := range []string{"v=1&dataset=moons&networkShape=4&preprocess=standardize", "v=1&dataset=reg-plane&samples=900", "v=1&dataset=spiral3"} {
		r := labtest.Open(t, Family, link)
		p := r.Task().(*perceptron)
		r.Step(50)
		train := &p.problem.train
		_, want := p.evaluate(r.Machine(), train)
		if got := r.Predict(train.points.X); !slices.Equal(got, want) {
			t.Errorf("%s: %v ..., want %v ...", link, got[:3], want[:3])
		}
	}
}
