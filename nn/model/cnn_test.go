package model_test

import (
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
)

func find[T any](t *testing.T, by func(string) (T, bool), name string) T {
	t.Helper()
	v, ok := by(name)
	if !ok {
		t.Fatalf("there is no %q", name)
	}
	return v
}

// cnn is a network with everything a CNN may have, on images of 12 x 10.
func cnn(t *testing.T) model.CNN {
	return model.CNN{
		Height: 12, Width: 10, Channels: 2,
		Stages: []model.Stage{
			{Filters: 4, Kernel: nn.Window{Size: 3, Padding: 1}, Residual: true, Pooling: model.MaxPooling, PoolWindow: nn.Window{Size: 2, Stride: 2}},
			{Filters: 4, Kernel: nn.Window{Size: 3, Padding: 2, Dilation: 2}, Residual: true},
			{Filters: 6, Kernel: nn.Window{Size: 3, Stride: 2, Padding: 1}, Residual: true, Pooling: model.AveragePooling, PoolWindow: nn.Window{Size: 3, Stride: 2, Padding: 1}},
		},
		GlobalPooling: true,
		Hidden:        []int{5},
		Activation:    find(t, nn.FindActivation, "silu"),
		Normalization: find(t, nn.FindNormalization, "batch"),
		Dropout:       true,
		Initializer:   find(t, nn.FindInitializer, "he"),
		Outputs:       3, OutputActivation: "softmax",
	}
}

// TestCNNShapes records a network for training and compares what it names with
// what it says of its images.
func TestCNNShapes(t *testing.T) {
	m := cnn(t)
	if err := m.Check(); err != nil {
		t.Fatal(err)
	}
	mem := nn.NewMemory()
	g := mem.Graph("step")
	g.Training = true
	const batch = 3
	z, y := m.Record(g.Input("x", batch, 12*10*2))
	if got := [4]int{z.Dim(0), z.Dim(1), y.Dim(0), y.Dim(1)}; got != [4]int{batch, 3, batch, 3} {
		t.Errorf("z and y are %v", got)
	}
	for _, l := range m.Images()[1:] {
		p := g.Probe(l.Name + "/out")
		if p == nil {
			t.Errorf("%s/out is not named", l.Name)
			continue
		}
		if want := batch * l.Height * l.Width * l.Channels; p.Len() != want {
			t.Errorf("%s/out is %v, want %d x %d x %d", l.Name, p.Shape(), l.Height, l.Width, l.Channels)
		}
	}
	var names []string
	for _, l := range m.Layers() {
		names = append(names, l.Name)
		if g.Probe(l.Name+"/out") == nil {
			t.Errorf("%s/out is not named", l.Name)
		}
	}
	if want := "[conv1 pool1 conv2 conv3 pool3 global hidden1 output]"; len(names) != 8 || names[1] != "pool1" || names[4] != "pool3" {
		t.Errorf("layers %v, want %v", names, want)
	}
	parameters := map[string]bool{}
	for _, p := range mem.Parameters() {
		parameters[p.Name] = true
	}
	for _, name := range []string{"conv1/kernel", "conv1/bias", "conv1/norm/gain", "conv1/shortcut/kernel", "conv3/shortcut/kernel", "hidden1/weight", "output/bias"} {
		if !parameters[name] {
			t.Errorf("there is no parameter %s", name)
		}
	}
	if parameters["conv2/shortcut/kernel"] {
		t.Error("conv2 projects images that are as large as its own")
	}
}

// TestCNNCheck names the layer that does not fit.
func TestCNNCheck(t *testing.T) {
	for want, stages := range map[string][]model.Stage{
		"conv2": {{Filters: 1, Kernel: nn.Window{Size: 5}}, {Filters: 1, Kernel: nn.Window{Size: 9}}},
		"pool1": {{Filters: 1, Kernel: nn.Window{Size: 5}, Pooling: model.MaxPooling, PoolWindow: nn.Window{Size: 9}}},
		"conv1": {{Filters: 1, Kernel: nn.Window{Size: 2, Stride: 3, Padding: 4}, Residual: true}},
	} {
		m := model.CNN{Height: 12, Width: 10, Channels: 1, Stages: stages}
		if err := m.Check(); err == nil || err.Error()[:5] != want {
			t.Errorf("%+v: %v, want one of %s", stages, err, want)
		}
	}
}

