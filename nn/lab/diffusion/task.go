package diffusion

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// fieldSide is how many arrows of the velocity field lie along an edge.
const fieldSide = 17

// A diffusion is a flow from noise to data: see model.Flow.
type diffusion struct {
	spec  lab.Spec
	own   Settings // of the spec
	net   model.Flow
	real  []float32 // (Samples, 2)
	start []float32 // (plane.Shown, 2): noise, the particles at time 0
	time  float32   // that is looked at, from 0 to 1
	way   travelled
}

// travelled is the way of the particles with some parameters: it is asked for
// twice a look, and takes longer than a few steps of training.
type travelled struct {
	parameters []float32
	integrator string
	trajectory []float32
}

var (
	_ lab.Task      = (*diffusion)(nil)
	_ lab.Guesser   = (*diffusion)(nil)
	_ lab.Tuner     = (*diffusion)(nil)
	_ lab.Actor     = (*diffusion)(nil)
	_ lab.Predictor = (*diffusion)(nil)
	_ lab.Activator = (*diffusion)(nil)
)

func open(spec lab.Spec) lab.Task {
	own := spec.Own.(Settings)
	d := &diffusion{spec: spec, own: own, real: own.Samples(spec.Seed, spec.Samples), time: 1}
	d.net.Network = plane.Perceptron(&spec.Common, own.Hidden, own.HiddenActivation, own.BiasInit)
	noise := rng.New(uint64(spec.Seed), rng.Noise)
	for range 2 * plane.Shown {
		d.start = append(d.start, noise.Normal())
	}
	return d
}

// Record implements lab.Task.
func (d *diffusion) Record(mem *nn.Memory, freeze bool) {
	d.net.RecordStep(mem.Graph("step").Input("real", d.spec.Samples, 2).RandomRows(d.spec.BatchSize), d.spec.Training(freeze))
	for _, by := range model.Integrators {
		d.net.RecordFlow(mem.Graph(by.Name), plane.Shown, by)
	}
	g := mem.Graph("field")
	d.net.RecordField(g.Input("field/x", fieldSide*fieldSide, 2), g.Input("field/time"))
}

// Begin implements lab.Task.
func (d *diffusion) Begin(m *lab.Machine) {
	copy(m.Slice("real"), d.real)
	copy(m.Slice("field/x"), plane.CellCenters(fieldSide))
	m.Slice(nn.RandomKey)[1] = math.Float32frombits(rng.Noise)
}

// Tune takes over how a flow is followed, which is no part of training.
func (d *diffusion) Tune(_ *lab.Machine, s *lab.Spec) { d.spec, d.own = *s, s.Own.(Settings) }

// StepsPerEpoch counts samples drawn, which are as many as there are.
func (d *diffusion) StepsPerEpoch() int { return max(1, d.spec.Samples/d.spec.BatchSize) }

// BeginPass implements lab.Task: each step draws its own samples.
func (d *diffusion) BeginPass(*lab.Machine, uint64) {}

// travel returns where the particles are at the beginning and after each step of
// the integrator: (Steps+1, plane.Shown, 2).
func (d *diffusion) travel(m *lab.Machine) []float32 {
	var parameters []float32
	for _, p := range m.Unit.Parameters() {
		parameters = append(parameters, m.Slice(p.Name)...)
	}
	size := (d.own.Steps + 1) * len(d.start)
	if len(d.way.trajectory) != size || d.way.integrator != d.own.Integrator || !slices.Equal(d.way.parameters, parameters) {
		d.way = travelled{parameters, d.own.Integrator, make([]float32, size)}
		d.follow(m, d.way.trajectory, d.start)
	}
	return d.way.trajectory
}

// Forget implements lab.Forgetter.
func (d *diffusion) Forget() { d.way = travelled{} }

// follow writes the way of particles (plane.Shown, 2) to a trajectory.
func (d *diffusion) follow(m *lab.Machine, trajectory, start []float32) {
	model.Trajectory(trajectory, start, d.own.Steps, m.Unit, m.Arena, func() { m.Run(d.own.Integrator) })
}

// Metrics tells how close the particles come to the data; the training loss is
// that of the last minibatch or, before there was one, that of the first to come.
func (d *diffusion) Metrics(m *lab.Machine) lab.Metrics {
	trajectory := d.travel(m)
	out := lab.NoMetrics()
	if m.Steps == 0 {
		out.TrainLoss = firstLoss(m)
	} else if loss := m.Probe("step", "loss")[0]; loss != 0 { // of a run that was saved none is known
		out.TrainLoss = float64(loss)
	}
	out.Scores = plane.Compare(d.real, trajectory[len(trajectory)-len(d.start):])
	return out
}

// firstLoss makes the first step, notes its loss, and takes it back.
func firstLoss(m *lab.Machine) float64 {
	was := slices.Clone(m.Arena)
	m.Run("step")
	loss := float64(m.Probe("step", "loss")[0])
	copy(m.Arena, was)
	return loss
}

// Act looks at another time, and answers with it.
func (d *diffusion) Act(_ *lab.Machine, name, value string) (lab.Answer, error) {
	if name != "time" {
		return lab.Answer{}, setting.Refuse("no-action", "given", name)
	}
	v, err := strconv.ParseFloat(value, 32)
	if err != nil || !(v >= 0 && v <= 1) {
		return lab.Answer{}, setting.Refuse(setting.OutOfRange, "key", name, "given", value)
	}
	d.time = float32(v)
	return lab.Answer{Numbers: map[string][]float32{"time": {d.time}}}, nil
}
