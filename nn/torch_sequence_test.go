package nn_test

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
)

// A sequenceLayer is a layer of testdata/sequences.json. Lists are tensors row
// by row.
type sequenceLayer struct {
	Kind, Row                       string // a row of a table, where the kind is one
	Layers, Heads, Units            int
	Vocabulary                      int
	Bidirectional, Causal, PostNorm bool
	Shape                           []int // of y
	Inputs                          map[string]struct {
		Shape            []int
		Values, Gradient []float32
	}
	Parameters, Gradients map[string][]float32
	Y, DY                 []float32
}

// A sequenceCurve is a training of testdata/sequences.json.
type sequenceCurve struct {
	Kind                                            string
	Vocabulary, Batch, Length, Layers, Width, Heads int
	LearningRate                                    float32
	Losses                                          []float64
}

func sequenceReference(t *testing.T) (golden struct {
	Layers  []sequenceLayer
	Curves  []sequenceCurve
	Carried []carriedSequence
}) {
	t.Helper()
	file, err := os.ReadFile("testdata/sequences.json")
	if err == nil {
		err = json.Unmarshal(file, &golden)
	}
	if err != nil {
		t.Fatal(err)
	}
	return golden
}

// sequenceLayers has a row a kind that is no recurrent layer: it records the layer
// on its inputs.
var sequenceLayers = map[string]func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor{
	"attention": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		memory := in["memory"]
		if memory == nil {
			memory = in["x"]
		}
		return nn.Attention{Heads: l.Heads, Causal: l.Causal}.Apply(in["x"], memory, "attention")
	},
	"block": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		b := nn.Block{
			Attention:   nn.Attention{Heads: l.Heads, Causal: l.Causal},
			FeedForward: nn.Must(nn.FindFeedForward("gelu")), Units: l.Units,
			Normalization: nn.Must(nn.FindTokenNormalization("layer")), PostNorm: l.PostNorm,
		}
		return b.Apply(in["x"], in["memory"], nil, "block")
	},
	"feed-forward": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		return nn.Must(nn.FindFeedForward(l.Row)).Apply(in["x"], "layer", l.Units, nn.DefaultInitializer())
	},
	"token-normalization": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		return nn.Must(nn.FindTokenNormalization(l.Row)).Apply(in["x"], "layer")
	},
	"position": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		position := nn.Must(nn.FindPosition(l.Row))
		if position.Turn != nil {
			return position.Turn(in["x"])
		}
		return position.Add(in["x"], "layer")
	},
	"rotary-attention": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		return rotaryAttention(l).Apply(in["x"], in["x"], "attention")
	},
	"llama": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		b := nn.Block{Attention: rotaryAttention(l), Units: l.Units}
		b.FeedForward, _ = nn.FindFeedForward("swiglu")
		b.Normalization, _ = nn.FindTokenNormalization("rms")
		return b.Apply(in["x"], nil, nil, "block")
	},
	"embedding": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		rows, _ := nn.Embedding(in["tokens"], "embedding", l.Vocabulary, l.Shape[2])
		return rows
	},
	"cross-entropy": func(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
		return nn.CrossEntropy(in["z"], in["target"])
	},
}

// rotaryAttention is attention whose queries and keys are turned.
func rotaryAttention(l *sequenceLayer) nn.Attention {
	rotary, _ := nn.FindPosition("rotary")
	return nn.Attention{Heads: l.Heads, Causal: l.Causal, Position: rotary}
}

