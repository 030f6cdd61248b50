package lab

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// A View is a named piece of what can be seen: its name is the whole contract
// with what draws it. Exactly one of F32 and U8 is set.
type View struct {
	Name  string
	Shape []int
	F32   []float32
	U8    []uint8 // levels: -1 .. 1, or for probabilities 0 .. 1, as 0 .. 255
}

// Layers describes the layers of a network, whose tensors' names begin with a
// prefix, for a drawing. Where they have dropout, rate is its rate.
func Layers(prefix string, layers []model.Layer, rate float32) []topology.Layer {
	told := make([]topology.Layer, len(layers))
	for i, l := range layers {
		a, _ := nn.FindActivation(l.Activation)
		told[i] = topology.Layer{Name: prefix + l.Name, Units: l.Units, Activation: l.Activation, Formula: a.Formula, Norm: l.Normalization, Shape: l.Shape}
		if l.Dropout {
			told[i].Dropout = rate
		}
	}
	return told
}

// ParameterView returns a copy of a parameter.
func ParameterView(m *Machine, p *nn.Parameter) View {
	return View{Name: p.Name, Shape: p.Shape, F32: slices.Clone(m.Slice(p.Name))}
}

// GradientView returns a copy of the gradient of a parameter that the last step
// followed.
func GradientView(m *Machine, p *nn.Parameter) View {
	return View{Name: p.Name + "/gradient", Shape: p.Shape, F32: slices.Clone(m.Unit.Gradient(m.Arena, p))}
}

// ParameterViews returns copies of all parameters.
func ParameterViews(m *Machine) (views []View) {
	for _, p := range m.Unit.Parameters() {
		views = append(views, ParameterView(m, p))
	}
	return views
}

// GradientViews returns copies of the gradients that the last steps followed.
func GradientViews(m *Machine) (views []View) {
	for _, p := range m.Unit.Parameters() {
		views = append(views, GradientView(m, p))
	}
	return views
}

// NeuronViews returns a layer's outputs (rows·every, cols·every, units), of which
// each every-th counts, as a picture of each unit, as bright as the unit's largest
// (units, rows, cols), and their least and largest (units, 2). upward says that
// the rows begin at the bottom.
func NeuronViews(name string, out []float32, units, rows, cols, every int, upward bool) []View {
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
				tile[to*cols+col] = Level(out[(row*every*cols*every+col*every)*units+u] / size)
			}
		}
	}
	return []View{tiles, span}
}

// Level maps -1 .. 1 to 0 .. 255; NaN is the middle.
func Level(v float32) uint8 {
	switch {
	case v != v:
		return 128
	case v <= -1:
		return 0
	case v >= 1:
		return 255
	}
	return uint8(float32(127.5*v) + 128)
}

// Finite reports whether v is a number.
func Finite(v float32) bool { return v-v == 0 }
