//go:build !js

package model_test

import (
	"testing"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// A journey is how a flow is made and trained.
type journey struct {
	distribution string
	hidden       []int
	batch        int
	rate         float32
	schedule     string
	steps        int
	integrator   string
	count        int     // steps of the integrator
	bound        float64 // of the Jensen-Shannon divergence
}

const travellers = 2000

// prepare makes the subject of a journey.
func (c journey) prepare(t testing.TB, engine program.Engine, seed uint32) *subject {
	t.Helper()
	flow := model.Flow{Network: perceptron("silu", c.hidden...)}
	by, ok := model.FindIntegrator(c.integrator)
	if !ok {
		t.Fatalf("no integrator %s", c.integrator)
	}
	training := constantRate("adam")
	training.Schedule, _ = nn.FindSchedule(c.schedule)
	mem := nn.NewMemory()
	flow.RecordStep(mem.Graph("step").Input("train", samples, 2).RandomRows(c.batch), training)
	flow.RecordFlow(mem.Graph("flow"), travellers, by)
	field := mem.Graph("field")
	flow.RecordField(field.Input("grid", side*side, 2), field.Input("time"))
	s := prepare(t, mem, engine, seed)
	distribution, ok := data.FindDistribution(c.distribution)
	if !ok {
		t.Fatalf("no distribution %s", c.distribution)
	}
	s.set(t, "train", distribution.Samples(rng.New(uint64(seed), rng.Data), samples)...)
	s.set(t, nn.HyperLearningRate, c.rate)
	if c.schedule != "constant" {
		s.set(t, nn.HyperScheduleSteps, float32(c.steps))
	}
	fillGrid(s.unit.Slice(s.arena, "grid"))
	s.set(t, "time", 0.5)
	return s
}

// travel returns the trajectory of travellers.
func (c journey) travel(s *subject, seed uint32) []float32 {
	start := make([]float32, 2*travellers)
	random := rng.New(uint64(seed), rng.Noise)
	for i := range start {
		start[i] = random.Normal()
	}
	trajectory := make([]float32, (c.count+1)*len(start))
	model.Trajectory(trajectory, start, c.count, s.unit, s.arena, func() { s.run("flow", 1) })
	return trajectory
}

func (c journey) divergence(s *subject, seed uint32) float64 {
	trajectory := c.travel(s, seed)
	return cells.JensenShannon(s.unit.Slice(s.arena, "train"), trajectory[c.count*2*travellers:])
}

// journeys are settings that work, as games are.
var journeys = []journey{
	{"two-moons", []int{32, 32, 32}, 128, 0.02, "cosine", 1500, "midpoint", 12, 0.13},
	{"spiral-arm", []int{32, 32, 32}, 128, 0.02, "cosine", 1500, "midpoint", 12, 0.1},
}

// TestFlow holds the journeys to their bounds.
func TestFlow(t *testing.T) {
	for _, c := range journeys {
		t.Run(c.distribution, func(t *testing.T) {
			t.Parallel()
			for _, seed := range rngtest.Seeds(t) {
				s := c.prepare(t, simdtest.New, seed)
				before := c.divergence(s, seed)
				s.run("step", c.steps)
				after := c.divergence(s, seed)
				t.Logf("seed %d: from %.3f to %.3f", seed, before, after)
				if !(before > 0.3) || !(after <= c.bound) {
					t.Errorf("seed %d: the divergence goes from %v to %v, want at most %v", seed, before, after, c.bound)
				}
			}
		})
	}
}

// TestTrajectory follows velocities that are known: the same everywhere, and in
// proportion to the time, for which Euler's method is late by half a step.
func TestTrajectory(t *testing.T) {
	const n, steps = 3, 4
	start := []float32{0, 0, 1, -1, 0.5, 2}
	for _, c := range []struct {
		integrator string
		bias, time [2]float32 // velocity = bias + time·t
		end        [2]float32 // relative to the start
	}{
		{"euler", [2]float32{1, -2}, [2]float32{}, [2]float32{1, -2}},
		{"midpoint", [2]float32{1, -2}, [2]float32{}, [2]float32{1, -2}},
		{"euler", [2]float32{}, [2]float32{2, 4}, [2]float32{0.75, 1.5}},
		{"midpoint", [2]float32{}, [2]float32{2, 4}, [2]float32{1, 2}},
	} {
		by, ok := model.FindIntegrator(c.integrator)
		if !ok {
			t.Fatalf("no integrator %s", c.integrator)
		}
		mem := nn.NewMemory()
		model.Flow{Network: perceptron("tanh")}.RecordFlow(mem.Graph("flow"), n, by)
		s := prepare(t, mem, program.Interpret, 1)
		s.set(t, model.Velocity+"/output/weight", 0, 0, 0, 0, c.time[0], c.time[1])
		s.set(t, model.Velocity+"/output/bias", c.bias[:]...)
		trajectory := make([]float32, (steps+1)*len(start))
		for range 2 { // from the start again
			model.Trajectory(trajectory, start, steps, s.unit, s.arena, func() { s.run("flow", 1) })
		}
		for i, x := range start {
			if trajectory[i] != x {
				t.Errorf("%s: begins at %v, want %v", c.integrator, trajectory[i], x)
			}
			if end := trajectory[steps*len(start)+i]; end != x+c.end[i%2] {
				t.Errorf("%s: %v goes to %v, want %v", c.integrator, x, end, x+c.end[i%2])
			}
		}
	}
}
