package nn_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// adversarial is testdata/adversarial.json. Lists are tensors row by row.
type adversarial struct {
	Losses []struct {
		Name                                       string
		Real, Fake, Fooled                         []float32 // the discriminator's outputs; those of the generator's step last
		Discriminator, Generator                   float32
		RealGradient, FakeGradient, FooledGradient []float32
	}
	Divergence struct {
		Mean, LogVariance                 []float32
		Divergence                        float32
		MeanGradient, LogVarianceGradient []float32
	}
	SpectralNorm struct {
		Weight, Weights, Normalized, Gradient, Singular []float32
	}
	Games []adversarialGame
}

type adversarialGame struct {
	Loss, Control, Optimizer string
	Rates                    [2]float32
	K                        int
	Clip                     float32
	Units, Batch, Points     int
	Seed                     uint32
	Train                    []float32
	Parameters, Trained      map[string][]float32
	Discriminator, Generator []float32 // losses, step by step
}

func readAdversarial(t *testing.T) (golden adversarial) {
	t.Helper()
	file, err := os.ReadFile("testdata/adversarial.json")
	if err == nil {
		err = json.Unmarshal(file, &golden)
	}
	if err != nil {
		t.Fatal(err)
	}
	return golden
}

// derive evaluates a scalar function of tensors, and its gradients, once a time.
func derive(t *testing.T, times int, shape []int, values [][]float32, f func(g *nn.Graph, p []*nn.Tensor) *nn.Tensor) (loss float32, gradients [][]float32, u *nn.Unit, arena []float32) {
	t.Helper()
	mem := nn.NewMemory()
	g := mem.Graph("step")
	g.Training = true
	var p []*nn.Tensor
	for i := range values {
		p = append(p, g.Param(nn.Parameter{Name: string(rune('a' + i)), Shape: shape, Init: nn.Fixed(0)}))
	}
	y := f(g, p)
	y.Backward()
	u = mem.Link()
	arena = u.NewArena()
	for i, parameter := range u.Parameters() {
		copy(u.Slice(arena, parameter.Name), values[i])
	}
	program.NewInterpreter(arena).Run(u.Programs["step"], times)
	for _, parameter := range u.Parameters() {
		gradients = append(gradients, u.Gradient(arena, parameter))
	}
	return u.Tensor(arena, y)[0], gradients, u, arena
}

// TestTorchAdversarialLosses compares the losses of both players, and their
// gradients, with PyTorch's.
func TestTorchAdversarialLosses(t *testing.T) {
	golden := readAdversarial(t)
	met := map[string]bool{}
	for _, want := range golden.Losses {
		met[want.Name] = true
		l, ok := nn.FindAdversarialLoss(want.Name)
		if !ok {
			t.Fatalf("no adversarial loss %q", want.Name)
		}
		loss, gradients, _, _ := derive(t, 1, []int{6, 1}, [][]float32{want.Real, want.Fake}, func(_ *nn.Graph, p []*nn.Tensor) *nn.Tensor {
			return l.Discriminator(p[0], p[1]).MeanAll()
		})
		near(t, want.Name+" of the discriminator", []float32{loss}, []float32{want.Discriminator}, 1e-6)
		near(t, want.Name+" by real samples", gradients[0], want.RealGradient, 1e-6)
		near(t, want.Name+" by fake samples", gradients[1], want.FakeGradient, 1e-6)
		loss, gradients, _, _ = derive(t, 1, []int{6, 1}, [][]float32{want.Fooled}, func(_ *nn.Graph, p []*nn.Tensor) *nn.Tensor {
			return l.Generator(p[0]).MeanAll()
		})
		near(t, want.Name+" of the generator", []float32{loss}, []float32{want.Generator}, 1e-6)
		near(t, want.Name+" of the generator by fake samples", gradients[0], want.FooledGradient, 1e-6)
	}
	for _, l := range nn.AdversarialLosses {
		if !met[l.Name] {
			t.Errorf(makeGoldens, "adversarial loss "+l.Name, "LOSSES", "adversarial.py")
		}
	}
}

