package table

import (
	"slices"
	"testing"

	"nnplay/nn/data/rows"
)

// TestRows makes rows of a table that an experiment carries: all inputs, with the
// column that each comes from.
func TestRows(t *testing.T) {
	read, err := Read([]byte("day,size,color,kind\n2024-01-01,1.5,red,a\n2024-01-02,2.5,blue,b\n2024-01-05,4,red,b\n2024-01-03,2.5,green,a\n"), Choices{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := read.Samples("")
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Rows()
	if err != nil {
		t.Fatal(err)
	}
	want := []rows.Input{
		{Name: "day", Column: "day", Kind: rows.Date}, {Name: "size", Column: "size", Kind: rows.Number},
		{Name: "color = blue", Column: "color", Kind: rows.Category}, {Name: "color = green", Column: "color", Kind: rows.Category}, {Name: "color = red", Column: "color", Kind: rows.Category},
	}
	if !slices.Equal(r.Inputs, want) || !slices.Equal(r.Targets, []string{"kind"}) || !slices.Equal(r.Classes, []string{"a", "b"}) {
		t.Errorf("%v, %v, %v", r.Inputs, r.Targets, r.Classes)
	}
	if r.Len() != 4 || !slices.Equal(r.Y, []float32{0, 1, 1, 0}) || !slices.Equal(r.X[1:5], []float32{1.5, 0, 0, 1}) {
		t.Errorf("%v, %v", r.X, r.Y)
	}
	again, err := rows.Decode(r.Encode())
	if err != nil || !slices.Equal(again.Inputs, r.Inputs) || !slices.Equal(again.X, r.X) {
		t.Errorf("the file holds %v: %v", again, err)
	}
}
