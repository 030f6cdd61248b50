package gan

import (
	"math"
	"slices"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// A phase is a part of a player's turn that is looked at by itself.
type phase struct {
	name   string // of the translations canvas.phase.NAME and said.phase.NAME
	player string
	trains bool // what has been shown is now done
}

// phases is the table of phases, in the order of a step.
var phases = []phase{
	{name: "noise", player: model.Discriminator},
	{name: "generate", player: model.Discriminator},
	{name: "real", player: model.Discriminator},
	{name: "judge", player: model.Discriminator},
	{name: "gradient-d", player: model.Discriminator},
	{name: "update-d", player: model.Discriminator, trains: true},
	{name: "fresh-noise", player: model.Generator},
	{name: "fool", player: model.Generator},
	{name: "gradient-g", player: model.Generator},
	{name: "update-g", player: model.Generator, trains: true},
}

// phaseNames lists what slow motion says.
func phaseNames() (names []string) {
	for _, p := range phases {
		names = append(names, "phase."+p.name)
	}
	return names
}

// A slowMotion goes through steps of training phase by phase. What a turn will
// do is found out by doing it and taking it back; when the phase comes that
// trains, it is done for good. So a step that was gone through slowly is the very
// step that it would have been. The zero value goes through none.
type slowMotion struct {
	turns []string // the players that have a turn in the present step, nil while nothing is gone through
	looks []turn
	turn  int // that is shown, of turns
	phase int // that is shown, of phases
}

// A turn is what a player's turn begins with and comes to.
type turn struct {
	before    []float32 // nn.Unit.Lasting
	noise     []float32 // (B, Dim)
	real      []float32 // (B, 2); nil in the generator's turn
	fake      []float32 // (B, 2)
	pull      []float32 // (B, 2): the gradient at the fakes, in the generator's turn
	outputs   []float32 // the discriminator's, of the real samples and then the fakes
	shown     []float32 // (plane.Shown, 2): the fakes that are compared, before the turn
	loss      float64
	gradients map[string][]float32 // by parameter of the player
	change    float64              // the largest of a weight's
	weights   int
}

// Rewind implements lab.Rewinder: a step that was gone through slowly is no longer under way.
func (g *gan) Rewind() { g.slow = slowMotion{} }

// Halfway implements lab.Rewinder.
func (g *gan) Halfway() bool {
	made := g.slow.made()
	return made > 0 && made < len(g.slow.turns)
}

func (s *slowMotion) active() bool { return s.turns != nil }

// made returns how many turns of the present step have been made for good.
func (s *slowMotion) made() int {
	if s.active() && phases[s.phase].trains {
		return s.turn + 1
	}
	return s.turn
}

// start begins a step.
func (s *slowMotion) start(own *Settings) {
	*s = slowMotion{turns: slices.Concat(
		slices.Repeat([]string{model.Discriminator}, own.DiscriminatorSteps), slices.Repeat([]string{model.Generator}, own.GeneratorSteps))}
	if len(s.turns) > 0 {
		s.phase = firstPhase(s.turns[0])
	}
}

func firstPhase(player string) int {
	return slices.IndexFunc(phases, func(p phase) bool { return p.player == player })
}

// next goes to the next phase, and returns how many steps that has completed.
func (s *slowMotion) next(g *gan, m *lab.Machine) (steps int) {
	switch {
	case !s.active():
		s.start(&g.own)
	case !phases[s.phase].trains:
		s.phase++
	case s.turn+1 < len(s.turns):
		s.turn++
		s.phase = firstPhase(s.turns[s.turn])
	default:
		s.start(&g.own)
	}
	if !s.active() {
		return 0
	}
	s.look(g, m)
	if !phases[s.phase].trains {
		return 0
	}
	m.Run(turnPrograms[s.turns[s.turn]])
	return s.completed()
}

// completed returns 1 where the present phase ends a step.
func (s *slowMotion) completed() int {
	if s.made() == len(s.turns) {
		return 1
	}
	return 0
}

// previous goes back by a phase, at most to the beginning of the step, and
// returns how many steps are no longer complete, as a negative number.
func (s *slowMotion) previous(m *lab.Machine) (steps int) {
	if !s.active() {
		return 0
	}
	if phases[s.phase].trains {
		before := s.looks[s.turn].before
		now := m.Unit.Lasting(m.Arena)
		if len(before) != len(now) { // it was compiled anew
			return 0
		}
		steps = -s.completed()
		copy(now, before)
		s.phase--
		return steps
	}
	switch {
	case s.phase != firstPhase(s.turns[s.turn]):
		s.phase--
	case s.turn > 0:
		s.turn--
		s.phase = slices.IndexFunc(phases, func(p phase) bool { return p.trains && p.player == s.turns[s.turn] })
	}
	return 0
}

// finish makes the turns that are left of a step that was begun, and reports
// whether there was one: then it is a step that need not be made again.
func (s *slowMotion) finish(m *lab.Machine) bool {
	turns, made := s.turns, s.made()
	*s = slowMotion{}
	if made == 0 || made == len(turns) {
		return false
	}
	for _, player := range turns[made:] {
		m.Run(turnPrograms[player])
	}
	return true
}

// look finds out what the turn that is shown does. It does so again where the
// network or a setting has been changed meanwhile.
func (s *slowMotion) look(g *gan, m *lab.Machine) *turn {
	if s.turn < len(s.looks) {
		known := &s.looks[s.turn]
		if phases[s.phase].trains || slices.Equal(known.before, m.Unit.Lasting(m.Arena)) {
			return known
		}
		s.looks = s.looks[:s.turn]
	}
	s.looks = append(s.looks, g.foresee(m, s.turns[s.turn]))
	return &s.looks[s.turn]
}

// foresee makes a player's turn, notes what it came to, and takes it back.
func (g *gan) foresee(m *lab.Machine, player string) turn {
	was := slices.Clone(m.Arena)
	name := turnPrograms[player]
	t := turn{before: slices.Clone(m.Unit.Lasting(m.Arena)), gradients: map[string][]float32{}}
	m.Run("samples")
	t.shown = slices.Clone(m.Probe("samples", "fake"))
	m.Run(name)
	t.noise, t.fake = slices.Clone(m.Probe(name, "noise")), slices.Clone(m.Probe(name, "fake"))
	t.outputs = slices.Clone(m.Probe(name, model.Discriminator+"/output/out"))
	if player == model.Discriminator {
		t.real = slices.Clone(m.Probe(name, "real"))
		t.loss = float64(m.Probe(name, "loss/d")[0])
	} else {
		t.pull = slices.Clone(m.Probe(name, "fake/gradient"))
		t.loss = float64(m.Probe(name, "loss/g")[0])
	}
	after := map[string][]float32{}
	for _, p := range m.Unit.Parameters() {
		if !strings.HasPrefix(p.Name, player+"/") {
			continue
		}
		t.weights += p.Len()
		t.gradients[p.Name] = slices.Clone(m.Unit.Gradient(m.Arena, p))
		after[p.Name] = slices.Clone(m.Slice(p.Name))
	}
	copy(m.Arena, was)
	for name, moved := range after {
		for i, v := range m.Slice(name) {
			t.change = max(t.change, math.Abs(float64(moved[i])-float64(v)))
		}
	}
	return t
}
