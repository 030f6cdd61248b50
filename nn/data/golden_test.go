package data

import (
	"fmt"
	"testing"

	"nnplay/nn/data/golden"
	"nnplay/nn/rng"
)

// TestGolden holds every set, its features and its preprocessing to the bit, for
// one seed.
func TestGolden(t *testing.T) {
	var lines golden.Lines
	for i := range Sets {
		s := &Sets[i]
		for _, noise := range []float32{0, 0.25} {
			p := pointsOf(s, 2027, s.Count, noise)
			lines.Add(fmt.Sprintf("%s noise %v", s.Name, noise), golden.Digest(p.X, p.Y))
		}
		p := pointsOf(s, 2027, s.Count, 0.25)
		for _, pre := range Preprocesses {
			x := Expand(p, Features)
			pre.Fit(x, len(Features)).Apply(x)
			lines.Add(fmt.Sprintf("%s features %s", s.Name, pre.Name), golden.Digest(x))
		}
		if s.Known != nil {
			var all []float32
			y := make([]float32, max(s.Targets, 1))
			for row := range 64 {
				for col := range 64 {
					x := []float32{(float32(col) - 31.5) / 5, (float32(row) - 31.5) / 5}
					s.Known(x[:s.Inputs], y)
					all = append(all, y...)
				}
			}
			lines.Add(s.Name+" known", golden.Digest(all))
		}
	}
	lines.Compare(t, "testdata/sets.golden")
}

// TestDistributionGolden holds every distribution to the bit, for one seed.
func TestDistributionGolden(t *testing.T) {
	var lines golden.Lines
	for _, d := range Distributions {
		lines.Add(d.Name, golden.Digest(d.Samples(rng.New(2027, rng.Data), 1000)))
	}
	lines.Compare(t, "testdata/distributions.golden")
}
