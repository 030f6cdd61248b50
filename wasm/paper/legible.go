package paper

// LeastText is the size of the smallest letters there are.
const LeastText = 11

// Heavier letters are so much wider than regular ones, about.
const boldness = 1.08

// blank is how much of the width that is measured no letter takes, at least: two pixels
// of the screen on each side.
const blank = 2

// TextBox returns the area of a text.
func (k *Kit) TextBox(t *Text) Rectangle {
	w := k.Measure(t.Words, t.Size)
	switch {
	case t.Medium:
		w = k.MeasureMedium(t.Words, t.Size)
	case t.Strong:
		w *= boldness
	}
	w -= blank
	return Rect(t.X-w*t.Align, t.Y-t.Size/2, w, t.Size)
}

// Whole returns the area of the drawing with the margin around it.
func (k *Kit) Whole() Rectangle { return k.Free.Grown(Margin) }

// Legible returns the texts that can be read: each is left out that reaches out of the
// drawing or into one before it.
func (k *Kit) Legible(texts []Text) []Text {
	whole := k.Whole()
	kept, boxes := texts[:0], make([]Rectangle, 0, len(texts))
	rows := map[int][]int{} // of boxes, by where they are from top to bottom
	for i := range texts {
		box := k.TextBox(&texts[i])
		free := box.X >= whole.X && box.Y >= whole.Y && box.X+box.W <= whole.X+whole.W && box.Y+box.H <= whole.Y+whole.H
		first, last := int(box.Y)/legibleRow, int(box.Y+box.H)/legibleRow
		for row := first; row <= last && free; row++ {
			for _, at := range rows[row] {
				free = free && !box.Meets(boxes[at])
			}
		}
		if !free {
			continue
		}
		for row := first; row <= last; row++ {
			rows[row] = append(rows[row], len(boxes))
		}
		kept, boxes = append(kept, texts[i]), append(boxes, box)
	}
	return kept
}

// legibleRow is the height of the rows in which texts are looked for, about that of
// one.
const legibleRow = 16
