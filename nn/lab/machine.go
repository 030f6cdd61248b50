package lab

import (
	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// A Machine is what programs run on: the arena and what lies where in it.
type Machine struct {
	Unit  *nn.Unit
	Arena []float32
	Exec  program.Executor
	Steps uint64 // of training that have been made
}

// Slice returns a parameter, an input, a state or a hyper-parameter by name,
// nil if there is none.
func (m *Machine) Slice(name string) []float32 { return m.Unit.Slice(m.Arena, name) }

// Probe returns a named tensor of a program, once that has run; it panics if
// there is none.
func (m *Machine) Probe(program, name string) []float32 {
	t := m.Unit.Graph(program).Probe(name)
	if t == nil {
		panic("lab: program " + program + " has no " + name)
	}
	return m.Unit.Tensor(m.Arena, t)
}

// Run executes a program once.
func (m *Machine) Run(program string) { m.Exec.Run(m.Unit.Programs[program], 1) }

// Shuffle lays out the order of samples for a pass: the inputs "order" and
// "cursor" of a step that gathers its minibatches.
func (m *Machine) Shuffle(seed uint32, pass uint64) {
	order := m.Slice(nn.Order)
	for i := range order {
		order[i] = float32(i)
	}
	rng.Fork(uint64(seed), rng.Shuffle, pass).Shuffle(len(order), func(i, j int) {
		order[i], order[j] = order[j], order[i]
	})
	m.Slice(nn.Cursor)[0] = 0
}

// Set writes a number of one element, if the programs have it: a hyper-parameter.
func (m *Machine) Set(name string, v float32) {
	if cell := m.Slice(name); cell != nil {
		cell[0] = v
	}
}
