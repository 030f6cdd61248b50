package main

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"

	"nnplay/nn/data"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// A sketch is the text of a drawing, and what its inputs and its classes are called.
type sketch struct{ text, names, classes string }

// newSketch returns what can be undone of a drawing that nobody has touched.
func newSketch() undoing[sketch] {
	return undoing[sketch]{most: 200, size: func(s sketch) int { return len(s.text) }, room: maxUndoText}
}

// sketchOf returns the drawing that a spec holds.
func sketchOf(spec *lab.Spec) (s sketch) {
	own := spec.Family.OwnOf(setting.Points)
	if own == nil {
		return s
	}
	if s.text = spec.Get(own.Key); own.Names != "" {
		s.names = spec.Get(own.Names)
	}
	if own.Classes != "" {
		s.classes = spec.Get(own.Classes)
	}
	return s
}

// maxUndoText bounds what is remembered of drawings, in characters.
const maxUndoText = 4 << 20

// drawOwn changes the points of one's own.
func (s *session) drawOwn(c command) *failure {
	op := c.Op()
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	if !spec.Chose(setting.Points) && op != "take" {
		return fail("not-drawing")
	}
	was := sketchOf(&spec)
	next := was
	d, _ := data.ParseDrawing(was.text)
	if was.text == "" {
		d.Values = s.run.Topology().Problem == "regression"
	}
	switch op {
	case "add", "erase":
		if f := stroke(&d, op, c.Text("value")); f != nil {
			return f
		}
	case "clear":
		d = data.Drawing{Values: d.Values}
	case "from":
		own := spec.Family.OwnOf(setting.Points)
		if own.Begin == nil {
			return fail("bad-field", "field", "value")
		}
		begun, ok := own.Begin(&spec, c.Text("value"))
		if !ok {
			return fail("bad-field", "field", "value")
		}
		d, _ = data.ParseDrawing(begun)
		next.names, next.classes = "", ""
	case "take":
		if d, ok := data.ParseDrawing(c.Text("value")); ok && d.Len() > 0 {
			return s.takeDrawing(c, spec, d)
		}
		return fail("bad-field", "field", "value")
	case "undo", "redo":
		return s.drawAgain(c, spec, op)
	}
	next.text = d.String()
	if op == "add" && was.text == "" && d.Len() < experiment.FewRows {
		trainAll(&spec)
	}
	if next == was {
		s.state(c.ID(), nil, false)
		return nil
	}
	if more := (op == "add" || op == "erase") && c.Flag("more"); more && len(s.sketch.past) > 0 {
		s.sketch.future = nil
	} else {
		s.sketch.changed(was)
	}
	return s.changePoints(c, spec, next)
}

// trainAll makes all points of one's own train.
func trainAll(spec *lab.Spec) {
	if own := spec.Family.OwnOf(setting.Points); own.Share != "" {
		share, _ := spec.Family.Find(own.Share)
		spec.Change(own.Share, share.Beyond)
	}
}

// changePoints gives the run other points.
func (s *session) changePoints(c command, spec lab.Spec, next sketch) *failure {
	own := spec.Family.OwnOf(setting.Points)
	notices, err := spec.Change(own.Key, next.text)
	if err != nil {
		return notice.Of(err)
	}
	return s.name(c, spec, next, notices)
}

// name says what the inputs and the classes of points are called, if there are any, and
// goes over to them.
func (s *session) name(c command, spec lab.Spec, next sketch, notices []setting.Notice) *failure {
	own := spec.Family.OwnOf(setting.Points)
	for _, given := range []struct{ key, names string }{{own.Names, next.names}, {own.Classes, next.classes}} {
		if given.key == "" || next.text == "" {
			continue
		}
		if err := spec.Set(given.key, given.names); err != nil {
			return notice.Of(err)
		}
	}
	return s.update(c, spec, notices)
}

// takeDrawing replaces the points, and the data set by that of their kind.
func (s *session) takeDrawing(c command, spec lab.Spec, d data.Drawing) *failure {
	s.sketch.changed(sketchOf(&spec))
	next := sketch{d.String(), c.Text("names"), c.Text("classes")}
	notices, err := s.families.Take(&spec, setting.Points, next.text)
	if err != nil {
		return notice.Of(err)
	}
	return s.name(c, spec, next, notices)
}

// drawAgain goes a stroke back, or forth.
func (s *session) drawAgain(c command, spec lab.Spec, op string) *failure {
	again := s.sketch.undo
	if op == "redo" {
		again = s.sketch.redo
	}
	next, ok := again(sketchOf(&spec))
	if !ok {
		s.state(c.ID(), nil, false)
		return nil
	}
	return s.changePoints(c, spec, next)
}

// stroke adds the marks of a text to a drawing, or erases what they touch.
func stroke(d *data.Drawing, op, text string) *failure {
	for mark := range strings.SplitSeq(text, ";") {
		var v [3]float32
		parts := strings.Split(mark, ",")
		if len(parts) != len(v) {
			return fail("bad-field", "field", "value")
		}
		for i, part := range parts {
			n, err := strconv.ParseFloat(part, 32)
			if err != nil || math.IsNaN(n) {
				return fail("bad-field", "field", "value")
			}
			v[i] = float32(n)
		}
		if op == "erase" {
			d.Erase(v[0], v[1], v[2])
		} else if !d.Add(v[0], v[1], v[2]) {
			return fail("too-many-points", "limit", strconv.Itoa(data.MaxOwn))
		}
	}
	return nil
}

// heldBack returns how many of n points of one's own do not train.
func heldBack(spec *lab.Spec, n int) int {
	own := spec.Family.OwnOf(setting.Points)
	if own == nil || own.Share == "" || n == 0 {
		return 0
	}
	percent, _ := strconv.Atoi(spec.Get(own.Share))
	return n - n*data.AtLeastOne(n, percent)/100
}

// points answers with the points of one's own, a float32 buffer (n, 3) of x, y
// and the class or the value, with how many of them do not train, and with how
// much can be undone and redone.
func (s *session) points(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	d, _ := data.ParseDrawing(spec.HeldText(setting.Points))
	buffer := make([]byte, 0, 12*d.Len())
	for i := range d.Len() {
		x, y, v := d.At(i)
		for _, v := range []float32{x, y, v} {
			buffer = binary.LittleEndian.AppendUint32(buffer, math.Float32bits(v))
		}
	}
	s.answer(c.ID(), message{
		"type": "points", "points": buffer, "carried": spec.Carried(setting.Points), "held": heldBack(&spec, d.Len()),
		"undo": len(s.sketch.past), "redo": len(s.sketch.future),
	})
	return nil
}

// export answers with the data as CSV.
func (s *session) export(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	csv, name := spec.CSV(), spec.Family.Name
	if csv == nil {
		return notice.Of(setting.Refuse("no-action", "given", "export"))
	}
	if own := spec.Family.Own; len(own) > 0 {
		name = spec.Get(own[0].Choice)
	}
	s.answer(c.ID(), message{"type": "export", "csv": string(csv), "name": "nnplay-" + name + ".csv"})
	return nil
}
