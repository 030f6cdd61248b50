package main

import (
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// load replaces the experiment by a link's. Of a link that is refused only the
// first is replaced, by the default, so that there is something to see.
func (s *session) load(c command) *failure {
	link := c.Text("link")
	spec, notices, err := s.families.Parse(link)
	if err == nil {
		if s.run != nil {
			spec, notices = s.refill(spec, notices)
		}
		notices = append(notices, spec.TakeLog(spec.Log)...) // what is here may go together with less
		err = s.begin(spec)
	}
	if err != nil {
		if s.run == nil {
			if err := s.begin(s.families.Default()); err != nil {
				return notice.Of(err)
			}
			s.state(nil, nil, true)
		}
		return notice.Of(err)
	}
	s.state(c.ID(), append(notices, s.run.Unplaced()...), true)
	return nil
}

// begin opens a run of a spec in place of the present one.
func (s *session) begin(spec lab.Spec) error {
	r, err := s.open(spec)
	if err != nil {
		return err
	}
	s.replace(r)
	return nil
}

// replace goes over to another run, paused.
func (s *session) replace(r run) {
	s.halt()
	s.run = r
	s.restarted()
	s.findPace()
}

// findPace looks up when the present experiment becomes interesting.
func (s *session) findPace() { s.pace.interesting = float64(s.families.Interesting(s.run.Spec())) }

// restarted forgets what was known of the run before.
func (s *session) restarted() {
	s.history = experiment.History{}
	s.surveyed = survey{}
	s.diverged = false
	s.chunk = 1
	s.static = true
	s.changed = true
	s.pace.restart(s.now())
	s.stopper.restart(s.run.Steps())
	s.recovered()
}

func (s *session) set(c command) *failure {
	key, value := c.Text("key"), c.Text("value")
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	notices, err := s.families.Change(&spec, key, value)
	if err != nil {
		return notice.Of(err)
	}
	return s.update(c, spec, notices)
}

// restore goes to another experiment as set does: the network begins anew only
// if it must, and points that the link does not carry stay. What the link changes at steps that
// are still to come is changed there.
func (s *session) restore(c command) *failure {
	link := c.Text("link")
	if s.run == nil {
		return fail("no-experiment")
	}
	spec, notices, err := s.families.Parse(link)
	if err != nil {
		return notice.Of(err)
	}
	spec, notices = s.refill(spec, notices)
	for _, own := range spec.Family.Own { // a link that can't carry them may mean those that are here
		kept := spec
		if kept.Set(own.Key, s.run.Spec().HeldText(own.Kind)) == nil && experiment.Link(kept) == link {
			spec, notices = kept, nil
		}
	}
	notices = append(notices, spec.TakeLog(spec.Log)...)
	return s.turn(c, notices, func() (bool, error) { return s.run.Follow(spec) })
}

// update changes the run's settings and answers.
func (s *session) update(c command, spec lab.Spec, notices []setting.Notice) *failure {
	return s.turn(c, notices, func() (bool, error) { return s.run.Update(spec) })
}

// turn changes the run, which may begin anew, and answers.
func (s *session) turn(c command, notices []setting.Notice, change func() (restarted bool, err error)) *failure {
	dropped := s.dropping()
	restarted, err := change()
	if err != nil {
		return notice.Of(err)
	}
	s.surveyed = survey{}
	if restarted {
		s.dropJobs()
		s.restarted()
		notices = append(notices, s.run.Unplaced()...)
	}
	s.forgetFuture()
	s.findPace()
	s.changed = true
	s.state(c.ID(), append(notices, dropped()...), restarted)
	return nil
}

func (s *session) reset(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.halt()
	s.run.Reset()
	s.history = experiment.History{}
	s.diverged = false
	s.stopper.restart(0)
	s.recovered()
	s.changed = true
	s.state(c.ID(), nil, true)
	return nil
}

// reseed goes on to another seed, of all that is random or of the initial weights
// alone: a random function of the present one, so that the same clicks lead to the
// same experiments.
func (s *session) reseed(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	if c.Flag("weights") {
		spec.WeightSeed = seedAfter(spec.InitialSeed(), spec.Seed)
	} else {
		spec.Seed, spec.WeightSeed = seedAfter(spec.Seed, spec.Seed), 0
	}
	return s.update(c, spec, nil)
}

// seedAfter returns the seed that follows one, never 0 nor one to be avoided.
func seedAfter(seed, avoided uint32) uint32 {
	block := rng.Block([2]uint32{seed, 0}, [4]uint32{1})
	next := block[0] % 1_000_000 // few digits keep links short
	for next == 0 || next == seed || next == avoided {
		next++
	}
	return next
}

// state tells what is loaded now, which is not what it was.
func (s *session) state(id any, notices []setting.Notice, restarted bool) {
	s.noted, s.walked = nil, 0
	s.made = s.run.ChangesMade()
	spec := s.run.Spec()
	from, to := s.run.Known()
	told := make([]any, len(notices))
	for i, n := range notices {
		told[i] = map[string]any{"code": n.Code, "args": table(n.Args), "text": n.Text}
	}
	s.answer(id, message{
		"type": "state", "link": s.run.Link(), "spec": table(spec.Values()), "applies": table(s.families.Applies(spec)),
		"description": string(spec.Describe().JSON()), "effective": table(spec.Effective()), "facts": table(s.run.Facts()), "takes": phrases(s.run.Takes()), "notices": told, "restarted": restarted, "edited": s.run.Edited(), "told": s.run.Told(), "log": s.log(),
		"pace": s.pace.first(), "playing": s.playing, "step": float64(s.run.Steps()),
		"guess": number(s.run.Guess().Loss), "from": float64(from), "to": float64(to), "parts": s.parts(), "off": s.off(),
	})
}

func table(m map[string]string) map[string]any {
	t := make(map[string]any, len(m))
	for k, v := range m {
		t[k] = v
	}
	return t
}

// phrases writes phrases for a page.
func phrases(m map[string]lab.Phrase) map[string]any {
	t := make(map[string]any, len(m))
	for k, v := range m {
		t[k] = string(v.JSON())
	}
	return t
}

func (s *session) schema(c command) *failure {
	s.answer(c.ID(), message{"type": "schema", "json": string(s.families.SchemaJSON())})
	return nil
}

// link answers with the link that the experiment would have with another value of
// a setting; nothing changes.
func (s *session) link(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	if _, err := s.families.Change(&spec, c.Text("key"), c.Text("value")); err != nil {
		return notice.Of(err)
	}
	var replay any
	if s.stepTime > 0 {
		replay = (time.Duration(s.run.Steps()) * s.stepTime).Seconds()
	}
	s.answer(c.ID(), message{"type": "link", "link": s.run.LinkOf(spec), "replay": replay})
	return nil
}
