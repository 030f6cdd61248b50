package experiment

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

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
