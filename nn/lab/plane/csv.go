package plane

import (
	"strconv"
	"strings"

	"nnplay/nn/data"
)

// DrawingCSV returns points of one's own as comma-separated values, with their
// classes or values; their inputs may have names, and so may their classes:
//
//	x1,x2,class
//	-3,0.012,1
func DrawingCSV(d data.Drawing, isValues bool, names, classes []string) []byte {
	header := []string{"x1", "x2", "class"}
	named := !isValues && tellApart(d, classes)
	switch {
	case isValues:
		header[2] = "y"
	case named:
		header[2] = "class name"
	}
	copy(header, names)
	for i, name := range header {
		header[i] = quoted(name)
	}
	out := []byte(strings.Join(header, ",") + "\n")
	for i := range d.Len() {
		x, y, value := d.At(i)
		if named {
			out = append(append(AppendNumbers(out, x, y), ','), quoted(classes[int(value)])...)
		} else {
			out = AppendNumbers(out, x, y, value)
		}
		out = append(out, '\n')
	}
	return out
}

// tellApart tells whether whoever reads the names of classes gets the classes again:
// each occurs, and they are in order.
func tellApart(d data.Drawing, classes []string) bool {
	seen := map[int]bool{}
	for i := range d.Len() {
		_, _, class := d.At(i)
		seen[int(class)] = true
	}
	for i := range classes {
		if !seen[i] || i > 0 && classes[i-1] >= classes[i] {
			return false
		}
	}
	return len(classes) > 0 && len(seen) == len(classes)
}

// quoted returns a name as a cell.
func quoted(name string) string {
	if strings.ContainsAny(name, ",;\"") {
		return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	return name
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
