package experiment

import (
	"strconv"

	"nnplay/nn/data"
)

// CSV returns the data of a valid spec as comma-separated values: a row a
// sample with its raw inputs, its class or its targets, and whether it is
// trained on or tested with. Numbers have the digits that give the same
// float32 again.
//
//	x1,x2,class,part
//	-2.5,0.012,1,train
//
// Points of one's own come in their own order and without the part, so that
// whoever reads them again gets the same drawing and so the same parts.
func (s Spec) CSV() []byte {
	if s.Drawn() {
		return drawingCSV(s.Drawing(), s.classes() == 0)
	}
	p := newProblem(&s)
	dim, targets := p.train.points.Dim, p.train.points.Targets
	var out []byte
	for i := range dim {
		out = append(out, numbered("x", i, dim)+","...)
	}
	for i := range targets {
		name := "class"
		if p.classes == 0 {
			name = numbered("y", i, targets)
		}
		out = append(out, name+","...)
	}
	out = append(out, "part\n"...)
	for _, part := range []struct {
		name string
		*split
	}{{"train", &p.train}, {"test", &p.test}} {
		for i := range part.points.Len() {
			out = appendNumbers(out, part.points.X[i*dim:(i+1)*dim]...)
			out = append(out, ',')
			out = appendNumbers(out, part.points.Y[i*targets:(i+1)*targets]...)
			out = append(out, ","+part.name+"\n"...)
		}
	}
	return out
}

func drawingCSV(d data.Drawing, isValues bool) []byte {
	out := []byte("x1,x2,class\n")
	if isValues {
		out = []byte("x1,x2,y\n")
	}
	for i := range d.Len() {
		x, y, value := d.At(i)
		out = append(appendNumbers(out, x, y, value), '\n')
	}
	return out
}

// appendNumbers appends numbers with commas between them.
func appendNumbers(out []byte, values ...float32) []byte {
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendFloat(out, float64(v), 'g', -1, 32)
	}
	return out
}

// numbered names one of several columns.
func numbered(name string, i, n int) string {
	if n == 1 {
		return name
	}
	return name + strconv.Itoa(i+1)
}
