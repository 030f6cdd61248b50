package experiment

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Diffusion is the settings of flow matching.
type Diffusion struct {
	Hidden     []int  // units of each hidden layer of the network that tells velocities
	Integrator string // a row of model.Integrators
	Steps      int    // of the integrator, from noise to data
}

// Sizes of what is seen of a flow.
const (
	flowParticles = 400 // that travel from noise to data, and are compared with the data
	flowReal      = 400 // samples of the data that are shown
	flowSide      = 17  // arrows of the velocity field along an edge
	maxFlowSteps  = 50
)

// adaptDiffusion makes a spec the default of its architecture.
func adaptDiffusion(s *Spec) {
	s.Optimizer, s.LearningRate, s.HiddenActivation, s.Init = "adam", 0.005, "silu", "he"
	s.BatchSize, s.Samples, s.Distribution = 128, 2000, "two-moons"
}

// repairDiffusion keeps to minibatches, and those to the memory there is.
func (s *Spec) repairDiffusion(string) []Notice {
	cells := 2
	for _, units := range s.Diffusion.Hidden {
		cells += units
	}
	return append(s.repairMinibatches(), s.limitBatch(cells)...)
}

// A diffusion is a flow from noise to data: see model.Flow.
type diffusion struct {
	spec  Spec
	net   model.Flow
	real  []float32 // (Samples, 2)
	start []float32 // (flowParticles, 2): noise
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
	_ task  = (*diffusion)(nil)
	_ tuner = (*diffusion)(nil)
	_ actor = (*diffusion)(nil)
)

func newDiffusion(spec Spec) task {
	d := &diffusion{spec: spec, net: model.Flow{Network: spec.perceptron(spec.Diffusion.Hidden)}, time: 1}
	d.real = spec.distribution().Samples(rng.New(uint64(spec.Seed), rng.Data), spec.Samples)
	noise := rng.New(uint64(spec.Seed), rng.Noise)
	for range 2 * flowParticles {
		d.start = append(d.start, noise.Normal())
	}
	return d
}

func (d *diffusion) record(mem *nn.Memory, freeze bool) {
	d.net.RecordStep(mem.Graph("step").Input("real", d.spec.Samples, 2).RandomRows(d.spec.BatchSize), d.spec.training(freeze))
	for _, by := range model.Integrators {
		d.net.RecordFlow(mem.Graph(by.Name), flowParticles, by)
	}
	g := mem.Graph("field")
	d.net.RecordField(g.Input("field/x", flowSide*flowSide, 2), g.Input("field/time"))
}

func (d *diffusion) begin(m *machine) {
	copy(m.slice("real"), d.real)
	copy(m.slice("field/x"), cellCenters(data.DistributionDomain, flowSide))
	m.slice(nn.RandomKey)[1] = math.Float32frombits(rng.Noise)
}

// tune takes over how a flow is followed, which is no part of training.
func (d *diffusion) tune(_ *machine, s *Spec) { d.spec = *s }

// stepsPerEpoch counts samples drawn, which are as many as there are.
func (d *diffusion) stepsPerEpoch() int { return max(1, d.spec.Samples/d.spec.BatchSize) }

func (d *diffusion) beginPass(*machine, uint64) {}

// travel returns where the particles are at the beginning and after each step of
// the integrator: (Steps+1, flowParticles, 2).
func (d *diffusion) travel(m *machine) []float32 {
	var parameters []float32
	for _, p := range m.unit.Parameters() {
		parameters = append(parameters, m.slice(p.Name)...)
	}
	steps, integrator := d.spec.Diffusion.Steps, d.spec.Diffusion.Integrator
	size := (steps + 1) * len(d.start)
	if len(d.way.trajectory) != size || d.way.integrator != integrator || !slices.Equal(d.way.parameters, parameters) {
		d.way = travelled{parameters, integrator, make([]float32, size)}
		model.Trajectory(d.way.trajectory, d.start, steps, m.unit, m.arena, func() { m.run(integrator) })
	}
	return d.way.trajectory
}

// metrics tells how close the particles come to the data; the training loss is
// that of the last minibatch.
func (d *diffusion) metrics(m *machine) Metrics {
	trajectory := d.travel(m)
	end := trajectory[len(trajectory)-len(d.start):]
	out := noMetrics()
	if loss := m.probe("step", "loss")[0]; loss != 0 { // there was a step
		out.TrainLoss = float64(loss)
	}
	out.Scores = []Score{{"js", ganGrid.JensenShannon(d.real, end)}, {"kl", ganGrid.KullbackLeibler(d.real, end)}}
	return out
}

func (d *diffusion) topology() Topology {
	network := d.net.Network
	network.Outputs, network.OutputActivation = 2, "linear"
	t := Topology{Problem: "flow", Inputs: 3, Domain: data.DistributionDomain, Layers: network.Layers()}
	for i := range t.Layers {
		t.Layers[i].Name = model.Velocity + "/" + t.Layers[i].Name
	}
	return t
}

func (d *diffusion) static(*machine) []View {
	n := min(d.spec.Samples, flowReal)
	return []View{{Name: "real", Shape: []int{n, 2}, F32: slices.Clone(d.real[:2*n])}}
}

// dynamic returns the parameters and the gradients of the last step, the way of
// all particles, and at the time that is looked at where the velocities point and
// what each neuron makes of the plane.
func (d *diffusion) dynamic(m *machine) []View {
	views := parameterViews(m)
	if m.slice("step")[0] > 0 {
		views = append(views, gradientViews(m)...)
	}
	m.slice("field/time")[0] = d.time
	m.run("field")
	for _, l := range d.topology().Layers {
		views = append(views, neuronViews(l.Name, m.probe("field", l.Name+"/out"), l.Units, flowSide, flowSide, 1, false)...)
	}
	return append(views,
		View{Name: "trajectory", Shape: []int{d.spec.Diffusion.Steps + 1, flowParticles, 2}, F32: slices.Clone(d.travel(m))},
		View{Name: "velocity/grid", Shape: []int{flowSide, flowSide, 2}, F32: slices.Clone(m.probe("field", "velocity/grid"))},
		View{Name: "time", Shape: []int{1}, F32: []float32{d.time}},
	)
}

// act looks at another time, and answers with it.
func (d *diffusion) act(_ *machine, name, value string) (Answer, error) {
	if name != "time" {
		return Answer{}, refuse("no-action", "given", name)
	}
	v, err := strconv.ParseFloat(value, 32)
	if err != nil || !(v >= 0 && v <= 1) {
		return Answer{}, refuse(outOfRange, "key", name, "given", value)
	}
	d.time = float32(v)
	return Answer{Numbers: map[string][]float32{"time": {d.time}}}, nil
}
