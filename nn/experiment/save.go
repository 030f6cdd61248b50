package experiment

import (
	"encoding/binary"
	"math"

	"nnplay/nn"
	"nnplay/nn/data/images"
	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// A saved run, numbers little-endian:
//
//	magic
//	link, points, text   each its length as uvarint, then its bytes
//	steps                uvarint
//	flags                a byte: edited by hand, compiled for freezing, with rows, with a course, with what no course tells
//	rows                 of a table that the link does not carry: length as uvarint, the file
//	course               length as uvarint, then the text of course.text, if it is not that of the link
//	layout               uint64, of the arena: another version may have another one
//	cursor               float32: where in the pass over the training data it is
//	n, values            uvarint, then n float32: what nn.Unit.Carried lists
const magic = "nnplay run 1\n"

// savedTexts are the kinds of data of one's own that stand in a saved run, since
// its link may be too short for them.
var savedTexts = []setting.Kind{setting.Points, setting.Passage}

const (
	flagEdited = 1 << iota
	flagFreezes
	flagRows
	flagCourse
	flagUntold
)

// Save returns the run as it stands, from where Resume goes on to the same
// bits: weights, moments, the state of random numbers, and what was edited or
// frozen by hand. It returns nil for a run that keeps more than an arena holds,
// as L-BFGS does. What a reader looks at is not in it.
func (r *Run) Save() []byte {
	if r.lbfgs != nil {
		return nil
	}
	out := []byte(magic)
	texts := []string{Link(r.spec)}
	for _, kind := range savedTexts {
		texts = append(texts, r.spec.HeldText(kind))
	}
	for _, s := range texts {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = binary.AppendUvarint(out, r.machine.Steps)
	var flags byte
	if r.edits.made {
		flags |= flagEdited
	}
	if r.edits.compiled {
		flags |= flagFreezes
	}
	table, _ := r.spec.Holds(setting.Table).(*rows.Rows)
	if lacksRows(Link(r.spec)) {
		flags |= flagRows
	}
	told := r.course.text(r.spec)
	if told != "" {
		flags |= flagCourse
	}
	if r.course.untold {
		flags |= flagUntold
	}
	out = append(out, flags)
	if flags&flagRows != 0 {
		file := table.Encode()
		out = binary.AppendUvarint(out, uint64(len(file)))
		out = append(out, file...)
	}
	if flags&flagCourse != 0 {
		out = binary.AppendUvarint(out, uint64(len(told)))
		out = append(out, told...)
	}
	out = binary.LittleEndian.AppendUint64(out, r.machine.Unit.Layout())
	cursor := float32(0)
	if at := r.machine.Slice(nn.Cursor); at != nil {
		cursor = at[0]
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(cursor))
	pieces := r.machine.Unit.Carried(r.machine.Arena)
	n := 0
	for _, piece := range pieces {
		n += len(piece)
	}
	out = binary.AppendUvarint(out, uint64(n))
	for _, piece := range pieces {
		for _, v := range piece {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
		}
	}
	return out
}

// Resume returns the run that was saved; here are the images of one's own, which
// it means but does not carry where they are too many for a link. It is an error,
// with the code "bad-run", if saved is not what Save has written for this
// version, or means other images.
func (t Families) Resume(saved []byte, here *images.Album, engine program.Engine) (*Run, error) {
	in := stored{saved}
	if string(in.next(len(magic))) != magic {
		return nil, setting.Refuse("bad-run")
	}
	link := in.text()
	var texts []string
	for range savedTexts {
		texts = append(texts, in.text())
	}
	spec, notices, err := t.Parse(link)
	if meant, missing := setting.PicturesMissing(notices); missing && here.Text() == meant {
		spec.Hold(setting.Pictures, here)
	}
	steps, flags := in.uvarint(), in.byte()
	if flags&flagRows != 0 && !holdRows(&spec, []byte(in.text())) {
		return nil, setting.Refuse("bad-run")
	}
	if err != nil || !complete(&spec, texts) || Link(spec) != link {
		return nil, setting.Refuse("bad-run")
	}
	course := courseOf(spec)
	if flags&flagCourse != 0 {
		var ok bool
		if course, ok = parseCourse(spec, in.text(), steps); !ok {
			return nil, setting.Refuse("bad-run")
		}
	}
	course.untold = flags&flagUntold != 0 || flags&(flagEdited|flagCourse) == flagEdited
	layout, cursor, n := in.uint64(), in.float(), in.uvarint()
	if in.rest == nil || n != uint64(len(in.rest))/4 || len(in.rest)%4 != 0 {
		return nil, setting.Refuse("bad-run")
	}
	r, err := NewOn(spec, engine)
	if err != nil {
		return nil, err
	}
	if flags&flagFreezes != 0 {
		if err := r.recompile(true); err != nil {
			return nil, err
		}
	}
	pieces := r.machine.Unit.Carried(r.machine.Arena)
	for _, piece := range pieces {
		n -= uint64(len(piece))
	}
	if r.lbfgs != nil || n != 0 || layout != r.machine.Unit.Layout() {
		return nil, setting.Refuse("bad-run")
	}
	r.machine.Steps = steps
	r.beginPass()
	if !r.seek(cursor) {
		return nil, setting.Refuse("bad-run")
	}
	for _, piece := range pieces {
		for i := range piece {
			piece[i] = in.float()
		}
	}
	r.course = course
	r.edits.made = flags&flagEdited != 0
	r.countFrozen()
	r.tune()
	return r, nil
}

// lacksRows tells whether a link means rows of a table that it does not carry.
func lacksRows(link string) bool {
	pairs, _ := setting.Split(link)
	text, _ := setting.ValueOf(pairs, "table")
	_, elsewhere := rows.Elsewhere(text)
	return elsewhere
}

// holdRows gives a spec the rows of a file. It reports whether it could.
func holdRows(s *lab.Spec, file []byte) bool {
	r, err := rows.Decode(file)
	if err != nil || s.Family.OwnOf(setting.Table) == nil {
		return false
	}
	s.Hold(setting.Table, r)
	return true
}

// complete gives a spec the texts of savedTexts that its link was too short for.
// It reports whether it could.
func complete(s *lab.Spec, texts []string) bool {
	for i, kind := range savedTexts {
		own := s.Family.OwnOf(kind)
		if own != nil && texts[i] != "" && s.Set(own.Key, texts[i]) != nil {
			return false
		}
		if s.HeldText(kind) != texts[i] {
			return false
		}
	}
	return true
}

// seek goes to a place in the present pass. It reports whether a run that has
// made so many steps can be there, so that the minibatches that follow lie
// within the data.
func (r *Run) seek(cursor float32) bool {
	at := r.machine.Slice(nn.Cursor)
	if at == nil {
		return cursor == 0
	}
	n, perEpoch := len(r.machine.Slice(nn.Order)), uint64(r.StepsPerEpoch())
	k := r.machine.Steps % perEpoch
	if !(cursor >= 0 && float64(cursor)*float64(perEpoch) <= float64(k)*float64(n)) || cursor != float32(int(cursor)) {
		return false
	}
	at[0] = cursor
	return true
}

// countFrozen counts what is frozen in the arena.
func (r *Run) countFrozen() {
	r.edits.frozen = 0
	if r.machine.Slice(nn.Frozen) == nil {
		return
	}
	for _, p := range r.machine.Unit.Parameters() {
		for i := range p.Len() {
			if r.frozen(p, i) {
				r.edits.frozen++
			}
		}
	}
}

// A stored is what is left to read of what was saved; where there is too little it goes on with
// zeros, and rest is nil.
type stored struct{ rest []byte }

func (r *stored) next(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest = nil
		return nil
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *stored) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.rest = nil
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *stored) text() string {
	n := r.uvarint()
	if n > uint64(len(r.rest)) {
		r.rest = nil
		return ""
	}
	return string(r.next(int(n)))
}

func (r *stored) byte() byte {
	if b := r.next(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *stored) uint64() uint64 {
	if b := r.next(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *stored) float() float32 {
	if b := r.next(4); b != nil {
		return math.Float32frombits(binary.LittleEndian.Uint32(b))
	}
	return 0
}
