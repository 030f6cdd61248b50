package points

import "nnplay/wasm/paper"

// What outputs mean to the reader: classes by their names, and values in their own
// units, of which a network learns -1 to 1.

// meant returns the value that output k stands for.
func (f *figure) meant(k int, v float32) float32 {
	spans := f.Topology.Spans
	if k >= len(spans) {
		return v
	}
	lo, hi := spans[k][0], spans[k][1]
	return lo + (v+1)/2*(hi-lo)
}

// value writes what output k stands for.
func (f *figure) value(k int, v float32, digits int) string {
	return paper.Number(f.meant(k, v), digits)
}

// verdict writes the class that a single output means, and how sure it is: 0 or -1 is
// the first one; "" where the classes have no names.
func (f *figure) verdict(v float32) string {
	t := f.Topology
	if t.Problem != "classification" || len(t.Symbols) != 2 || f.output().Units != 1 {
		return ""
	}
	class, middle := 0, float32(0)
	if f.range01() {
		middle = 0.5
	}
	if v > middle {
		class = 1
	}
	sure := paper.Number(v, 2)
	if f.range01() {
		share := v
		if class == 0 {
			share = 1 - v
		}
		sure = paper.Number(100*share, 0) + "%"
	}
	return f.className(class) + " (" + sure + ")"
}

// className returns as much of a class's name as fits into a line.
func (f *figure) className(class int) string { return paper.Shortened(f.Symbol(class), 24) }
