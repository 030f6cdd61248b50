package diffusion

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// Topology implements lab.Task.
func (d *diffusion) Topology() topology.Topology {
	network := d.net.Network
	network.Outputs, network.OutputActivation = 2, "linear"
	return topology.Topology{Problem: "flow", Inputs: 3, Domain: data.DistributionDomain, Layers: lab.Layers(model.Velocity+"/", network.Layers(), 0)}
}

// Static implements lab.Task.
func (d *diffusion) Static(*lab.Machine) []lab.View { return []lab.View{plane.RealView(d.real)} }

// Dynamic returns the parameters and the gradients of the last step, the way of
// all particles, and at the time that is looked at where the velocities point and
// what each neuron makes of the plane.
func (d *diffusion) Dynamic(m *lab.Machine) []lab.View {
	views := lab.ParameterViews(m)
	if m.Slice("step")[0] > 0 {
		views = append(views, lab.GradientViews(m)...)
	}
	m.Slice("field/time")[0] = d.time
	m.Run("field")
	for _, l := range d.Topology().Layers {
		views = append(views, lab.NeuronViews(l.Name, m.Probe("field", l.Name+"/out"), l.Units, fieldSide, fieldSide, 1, false)...)
	}
	return append(views,
		lab.View{Name: "trajectory", Shape: []int{d.own.Steps + 1, plane.Shown, 2}, F32: slices.Clone(d.travel(m))},
		lab.View{Name: "velocity/grid", Shape: []int{fieldSide, fieldSide, 2}, F32: slices.Clone(m.Probe("field", "velocity/grid"))},
		lab.View{Name: "time", Shape: []int{1}, F32: []float32{d.time}},
	)
}
