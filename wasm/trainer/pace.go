package main

import (
	"math"
	"time"
)

// A pacer spreads steps evenly over time: n seconds after its start, n times
// rate steps and the first one have become due. The zero pacer does not limit.
type pacer struct {
	rate  float64 // steps a second, 0 = unlimited
	start time.Duration
	made  float64 // steps since the start
}

const (
	// backlog is how much of the past is made up for: after a pause of the
	// whole machine a run does not race.
	backlog = 250 * time.Millisecond
	// nap is the shortest sleep: below it several steps are made at once.
	nap = 8 * time.Millisecond
)

// restart begins to count at a time.
func (p *pacer) restart(now time.Duration) { p.start, p.made = now, 0 }

// due returns how many steps are to be made now.
func (p *pacer) due(now time.Duration) int {
	if p.rate == 0 {
		return math.MaxInt
	}
	due := math.Floor((now-p.start).Seconds()*p.rate) + 1 - p.made
	if most := max(1, math.Ceil(p.rate*backlog.Seconds())); due > most {
		p.restart(now)
		p.made = 1 - most
		due = most
	}
	return int(max(due, 0))
}

// count records steps that were made.
func (p *pacer) count(n int) { p.made += float64(n) }

// wait returns how long nothing will be due.
func (p *pacer) wait(now time.Duration) time.Duration {
	if p.rate == 0 {
		return 0
	}
	next := p.start + time.Duration(p.made/p.rate*float64(time.Second))
	if next <= now {
		return 0
	}
	return max(next-now, nap)
}
