package plane

import (
	"strconv"
	"strings"

	"nnplay/nn/data"
)

// DrawingCSV returns points of one's own as comma-separated values, with their
// classes or values; their inputs may have names:
//
//	x1,x2,class
//	-3,0.012,1
func DrawingCSV(d data.Drawing, isValues bool, names []string) []byte {
	header := []string{"x1", "x2", "class"}
	if isValues {
		header[2] = "y"
	}
	copy(header, names)
	for i, name := range header {
		if strings.ContainsAny(name, ",;\"") {
			header[i] = `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
		}
	}
	out := []byte(strings.Join(header, ",") + "\n")
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
