package main

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/rng"
	"nnplay/wasm/wire"
)

// A run is what a session needs of experiment.Run.
type run interface {
	Spec() experiment.Spec
	Step(n int)
	Steps() uint64
	StepsPerEpoch() int
	Metrics() experiment.Metrics
	Fingerprint() string
	Update(spec experiment.Spec) (restarted bool, err error)
	Reset()
	Topology() experiment.Topology
	Static() []experiment.View
	Dynamic() []experiment.View
	Diverged() string
}

var _ run = (*experiment.Run)(nil)

// A message is an answer. Its values are nil, bool, int, float64, string,
// []byte, []any and map[string]any.
type message map[string]any

// A session is the trainer's side of the conversation. It is not safe for
// concurrent use: a worker has one thread.
type session struct {
	open func(spec experiment.Spec) (run, error)
	now  func() time.Duration // monotonic
	post func(m message)

	run      run // nil until something is loaded
	playing  bool
	jobs     []job // what was asked for by number, in order
	pace     pacer
	chunk    int  // steps to make before looking at the clock
	diverged bool // and said so

	frames    []request // not yet answered
	changed   bool      // something that a frame shows, since the last frame
	static    bool      // the static views have to be sent again
	topology  *wire.Topology
	frameCost time.Duration
	frameEnd  time.Duration
}

// A job is a number of steps that a command asked for.
type job struct {
	left int
	done func() // answers the command
	stop func() // answers it if it will never be done
}

// maxJobs bounds the commands that wait for others.
const maxJobs = 1000

// defaultRate is the speed of a run that nobody set, in steps a second: the
// default experiment takes shape within seconds, slowly enough to be watched.
const defaultRate = 2500

// newSession returns a session with nothing loaded.
func newSession(open func(experiment.Spec) (run, error), now func() time.Duration, post func(message)) *session {
	return &session{open: open, now: now, post: post, pace: pacer{rate: defaultRate}, chunk: 1}
}

// commands is what a session understands.
var commands = map[string]func(*session, command) *failure{
	"load":     (*session).load,
	"set":      (*session).set,
	"play":     (*session).play,
	"pause":    (*session).pause,
	"step":     (*session).stepOn,
	"epoch":    (*session).epoch,
	"train":    (*session).train,
	"reset":    (*session).reset,
	"reseed":   (*session).reseed,
	"speed":    (*session).speed,
	"metrics":  (*session).metrics,
	"frame":    (*session).frame,
	"schema":   (*session).schema,
	"previews": (*session).previews,
}

// handle obeys a command or answers why not.
func (s *session) handle(c command) {
	defer func() {
		if r := recover(); r != nil {
			s.failed(r, c.id())
		}
	}()
	name, _ := c["type"].(string)
	obey, ok := commands[name]
	f := fail("unknown-command")
	if ok {
		f = obey(s, c)
	}
	if f != nil {
		s.refuse(f, c.id())
	}
}

// failed turns a panic into an answer: a fault in one experiment must not cost
// the page its trainer.
func (s *session) failed(cause, id any) {
	s.halt()
	s.refuse(fail("internal", "detail", fmt.Sprint(cause)), id)
}

func (s *session) refuse(f *failure, id any) {
	args := map[string]any{}
	for k, v := range f.args {
		args[k] = v
	}
	s.answer(id, message{"type": "error", "code": f.code, "args": args, "text": f.text})
}

// answer posts a message with the id of the command it answers.
func (s *session) answer(id any, m message) {
	if id != nil {
		m["id"] = id
	}
	s.post(m)
}

func (s *session) load(c command) *failure {
	link, f := c.text("link")
	if f != nil {
		return f
	}
	spec, notices, err := experiment.Parse(link)
	if err == nil {
		err = s.begin(spec)
	}
	if err != nil {
		if s.run == nil {
			if err := s.begin(experiment.Default()); err != nil {
				return refusal(err)
			}
			s.state(nil, nil, true)
		}
		return refusal(err)
	}
	s.state(c.id(), notices, true)
	return nil
}

// begin opens a run of a spec in place of the present one.
func (s *session) begin(spec experiment.Spec) error {
	r, err := s.open(spec)
	if err != nil {
		return err
	}
	s.run = r
	s.halt()
	s.restarted()
	return nil
}

// restarted forgets what was known of the run before.
func (s *session) restarted() {
	s.diverged = false
	s.chunk = 1
	s.static = true
	s.changed = true
	s.pace.restart(s.now())
}

// halt stops playing and gives up the jobs.
func (s *session) halt() {
	s.playing = false
	s.dropJobs()
}

func (s *session) dropJobs() {
	jobs := s.jobs
	s.jobs = nil
	for _, j := range jobs {
		j.stop()
	}
}

// refusal makes a failure of an error from package experiment.
func refusal(err error) *failure {
	var e *experiment.Error
	if errors.As(err, &e) {
		return &failure{code: e.Code, args: e.Args, text: e.Text}
	}
	return fail("internal", "detail", err.Error())
}

func (s *session) set(c command) *failure {
	key, f := c.text("key")
	if f != nil {
		return f
	}
	value, f := c.value("value")
	if f != nil {
		return f
	}
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	notices, err := spec.Change(key, value)
	if err != nil {
		return refusal(err)
	}
	return s.update(c, spec, notices)
}

// update changes the run's spec and answers.
func (s *session) update(c command, spec experiment.Spec, notices []experiment.Notice) *failure {
	restarted, err := s.run.Update(spec)
	if err != nil {
		return refusal(err)
	}
	if restarted {
		s.dropJobs()
		s.restarted()
	}
	s.changed = true
	s.state(c.id(), notices, restarted)
	return nil
}

func (s *session) reset(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.halt()
	s.run.Reset()
	s.diverged = false
	s.changed = true
	s.state(c.id(), nil, true)
	return nil
}

// reseed goes on to another seed: a random function of the present one, so
// that the same clicks lead to the same experiments.
func (s *session) reseed(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	block := rng.Block([2]uint32{spec.Seed, 0}, [4]uint32{1})
	seed := block[0] % 1_000_000 // few digits keep links short
	if seed == spec.Seed {
		seed++
	}
	if err := spec.Set("seed", strconv.FormatUint(uint64(seed), 10)); err != nil {
		return refusal(err)
	}
	return s.update(c, spec, nil)
}

func (s *session) schema(c command) *failure {
	s.answer(c.id(), message{"type": "schema", "json": string(experiment.SchemaJSON())})
	return nil
}

// state tells what is loaded now.
func (s *session) state(id any, notices []experiment.Notice, restarted bool) {
	spec := s.run.Spec()
	told := make([]any, len(notices))
	for i, n := range notices {
		told[i] = map[string]any{"code": n.Code, "args": table(n.Args), "text": n.Text}
	}
	s.answer(id, message{
		"type": "state", "link": spec.Link(), "spec": table(spec.Values()), "applies": table(spec.Applies()),
		"effective": table(spec.Effective()), "notices": told, "restarted": restarted,
		"playing": s.playing, "step": float64(s.run.Steps()),
	})
}

func table(m map[string]string) map[string]any {
	t := make(map[string]any, len(m))
	for k, v := range m {
		t[k] = v
	}
	return t
}
