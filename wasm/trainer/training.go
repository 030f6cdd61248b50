package main

import (
	"math"
	"strconv"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// slice is how long training goes on before the worker looks at its messages.
const slice = 10 * time.Millisecond

func (s *session) play(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	if code := s.run.Spec().NoData(); code != "" {
		return fail(code)
	}
	if s.reportDivergence(); s.diverged {
		s.playing = false
	} else {
		s.playing = true
		s.pace.restart(s.now())
	}
	s.tellPlaying(c.ID())
	return nil
}

func (s *session) pause(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.halt()
	s.tellPlaying(c.ID())
	return nil
}

// tellPlaying says whether the run goes on by itself.
func (s *session) tellPlaying(id any) {
	s.answer(id, message{"type": "playing", "playing": s.playing, "step": float64(s.run.Steps())})
}

func (s *session) speed(c command) *failure {
	s.pace.own, s.pace.chosen = false, c.Number("stepsPerSecond")
	s.pace.restart(s.now())
	return nil
}

func (s *session) ownPace(c command) *failure {
	s.pace.own = true
	s.pace.restart(s.now())
	return nil
}

func (s *session) stepOn(c command) *failure {
	return s.advance(c, c.Whole("n"))
}

func (s *session) epoch(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	steps, epoch := s.run.Steps(), uint64(s.run.StepsPerEpoch())
	for _, j := range s.jobs {
		steps += uint64(j.left)
	}
	return s.advance(c, int(epoch-steps%epoch))
}

// advance makes n steps and then pauses.
func (s *session) advance(c command, n int) *failure {
	id := c.ID()
	stepped := func() {
		s.answer(id, message{"type": "stepped", "playing": false, "step": float64(s.run.Steps())})
	}
	if f := s.enqueue(job{left: n, done: stepped, stop: stepped}); f != nil {
		return f
	}
	s.playing = false
	return nil
}

func (s *session) train(c command) *failure {
	id := c.ID()
	return s.enqueue(job{
		left: c.Whole("n"),
		done: func() { s.answer(id, message{"type": "trained", "metrics": s.measure(true)}) },
		stop: func() { s.refuse(fail("interrupted"), id) },
	})
}

func (s *session) enqueue(j job) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	if code := s.run.Spec().NoData(); code != "" {
		return fail(code)
	}
	if len(s.jobs) >= maxJobs {
		return fail("too-many-jobs")
	}
	s.jobs = append(s.jobs, j)
	return nil
}

// Nothing is what work returns when only another command can give it work.
const nothing time.Duration = -1

// work trains for a slice of time, answers what is to be answered, and returns
// after how long it wants to be called again.
func (s *session) work() (wait time.Duration) {
	defer func() {
		if r := recover(); r != nil {
			s.failed(r, nil)
			wait = nothing
		}
	}()
	if s.run == nil {
		s.draw()
		return nothing
	}
	until := s.now() + slice
	s.marked = false
	for len(s.jobs) > 0 && s.now() < until {
		s.jobs[0].left -= s.trainUntil(until, s.jobs[0].left)
		if s.jobs[0].left > 0 {
			break
		}
		done := s.jobs[0].done
		s.jobs = s.jobs[1:]
		done()
		if len(s.jobs) == 0 {
			s.pace.restart(s.now())
		}
	}
	if s.playing && len(s.jobs) == 0 {
		s.pace.count(s.playUntil(until, s.pace.due(s.now(), s.run.Steps())))
	}
	s.draw()
	switch {
	case len(s.jobs) > 0:
		return 0
	case !s.playing:
		return nothing
	}
	wait = s.pace.wait(s.now(), s.run.Steps())
	if len(s.frames) > 0 && s.changed {
		wait = min(wait, max(s.frameDue()-s.now(), 0))
	}
	return wait
}

// trainUntil makes up to n steps, fewer if the time is over, and returns how
// many. How it divides them changes nothing.
func (s *session) trainUntil(until time.Duration, n int) (made int) {
	if n > 0 && !s.diverged && !s.marked {
		s.marked = true
		s.run.Mark(&s.mark)
	}
	s.run.Note()
	if n > 0 && s.history.Empty() { // nobody has looked yet: charts begin where the run did
		s.history.Add(s.run.Metrics())
	}
	begun := s.now()
	for now := begun; made < n && now < until; {
		k := min(s.chunk, n-made)
		s.run.Step(k)
		made += k
		end := s.now()
		switch took := end - now; {
		case took > slice/2:
			s.chunk = max(s.chunk/2, 1)
		case took < slice/8 && k == s.chunk:
			s.chunk = min(2*s.chunk, 1<<20)
		}
		now = end
	}
	if made > 0 {
		s.noted = nil
		s.run.Note()
		if took := (s.now() - begun) / time.Duration(made); s.stepTime == 0 {
			s.stepTime = took
		} else {
			s.stepTime += (took - s.stepTime) / 8
		}
		s.changed = true
		s.tellChanges()
		s.reportDivergence()
	}
	return made
}

// reportDivergence says once that the weights are no longer numbers, and stops
// playing: nothing can be learned from there.
func (s *session) reportDivergence() {
	if s.diverged {
		return
	}
	if s.run.Diverged() != "" {
		s.diverged = true
		s.playing = false
		step, tensor := s.run.Pinpoint(&s.mark)
		advice := s.run.Spec().Advice()
		causes := make([]any, len(advice.Causes))
		for i, c := range advice.Causes {
			causes[i] = c
		}
		var rate any
		if advice.LearningRate > 0 {
			rate, _ = strconv.ParseFloat(strconv.FormatFloat(float64(advice.LearningRate), 'g', -1, 32), 64)
		}
		s.post(message{"type": "diverged", "tensor": tensor, "step": float64(step), "causes": causes, "learningRate": rate, "playing": false})
		s.recovered()
	}
}

// metrics answers how well the network does, its fingerprint included.
func (s *session) metrics(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.answer(c.ID(), message{"type": "metrics", "metrics": s.measure(true)})
	return nil
}

// charts answers with what there is to plot, as JSON text.
func (s *session) charts(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.answer(c.ID(), message{"type": "charts", "charts": string(experiment.ChartsJSON(s.run.Charts(&s.history)))})
	return nil
}

// measure evaluates the network. Numbers that do not apply are nil.
func (s *session) measure(fingerprint bool) map[string]any {
	m := s.run.Metrics()
	s.history.Add(m)
	s.look(m)
	out := s.numbers(m)
	if fingerprint {
		out["fingerprint"] = s.run.Fingerprint()
	}
	return out
}

// numbers tells how well a network does.
func (s *session) numbers(m lab.Metrics) map[string]any {
	_, to := s.run.Known()
	out := map[string]any{"step": float64(m.Step), "to": float64(to), "epoch": number(m.Epoch), "scores": scores(m)}
	for name, v := range map[string]float64{
		"trainLoss": m.TrainLoss, "testLoss": m.TestLoss, "accuracy": m.Accuracy, "trainAccuracy": m.TrainAccuracy,
		"precision": m.Precision, "recall": m.Recall, "f1": m.F1, "auc": m.AUC, "r2": m.R2,
	} {
		out[name] = number(v)
	}
	out["confusion"] = nil
	if m.Confusion != nil {
		rows := make([]any, len(m.Confusion))
		for i, row := range m.Confusion {
			cells := make([]any, len(row))
			for j, n := range row {
				cells[j] = n
			}
			rows[i] = cells
		}
		out["confusion"] = rows
	}
	return out
}

// number is a finite number, or nil.
func number(v float64) any {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return v
}
