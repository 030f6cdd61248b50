package main

import (
	"math"

	"nnplay/wasm/paper"
)

// A motion is what moves in a figure: samples, for a moment, to where a phase of
// slow motion takes them, and the marks of streams, while training goes on and a
// little longer in each phase. Times are in ms.
type motion struct {
	phase string // of slow motion, "" while there is none
	step  uint64
	began float64
}

const (
	motionTime   = 1100 // for the samples, ms
	marksTime    = 3200 // and for the marks
	streamPeriod = 700  // for a mark's way to the next
)

// follow notes the phase that is shown.
func (m *motion) follow(s *paper.Scene, now float64) {
	if phase := s.Phase(); phase != m.phase || s.Step != m.step {
		m.phase, m.step, m.began = phase, s.Step, now
	}
}

// share returns how far the samples have come.
func (m *motion) share(now float64, calm bool) float32 {
	if m.phase == "" || calm {
		return 1
	}
	share := paper.Clamp(float32((now-m.began)/motionTime), 0, 1)
	return share * share * (3 - 2*share)
}

// marks returns how much is seen of the marks, and where they are. Without slow
// motion that is as much as training makes flow.
func (m *motion) marks(now float64, calm bool, flowing float32) (amount, phase float32, run bool) {
	at := float32(math.Mod(now/streamPeriod, 1))
	if m.phase == "" {
		return flowing, at, flowing > 0
	}
	if calm || now-m.began > marksTime {
		return 1, 0, false
	}
	return 1, at, true
}
