package experiment

import (
	"math"
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/metric"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Sizes of what is seen of a GAN.
const (
	ganSamples = 400 // fake samples shown, and compared with the real ones
	ganSide    = 40  // cells a side of the discriminator's heat map
	ganLattice = 21  // lines a side of the generator's manifold
)

// ganGrid is the grid on which real and fake samples are compared: coarse
// enough for a few hundred samples.
var ganGrid = metric.Grid{Domain: data.DistributionDomain, Columns: 10, Rows: 10}

// adaptGAN makes a spec the default of its architecture: Adam with β₁ = 0.5
// (Radford, Metz and Chintala 2016).
func adaptGAN(s *Spec) {
	s.Optimizer, s.LearningRate, s.Momentum = "adam", 0.002, 0.5
	s.BatchSize, s.Samples = 64, 1000
}

// repairGAN chooses another optimizer for the one that has no minibatches, and
// a critic for the loss that needs one.
func (s *Spec) repairGAN(keep string) (notices []Notice) {
	notices = s.repairMinibatches()
	if loss, _ := nn.FindAdversarialLoss(s.GAN.Loss); loss.Critic && s.GAN.Critic == "none" {
		if keep == "critic" {
			notices = append(notices, note("repaired", "key", "adversarialLoss", "given", s.GAN.Loss, "used", "non-saturating"))
			s.GAN.Loss = "non-saturating"
		} else {
			s.GAN.Critic = "spectral"
			notices = append(notices, note("repaired", "key", "critic", "given", "none", "used", s.GAN.Critic))
		}
	}
	return notices
}

// A gan is two networks that play against each other: see model.GAN.
type gan struct {
	spec Spec
	net  model.GAN
	real []float32 // (Samples, 2)
	slow slowMotion
}

var (
	_ task    = (*gan)(nil)
	_ stepper = (*gan)(nil)
	_ tuner   = (*gan)(nil)
	_ actor   = (*gan)(nil)
)

func newGAN(spec Spec) task {
	g := &gan{spec: spec}
	g.real = spec.distribution().Samples(rng.New(uint64(spec.Seed), rng.Data), spec.Samples)
	g.net.Noise, _ = model.FindNoise(spec.GAN.Noise)
	g.net.Loss, _ = nn.FindAdversarialLoss(spec.GAN.Loss)
	g.net.Generator, g.net.Discriminator = spec.perceptron(spec.GAN.Generator), spec.perceptron(spec.GAN.Discriminator)
	g.net.Discriminator.SpectralNorm = spec.GAN.Critic == "spectral"
	return g
}

// perceptron returns hidden layers that share an activation.
func (s *Spec) perceptron(hidden []int) model.MLP {
	activation, _ := nn.FindActivation(s.HiddenActivation)
	normalization, _ := nn.FindNormalization("none")
	initializer, _ := nn.FindInitializer(s.Init)
	return model.MLP{
		Hidden: hidden, Activations: slices.Repeat([]nn.Activation{activation}, len(hidden)), Normalization: normalization,
		Initializer: initializer, Bias: s.BiasInit,
	}
}

func (g *gan) record(mem *nn.Memory, freeze bool) {
	training := g.spec.training(freeze)
	critic := training
	critic.ClipWeights = g.spec.GAN.Critic == "clip"
	d := mem.Graph("discriminator step")
	g.net.RecordDiscriminatorStep(d.Input("real", g.spec.Samples, 2).RandomRows(g.spec.BatchSize), critic)
	g.net.RecordGeneratorStep(mem.Graph("generator step"), g.spec.BatchSize, training)
	g.net.RecordSamples(mem.Graph("samples").Input("samples/noise", ganSamples, g.net.Noise.Dim))
	g.net.RecordGrid(mem.Graph("grid").Input("grid/x", ganSide*ganSide, 2))
	lattice := len(g.net.Noise.Lattice(ganLattice)) / g.net.Noise.Dim
	g.net.RecordManifold(mem.Graph("manifold").Input("manifold/noise", lattice, g.net.Noise.Dim))
}

// training returns what the spec says of how a loss is made smaller.
func (s *Spec) training(freeze bool) nn.Training {
	optimizer, _ := nn.FindOptimizer(s.Optimizer)
	schedule, _ := nn.FindSchedule(s.Schedule)
	return nn.Training{
		Optimizer: optimizer, Schedule: schedule, WarmUp: s.Warmup > 0, Clip: s.Clip > 0,
		Regularization: nn.Regularization(s.Regularization), Freeze: freeze,
	}
}

func (g *gan) begin(m *machine) {
	g.slow = slowMotion{}
	copy(m.slice("real"), g.real)
	m.slice(nn.RandomKey)[1] = math.Float32frombits(rng.Noise)
	g.net.Noise.Fill(m.slice("samples/noise"), rng.New(uint64(g.spec.Seed), rng.Noise))
	copy(m.slice("manifold/noise"), g.net.Noise.Lattice(ganLattice))
	copy(m.slice("grid/x"), cellCenters(data.DistributionDomain, ganSide))
}

// cellCenters returns the centers (side·side, 2) of cells over a domain, row by
// row from the top left.
func cellCenters(d [4]float32, side int) []float32 {
	x := make([]float32, 0, 2*side*side)
	for row := range side {
		for col := range side {
			x = append(x,
				d[0]+float32((d[1]-d[0])*((float32(col)+0.5)/float32(side))),
				d[3]-float32((d[3]-d[2])*((float32(row)+0.5)/float32(side))))
		}
	}
	return x
}

// tune writes the hyper-parameters of both players.
func (g *gan) tune(m *machine, s *Spec) {
	g.spec = *s
	for player, rate := range map[string]float32{model.Generator: s.LearningRate, model.Discriminator: s.GAN.DiscriminatorRate} {
		for name, v := range map[string]float32{
			nn.HyperLearningRate: rate, nn.HyperMomentum: s.Momentum, nn.HyperBeta2: s.Beta2,
			nn.HyperScheduleSteps: float32(s.ScheduleSteps), nn.HyperWarmUpSteps: float32(s.Warmup), nn.HyperClip: s.Clip,
			nn.HyperWeightClip: s.GAN.WeightClip,
		} {
			if cell := m.slice(player + "/" + name); cell != nil {
				cell[0] = v
			}
		}
	}
}

// stepsPerEpoch counts samples drawn, which are as many as there are.
func (g *gan) stepsPerEpoch() int { return max(1, g.spec.Samples/g.spec.BatchSize) }

func (g *gan) beginPass(*machine, uint64) {}

// step lets both players take their turns, the discriminator first. A step that
// has begun in slow motion is the first.
func (g *gan) step(m *machine, n int) {
	if n > 0 && g.slow.finish(m) {
		n--
	}
	for range n {
		m.exec.Run(m.unit.Programs["discriminator step"], g.spec.GAN.DiscriminatorSteps)
		m.exec.Run(m.unit.Programs["generator step"], g.spec.GAN.GeneratorSteps)
	}
}

// act makes a step of one player alone, or goes through a step slowly.
func (g *gan) act(m *machine, name, _ string) (Answer, error) {
	switch name {
	case "stepD", "stepG":
		g.slow = slowMotion{}
		m.run(map[string]string{"stepD": turnPrograms[model.Discriminator], "stepG": turnPrograms[model.Generator]}[name])
		return Answer{Edited: true}, nil
	case "nextPhase":
		return Answer{Steps: g.slow.next(g, m), Paused: true, Caption: g.slow.caption(g, m)}, nil
	case "previousPhase":
		return Answer{Steps: g.slow.previous(m), Paused: true, Caption: g.slow.caption(g, m)}, nil
	}
	return Answer{}, refuse("no-action", "given", name)
}

func (g *gan) metrics(m *machine) Metrics {
	m.run("samples")
	fake := m.probe("samples", "fake")
	out := noMetrics()
	out.Scores = []Score{
		{"js", ganGrid.JensenShannon(g.real, fake)},
		{"kl", ganGrid.KullbackLeibler(g.real, fake)},
		{"lossD", float64(m.probe("discriminator step", "loss/d")[0])},
		{"lossG", float64(m.probe("generator step", "loss/g")[0])},
	}
	return out
}