// TestTorchGaussianKL compares the divergence of normal distributions.
func TestTorchGaussianKL(t *testing.T) {
	want := readAdversarial(t).Divergence
	got, gradients, _, _ := derive(t, 1, []int{5, 3}, [][]float32{want.Mean, want.LogVariance}, func(_ *nn.Graph, p []*nn.Tensor) *nn.Tensor {
		return nn.GaussianKL(p[0], p[1]).MeanAll()
	})
	near(t, "divergence", []float32{got}, []float32{want.Divergence}, 1e-6)
	near(t, "gradient of the mean", gradients[0], want.MeanGradient, 1e-6)
	near(t, "gradient of the logarithm of the variance", gradients[1], want.LogVarianceGradient, 1e-6)
}

// TestTorchSpectralNorm compares a normalised weight, its gradient and what is
// kept, after three steps of the power method.
func TestTorchSpectralNorm(t *testing.T) {
	want := readAdversarial(t).SpectralNorm
	_, gradients, u, arena := derive(t, 3, []int{5, 4}, [][]float32{want.Weight, want.Weights}, func(g *nn.Graph, p []*nn.Tensor) *nn.Tensor {
		return nn.SpectralNorm(p[0], "singular").Named("normalized").Mul(p[1]).SumAll()
	})
	near(t, "normalized", u.Tensor(arena, u.Graph("step").Probe("normalized")), want.Normalized, 1e-6)
	near(t, "gradient", gradients[0], want.Gradient, 1e-5)
	near(t, "singular vector", u.Slice(arena, "singular"), want.Singular, 1e-6)
}

// TestTorchGAN follows both losses of a generative adversarial network for 20
// rounds, from the same weights and the same random numbers, and compares the
// weights at the end.
func TestTorchGAN(t *testing.T) {
	for _, c := range readAdversarial(t).Games {
		t.Run(c.Loss+" "+c.Control, func(t *testing.T) {
			var gan model.GAN
			var ok bool
			if gan.Loss, ok = nn.FindAdversarialLoss(c.Loss); !ok {
				t.Fatalf("no adversarial loss %q", c.Loss)
			}
			gan.Noise, _ = model.FindNoise("uniform-2d")
			tanh, _ := nn.FindActivation("tanh")
			none, _ := nn.FindNormalization("none")
			player := model.MLP{Hidden: []int{c.Units}, Activations: []nn.Activation{tanh}, Normalization: none, Initializer: nn.Fixed(0)}
			gan.Generator, gan.Discriminator = player, player
			gan.Discriminator.SpectralNorm = c.Control == "spectral"
			var training nn.Training
			training.Optimizer, _ = nn.FindOptimizer(c.Optimizer)
			training.Schedule, _ = nn.FindSchedule("constant")
			critic := training
			critic.ClipWeights = c.Control == "clip"

			mem := nn.NewMemory()
			gan.RecordDiscriminatorStep(mem.Graph("d").Input("train", c.Points, 2).RandomRows(c.Batch), critic)
			gan.RecordGeneratorStep(mem.Graph("g"), c.Batch, training)
			tr := &trainee{unit: mem.Link()}
			tr.arena = tr.unit.NewArena()
			tr.run = program.NewInterpreter(tr.arena)
			tr.set(t, "train", c.Train)
			tr.set(t, nn.RandomKey, []float32{math.Float32frombits(c.Seed), math.Float32frombits(rng.Noise)})
			for i, who := range []string{model.Discriminator, model.Generator} {
				nn.Hyper{LearningRate: c.Rates[i], Momentum: 0.5, Beta2: 0.9, ScheduleSteps: 1000, WeightClip: c.Clip}.Write(tr.slice, who)
			}
			tr.unit.Initialize(tr.arena, 1, 1)
			if len(c.Parameters) != len(tr.unit.Parameters()) {
				t.Fatalf("%d parameters, want %d", len(tr.unit.Parameters()), len(c.Parameters))
			}
			for name, values := range c.Parameters {
				tr.set(t, name, values)
			}

			loss := func(program, probe string) float32 {
				tr.run.Run(tr.unit.Programs[program], 1)
				return tr.unit.Tensor(tr.arena, tr.unit.Graph(program).Probe(probe))[0]
			}
			var d, g []float32
			for range len(c.Generator) {
				for range c.K {
					d = append(d, loss("d", "loss/d"))
				}
				g = append(g, loss("g", "loss/g"))
			}
			near(t, "loss of the discriminator", d, c.Discriminator, 1e-4)
			near(t, "loss of the generator", g, c.Generator, 1e-4)
			for name, want := range c.Trained {
				near(t, name, tr.unit.Slice(tr.arena, name), want, 1e-4)
			}
		})
	}
}
