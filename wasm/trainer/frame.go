package main

import (
	"reflect"
	"time"

	"nnplay/nn/lab"
	"nnplay/wasm/wire"
)

// A request is a command for a frame that waits for its answer.
type request struct {
	id   any
	full bool
}

// maxFrames bounds the requests that wait; a page has one.
const maxFrames = 100

// frame remembers that a frame is wanted; draw answers. A full one carries all
// that a canvas which has seen nothing needs.
func (s *session) frame(c command) *failure {
	if len(s.frames) >= maxFrames {
		return fail("too-many-jobs")
	}
	s.frames = append(s.frames, request{c.ID(), c.Flag("full")})
	return nil
}

// busy tells whether the run goes on without another command.
func (s *session) busy() bool { return s.playing || len(s.jobs) > 0 }

// An expense is what was done last beside training: what it took and when it was
// over.
type expense struct{ cost, end time.Duration }

// due returns when training has been left alone for so many times what it took.
func (e expense) due(times time.Duration) time.Duration { return e.end + times*e.cost }

// While a run goes on pictures take a quarter of the time at most, and numbers an
// eighth: where judging a network takes long, not every picture has new ones.
const (
	drawingPause   = 3
	measuringPause = 7
)

// frameDue returns when the next picture may be made.
func (s *session) frameDue() time.Duration { return s.drawing.due(drawingPause) }

// draw answers the requests for frames: at once if the run stands still, else
// when there is something new and drawing has not taken too much of the time.
func (s *session) draw() {
	for len(s.frames) > 0 {
		full := s.frames[0].full
		if s.busy() && !full && (!s.changed || s.now() < s.frameDue()) {
			return
		}
		id := s.frames[0].id
		s.frames = s.frames[1:]
		s.changed = false
		s.answer(id, s.picture(full))
	}
}

// picture makes the answer to a request. There is always one, if only to say
// that there is nothing to see.
func (s *session) picture(full bool) (m message) {
	m = message{"type": "frame", "snapshot": nil, "metrics": nil, "without": nil, "step": nil}
	defer func() {
		if r := recover(); r != nil {
			s.failed(r, nil)
		}
		m["playing"], m["busy"] = s.playing, s.busy()
	}()
	if s.run == nil {
		return m
	}
	if full {
		s.static, s.topology = true, nil
	}
	start := s.now()
	if !s.busy() || full || start >= s.measuring.due(measuringPause) {
		m["metrics"], m["without"] = s.measure(!s.busy()), s.without()
		now := s.now()
		s.measuring, start = expense{now - start, now}, now
	}
	m["snapshot"] = s.snapshot()
	m["step"] = float64(s.run.Steps())
	now := s.now()
	s.drawing = expense{now - start, now}
	return m
}

// snapshot encodes what a canvas does not know yet.
func (s *session) snapshot() []byte {
	snapshot := wire.Snapshot{Step: s.run.Steps()}
	views, warp := s.warped()
	topology := s.run.Topology()
	topology.Warp = wire.Warp{Layer: warp.layer, First: warp.first, Second: warp.second}
	if shown := s.run.Parameter(s.shown); shown != nil {
		views, topology.Shown = append(views, shown...), s.shown
	}
	if s.topology == nil || !reflect.DeepEqual(topology, *s.topology) {
		if s.topology != nil && !reflect.DeepEqual(topology.Axes, s.topology.Axes) {
			s.static = true // another plane of the data
		}
		s.topology = &topology
		snapshot.Topology = &topology
	}
	if s.static {
		s.static = false
		snapshot.Tensors = wireTensors(nil, s.run.Static(), true)
	}
	snapshot.Tensors = wireTensors(snapshot.Tensors, s.run.Dynamic(), false)
	snapshot.Tensors = wireTensors(snapshot.Tensors, views, false)
	snapshot.Tensors = wireTensors(snapshot.Tensors, s.pinned(), false)
	return snapshot.Append(nil)
}

func wireTensors(dst []wire.Tensor, views []lab.View, still bool) []wire.Tensor {
	for _, v := range views {
		dst = append(dst, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8, Still: still})
	}
	return dst
}
