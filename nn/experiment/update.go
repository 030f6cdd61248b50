package experiment

import (
	"slices"
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Update changes the settings of the run. Where only such differ as may change while
// training, it goes on as another run, which is no longer to change what came later; else
// it restarts, with nothing to change on the way, and says so.
func (r *Run) Update(spec lab.Spec) (restarted bool, err error) {
	if err := spec.Validate(); err != nil {
		return false, err
	}
	if spec.RestartsFrom(r.spec) {
		return true, r.build(r.course.anew(r.spec, spec))
	}
	spec.Log = nil
	turned := !spec.TrainsAs(r.spec)
	if turned {
		r.note(func(c course) course { return c.set(r.Steps(), spec.Differences(r.spec, r.Steps())) })
	}
	r.spec = spec
	r.tune()
	if turned {
		r.turned()
	}
	return false, nil
}

// Follow goes over to another experiment: to the settings that it has after as many
// steps, and to what it changes later. Where only settings differ that may change
// while training, the run goes on; else that experiment begins, and it says so.
func (r *Run) Follow(spec lab.Spec) (restarted bool, err error) {
	if err := spec.Validate(); err != nil {
		return false, err
	}
	now := spec.At(r.Steps())
	if now.RestartsFrom(r.spec) {
		return true, r.build(spec)
	}
	if _, err := r.Update(now); err != nil {
		return false, err
	}
	_, coming := setting.ChangesUntil(spec.Log, r.Steps())
	r.come(coming)
	return false, nil
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
