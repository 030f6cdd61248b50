package paper

import "strings"

// CrossOff crosses out what is switched off, wherever it is drawn: cells of one part that
// stand in a picture together.
func (k *Kit) CrossOff(d *Drawing) {
	if !k.anyOff() {
		return
	}
	for i := range d.Spots {
		s := &d.Spots[i]
		if s.Part == nil {
			continue
		}
		var parts []litKey
		boxes := map[litKey]Rectangle{}
		for row := range max(s.Rows, 1) {
			for col := range max(s.Cols, 1) {
				p := s.Part(row, col)
				part, off := k.off(&p)
				if !off {
					continue
				}
				box := s.CellBox(row, col)
				if s.Path != nil {
					box = middle(s.Path(row, col))
				}
				if known, ok := boxes[part]; ok {
					box = known.Around(box)
				} else {
					parts = append(parts, part)
				}
				boxes[part] = box
			}
		}
		for _, part := range parts {
			k.cross(d, boxes[part])
		}
	}
}

// anyOff says whether something is switched off.
func (s *Scene) anyOff() bool {
	for name := range s.Tensors {
		if strings.HasSuffix(name, "/off") {
			return true
		}
	}
	return false
}

// Off says whether a part is switched off, or lies in one that is.
func (s *Scene) Off(p *Part) bool {
	_, off := s.off(p)
	return off
}

// off returns which part it is that is off: an element of a parameter, or a unit of what
// a layer puts out. A neuron is off with its unit, not with its bias.
func (s *Scene) off(p *Part) (part litKey, off bool) {
	if p.Parameter != "" && p.Kind != "neuron" {
		return s.offAt(p.Parameter, p.Index)
	}
	if p.Tensor != "" {
		return s.offAt(p.Tensor, p.Unit)
	}
	if part, off = s.offAt(p.Layer+"/out", p.Unit); off {
		return part, off
	}
	return s.offAt(p.Layer+"/hidden", p.Unit)
}

// offAt returns the part in which an element lies of what one sample has of a tensor, and
// whether that is off.
func (s *Scene) offAt(tensor string, element int) (part litKey, off bool) {
	t := s.Tensors[tensor+"/off"]
	if len(t.Shape) != 2 || len(t.U8) == 0 {
		return litKey{}, false
	}
	at := element % len(t.U8) / t.Shape[1]
	return litKey{tensor, at}, t.U8[at*t.Shape[1]] != 0
}

// Sizes of a cross.
const (
	leastCross = 5 // a side of what is crossed out
	mostReach  = 14
)

// cross dims an area and crosses it out.
func (k *Kit) cross(d *Drawing, r Rectangle) {
	s := &d.Light.Shapes
	s.Bar(r, k.Surface.Alpha(0.55))
	if min(r.W, r.H) < leastCross {
		return
	}
	x, y, reach := r.X+r.W/2, r.Y+r.H/2, min(r.W/2-1, r.H/2-1, mostReach)
	stroke := func(width float32, c Color) {
		s.Segment(x-reach, y-reach, x+reach, y+reach, width, c)
		s.Segment(x-reach, y+reach, x+reach, y-reach, width, c)
	}
	stroke(5, k.Surface)
	stroke(2, k.Ink)
}

// middle returns a small area around the middle of a line.
func middle(path [][2]float32) Rectangle {
	const reach = 7
	if len(path) == 0 {
		return Rectangle{}
	}
	at := path[len(path)/2]
	if len(path) == 2 {
		at = [2]float32{(path[0][0] + path[1][0]) / 2, (path[0][1] + path[1][1]) / 2}
	}
	return Rect(at[0]-reach, at[1]-reach, 2*reach, 2*reach)
}
