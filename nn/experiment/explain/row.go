package explain

import "slices"

// A layout says of what a sample has several rows, where rows count more than samples:
// so many times, positions, or elements of images. Of times those of a sample lie in
// turn with those of others, else one after the other.
type layout struct{ times, positions, places []int }

// layout finds out of what a sample has several, by the tensors that have dimensions of
// their own for them.
func (v *view) layout() (l layout) {
	for i := range v.names.All() {
		t := &v.names.All()[i]
		switch {
		case len(t.Dims) < 3:
		case t.Dims[0] == "time" && t.Dims[1] == "batch" && t.Shape[1] == v.batch:
			l.times = append(l.times, t.Shape[0])
		case t.Dims[0] != "batch" || t.Shape[0] != v.batch:
		case t.Dims[1] == "position":
			l.positions = append(l.positions, t.Shape[1])
		case t.Dims[1] == "row":
			l.places = append(l.places, t.Shape[1]*t.Shape[2])
		}
	}
	return l
}

// isRow says whether a dimension counts samples.
func (v *view) isRow(t *Made, dim int) bool {
	return dim == 0 && (t.Dims[0] == "batch" || t.Dims[0] == "place") || dim == 1 && t.Dims[0] == "time" && t.Dims[1] == "batch"
}

// belongs says whether a row is one of the sample.
func (v *view) belongs(row, rows int) bool {
	each := rows / v.batch
	if each > 1 && !slices.Contains(v.rows.times, each) && (slices.Contains(v.rows.positions, each) || slices.Contains(v.rows.places, each)) {
		return row/each == v.sample
	}
	return row%v.batch == v.sample%rows
}
