package main

import (
	"encoding/binary"
	"math"
)

// previews answers with a few points of every data set that a family offers by a
// picture: sets holds {name, problem, inputs, classes, from, count}, points a
// float32 buffer (points, 3): see lab.Preview.
func (s *session) previews(c command) *failure {
	var sets []any
	var points []byte
	for _, f := range s.families {
		if f.Previews == nil {
			continue
		}
		for _, p := range f.Previews() {
			sets = append(sets, map[string]any{
				"name": p.Name, "problem": p.Problem, "inputs": p.Inputs, "classes": p.Classes,
				"from": len(points) / previewBytes, "count": len(p.Points) / 3,
			})
			for _, v := range p.Points {
				points = binary.LittleEndian.AppendUint32(points, math.Float32bits(v))
			}
		}
	}
	s.answer(c.ID(), message{"type": "previews", "sets": sets, "points": points})
	return nil
}

// previewBytes is the size of a point in the answer.
const previewBytes = 3 * 4
