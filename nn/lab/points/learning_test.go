package points

import (
	"testing"
)

// TestLearns trains the easy sets from three seeds each: what the presets show
// is not luck.
func TestLearns(t *testing.T) {
	for _, c := range []struct {
		link     string
		steps    int
		accuracy float64
	}{
		{"v=1&dataset=circle", 10000, 0.97},
		{"v=1&dataset=gauss", 2000, 0.97},
		{"v=1&dataset=xor&networkShape=8&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=moons&networkShape=8&optimizer=adam", 5000, 0.97},
		{"v=1&dataset=blobs&classes=10&networkShape=16&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=spiral&networkShape=16,16&optimizer=adam&learningRate=0.01&regularization=l2&regularizationRate=0.001", 20000, 0.9},
	} {
		for _, seed := range []uint32{1, 2, 3} {
			spec, _, err := Parse(c.link)
			if err != nil {
				t.Fatal(err)
			}
			spec.Seed = seed
			run, err := New(spec)
			if err != nil {
				t.Fatal(err)
			}
			run.Step(c.steps)
			if m := run.Metrics(); !(m.Accuracy >= c.accuracy) {
				t.Errorf("%s, seed %d: accuracy %v after %d steps", c.link, seed, m.Accuracy, c.steps)
			}
		}
	}
}

