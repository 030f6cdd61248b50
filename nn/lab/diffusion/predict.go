package diffusion

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// Inputs implements lab.Predictor: a question is noise, a place at time 0.
func (d *diffusion) Inputs() int { return 2 }

// Predict returns where the flow takes noise (n, 2): places at time 1.
func (d *diffusion) Predict(m *lab.Machine, noise []float32) (places []float32) {
	defer d.keepFlow(m)()
	start := make([]float32, len(d.start))
	trajectory := make([]float32, (d.own.Steps+1)*len(start))
	for chunk := range slices.Chunk(noise, len(start)) {
		copy(start, chunk)
		d.follow(m, trajectory, start)
		places = append(places, trajectory[len(trajectory)-len(start):][:len(chunk)]...)
	}
	return places
}

// Activations returns what the hidden layers put out for the particles, where
// they are at the time that is looked at: there the data are, too.
func (d *diffusion) Activations(m *lab.Machine) (layers []lab.Activated) {
	trajectory := d.travel(m)
	defer d.keepFlow(m)()
	at := int(d.time * float32(d.own.Steps)) // the last step of the integrator that was made by then
	copy(m.Slice(model.FlowPlaces), trajectory[at*len(d.start):])
	m.Slice(model.FlowTime)[0] = float32(at) / float32(d.own.Steps)
	m.Run(d.own.Integrator)
	hidden := d.Topology().Layers[:len(d.own.Hidden)]
	for _, l := range hidden {
		layers = append(layers, lab.Activated{Units: l.Units, Activation: l.Activation, Out: m.Probe(d.own.Integrator, l.Name+"/out")})
	}
	return layers
}

// keepFlow returns what leaves the flow where it is now: a run that is saved
// carries it.
func (d *diffusion) keepFlow(m *lab.Machine) func() {
	places, time := slices.Clone(m.Slice(model.FlowPlaces)), m.Slice(model.FlowTime)[0]
	return func() {
		copy(m.Slice(model.FlowPlaces), places)
		m.Slice(model.FlowTime)[0] = time
	}
}
