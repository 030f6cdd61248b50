package transformer

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/topology"
)

// Topology lists the blocks, those of an encoder first.
func (t *transformer) Topology() topology.Topology {
	out := t.Task.Topology()
	var prefixes []string
	if t.own.Kind == "encoder-decoder" {
		prefixes = append(prefixes, "encoder/")
	}
	for _, prefix := range append(prefixes, "") {
		for i := range t.own.Blocks {
			out.Layers = append(out.Layers, topology.Layer{Name: prefix + "block" + strconv.Itoa(i), Units: t.own.Width})
		}
	}
	return out
}

// Groups returns the heads of a parameter that makes queries, keys or values.
func (t *transformer) Groups(parameter string) []string {
	if !slices.ContainsFunc([]string{"/query/", "/key/", "/value/"}, func(part string) bool { return strings.Contains(parameter, part) }) {
		return nil
	}
	heads := make([]string, t.own.Heads)
	for i := range heads {
		heads[i] = strconv.Itoa(i + 1)
	}
	return heads
}

// Static adds which head was chosen, "look/head".
func (t *transformer) Static(m *lab.Machine) []lab.View {
	return append(t.Task.Static(m), lab.View{Name: "look/head", Shape: []int{1}, F32: []float32{float32(t.head)}})
}

// Dynamic returns what is seen of one sample, by the names of model.Transformer,
// the weights and biases by which its logits are made, "output/weight" (D, V) and
// "output/bias" (V), and "embedding/map", the embeddings in a plane.
func (t *transformer) Dynamic(m *lab.Machine) []lab.View {
	m.Run("look")
	views := t.Probes(m, "look")
	table := m.Slice("encoder/embedding/weight")
	if table == nil {
		table = m.Slice("embedding/weight")
	}
	views = append(views, t.outputViews(m)...)
	return append(views, t.chart.view(table, t.own.Width)...)
}

// outputViews returns the parameters of the last layer; those of the embedding,
// turned, where they are its weights.
func (t *transformer) outputViews(m *lab.Machine) []lab.View {
	width, n := t.own.Width, t.Outputs()
	if !t.own.Tied {
		return []lab.View{
			{Name: "output/weight", Shape: []int{width, n}, F32: slices.Clone(m.Slice("output/weight"))},
			{Name: "output/bias", Shape: []int{n}, F32: slices.Clone(m.Slice("output/bias"))},
		}
	}
	weights := make([]float32, width*n)
	for i, v := range m.Slice("embedding/weight") { // (V, D)
		weights[i%width*n+i/width] = v
	}
	return []lab.View{{Name: "output/weight", Shape: []int{width, n}, F32: weights}}
}