// TestCNNReceptive compares receptive fields with what changes of the output
// when an element of the input does.
func TestCNNReceptive(t *testing.T) {
	m := cnn(t)
	m.Channels, m.Normalization, m.Dropout = 1, find(t, nn.FindNormalization, "none"), false
	m.Activation = find(t, nn.FindActivation, "linear")
	mem := nn.NewMemory()
	g := mem.Graph("forward")
	m.Record(g.Input("x", 1, 120))
	unit := mem.Link()
	arena := unit.NewArena()
	unit.Initialize(arena, 1, 1)
	for _, p := range unit.Parameters() { // nothing cancels
		for i, v := range unit.Slice(arena, p.Name) {
			unit.Slice(arena, p.Name)[i] = max(v, -v) + 0.1
		}
	}
	run := program.NewInterpreter(arena)
	x := unit.Slice(arena, "x")
	out := func(layer string) []float32 {
		clear(x)
		run.Run(unit.Programs["forward"], 1)
		return append([]float32(nil), unit.Tensor(arena, g.Probe(layer+"/out"))...)
	}
	for _, l := range m.Images()[1:] {
		before := out(l.Name)
		seen := make([]model.Rect, l.Height*l.Width)
		for i := range x {
			clear(x)
			x[i] = 100 // more than what pooling meets elsewhere
			run.Run(unit.Programs["forward"], 1)
			row, col := i/m.Width, i%m.Width
			for e, v := range unit.Tensor(arena, g.Probe(l.Name+"/out")) {
				r := &seen[e/l.Channels]
				if v == before[e] {
					continue
				}
				if *r == (model.Rect{}) {
					*r = model.Rect{Top: row, Left: col, Bottom: row + 1, Right: col + 1}
				}
				r.Top, r.Left, r.Bottom, r.Right = min(r.Top, row), min(r.Left, col), max(r.Bottom, row+1), max(r.Right, col+1)
			}
		}
		for e, want := range seen {
			y, x := e/l.Width, e%l.Width
			if got, ok := m.Receptive(l.Name, "input", y, x); !ok || got != want {
				t.Errorf("%s (%d, %d) sees %+v, want %+v", l.Name, y, x, got, want)
			}
		}
	}
	for _, at := range [][2]int{{-1, 0}, {0, 10}, {12, 0}} {
		if _, ok := m.Receptive("conv1", "input", at[0], at[1]); ok {
			t.Errorf("conv1 has an element at %v", at)
		}
	}
}

// TestSaliency compares the gradient with differences of the winning class's
// pre-activation.
func TestSaliency(t *testing.T) {
	m := cnn(t)
	m.Stages[0].Pooling = model.AveragePooling // a difference may not cross a kink
	mem := nn.NewMemory()
	g := mem.Graph("look")
	const batch, inputs = 2, 240
	x := g.Input("x", batch, inputs)
	s := model.Saliency(m, x)
	plain := mem.Graph("forward")
	z, _ := m.Record(plain.Input("x", batch, inputs))
	z.Named("z")
	unit := mem.Link()
	arena := unit.NewArena()
	unit.Initialize(arena, 4, 1)
	for i := range unit.Slice(arena, "x") {
		unit.Slice(arena, "x")[i] = float32(i%13)/13 - 0.3
	}
	for i := range unit.Gradients(arena) {
		unit.Gradients(arena)[i] = 7
	}
	run := program.NewInterpreter(arena)
	run.Run(unit.Programs["look"], 1)
	saliency := append([]float32(nil), unit.Tensor(arena, s)...)
	for i, v := range unit.Gradients(arena) {
		if v != 7 {
			t.Fatalf("gradient %d of the parameters was written", i)
		}
	}
	logits := func() []float32 {
		run.Run(unit.Programs["forward"], 1)
		return append([]float32(nil), unit.Tensor(arena, z)...)
	}
	first := logits()
	winner := func(b int) int {
		best := 0
		for k := range m.Outputs {
			if first[b*m.Outputs+k] > first[b*m.Outputs+best] {
				best = k
			}
		}
		return b*m.Outputs + best
	}
	values := unit.Slice(arena, "x")
	for i := 0; i < batch*inputs; i += 7 {
		const step = 1. / 64
		at := winner(i / inputs)
		was := values[i]
		values[i] = was + step
		up := logits()[at]
		values[i] = was - step
		down := logits()[at]
		values[i] = was
		want := (up - down) / (2 * step)
		if d := saliency[i] - want; d > 2e-3 || d < -2e-3 {
			t.Errorf("saliency %d is %v, by differences %v", i, saliency[i], want)
		}
	}
}
