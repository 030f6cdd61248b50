package programtest

import "nnplay/nn/program"

// Sequence draws a random program like that of a training step, and the arena
// that it runs on. Both are functions of the seed.
func Sequence(seed uint64) (*program.Program, []float32) {
	b := NewBench(1000, seed)
	p := &program.Program{Name: "sequence", Code: drawSequence(b)}
	return p, b.Arena
}

// Single draws an instruction of each kind, of any shape, with the arena that it
// runs on.
func Single(in *Instruction, seed uint64) (*program.Program, []float32) {
	b := NewBench(2000, seed)
	p := &program.Program{Name: in.Name, Code: []program.Instr{in.Draw(b)}}
	b.grow(len(b.Arena) + 4)
	return p, b.Arena
}