// unrolled records recurrent layers.
func unrolled(l *sequenceLayer, in map[string]*nn.Tensor) *nn.Tensor {
	cell := nn.Must(nn.FindRecurrent(l.Kind))
	x := in["x"]
	for i := range l.Layers {
		name := l.Kind + string(rune('1'+i))
		o := nn.Recurrence{Initial: nn.States{Hidden: in["hidden"], Cell: in["cell"]}}
		y := cell.Unroll(x, name, l.Shape[2]/(1+b2i(l.Bidirectional)), o).Hidden
		if l.Bidirectional {
			o.Reverse = true
			y = nn.Concat(-1, y, cell.Unroll(x, name+"-reverse", l.Shape[2]/2, o).Hidden)
		}
		x = y
	}
	return x
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestTorchSequenceLayers compares the outputs and every gradient of recurrent
// layers, attention, blocks, embedding, cross-entropy, and of every row of the
// tables that blocks are made of with PyTorch's.
func TestTorchSequenceLayers(t *testing.T) {
	met := map[string]bool{}
	for _, l := range sequenceReference(t).Layers {
		name := strings.TrimSpace(l.Kind + " " + l.Row)
		met[name] = true
		t.Run(name, func(t *testing.T) {
			mem := nn.NewMemory()
			g := mem.Graph("step")
			g.Training = true
			in := map[string]*nn.Tensor{}
			for name, v := range l.Inputs {
				if v.Gradient == nil {
					in[name] = g.Input(name, v.Shape...)
				} else {
					in[name] = g.Param(nn.Parameter{Name: name, Shape: v.Shape})
				}
			}
			record, ok := sequenceLayers[l.Kind]
			if !ok {
				record = unrolled
			}
			y := record(&l, in).Named("y")
			y.Mul(g.Input("dy", l.Shape...)).SumAll().Backward()
			unit := mem.Link()
			tr := &trainee{unit: unit, arena: unit.NewArena()}
			for name, v := range l.Inputs {
				tr.set(t, name, v.Values)
			}
			for name, v := range l.Parameters {
				tr.set(t, name, v)
			}
			tr.set(t, "dy", l.DY)
			program.NewInterpreter(tr.arena).Run(unit.Programs["step"], 1)

			const fraction = 2e-6
			near(t, "y", unit.Tensor(tr.arena, y), l.Y, fraction)
			for _, p := range unit.Parameters() {
				want := l.Gradients[p.Name]
				if in[p.Name] != nil {
					want = l.Inputs[p.Name].Gradient
				}
				if strings.HasSuffix(p.Name, "/key/bias") && !l.turns() {
					want = make([]float32, len(want)) // softmax is blind to it; what is left is rounding
					near(t, "gradient of "+p.Name, addTo(unit.Gradient(tr.arena, p), 1), addTo(want, 1), fraction)
					continue
				}
				near(t, "gradient of "+p.Name, unit.Gradient(tr.arena, p), want, fraction)
			}
		})
	}
	want := func(name, table string) {
		if !met[name] {
			t.Errorf(makeGoldens, name, table, "sequences.py")
		}
	}
	for _, r := range nn.Recurrents {
		want(r.Name, "RECURRENT")
	}
	for _, f := range nn.FeedForwards {
		want("feed-forward "+f.Name, "FEED_FORWARDS")
	}
	for _, n := range nn.TokenNormalizations {
		want("token-normalization "+n.Name, "TOKEN_NORMALIZATIONS")
	}
	for _, p := range nn.Positions {
		if p.Add != nil || p.Turn != nil {
			want("position "+p.Name, "POSITIONS")
		}
	}
}

// turns says whether queries and keys are turned, each by its place: then a bias
// of the keys is not the same for all places.
func (l *sequenceLayer) turns() bool { return l.Kind == "rotary-attention" || l.Kind == "llama" }

func addTo(list []float32, v float32) []float32 {
	list = slices.Clone(list)
	for i := range list {
		list[i] += v
	}
	return list
}

// TestTorchCurves follows PyTorch's losses through 50 steps of Adam, from the
// same weights: of a GPT of two blocks and of an LSTM.
func TestTorchCurves(t *testing.T) {
	for _, c := range sequenceReference(t).Curves {
		t.Run(c.Kind, func(t *testing.T) {
			mem := nn.NewMemory()
			g := mem.Graph("step")
			g.Training = true
			x, target := g.Input("x", c.Batch, c.Length), g.Input("target", c.Batch, c.Length)
			loss := c.model().Record(x, nil).CrossEntropy(target).Named("loss")
			adam, _ := nn.FindOptimizer("adam")
			nn.Training{Optimizer: adam, Schedule: nn.Must(nn.FindSchedule("constant"))}.Record(loss)
			unit := mem.Link()
			tr := &trainee{unit: unit, arena: unit.NewArena()}
			tr.begin()
			tr.set(t, nn.HyperLearningRate, []float32{c.LearningRate})
			tokens := made(c.Batch*(c.Length+1), 1000, 1)
			for b := range c.Batch {
				for i := range c.Length {
					at := func(i int) float32 {
						return float32(math.Floor((float64(tokens[b*(c.Length+1)+i])*0.5 + 0.5) * float64(c.Vocabulary)))
					}
					unit.Slice(tr.arena, "x")[b*c.Length+i] = at(i)
					unit.Slice(tr.arena, "target")[b*c.Length+i] = at(i + 1)
				}
			}
			run := program.NewInterpreter(tr.arena)
			worst := 0.0
			for step, want := range c.Losses {
				run.Run(unit.Programs["step"], 1)
				got := float64(unit.Tensor(tr.arena, loss)[0])
				worst = math.Max(worst, math.Abs(got-want)/want)
				// PyTorch computes in float64 here. Adam divides each gradient by
				// its own size, so that one that is all rounding (a key's bias)
				// moves as far as any; what it moves matters little to the loss.
				if math.Abs(got-want) > 2e-6*want {
					t.Fatalf("the loss of step %d is %v, by PyTorch %v", step, got, want)
				}
			}
			t.Logf("largest relative difference: %.2g", worst)
		})
	}
}

func (c *sequenceCurve) model() model.SequenceModel {
	if c.Kind == "lstm" {
		cell, _ := nn.FindRecurrent("lstm")
		return model.RNN{Cell: cell, Hidden: c.Width, Layers: 1, Vocabulary: c.Vocabulary, Outputs: c.Vocabulary}
	}
	learned, _ := nn.FindPosition("learned")
	return model.Transformer{
		Layers: c.Layers, Width: c.Width, Heads: c.Heads, Position: learned, Normalization: nn.Must(nn.FindTokenNormalization("layer")),
		FeedForward: nn.Must(nn.FindFeedForward("gelu")), Vocabulary: c.Vocabulary, Outputs: c.Vocabulary, Padding: -1,
	}
}

// begin gives the parameters the values that testdata/sequences.py gives them.
func (tr *trainee) begin() {
	var names []string
	for _, p := range tr.unit.Parameters() {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	for seed, name := range names {
		values := tr.unit.Slice(tr.arena, name)
		switch {
		case strings.HasSuffix(name, "/weight"):
			copy(values, made(len(values), uint64(seed), 0.3))
		case strings.HasSuffix(name, "/gain"):
			copy(values, addTo(make([]float32, len(values)), 1))
		default:
			clear(values)
		}
	}
}

// made are the numbers that testdata/sequences.py makes too, by a multiplicative
// hash.
func made(n int, seed uint64, scale float32) []float32 {
	list := make([]float32, n)
	for i := range list {
		h := (uint64(i) + 1000003*seed + 1) * 2654435761 % (1 << 32)
		h = (h ^ h>>15) * 2246822519 % (1 << 32)
		list[i] = float32(float64(h>>8)/(1<<23)-1) * scale
	}
	return list
}
