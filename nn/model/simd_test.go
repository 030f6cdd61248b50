//go:build !js

package model_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
)

// sameBits tells whether two lists agree to the last bit; any NaN is any other.
func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool {
		return math.Float32bits(x) == math.Float32bits(y) || x != x && y != y
	})
}

// TestCompiled holds that compiled programs compute the very weights and probes
// of the interpreter: both steps and all views of every model, with every loss,
// noise, integrator and way to bound a critic.
func TestCompiled(t *testing.T) {
	type trial struct {
		name    string
		prepare func(t testing.TB, engine program.Engine, seed uint32) *subject
		rounds  int
		train   string
	}
	var trials []trial
	for i, c := range games {
		c.noise = model.Noises[i%len(model.Noises)].Name
		trials = append(trials, trial{fmt.Sprint(c.loss, " ", c.noise, " ", c.control), c.prepare, 20, "round"})
	}
	for _, by := range model.Integrators {
		c := journeys[0]
		c.integrator = by.Name
		trials = append(trials, trial{by.Name, c.prepare, 20, "step"})
	}
	for _, c := range squeezes {
		trials = append(trials, trial{fmt.Sprint("autoencoder ", c.variational), c.prepare, 20, "step"})
	}
	for _, c := range trials {
		t.Run(c.name, func(t *testing.T) {
			want, got := c.prepare(t, program.Interpret, 1), c.prepare(t, simdtest.New, 1)
			for _, s := range []*subject{want, got} {
				s.run(c.train, c.rounds)
			}
			before := got.unit.Weights(want.arena)
			if !sameBits(got.unit.Weights(got.arena), before) {
				t.Fatalf("after %d rounds the weights differ", c.rounds)
			}
			before = slices.Clone(before)
			for name := range want.unit.Programs {
				if name == "round" {
					continue
				}
				for _, s := range []*subject{want, got} {
					s.run(name, 1)
				}
				for _, p := range want.unit.Graph(name).Probes() {
					g, w := got.probe(name, p.Name), want.probe(name, p.Name)
					if !sameBits(g, w) {
						t.Errorf("%s: %s differs", name, p.Name)
					}
					for _, v := range w {
						if v-v != 0 {
							t.Errorf("%s: %s holds %v", name, p.Name, v)
							break
						}
					}
				}
				trains := name == c.train || name == "d" || name == "g"
				if changed := !sameBits(want.unit.Weights(want.arena), before); changed != trains {
					t.Errorf("%s: weights changed is %v", name, changed)
				}
				before = slices.Clone(want.unit.Weights(want.arena))
			}
		})
	}
}

// TestProbes holds that each view names what it shows, in the shape that a
// canvas expects.
func TestProbes(t *testing.T) {
	for _, c := range []struct {
		subject        *subject
		program, probe string
		shape          []int
	}{
		{games[2].prepare(t, program.Interpret, 1), "d", "real", []int{batch, 2}},
		{games[2].prepare(t, program.Interpret, 1), "d", "fake", []int{batch, 2}},
		{games[2].prepare(t, program.Interpret, 1), "d", "loss/d", nil},
		{games[2].prepare(t, program.Interpret, 1), "g", "loss/g", nil},
		{games[2].prepare(t, program.Interpret, 1), "samples", "fake", []int{samples, 2}},
		{games[2].prepare(t, program.Interpret, 1), "samples", "fake/gradient", []int{samples, 2}},
		{games[2].prepare(t, program.Interpret, 1), "grid", "discriminator/grid", []int{side * side, 1}},
		{games[2].prepare(t, program.Interpret, 1), "grid", "discriminator/hidden1/out", []int{side * side, 16}},
		{games[2].prepare(t, program.Interpret, 1), "manifold", "generator/manifold", []int{21 * 21, 2}},
		{journeys[0].prepare(t, program.Interpret, 1), "step", "loss", nil},
		{journeys[0].prepare(t, program.Interpret, 1), "field", "velocity/grid", []int{side * side, 2}},
		{squeezes[0].prepare(t, program.Interpret, 1), "view", "code", []int{images / 4, 2}},
		{squeezes[1].prepare(t, program.Interpret, 1), "view", "code", []int{images / 4, 2}},
		{squeezes[1].prepare(t, program.Interpret, 1), "view", "code/deviation", []int{images / 4, 2}},
		{squeezes[1].prepare(t, program.Interpret, 1), "view", "reconstruction", []int{images / 4, width * width}},
		{squeezes[1].prepare(t, program.Interpret, 1), "view", "loss/kl", nil},
		{squeezes[1].prepare(t, program.Interpret, 1), "decoder", "reconstruction", []int{9, width * width}},
	} {
		p := c.subject.unit.Graph(c.program).Probe(c.probe)
		if p == nil || !slices.Equal(p.Shape(), c.shape) {
			t.Errorf("%s: %s is %v, want %v", c.program, c.probe, p, c.shape)
		}
	}
}
