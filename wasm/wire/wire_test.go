package wire

import (
	"reflect"
	"testing"
)

func example() *Snapshot {
	return &Snapshot{
		Step: 1 << 40,
		Topology: &Topology{
			Architecture: "mlp", Problem: "classification", Inputs: 2, Classes: 3, Domain: [4]float32{-6, 6, -5, 5},
			Axes:       []string{"sepal length", "体重"},
			Spans:      [][2]float32{{150_000, 250_000}, {-1, 1}},
			Features:   []Feature{{Name: "x", Symbol: "X₁"}, {Name: "xTimesY", Symbol: "X₁X₂", Date: true}},
			Plane:      []int{1, 0},
			Layers:     []Layer{{Name: "hidden1", Units: 4, Activation: "tanh", Formula: "tanh z", Norm: "none", Dropout: 0.25}, {Name: "output", Units: 3, Activation: "softmax", Norm: "none", Shape: []int{2, 2, 3}}},
			Discretize: true,
			Warp:       Warp{Layer: 1, First: 3, Second: 2},
			Symbols:    []string{"cat", "狗", ""},
			Parameters: []Parameter{{Name: "hidden1/weight", Shape: []int{2, 4}, Groups: []string{"input", "forget"}}, {Name: "output/bias", Shape: []int{3}}},
			Shown:      "output/bias",
		},
		Tensors: []Tensor{
			{Name: "hidden1/weight", Shape: []int{2, 2}, F32: []float32{1, -2, 3.5, 0}},
			{Name: "odd", Shape: []int{3}, U8: []uint8{1, 2, 3}, Still: true},
			{Name: "scalar", F32: []float32{7}},
			{Name: "empty", Shape: []int{0, 3}, Still: true},
		},
	}
}

func TestRoundTrip(t *testing.T) {
	for _, want := range []*Snapshot{example(), {Step: 3}} {
		b := want.Append(nil)
		for shift := range 4 { // aligned and not
			moved := append(make([]byte, shift), b...)[shift:]
			got, err := Decode(moved)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("%v: %+v, want %+v", err, got, want)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	b := example().Append(nil)
	for n := range b {
		if _, err := Decode(b[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are accepted", n, len(b))
		}
	}
	huge := (&Snapshot{Tensors: []Tensor{{Name: "x", Shape: []int{1 << 30, 1 << 30}}}}).Append(nil)
	short := (&Snapshot{Tensors: []Tensor{{Name: "x", Shape: []int{5}, U8: []uint8{1}}}}).Append(nil)
	for _, b := range [][]byte{nil, []byte("hello"), make([]byte, 1<<20), huge, short} {
		if _, err := Decode(b); err == nil {
			t.Errorf("%d bytes are accepted", len(b))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(example().Append(nil))
	f.Add((&Snapshot{}).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Decode(b)
		if err != nil {
			return
		}
		again, err := Decode(s.Append(nil))
		if err != nil || len(again.Tensors) != len(s.Tensors) {
			t.Fatalf("what was decoded does not encode: %v", err)
		}
	})
}
