package workload

import (
	"nnplay/nn"
	"nnplay/nn/program"
)

// HeatMaps is the evaluation of a network of two inputs on a square grid: what
// each unit makes of each place, all of it kept.
type HeatMaps struct {
	Units int // maps
	unit  *nn.Unit
	exec  program.Executor
}

// StartHeatMaps prepares the maps of (side, side) places on an engine.
func (w Workload) StartHeatMaps(side int, engine program.Engine) (*HeatMaps, error) {
	mem := nn.NewMemory()
	g := mem.Graph("heat")
	w.network().Record(g.Input("grid", side*side, 2)) // each layer's output has a name, and so is kept
	m := &HeatMaps{unit: mem.Link()}
	for _, units := range w.Shape[1:] {
		m.Units += units
	}
	arena := m.unit.NewArena()
	m.unit.Initialize(arena, 1, 1)
	grid := m.unit.Slice(arena, "grid")
	at := func(i int) float32 { return 2*float32(i)/float32(side-1) - 1 }
	for i := range side * side {
		grid[2*i], grid[2*i+1] = at(i%side), at(i/side)
	}
	var err error
	m.exec, err = engine(arena, m.unit.Programs["heat"])
	return m, err
}

// Run evaluates a number of times.
func (m *HeatMaps) Run(times int) { m.exec.Run(m.unit.Programs["heat"], times) }
