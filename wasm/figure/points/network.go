package points

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// ready reports whether there is anything to draw.
func (f *figure) ready() bool {
	if f.Topology == nil || len(f.Topology.Layers) == 0 || len(f.Topology.Features) == 0 {
		return false
	}
	for _, l := range f.Topology.Layers {
		if l.Units < 1 {
			return false
		}
	}
	return true
}

// units returns the sizes of the columns: features, hidden layers, outputs.
func (f *figure) units() []int {
	units := []int{len(f.Topology.Features)}
	for _, l := range f.Topology.Layers {
		units = append(units, l.Units)
	}
	return units
}

// layer returns the name of a column's tensors.
func (f *figure) layer(column int) string {
	if column == 0 {
		return "features"
	}
	return f.Topology.Layers[column-1].Name
}

// output returns the last layer.
func (f *figure) output() wire.Layer { return f.Topology.Layers[len(f.Topology.Layers)-1] }

// heat returns plane i of a layer's heat map and its side, or nil.
func (f *figure) heat(layer string, i int) (levels []uint8, side int) {
	t := f.Tensors[layer+"/heat"]
	if len(t.Shape) != 3 || t.Shape[1] != t.Shape[2] || i >= t.Shape[0] || t.U8 == nil {
		return nil, 0
	}
	side = t.Shape[1]
	return t.U8[i*side*side : (i+1)*side*side], side
}

// curve returns row i of a layer's curves, or nil.
func (f *figure) curve(layer string, i int) []float32 {
	t := f.Tensors[layer+"/curve"]
	if len(t.Shape) != 2 || i >= t.Shape[0] || t.F32 == nil {
		return nil
	}
	n := t.Shape[1]
	return t.F32[i*n : (i+1)*n]
}

// weights are those of the links from one column to the next.
type weights struct {
	values  []float32 // (in, out)
	alive   []uint8   // (in, out), 0 for links removed; nil if there is none
	in, out int
}

// weights returns the weights that leave a column.
func (f *figure) weights(column int) weights {
	name := f.Topology.Layers[column].Name + "/weight"
	t := f.Tensors[name]
	if len(t.Shape) != 2 || t.F32 == nil {
		return weights{}
	}
	w := weights{values: t.F32, in: t.Shape[0], out: t.Shape[1]}
	if a := f.Tensors[name+"/alive"].U8; len(a) == len(w.values) {
		w.alive = a
	}
	return w
}

// at returns the weight from unit i to unit j, 0 if there is none or it is no
// number, and whether the link is still there.
func (w weights) at(i, j int) (v float32, alive bool) {
	if i >= w.in || j >= w.out {
		return 0, true
	}
	at := i*w.out + j
	if v = w.values[at]; v != v {
		v = 0
	}
	return v, w.alive == nil || w.alive[at] != 0
}

// weight returns the weight from unit i of a column to unit j of the next one,
// and whether the link is still there.
func (f *figure) weight(column, i, j int) (v float32, alive bool) {
	return f.weights(column).at(i, j)
}

// bias returns the bias of unit j of a column.
func (f *figure) bias(column, j int) float32 {
	t := f.Tensors[f.layer(column)+"/bias"]
	if j >= len(t.F32) {
		return 0
	}
	return t.F32[j]
}

// wrong returns for each sample of a split whether it is taken for another class,
// or nil.
func (f *figure) wrong(split string) []uint8 {
	if f.Topology.Problem != "classification" {
		return nil
	}
	return f.Tensors["wrong/"+split].U8
}

// multiclass reports whether there is a plane a class.
func (f *figure) multiclass() bool {
	return f.Topology.Problem == "classification" && f.output().Units > 1
}

// range01 reports whether the output is a probability, drawn as if from -1 to 1.
func (f *figure) range01() bool {
	a := f.output().Activation
	return a == "sigmoid" || a == "softmax"
}

// likeliest returns the class with the largest of the planes of levels at a
// sample, and how much that is, from 0 for no more than chance to 1.
func likeliest(levels []uint8, planes, sample int) (class int, sure float32) {
	n := len(levels) / planes
	top := levels[sample]
	for k := 1; k < planes; k++ {
		if v := levels[k*n+sample]; v > top {
			class, top = k, v
		}
	}
	chance := 1 / float32(planes)
	return class, paper.Clamp((float32(top)/255-chance)/(1-chance), 0, 1)
}
