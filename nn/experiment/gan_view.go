package experiment

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/model"
)

// ganTile is the cells a side of the picture of one of the discriminator's
// neurons, of which that of its output has a multiple.
const ganTile = ganSide / 2

func (g *gan) topology() Topology {
	generator, discriminator := g.net.Players()
	t := Topology{Problem: g.net.Loss.Output, Inputs: g.net.Noise.Dim, Domain: data.DistributionDomain}
	for _, player := range []struct {
		name string
		net  model.MLP
	}{{model.Generator, generator}, {model.Discriminator, discriminator}} {
		for _, l := range player.net.Layers() {
			l.Name = player.name + "/" + l.Name
			t.Layers = append(t.Layers, l)
		}
	}
	return t
}

func (g *gan) static(*machine) []View {
	n := min(g.spec.Samples, ganSamples)
	return []View{{Name: "real", Shape: []int{n, 2}, F32: slices.Clone(g.real[:2*n])}}
}

func (g *gan) dynamic(m *machine) []View {
	views := parameterViews(m)
	if g.slow.active() {
		views = append(views, g.slow.views(g, m)...)
	} else {
		views = append(views, g.lastTurns(m)...)
	}
	for _, program := range []string{"samples", "grid", "manifold"} {
		m.run(program)
	}
	for _, v := range []struct {
		program, name string
		shape         []int
	}{
		{"samples", "fake", []int{ganSamples, 2}},
		{"samples", "fake/gradient", []int{ganSamples, 2}},
		{"grid", "discriminator/grid", []int{ganSide, ganSide}},
	} {
		views = append(views, View{Name: v.name, Shape: v.shape, F32: slices.Clone(m.probe(v.program, v.name))})
	}
	manifold := m.probe("manifold", "generator/manifold")
	rows := 1
	if g.net.Noise.Dim == 2 {
		rows = ganLattice
	}
	views = append(views, View{Name: "generator/manifold", Shape: []int{rows, ganLattice, 2}, F32: slices.Clone(manifold)})
	generator, discriminator := g.net.Players()
	for _, l := range generator.Layers() {
		name := model.Generator + "/" + l.Name
		views = append(views, neuronViews(name, m.probe("manifold", name+"/out"), l.Units, rows, ganLattice, 1, true)...)
	}
	for i, l := range discriminator.Layers() {
		name := model.Discriminator + "/" + l.Name
		views = append(views, neuronViews(name, m.probe("grid", name+"/out"), l.Units, ganTile, ganTile, 2, false)...)
		if i < len(g.net.Discriminator.Hidden) {
			views = append(views, View{Name: name + "/passed", Shape: []int{l.Units}, F32: meanSizes(m.probe("samples", name+"/out/gradient"), l.Units)})
		}
	}
	return views
}

// lastTurns returns how many turns each player has in a step, and what came of
// their last ones, if there were any: the discriminator's mean output for real and
// for fake samples, both losses, and the gradients.
func (g *gan) lastTurns(m *machine) []View {
	views := []View{{Name: "game/turns", Shape: []int{2}, F32: []float32{float32(g.spec.GAN.DiscriminatorSteps), float32(g.spec.GAN.GeneratorSteps)}}}
	var steps float32
	for _, player := range []string{model.Discriminator, model.Generator} {
		steps += m.slice(player + "/step")[0]
	}
	if steps == 0 {
		return views
	}
	outputs := m.probe("discriminator step", model.Discriminator+"/output/out")
	half := len(outputs) / 2
	views = append(views, View{Name: "game/last", Shape: []int{4}, F32: []float32{
		float32(mean(outputs[:half])), float32(mean(outputs[half:])),
		m.probe("discriminator step", "loss/d")[0], m.probe("generator step", "loss/g")[0],
	}})
	return append(views, gradientViews(m)...)
}

// neuronViews returns a layer's outputs (rows·every, cols·every, units), of which
// each every-th counts, as a picture of each unit, as bright as the unit's largest
// (units, rows, cols), and their least and largest (units, 2). upward says that
// the rows begin at the bottom.
func neuronViews(name string, out []float32, units, rows, cols, every int, upward bool) []View {
	tiles := View{Name: name + "/tiles", Shape: []int{units, rows, cols}, U8: make([]uint8, units*rows*cols)}
	span := View{Name: name + "/span", Shape: []int{units, 2}, F32: make([]float32, 2*units)}
	for u := range units {
		lo, hi := out[u], out[u]
		for at := u; at < len(out); at += units {
			lo, hi = min(lo, out[at]), max(hi, out[at])
		}
		span.F32[2*u], span.F32[2*u+1] = lo, hi
		size := max(hi, -lo, 1e-6)
		tile := tiles.U8[u*rows*cols:]
		for row := range rows {
			to := row
			if upward {
				to = rows - 1 - row
			}
			for col := range cols {
				tile[to*cols+col] = level(out[(row*every*cols*every+col*every)*units+u] / size)
			}
		}
	}
	return []View{tiles, span}
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

// parameterViews returns copies of all parameters.
func parameterViews(m *machine) (views []View) {
	for _, p := range m.unit.Parameters() {
		views = append(views, View{Name: p.Name, Shape: p.Shape, F32: slices.Clone(m.slice(p.Name))})
	}
	return views
}

// gradientViews returns copies of the gradients that the last steps followed.
func gradientViews(m *machine) (views []View) {
	for _, p := range m.unit.Parameters() {
		views = append(views, View{Name: p.Name + "/gradient", Shape: p.Shape, F32: slices.Clone(m.unit.Gradient(m.arena, p))})
	}
	return views
}
