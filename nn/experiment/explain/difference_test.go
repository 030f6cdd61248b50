package explain

import (
	"math/rand/v2"
	"strings"
	"testing"

	"nnplay/nn/experiment"
)

// TestDifferences compares gradients of every preset that is small enough with
// finite differences. Nothing is cut but the singular vectors of spectral
// normalisation, which the gradient takes as constants.
func TestDifferences(t *testing.T) {
	verdicts := map[Verdict]int{}
	for i, p := range families.Presets() {
		s := next(t, p.Link, 1)
		if s.trace.Len() > 100_000 {
			continue
		}
		spectral := strings.Contains(p.Link, "critic=spectral")
		draw := rand.New(rand.NewPCG(2, uint64(i)))
		tensors := s.Tensors()
		for asked := 0; asked < 4; {
			named := tensors[draw.IntN(len(tensors))]
			if !named.Gradient || !named.InStep {
				continue
			}
			asked++
			index := make([]int, len(named.Shape))
			for i, n := range named.Shape {
				index[i] = draw.IntN(n)
			}
			d, err := s.Difference(Question{Tensor: named.Name, Index: index, Program: named.Program})
			if err != nil {
				continue
			}
			verdicts[d.Verdict]++
			if critic := strings.HasPrefix(named.Name, "discriminator/") && spectral; d.Verdict == Cut && !critic {
				t.Errorf("%s: %s %v: %+v", p.Name, named.Name, index, d)
			}
		}
	}
	if verdicts[Agrees] < 100 || verdicts[Kink] > verdicts[Agrees]/10 {
		t.Errorf("%v", verdicts)
	}
}

// TestKink puts a neuron's sum near the kink of max(0, z), and tells so; and what
// there is no gradient of is refused.
func TestKink(t *testing.T) {
	s := next(t, small+"&activation=relu", 1)
	sum := ask(t, s, Question{Tensor: "hidden1/sum", Index: []int{0, 0}})
	spec, _, _ := families.Parse(small + "&activation=relu")
	run, _ := experiment.New(spec)
	run.Machine().Slice("hidden1/bias")[0] -= float32(sum.Value)
	s, err := Next(run)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Difference(Question{Tensor: "hidden1/bias", Index: []int{0}})
	if err != nil || d.Verdict != Kink {
		t.Errorf("at the kink: %+v, %v", d, err)
	}
	d, err = s.Difference(Question{Tensor: "output/bias", Index: []int{0}})
	if err != nil || d.Verdict != Agrees || d.Loss.Tensor != "objective" {
		t.Errorf("beside it: %+v, %v", d, err)
	}
	for _, q := range []Question{{Tensor: "minibatch/x", Index: []int{0, 0}}, {Tensor: "nothing"}} {
		if _, err := s.Difference(q); err == nil {
			t.Errorf("%+v is answered", q)
		}
	}
}
