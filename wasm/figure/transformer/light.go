package transformer

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// blockOf returns the path of the block that a number is part of, and what of it:
// "encoder/block0" and "attention/query"; false for what is part of none.
func blockOf(l *paper.Lit) (block, part string, ok bool) {
	name := l.Of()
	at := strings.Index(name, "block")
	if at < 0 || at > 0 && name[at-1] != '/' {
		return "", "", false
	}
	end := strings.IndexByte(name[at:], '/')
	if end < 0 {
		return name, "", true
	}
	return name[:at+end], name[at+end+1:], true
}

// headOf returns which head a number of an attention belongs to, and whether it is one
// of the weights or scores; false if it is of none.
func (a *attention) headOf(l *paper.Lit) (head int, weight, ok bool) {
	part, own := strings.CutPrefix(l.Of()+"/", a.name+"/")
	if part = strings.TrimSuffix(part, "/"); !own {
		return 0, false, false
	}
	kind, _, _ := strings.Cut(part, "/")
	switch width := a.width; {
	case l.Parameter == "" && (part == "" || part == "scores"):
		return l.Element / (a.rows * a.cols), true, true
	case width > 0 && (part == "mixed" || slices.Contains([]string{"query", "key", "value"}, kind)):
		return l.Element % width / max(width/a.heads, 1), false, true
	}
	return 0, false, false
}

// ofHead returns to which head a number belongs, -1 for none.
func ofHead(all []attention, l *paper.Lit) int {
	return slices.IndexFunc(all, func(a attention) bool {
		head, _, ok := a.headOf(l)
		return ok && head == a.head
	})
}

// litHead returns which head has to do with what is told of in a step that is gone
// through, or is of the same block; -1 if none has.
func (k figure) litHead(all []attention) int {
	for i := range k.Lit {
		l := &k.Lit[i]
		block, _, ok := blockOf(l)
		if l.As != paper.LitResult {
			continue
		}
		if at := ofHead(all, l); at >= 0 {
			return at
		}
		if !ok { // what the encoder reads, or leaves
			encodes := strings.HasPrefix(l.Of(), "encoder/") || l.Tensor == "minibatch/source"
			return slices.IndexFunc(all, func(a attention) bool { return encodes && a.encoder })
		}
		return slices.IndexFunc(all, func(a attention) bool { return a.blockPath() == block })
	}
	return -1
}

// partOf returns what of the network a cell of the large head is.
func (a *attention) partOf(row, col int) paper.Part {
	return paper.Part{Layer: a.name, Tensor: a.name, Unit: (a.head*a.rows+row)*a.cols + col}
}

// standHead makes rows and columns of a large head stand for what they are made of: a
// place's query is a row, its key and its value a column. labels is where the tokens
// are.
func (k figure) standHead(d *paper.Drawing, s *paper.Spot, a *attention, labels paper.Rectangle) {
	read := [2]string{"minibatch/x", "minibatch/x"}
	if a.encoder {
		read = [2]string{"minibatch/source", "minibatch/source"}
	} else if a.cross {
		read[1] = "minibatch/source"
	}
	each := max(1, k.numbersAPlace())
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		if l.Tensor == read[0] && l.Element/each < s.Rows {
			row := s.CellBox(l.Element/each, 0)
			return paper.Rect(labels.X, row.Y, labels.W, row.H), true
		}
		head, weight, ok := a.headOf(l)
		if !ok || head != a.head {
			return box, false
		}
		kind, _, _ := strings.Cut(strings.TrimPrefix(l.Of(), a.name+"/"), "/")
		column := kind == "key" || kind == "value"
		switch place := l.Time - 1; {
		case weight:
			at := l.Element % (a.rows * a.cols)
			return s.CellBox(at/a.cols, at%a.cols), true
		case place < 0:
			return s.Box, true
		case column && place < s.Cols:
			cell := s.CellBox(0, place)
			return paper.Rect(cell.X, s.Box.Y, cell.W, s.Box.H), true
		case !column && place < s.Rows:
			cell := s.CellBox(place, 0)
			return paper.Rect(s.Box.X, cell.Y, s.Box.W, cell.H), true
		}
		return box, false
	})
}

