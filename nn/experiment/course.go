package experiment

import (
	"slices"
	"strconv"

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

// note changes the course by hand at the present step. Where the run has been further,
// what came there before is no longer so.
func (r *Run) note(change func(c course) course) {
	if _, to := r.Known(); to > r.Steps() {
		r.course = r.course.cut(r.Steps())
	}
	r.course = change(r.course)
	if t, ok := r.task.(lab.Rewinder); ok && t.Halfway() {
		r.course.untold = true
	}
}

// come makes changes those that come after the present step.
func (r *Run) come(coming []setting.Change) {
	if _, known := setting.ChangesUntil(r.course.log, r.Steps()); slices.Equal(known, coming) {
		return
	}
	r.course = r.course.cut(r.Steps())
	r.course.log = slices.Concat(r.course.log, coming)
	r.turned()
}

// arrive makes what is to be changed at the present step.
func (r *Run) arrive() {
	due := r.course.due(r.Steps())
	if len(due) == 0 {
		return
	}
	r.spec = r.course.at(r.Steps()).ShownAs(r.spec)
	r.tune()
	for _, c := range due {
		given, freezes, ok := c.Weight()
		if !ok {
			continue
		}
		p := r.fits(given)
		if p == nil {
			continue
		}
		if at := flat(p, given.Index); !freezes {
			r.write(p, at, c.Number())
		} else if frozen := c.Value == "true"; frozen != r.frozen(p, at) && r.hold(p, at, frozen) != nil {
			r.course.untold = true // the engine refuses to compile it
		}
		r.edits.made = true
		r.touched()
	}
}

// Course returns the experiment that the run is: what its settings begin with, and what
// is changed on the way; what is shown is as it is now.
func (r *Run) Course() lab.Spec {
	return r.course.whole().ShownAs(r.spec)
}

// ChangesMade returns how many of the changes were made up to now.
func (r *Run) ChangesMade() int {
	made, _ := setting.ChangesUntil(r.course.log, r.Steps())
	return len(made)
}

// Told reports whether the run's link tells all about it: something may have been done
// that no link says, or so much that it has no room.
func (r *Run) Told() bool { return !r.course.untold && fits(r.Course()) }

// Link returns the link of the run, from which it comes to the same bits in as many
// steps; where that can't be, the link of the experiment with the settings as they are now.
func (r *Run) Link() string {
	if r.Told() {
		return Link(r.Course())
	}
	return Link(r.spec)
}

// LinkOf returns the link that the run would have with other settings.
func (r *Run) LinkOf(spec lab.Spec) string {
	switch {
	case spec.RestartsFrom(r.spec):
		return Link(r.course.anew(r.spec, spec))
	case spec.TrainsAs(r.spec) && r.Told():
		return Link(r.Course().ShownAs(spec))
	}
	return Link(spec)
}

// fits tells whether a link has room for what a spec changes on the way, beside all else.
func fits(s lab.Spec) bool {
	if len(s.Log) == 0 {
		return true
	}
	return setting.ChangesFit(s.Log) && len(write(&s, (*setting.Field).ToLink)) <= setting.MaxLink
}

// Fork goes on from the present step as another run: what the run came to later is
// forgotten, and what was to be changed there.
func (r *Run) Fork() {
	r.course = r.course.cut(r.Steps())
	r.turned()
}

// Strike leaves out what is changed of something at a step: it makes another run of
// this one, from there on. It returns how many steps are to be trained to where the run
// was. It is an error if nothing such is changed.
func (r *Run) Strike(step uint64, key string) (left int, err error) {
	if !slices.ContainsFunc(r.course.log, func(c setting.Change) bool { return c.Step == step && c.Key == key }) {
		return 0, setting.Refuse("no-change", "key", key, "step", strconv.FormatUint(step, 10))
	}
	now, p := r.Steps(), &r.past
	r.course = r.course.without(step, key)
	p.stays = slices.DeleteFunc(p.stays, func(s stay) bool { return s.step >= step })
	p.end = min(p.end, max(now, step))
	switch {
	case step > now:
		return 0, nil
	case len(p.stays) == 0:
		r.start()
	default:
		if err := r.take(p.stays[len(p.stays)-1]); err != nil {
			return 0, err
		}
	}
	return int(now - r.Steps()), nil
}
