package gan

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// tileSide is the cells a side of the picture of one of the discriminator's
// neurons, of which that of its output has a multiple.
const tileSide = gridSide / 2

// Topology implements lab.Task: the layers of both players, one after the other.
func (g *gan) Topology() topology.Topology {
	generator, discriminator := g.net.Players()
	return topology.Topology{
		Problem: g.net.Loss.Output, Inputs: g.net.Noise.Dim, Domain: data.DistributionDomain,
		Layers: append(lab.Layers(model.Generator+"/", generator.Layers(), 0), lab.Layers(model.Discriminator+"/", discriminator.Layers(), 0)...),
	}
}

// Static implements lab.Task.
func (g *gan) Static(*lab.Machine) []lab.View { return []lab.View{plane.RealView(g.real)} }

// Dynamic returns the parameters, what there is to see of the last turns or of the
// phase that is shown, and what the players make of noise and of the plane.
func (g *gan) Dynamic(m *lab.Machine) []lab.View {
	views := lab.ParameterViews(m)
	if g.slow.active() {
		views = append(views, g.slow.views(g, m)...)
	} else {
		views = append(views, g.lastTurns(m)...)
	}
	for _, program := range []string{"samples", "grid", "manifold"} {
		m.Run(program)
	}
	for _, v := range []struct {
		program, name string
		shape         []int
	}{
		{"samples", "fake", []int{plane.Shown, 2}},
		{"samples", "fake/gradient", []int{plane.Shown, 2}},
		{"grid", "discriminator/grid", []int{gridSide, gridSide}},
	} {
		views = append(views, lab.View{Name: v.name, Shape: v.shape, F32: slices.Clone(m.Probe(v.program, v.name))})
	}
	manifold := m.Probe("manifold", "generator/manifold")
	rows := 1
	if g.net.Noise.Dim == 2 {
		rows = latticeSide
	}
	views = append(views, lab.View{Name: "generator/manifold", Shape: []int{rows, latticeSide, 2}, F32: slices.Clone(manifold)})
	generator, discriminator := g.net.Players()
	for _, l := range generator.Layers() {
		name := model.Generator + "/" + l.Name
		views = append(views, lab.NeuronViews(name, m.Probe("manifold", name+"/out"), l.Units, rows, latticeSide, 1, true)...)
	}
	for i, l := range discriminator.Layers() {
		name := model.Discriminator + "/" + l.Name
		views = append(views, lab.NeuronViews(name, m.Probe("grid", name+"/out"), l.Units, tileSide, tileSide, 2, false)...)
		if i < len(g.net.Discriminator.Hidden) {
			views = append(views, lab.View{Name: name + "/passed", Shape: []int{l.Units}, F32: meanSizes(m.Probe("samples", name+"/out/gradient"), l.Units)})
		}
	}
	return views
}

// lastTurns returns how many turns each player has in a step, and what came of
// their last ones, if there were any: the discriminator's mean output for real and
// for fake samples, both losses, and the gradients.
func (g *gan) lastTurns(m *lab.Machine) []lab.View {
	views := []lab.View{{Name: "game/turns", Shape: []int{2}, F32: []float32{float32(g.own.DiscriminatorSteps), float32(g.own.GeneratorSteps)}}}
	var steps float32
	for _, player := range []string{model.Discriminator, model.Generator} {
		steps += m.Slice(player + "/step")[0]
	}
	if steps == 0 {
		return views
	}
	outputs := m.Probe("discriminator step", model.Discriminator+"/output/out")
	half := len(outputs) / 2
	views = append(views, lab.View{Name: "game/last", Shape: []int{4}, F32: []float32{
		float32(mean(outputs[:half])), float32(mean(outputs[half:])),
		m.Probe("discriminator step", "loss/d")[0], m.Probe("generator step", "loss/g")[0],
	}})
	return append(views, lab.GradientViews(m)...)
}

// meanSizes returns the mean absolute value of each column of values (n, columns).
func meanSizes(values []float32, columns int) []float32 {
	sizes := make([]float32, columns)
	for i, v := range values {
		sizes[i%columns] += max(v, -v)
	}
	for i := range sizes {
		sizes[i] *= float32(columns) / float32(len(values))
	}
	return sizes
}
