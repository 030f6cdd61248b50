package experiment

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// A course is what a run is from its first step on: what its settings begin with, and
// what is changed on the way. A run that makes the same steps makes the same changes,
// and so comes to the same bits. A course is a value: no method changes a slice in place.
type course struct {
	begin  lab.Spec         // without a log
	log    []setting.Change // in order; those of later steps are still to come
	hand   []string         // the keys of what was changed by hand, sorted
	untold bool             // something was done that no change says
}

// maxLog bounds the log of a run; what is done by hand beyond is untold.
const maxLog = 2000

// courseOf returns the course that a spec tells.
func courseOf(s lab.Spec) course {
	c := course{begin: s, log: s.Log}
	c.begin.Log = nil
	return c
}

// whole returns the spec that tells all of the course.
func (c course) whole() lab.Spec {
	s := c.begin
	if len(c.log) > 0 {
		s.Log = c.log
	}
	return s
}

// at returns the settings after so many steps.
func (c course) at(step uint64) lab.Spec { return c.whole().At(step) }

// until returns how many steps, n at most, there are to the next change.
func (c course) until(step uint64, n int) int {
	if _, coming := setting.ChangesUntil(c.log, step); len(coming) > 0 {
		return int(min(uint64(n), coming[0].Step-step))
	}
	return n
}

// due returns what is changed at a step.
func (c course) due(step uint64) []setting.Change {
	made, _ := setting.ChangesUntil(c.log, step)
	return made[sortedFrom(made, step):]
}

// sortedFrom returns the place of the first change of a step or a later one.
func sortedFrom(all []setting.Change, step uint64) int {
	at, _ := slices.BinarySearchFunc(all, setting.Change{Step: step}, setting.CompareChanges)
	return at
}

// cut leaves out what comes after a step.
func (c course) cut(step uint64) course {
	c.log, _ = setting.ChangesUntil(c.log, step)
	return c
}

// byHand remembers that something was changed by hand.
func (c course) byHand(key string) course {
	if at, found := slices.BinarySearch(c.hand, key); !found {
		c.hand = slices.Insert(slices.Clone(c.hand), at, key)
	}
	return c
}

// set changes settings by hand at a step. Before the first, the course begins with
// them; what is as it was before the step is no change.
func (c course) set(step uint64, changes []setting.Change) course {
	before := c.begin
	if step > 0 {
		before = c.at(step - 1)
	}
	for _, change := range changes {
		f, _ := c.begin.Family.Find(change.Key)
		switch {
		case step == 0:
			f.Parse(&c.begin, change.Value)
		case f.Get(&before) == change.Value:
			c = c.without(step, change.Key)
		default:
			c = c.byHand(change.Key).add(change)
		}
	}
	return c
}

// write notes a change of a weight by hand.
func (c course) write(change setting.Change) course { return c.byHand(change.Key).add(change) }

// give makes weights those that the course begins with, and forgets what was written
// to one of them before the first step.
func (c course) give(weights, key string) course {
	c.begin.Weights = weights
	return c.without(0, key)
}

// add notes a change, as far as there is room.
func (c course) add(change setting.Change) course {
	next := setting.Changed(c.log, change)
	if len(next) > maxLog {
		c.untold = true
		return c
	}
	c.log = next
	return c
}

// without leaves out the change of something at a step.
func (c course) without(step uint64, key string) course {
	c.log = slices.DeleteFunc(slices.Clone(c.log), func(old setting.Change) bool { return old.Step == step && old.Key == key })
	return c
}

// anew returns what begins where a run begins anew: with the settings as somebody
// wants them who sees what they are now. What was changed by hand stays as it is
// now, and is not changed on the way; what was so from the first is changed again, as
// far as that is possible.
func (c course) anew(now, next lab.Spec) lab.Spec {
	begin := next
	begin.Log = nil
	if next.Family != c.begin.Family {
		return begin
	}
	var again []setting.Change
	for _, change := range c.log {
		if _, changed := slices.BinarySearch(c.hand, change.Key); changed {
			continue
		}
		again = append(again, change)
		if f, ok := begin.Family.Find(change.Key); ok && f.Get(&next) == f.Get(&now) {
			f.Parse(&begin, f.Get(&c.begin))
		}
	}
	if len(again) > 0 {
		begin.TakeLog(again)
	}
	return begin
}
