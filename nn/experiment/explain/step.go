package explain

import (
	"errors"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/nn/setting"
	"nnplay/nn/trace"
)

// Limit is how many numbers a step may write, to be explained: three times what
// the largest preset does.
const Limit = 16 << 20

// A Step is a step of training, each writing of which has been noted.
type Step struct {
	machine *lab.Machine
	task    lab.Task
	exec    program.Executor // of the machine, which notes nothing
	search  bool             // weights are moved by a line search, which is no program
	names   *nn.Names
	trace   *trace.Trace
	graphs  map[*program.Program]*nn.Graph
	end     trace.Moment // of the step; programs that were asked for come after it
	stops   []Stop       // nil until they are asked for

	judged [2]*judged // as the step has left the network, and as it found it; nil until they are asked for
	looks  []look     // what programs were run for, beside the step
}

// Next makes the next step of a run, noting it. The run, which afterwards has made
// it, must be nobody else's: a copy that goes on alone is to be looked at. It
// refuses a step that writes more than Limit numbers.
func Next(run *experiment.Run) (*Step, error) {
	m := run.Machine()
	spec := run.Spec()
	s := &Step{
		machine: m, task: run.Task(), exec: m.Exec, search: spec.FullBatch(), names: m.Unit.Names(), graphs: map[*program.Program]*nn.Graph{},
		trace: trace.New(m.Arena, len(m.Unit.Lasting(m.Arena)), Limit),
	}
	for name, p := range m.Unit.Programs {
		s.graphs[p] = m.Unit.Graph(name)
	}
	m.Exec = s.trace
	run.Step(1)
	s.trace.Finish()
	s.end = s.trace.Len()
	if err := s.full(); err != nil {
		return nil, err
	}
	return s, nil
}

// full refuses what was too large to be noted.
func (s *Step) full() error {
	if s.trace.Err() != nil {
		return setting.Refuse("step-too-large", "limit", strconv.Itoa(Limit))
	}
	return nil
}

// Number returns how many steps have been made, this one included.
func (s *Step) Number() uint64 { return s.machine.Steps }

// look runs a program that is no part of the step, unless it has been.
func (s *Step) look(name string) error {
	p := s.machine.Unit.Programs[name]
	if p == nil {
		return errors.New("there is no program " + name)
	}
	for _, e := range s.trace.Events() {
		if e.Program == p {
			return nil
		}
	}
	s.trace.Run(p, 1)
	return s.full()
}

// inStep says whether a program ran in the step.
func (s *Step) inStep(name string) bool {
	for _, e := range s.trace.Events() {
		if e.From < s.end && e.Program != nil && e.Program.Name == name {
			return true
		}
	}
	return false
}

// owner returns to which mark of which graph a number belongs that an instruction
// has written.
func (s *Step) owner(e trace.Event) (*nn.Graph, nn.Owner) {
	g := s.graphs[e.Program]
	return g, g.Owner(e.Instr)
}
