package rnn

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// Topology lists the layers of each network from below, of one that reads both ways
// both directions.
func (r *rnn) Topology() topology.Topology {
	t := r.Task.Topology()
	for _, l := range r.Learners {
		net := l.Model.(model.RNN)
		for i := range net.Layers {
			name := net.Cell.Name + strconv.Itoa(i+1)
			t.Layers = append(t.Layers, topology.Layer{Name: l.Name(name), Units: net.Hidden})
			if net.Bidirectional {
				t.Layers = append(t.Layers, topology.Layer{Name: l.Name(name + "-reverse"), Units: net.Hidden})
			}
		}
	}
	return t
}

// Groups returns the gates of a parameter of a cell.
func (r *rnn) Groups(parameter string) []string {
	for _, l := range r.Learners {
		cell := l.Model.(model.RNN).Cell
		name, own := strings.CutPrefix(parameter, l.Name(cell.Name))
		if own && (strings.Contains(name, "/input/") || strings.Contains(name, "/hidden/")) {
			return cell.Gates
		}
	}
	return nil
}

// Static adds which place was asked, "look/place".
func (r *rnn) Static(m *lab.Machine) []lab.View {
	return append(r.Task.Static(m), lab.View{Name: "look/place", Shape: []int{1}, F32: []float32{float32(r.place)}})
}

// Dynamic returns what is seen of one sample, on what the prediction that was
// asked hangs, how far errors reach back and how far that of the last minibatch
// did, by the names of package model, and the weights and biases by which the
// logits are made, "output/weight" (H, K) and "output/bias" (K); the second
// network's names begin with "rival/".
func (r *rnn) Dynamic(m *lab.Machine) []lab.View {
	m.Run("look")
	m.Run("trace")
	m.Run("connect")
	var views []lab.View
	for _, p := range m.Unit.Parameters() {
		if strings.HasSuffix(p.Name, "output/weight") || strings.HasSuffix(p.Name, "output/bias") {
			views = append(views, lab.ParameterView(m, p))
		}
	}
	for _, program := range []string{"look", "trace", "connect"} {
		views = append(views, r.Probes(m, program)...)
	}
	return append(views, r.minibatchGradients(m)...)
}

// minibatchGradients returns, for each layer and direction, the norm of the
// training loss's gradient with respect to the state after each step, as the last
// step of training found it on its minibatch: "lstm1/minibatch/gradient" (T). There
// is none before the first step.
func (r *rnn) minibatchGradients(m *lab.Machine) (views []lab.View) {
	for _, l := range r.Topology().Layers {
		states := m.Unit.Graph("step").Probe(l.Name + "/gradient/states") // (T, B, H)
		steps := states.Dim(0)
		values := m.Unit.Tensor(m.Arena, states)
		norms := make([]float32, steps)
		for t := range norms {
			var sum float64
			for _, v := range values[t*len(values)/steps : (t+1)*len(values)/steps] {
				sum += float64(v) * float64(v)
			}
			norms[t] = float32(math.Sqrt(sum))
		}
		if slices.Max(norms) > 0 {
			views = append(views, lab.View{Name: l.Name + "/minibatch/gradient", Shape: []int{steps}, F32: norms})
		}
	}
	return views
}
