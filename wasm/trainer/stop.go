package main

import (
	"math"
	"strconv"
	"time"
)

// A stopper ends playing when one of its conditions comes true. It looks at the
// run after certain steps only, which the spec determines: so where a run
// stops does not depend on how fast it is or how often it is drawn. The zero
// stopper never stops anything.
//
// A condition that was met does not stop the run a second time: whoever presses
// play again wants to go on.
type stopper struct {
	accuracy float64 // share of right answers, 0 = off
	flat     uint64  // steps in which the training loss does not fall, 0 = off
	steps    uint64  // 0 = off

	reached bool    // the accuracy was
	best    float64 // the least training loss so far
	since   uint64  // the step of it
}

const (
	// leastLook is the least number of steps between two looks.
	leastLook = 100
	// epochsALook keeps looking, which evaluates all points once, cheap beside
	// training, which passes them several times forward and backward.
	epochsALook = 4
	// progress is the share by which the loss has to fall to be no longer flat.
	progress = 0.01
)

// stop sets the conditions.
func (s *session) stop(c command) *failure {
	next := stopper{accuracy: c.Number("accuracy"), flat: uint64(c.Number("flat")), steps: uint64(c.Number("steps"))}
	s.stopper = next
	s.stopper.restart(0)
	if s.run != nil {
		s.stopper.restart(s.run.Steps())
	}
	s.answer(c.ID(), message{
		"type": "stops", "accuracy": next.accuracy, "flat": float64(next.flat), "steps": float64(next.steps),
	})
	return nil
}

// restart forgets what was seen before a step.
func (p *stopper) restart(step uint64) {
	p.reached = false
	p.best, p.since = math.Inf(1), step
}

// looks tells whether there is anything to measure.
func (p *stopper) looks() bool { return p.accuracy > 0 && !p.reached || p.flat > 0 }

// left returns how many steps may be made before the next look, which comes
// every so many steps.
func (p *stopper) left(step, every uint64) int {
	left := uint64(math.MaxInt)
	if p.looks() {
		left = every - step%every
	}
	if p.steps > step {
		left = min(left, p.steps-step)
	}
	return int(left)
}

// lookEvery returns after how many steps the run is looked at.
func (s *session) lookEvery() uint64 {
	return max(leastLook, epochsALook*uint64(s.run.StepsPerEpoch()))
}

// playUntil is trainUntil for a run that plays: it ends where a condition comes
// true.
func (s *session) playUntil(until time.Duration, n int) (made int) {
	for made < n && s.playing {
		k := min(n-made, s.stopper.left(s.run.Steps(), s.lookEvery()))
		m := s.trainUntil(until, k)
		made += m
		if m == 0 {
			break
		}
		s.lookForStop()
	}
	return made
}

// lookForStop stops playing, and says why, if a condition has come true.
func (s *session) lookForStop() {
	p, step := &s.stopper, s.run.Steps()
	switch {
	case s.diverged:
	case p.steps > 0 && step == p.steps:
		s.stopFor("steps", map[string]any{"step": strconv.FormatUint(step, 10)})
	case p.looks() && step%s.lookEvery() == 0:
		m := s.run.Metrics()
		if p.accuracy > 0 && !p.reached && m.Accuracy >= p.accuracy {
			p.reached = true
			s.stopFor("accuracy", map[string]any{"accuracy": percent(m.Accuracy), "wanted": percent(p.accuracy)})
			return
		}
		if m.TrainLoss < p.best*(1-progress) {
			p.best, p.since = m.TrainLoss, step
		} else if p.flat > 0 && step-p.since >= p.flat {
			s.stopFor("flat", map[string]any{"steps": strconv.FormatUint(step-p.since, 10)})
			p.best, p.since = m.TrainLoss, step
		}
	}
}

// stopReasons are the English sentences by reason; "stopped.REASON" names the
// translation.
var stopReasons = map[string]string{
	"accuracy": "The accuracy has reached the mark.",
	"flat":     "The training loss no longer falls.",
	"steps":    "The number of steps is reached.",
}

func (s *session) stopFor(reason string, args map[string]any) {
	s.playing = false
	s.post(message{
		"type": "stopped", "reason": reason, "args": args, "text": stopReasons[reason],
		"playing": false, "step": float64(s.run.Steps()),
	})
}

// percent writes a share with one decimal.
func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + "%" }
