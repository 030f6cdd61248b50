package gan

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// Sizes of what is seen of a GAN.
const (
	gridSide    = 40 // cells a side of the discriminator's heat map
	latticeSide = 21 // lines a side of the generator's manifold
)

// A gan is two networks that play against each other: see model.GAN.
type gan struct {
	spec lab.Spec
	own  Settings // of the spec
	net  model.GAN
	real []float32 // (Samples, 2)
	slow slowMotion
}

var (
	_ lab.Task      = (*gan)(nil)
	_ lab.Stepper   = (*gan)(nil)
	_ lab.Tuner     = (*gan)(nil)
	_ lab.Actor     = (*gan)(nil)
	_ lab.Predictor = (*gan)(nil)
	_ lab.Activator = (*gan)(nil)
	_ lab.Rewinder  = (*gan)(nil)
)

func open(spec lab.Spec) lab.Task {
	own := spec.Own.(Settings)
	g := &gan{spec: spec, own: own, real: own.Samples(spec.Seed, spec.Samples)}
	g.net.Noise, _ = model.FindNoise(own.Noise)
	g.net.Loss, _ = nn.FindAdversarialLoss(own.Loss)
	g.net.Generator = plane.Perceptron(&spec.Common, own.Generator, own.HiddenActivation, own.BiasInit)
	g.net.Discriminator = plane.Perceptron(&spec.Common, own.Discriminator, own.HiddenActivation, own.BiasInit)
	g.net.Discriminator.SpectralNorm = own.Critic == "spectral"
	return g
}

// Record implements lab.Task.
func (g *gan) Record(mem *nn.Memory, freeze bool) {
	training := g.spec.Training(freeze)
	critic := training
	critic.ClipWeights = g.own.Critic == "clip"
	d := mem.Graph("discriminator step")
	g.net.RecordDiscriminatorStep(d.Input("real", g.spec.Samples, 2).RandomRows(g.spec.BatchSize), critic)
	g.net.RecordGeneratorStep(mem.Graph("generator step"), g.spec.BatchSize, training)
	g.net.RecordSamples(mem.Graph("samples").Input("samples/noise", plane.Shown, g.net.Noise.Dim))
	g.net.RecordGrid(mem.Graph("grid").Input("grid/x", gridSide*gridSide, 2))
	lattice := len(g.net.Noise.Lattice(latticeSide)) / g.net.Noise.Dim
	g.net.RecordManifold(mem.Graph("manifold").Input("manifold/noise", lattice, g.net.Noise.Dim))
}

// Begin implements lab.Task.
func (g *gan) Begin(m *lab.Machine) {
	g.slow = slowMotion{}
	copy(m.Slice("real"), g.real)
	m.Slice(nn.RandomKey)[1] = math.Float32frombits(rng.Noise)
	g.net.Noise.Fill(m.Slice("samples/noise"), rng.New(uint64(g.spec.Seed), rng.Noise))
	copy(m.Slice("manifold/noise"), g.net.Noise.Lattice(latticeSide))
	copy(m.Slice("grid/x"), plane.CellCenters(gridSide))
}

// Tune implements lab.Tuner: it writes the hyper-parameters of both players.
func (g *gan) Tune(m *lab.Machine, s *lab.Spec) {
	g.spec, g.own = *s, s.Own.(Settings)
	hyper := s.Hyper()
	hyper.Write(m.Slice, model.Generator)
	hyper.LearningRate, hyper.WeightClip = g.own.DiscriminatorRate, g.own.WeightClip
	hyper.Write(m.Slice, model.Discriminator)
}

// StepsPerEpoch counts samples drawn, which are as many as there are.
func (g *gan) StepsPerEpoch() int { return max(1, g.spec.Samples/g.spec.BatchSize) }

// BeginPass implements lab.Task: each step draws its own samples.
func (g *gan) BeginPass(*lab.Machine, uint64) {}

// turnPrograms are the programs by player.
var turnPrograms = map[string]string{model.Discriminator: "discriminator step", model.Generator: "generator step"}

// Step lets both players take their turns, the discriminator first. A step that
// has begun in slow motion is the first.
func (g *gan) Step(m *lab.Machine, n int) {
	if n > 0 && g.slow.finish(m) {
		n--
	}
	for range n {
		m.Exec.Run(m.Unit.Programs["discriminator step"], g.own.DiscriminatorSteps)
		m.Exec.Run(m.Unit.Programs["generator step"], g.own.GeneratorSteps)
	}
}

// Act makes a step of one player alone, or goes through a step slowly.
func (g *gan) Act(m *lab.Machine, name, _ string) (lab.Answer, error) {
	switch name {
	case "stepD", "stepG":
		g.slow = slowMotion{}
		m.Run(map[string]string{"stepD": turnPrograms[model.Discriminator], "stepG": turnPrograms[model.Generator]}[name])
		return lab.Answer{Edited: true}, nil
	case "nextPhase":
		return lab.Answer{Steps: g.slow.next(g, m), Paused: true, Caption: g.slow.caption(g, m)}, nil
	case "previousPhase":
		return lab.Answer{Steps: g.slow.previous(m), Paused: true, Caption: g.slow.caption(g, m)}, nil
	}
	return lab.Answer{}, setting.Refuse("no-action", "given", name)
}

// Metrics implements lab.Task. The losses are those of the last minibatches; before
// the first step there are none.
func (g *gan) Metrics(m *lab.Machine) lab.Metrics {
	m.Run("samples")
	out := lab.NoMetrics()
	loss := func(program, name string) float64 {
		if m.Steps == 0 {
			return math.NaN()
		}
		return float64(m.Probe(program, name)[0])
	}
	out.Scores = append(plane.Compare(g.real, m.Probe("samples", "fake")),
		lab.Score{Name: "lossD", Value: loss("discriminator step", "loss/d")},
		lab.Score{Name: "lossG", Value: loss("generator step", "loss/g")},
	)
	return out
}
