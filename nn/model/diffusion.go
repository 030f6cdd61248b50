package model

import (
	"fmt"

	"nnplay/nn"
)

// Velocity is the scope of a flow's network.
const Velocity = "velocity"

// Names of what a program that follows a flow reads and writes.
const (
	FlowPlaces = "flow/places" // state (N, 2): where the samples are
	FlowTime   = "flow/time"   // state: the time, from 0 to 1
	FlowStep   = "flow/step"   // hyper-parameter: the time that a step takes
)

// A Flow carries samples of the standard normal distribution of the plane, at
// time 0, to samples of the data, at time 1. A network learns at what velocity:
// that of straight lines from a random start to a random sample, on the average
// over all that pass a place at a time (Lipman et al., Flow matching for
// generative modeling, 2023; Liu, Gong and Liu, Flow straight and fast, 2023).
// It is diffusion without its noise on the way.
type Flow struct {
	// Network is the network without its outputs, the two components of a
	// velocity; its inputs are a place and the time.
	Network MLP
}

// velocity returns the velocities (B, 2) at places (B, 2) and times (B, 1).
func (m Flow) velocity(x, time *nn.Tensor) (v *nn.Tensor) {
	network := m.Network
	network.Outputs, network.OutputActivation = 2, "linear"
	x.Graph().Scope(Velocity, func() { _, v = network.Record(nn.Concat(1, x, time).Called("asked")) })
	return v
}

// RecordStep records a training step on a minibatch of samples (B, 2): probes
// "real", and "loss", the mean squared error of the velocity.
func (m Flow) RecordStep(real *nn.Tensor, training nn.Training) {
	g := real.Graph()
	g.Training = true
	start, time := g.Normal(real.Shape()...).Called("noise"), g.Uniform(real.Dim(0), 1).Called("time")
	way := real.Named("real").Sub(start).Called("target")
	v := m.velocity(start.AddMul(time, way).Called("place"), time)
	training.Record(v.Sub(way).Square().Called("loss/sample").MeanAll().Named("loss"))
	g.Tick()
}

// RecordField records the velocities at places (N, 2) at one time, a scalar:
// probe "velocity/grid" (N, 2).
func (m Flow) RecordField(x, time *nn.Tensor) {
	x.Graph().Fix(func() { m.velocity(x, time.Expand(x.Dim(0), 1)).Named("velocity/grid") })
}

// An Integrator follows a flow for a step.
type Integrator struct {
	Name string
	// Next returns the places (N, 2) after a step from x at a time, by the
	// velocities at places and a time.
	Next func(x, time, step *nn.Tensor, velocity func(x, time *nn.Tensor) *nn.Tensor) *nn.Tensor
}

// Integrators is the table of integrators, a row each.
var Integrators = []Integrator{
	{"euler", func(x, time, step *nn.Tensor, velocity func(x, time *nn.Tensor) *nn.Tensor) *nn.Tensor {
		return x.AddMul(step, velocity(x, time))
	}},
	{"midpoint", func(x, time, step *nn.Tensor, velocity func(x, time *nn.Tensor) *nn.Tensor) *nn.Tensor {
		half := step.Times(0.5)
		middle := x.AddMul(half, velocity(x, time))
		return x.AddMul(step, velocity(middle, time.Add(half)))
	}},
}

// FindIntegrator returns the integrator of that name.
func FindIntegrator(name string) (Integrator, bool) {
	for _, i := range Integrators {
		if i.Name == name {
			return i, true
		}
	}
	return Integrator{}, false
}

// RecordFlow records one step of n samples, which FlowPlaces holds, and the
// time's. Of a network that is asked twice a step the first answer's probes count.
func (m Flow) RecordFlow(g *nn.Graph, n int, by Integrator) {
	places, time := g.State(FlowPlaces, 0, n, 2), g.State(FlowTime, 0)
	step := g.Hyper(FlowStep, 0)
	g.Fix(func() {
		g.Assign(places, by.Next(places, time, step, func(x, time *nn.Tensor) *nn.Tensor {
			return m.velocity(x, time.Expand(x.Dim(0), 1))
		}))
	})
	g.Assign(time, time.Add(step))
}

// Trajectory follows the samples of start (N, 2) from time 0 to 1, in a number
// of steps, and writes where they are at the beginning and after each step to
// the trajectory (steps+1, N, 2). run runs the program of RecordFlow once.
func Trajectory(trajectory, start []float32, steps int, u *nn.Unit, arena []float32, run func()) {
	places := u.Slice(arena, FlowPlaces)
	if len(start) != len(places) || len(trajectory) != (steps+1)*len(places) || steps < 1 {
		panic(fmt.Sprintf("model: a trajectory of %d numbers for %d steps from %d", len(trajectory), steps, len(start)))
	}
	copy(places, start)
	copy(trajectory, places)
	u.Slice(arena, FlowTime)[0] = 0
	u.Slice(arena, FlowStep)[0] = 1 / float32(steps)
	for i := 1; i <= steps; i++ {
		run()
		copy(trajectory[i*len(places):], places)
	}
}
