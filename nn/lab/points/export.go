package points

import (
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/setting"
)

// csv returns the data of a valid spec as comma-separated values: a row a
// sample with its raw inputs, its class or its targets, and whether it is
// trained on or tested with. Numbers have the digits that give the same
// float32 again.
//
//	x1,x2,class,part
//	-2.5,0.012,1,train
//
// Points and rows of one's own come in their own order and without the part, so that
// whoever reads them again gets the same drawing and so the same parts.
func csv(s *lab.Spec) []byte {
	own := of(s)
	if own.set().Table {
		return tableCSV(own.Table)
	}
	if own.set().Own {
		return plane.DrawingCSV(own.drawing(), own.classes() == 0, setting.SplitLabels(own.AxisNames), setting.SplitLabels(own.ClassNames))
	}
	p := newProblem(s)
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
			out = plane.AppendNumbers(out, part.points.X[i*dim:(i+1)*dim]...)
			out = append(out, ',')
			out = plane.AppendNumbers(out, part.points.Y[i*targets:(i+1)*targets]...)
			out = append(out, ","+part.name+"\n"...)
		}
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
