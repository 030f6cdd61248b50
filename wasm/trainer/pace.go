package main

import (
	"math"
	"time"
)

// A pacer spreads steps over time. Its rate is one that was chosen, or that of the
// experiment's own pace: so many steps a second that what there is to see is there
// after the opening, and more and more from then on.
type pacer struct {
	own         bool    // at its own pace, not the chosen rate
	chosen      float64 // steps a second, 0 = unlimited
	interesting float64 // the step at which there is to see what the experiment is about

	last time.Duration // when due was asked
	owed float64       // steps that were due then
}

const (
	// opening is how long it takes at its own pace until a run is interesting.
	opening = 10 * time.Second
	// doublingTime is how long it takes from then on until the rate is twice what it was.
	doublingTime = 2 * time.Second
	// mostOwn is the largest rate of its own pace, in steps a second, where the opening
	// needs no larger one: fast, and still to be followed.
	mostOwn = 2500
	// backlog is how much of the past is made up for: after a pause of the
	// whole machine a run does not race.
	backlog = 250 * time.Millisecond
	// nap is the shortest sleep: below it several steps are made at once.
	nap = 8 * time.Millisecond
)

// first returns the rate of its own pace until the run is interesting.
func (p *pacer) first() float64 { return max(p.interesting/opening.Seconds(), 1) }

// rate returns the steps a second at a step, 0 if nothing limits them. A rate that
// doubles in equal times grows by the same amount each step: so it depends on the
// step alone, and goes on after a pause as it would have without.
func (p *pacer) rate(step uint64) float64 {
	if !p.own {
		return p.chosen
	}
	first, beyond := p.first(), max(0, float64(step)-p.interesting)
	return min(first+math.Ln2/doublingTime.Seconds()*beyond, max(first, mostOwn))
}

// restart begins to count at a time, at which one step is due.
func (p *pacer) restart(now time.Duration) { p.last, p.owed = now, 1 }

// due returns how many steps are to be made now, at a step.
func (p *pacer) due(now time.Duration, step uint64) int {
	rate := p.rate(step)
	if rate == 0 {
		return math.MaxInt
	}
	p.owed = min(p.owed+rate*(now-p.last).Seconds(), max(1, rate*backlog.Seconds()))
	p.last = now
	return int(max(p.owed, 0))
}

// count records steps that were made.
func (p *pacer) count(n int) { p.owed -= float64(n) }

// wait returns how long nothing will be due, at a step.
func (p *pacer) wait(now time.Duration, step uint64) time.Duration {
	rate := p.rate(step)
	if rate == 0 {
		return 0
	}
	next := p.last + time.Duration((1-p.owed)/rate*float64(time.Second))
	if next <= now {
		return 0
	}
	return max(next-now, nap)
}