// numbersAPlace returns how many numbers are read at a place.
func (k figure) numbersAPlace() int {
	if t := k.Tensors["look/x"]; len(t.Shape) == 2 {
		return t.Shape[1]
	}
	return 1
}

// standStream makes what the residual stream carries at a place, after each block, stand
// for all that has no place of its own, heads have theirs: what a block does, and the
// embedding before.
func (k figure) standStream(d *paper.Drawing, s *paper.Spot, a *attention, all []attention) {
	prefix := strings.TrimSuffix(a.blockPath(), "block"+strconv.Itoa(a.block))
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		name, own := strings.CutPrefix(l.Of(), prefix)
		if !own || prefix == "" && strings.HasPrefix(name, "encoder/") || ofHead(all, l) >= 0 {
			return box, false
		}
		first, _, _ := strings.Cut(name, "/")
		col, place := 0, l.Time-1
		number, isBlock := strings.CutPrefix(first, "block")
		switch block, err := strconv.Atoi(number); {
		case isBlock && err == nil:
			col = block + 1
			if strings.HasPrefix(name, first+"/norm1/") { // it reads what comes in
				col--
			}
		case first == "norm":
			col = s.Cols - 1
		case first == "position" && l.Parameter != "":
			place = l.Element / max(k.widthOf("embedding"), 1)
		case first != "embedding":
			return box, false
		}
		col = min(col, s.Cols-1)
		if place < 0 || place >= s.Rows {
			cell := s.CellBox(0, col)
			return paper.Rect(cell.X, s.Box.Y, cell.W, s.Box.H), true
		}
		return s.CellBox(place, col), true
	})
}

// widthOf returns how many numbers a tensor (1, T, D) has at a place, 0 if it is not
// there.
func (k figure) widthOf(name string) int {
	if _, shape := k.Values(name, 3); shape != nil {
		return shape[2]
	}
	return 0
}

// standUnits makes the columns of a feed-forward layer stand for its units, so many
// each, and for what those are made of.
func standUnits(d *paper.Drawing, s *paper.Spot, a *attention, units, by int) {
	path := a.blockPath() + "/mlp"
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		if l.Of() != path+"/units" && !strings.HasPrefix(l.Of(), path+"/up/") {
			return box, false
		}
		col := l.Element % units / by
		if l.Time == 0 {
			cell := s.CellBox(0, col)
			return paper.Rect(cell.X, s.Box.Y, cell.W, s.Box.H), true
		}
		return s.CellBox(min(l.Time, s.Rows)-1, col), true
	})
}

// standAnswers makes what is predicted at the places stand for the output's sums, what
// is wanted, and the loss.
func standAnswers(d *paper.Drawing, r paper.Rectangle, places int) {
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		place := l.Time - 1
		switch first, _, _ := strings.Cut(l.Of(), "/"); {
		case l.Tensor == "minibatch/target":
			place = l.Element
		case !slices.Contains([]string{"output", "loss", "objective"}, first):
			return box, false
		}
		if place < 0 || place >= places {
			return r, true
		}
		pitch := r.H / float32(places)
		return paper.Rect(r.X, r.Y+float32(place)*pitch, r.W, pitch), true
	})
}

// standSmall makes the small picture of a head stand for all that is the head's and, of
// the first one, for all of its block.
func standSmall(d *paper.Drawing, box paper.Rectangle, a attention) {
	d.Stands = append(d.Stands, func(l *paper.Lit) (paper.Rectangle, bool) {
		head, _, ok := a.headOf(l)
		block, _, within := blockOf(l)
		return box, ok && head == a.head || !ok && within && a.head == 0 && block == a.blockPath()
	})
}
