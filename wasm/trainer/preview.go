package main

import (
	"encoding/binary"
	"math"

	"nnplay/nn/data"
	"nnplay/nn/rng"
)

// Sizes of the pictures by which a page offers the data sets.
const (
	previewPoints  = 180
	previewClasses = 3 // where the experiment chooses their number
)

// previews answers a few points of every data set: sets holds {name, problem,
// inputs, classes, from, count}, points a float32 buffer (points, 3) of x and y, 0 to 1
// from the lower left of the domain, and the class or the target.
func (s *session) previews(c command) *failure {
	var sets []any
	var points []byte
	from := 0
	for i := range data.Sets {
		set := &data.Sets[i]
		p := set.Points(rng.New(1, rng.Data), previewPoints, previewClasses, 0)
		classes := set.Classes
		if classes == 0 && set.Problem == data.Classification {
			classes = previewClasses
		}
		for j := range p.Len() {
			points = appendPreview(points, set, p, j)
		}
		sets = append(sets, map[string]any{
			"name": set.Name, "problem": set.Problem.String(), "inputs": set.Inputs, "classes": classes, "from": from, "count": p.Len(),
		})
		from += p.Len()
	}
	s.answer(c.ID(), message{"type": "previews", "sets": sets, "points": points})
	return nil
}

// appendPreview appends sample j.
func appendPreview(dst []byte, set *data.Set, p data.Points, j int) []byte {
	x, value := p.X[j*p.Dim], p.Y[j*p.Targets]
	y := value
	if p.Dim == 2 {
		y = p.X[j*p.Dim+1]
	}
	d := set.Domain
	for _, v := range []float32{(x - d[0]) / (d[1] - d[0]), (y - d[2]) / (d[3] - d[2]), value} {
		dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(v))
	}
	return dst
}
