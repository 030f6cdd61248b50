package workload

import (
	"nnplay/nn"
	"nnplay/nn/program"
)

// A Gemm is the product of two square matrices, and nothing else.
type Gemm struct {
	N    int
	unit *nn.Unit
	exec program.Executor
}

// StartGemm prepares the product of (n, n) matrices on an engine.
func StartGemm(n int, engine program.Engine) (*Gemm, error) {
	mem := nn.NewMemory()
	g := mem.Graph("gemm")
	g.Input("a", n, n).MatMul(g.Input("b", n, n)).Named("product")
	m := &Gemm{N: n, unit: mem.Link()}
	arena := m.unit.NewArena()
	for _, name := range []string{"a", "b"} {
		for i := range m.unit.Slice(arena, name) {
			m.unit.Slice(arena, name)[i] = float32(i%7) - 3
		}
	}
	var err error
	m.exec, err = engine(arena, m.unit.Programs["gemm"])
	return m, err
}

// Run multiplies a number of times.
func (m *Gemm) Run(times int) { m.exec.Run(m.unit.Programs["gemm"], times) }

// Operations returns the additions and multiplications of a product.
func (m *Gemm) Operations() float64 { return 2 * float64(m.N) * float64(m.N) * float64(m.N) }
