package plane

import (
	"strconv"

	"nnplay/nn/data"
)

// DrawingCSV returns points of one's own as comma-separated values, with their
// classes or values:
//
//	x1,x2,class
//	-3,0.012,1
func DrawingCSV(d data.Drawing, isValues bool) []byte {
	out := []byte("x1,x2,class\n")
	if isValues {
		out = []byte("x1,x2,y\n")
	}
	for i := range d.Len() {
		x, y, value := d.At(i)
		out = append(AppendNumbers(out, x, y, value), '\n')
	}
	return out
}

// AppendNumbers appends numbers with commas between them, with the digits that
// give the same float32 again.
func AppendNumbers(out []byte, values ...float32) []byte {
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendFloat(out, float64(v), 'g', -1, 32)
	}
	return out
}
