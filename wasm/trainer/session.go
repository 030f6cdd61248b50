package main

import (
	"fmt"
	"time"

	"nnplay/nn"
	"nnplay/nn/data/images"
	"nnplay/nn/data/rows"
	"nnplay/nn/experiment"
	"nnplay/nn/experiment/explain"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
	"nnplay/nn/topology"
	"nnplay/wasm/protocol"
	"nnplay/wasm/wire"
)

// A run is what a session needs of experiment.Run.
type run interface {
	Inputs() int
	Means() []float32
	Predict(inputs []float32) []float32
	Spec() lab.Spec
	Step(n int)
	Steps() uint64
	StepsPerEpoch() int
	Metrics() lab.Metrics
	Guess() lab.Guess
	Symptoms(h *experiment.History, now lab.Metrics) []lab.Symptom
	Act(name, value string) (lab.Answer, error)
	Charts(h *experiment.History) []lab.Chart
	Fingerprint() string
	Update(spec lab.Spec) (restarted bool, err error)
	Follow(spec lab.Spec) (restarted bool, err error)
	Course() lab.Spec
	ChangesMade() int
	Link() string
	LinkOf(spec lab.Spec) string
	Told() bool
	Edited() bool
	Fork()
	Strike(step uint64, key string) (left int, err error)
	Reset()
	SetWeight(name string, index int, value float32) error
	Freeze(name string, index int, frozen bool) error
	Machine() *lab.Machine
	Trail(most int) (steps []uint64, weights [][]float32)
	LossAt(weights []float32) float64
	Beside(spec lab.Spec) (*experiment.Run, error)
	Parts() []nn.Named
	Part(tensor string, element int) (nn.Part, error)
	Off() []nn.Part
	Ablate(parts ...nn.Part) error
	Without() lab.Metrics
	Worth(part nn.Part) (lab.Metrics, error)
	Unplaced() []setting.Notice
	Warped(layer, first, second int) []lab.View
	Pinned(x, y float32) []lab.View
	Parameter(name string) []lab.View
	Topology() topology.Topology
	Facts() map[string]string
	Takes() map[string]lab.Phrase
	Static() []lab.View
	Dynamic() []lab.View
	Save() []byte
	Diverged() string
	Note()
	Back(step uint64) (left int, err error)
	Walk(sample int) bool
	Twin(step uint64) (*experiment.Run, error)
	Known() (from, to uint64)
	Mark(m *experiment.Mark) bool
	Pinpoint(m *experiment.Mark) (step uint64, tensor string)
}

var _ run = (*experiment.Run)(nil)

// A message is an answer: a row of protocol.TrainerAnswers. Its values are nil,
// bool, int, float64, string, []byte, []any and map[string]any.
type message map[string]any

// A session is the trainer's side of the conversation. It is not safe for
// concurrent use: a worker has one thread.
type session struct {
	families experiment.Families
	open     func(spec lab.Spec) (run, error)
	again    func(saved []byte, here *images.Album) (run, error) // opens a run that was saved
	now      func() time.Duration                                // monotonic
	post     func(m message)
	bench    bench

	run      run // nil until something is loaded
	playing  bool
	jobs     []job // what was asked for by number, in order
	pace     pacer
	chunk    int                    // steps to make before looking at the clock
	stepTime time.Duration          // that a step takes, on average
	diverged bool                   // and said so
	made     int                    // changes on the way that were told as made
	mark     experiment.Mark        // where the run was when the present slice of time began
	marked   bool                   // that it was
	sketch   undoing[sketch]        // of the points of one's own
	shelf    undoing[*images.Album] // of the images of one's own
	drawer   undoing[*rows.Rows]    // of the tables of one's own
	stopper  stopper
	warp     warp
	pin      pin
	shown    string // the parameter that is shown by itself, if there is one of that name
	history  experiment.History
	watch    watch
	surveyed survey
	// A step that was asked for, and from where it was made; nil again when the run changes.
	noted     *explain.Step
	notedFrom uint64
	walked    int // 1 + the training sample that is shown, as a step is gone through with it; 0 for none, or if it may be no longer

	frames    []request // not yet answered
	changed   bool      // something that a frame shows, since the last frame
	static    bool      // the static views have to be sent again
	topology  *wire.Topology
	drawing   expense // pictures, without their numbers
	measuring expense // how well it does
}

// A job is a number of steps that a command asked for.
type job struct {
	left int
	done func() // answers the command
	stop func() // answers it if it will never be done
}

// maxJobs bounds the commands that wait for others.
const maxJobs = 1000

// newSession returns a session with nothing loaded.
func newSession(families experiment.Families, open func(lab.Spec) (run, error), now func() time.Duration, post func(message)) *session {
	return &session{families: families, open: open, now: now, post: post, pace: pacer{own: true}, chunk: 1, sketch: newSketch(), shelf: newShelf(), drawer: newDrawer()}
}

// handle obeys a command or answers why not.
func (s *session) handle(from protocol.Source) {
	defer func() {
		if r := recover(); r != nil {
			s.failed(r, protocol.ID(from))
		}
	}()
	c, f := protocol.Trainer.Decode(from)
	if f == nil {
		f = handlers[c.Type()](s, c)
	}
	if f != nil {
		s.refuse(f, protocol.ID(from))
	}
}

// failed turns a panic into an answer: a fault in one experiment must not cost
// the page its trainer.
func (s *session) failed(cause, id any) {
	s.halt()
	s.refuse(notice.Internal(fmt.Sprint(cause)), id)
	if s.run != nil {
		s.tellPlaying(nil)
	}
}

func (s *session) refuse(f *failure, id any) {
	m := message(protocol.Fields(f))
	m["type"] = "error"
	s.answer(id, m)
}

// answer posts a message with the id of the command it answers.
func (s *session) answer(id any, m message) {
	if id != nil {
		m["id"] = id
	}
	s.post(m)
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
