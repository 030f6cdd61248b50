package nn_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
)

// A network of testdata/reference.json, with its data and first weights. Lists
// are tensors row by row.
type network struct {
	Name             string
	Batch, Inputs    int
	Hidden           []int
	Activations      []string
	Normalization    string
	Outputs          int
	OutputActivation string
	LossFunction     string
	X, Target        []float32
	Parameters       map[string][]float32
}

// A trainee is a network under training, with an interpreter over its arena.
type trainee struct {
	unit    *nn.Unit
	arena   []float32
	run     *program.Interpreter
	loss, y *nn.Tensor // y belongs to the program "evaluate"
}

// record builds the network of a reference: a program "step", which record
// completes, and a program "evaluate".
func (n *network) record(t *testing.T, record func(loss *nn.Tensor)) *trainee {
	t.Helper()
	m := model.MLP{Hidden: n.Hidden, Outputs: n.Outputs, OutputActivation: n.OutputActivation, Initializer: nn.Fixed(0)}
	var ok bool
	if m.Normalization, ok = nn.FindNormalization(n.Normalization); !ok {
		t.Fatalf("no normalization %q", n.Normalization)
	}
	for _, name := range n.Activations {
		a, ok := nn.FindActivation(name)
		if !ok {
			t.Fatalf("no activation %q", name)
		}
		m.Activations = append(m.Activations, a)
	}
	loss, ok := nn.FindLoss(n.LossFunction)
	if !ok {
		t.Fatalf("no loss %q", n.LossFunction)
	}

	mem := nn.NewMemory()
	g := mem.Graph("step")
	g.Training = true
	z, y := m.Record(g.Input("x", n.Batch, n.Inputs))
	tr := &trainee{loss: loss.PerSample(z, y, g.Input("target", n.Batch, n.Outputs)).MeanAll().Named("loss")}
	record(tr.loss)
	_, tr.y = m.Record(mem.Graph("evaluate").Input("x", n.Batch, n.Inputs))

	tr.unit = mem.Link()
	tr.arena = tr.unit.NewArena()
	tr.run = program.NewInterpreter(tr.arena)
	tr.set(t, "x", n.X)
	tr.set(t, "target", n.Target)
	if len(n.Parameters) != len(tr.unit.Parameters()) {
		t.Fatalf("%d parameters, want %d", len(tr.unit.Parameters()), len(n.Parameters))
	}
	for name, values := range n.Parameters {
		tr.set(t, name, values)
	}
	return tr
}

func (tr *trainee) slice(name string) []float32 { return tr.unit.Slice(tr.arena, name) }

func (tr *trainee) set(t *testing.T, name string, values []float32) {
	t.Helper()
	if got := copy(tr.unit.Slice(tr.arena, name), values); got != len(values) {
		t.Fatalf("%s holds %d values, want %d", name, got, len(values))
	}
}

func (tr *trainee) step(n int) { tr.run.Run(tr.unit.Programs["step"], n) }

// makeGoldens says what a row needs that PyTorch has not yet computed.
const makeGoldens = "PyTorch has not computed %s: add it to %s in testdata/%s, then `make goldens`"

// reference reads a part of testdata/reference.json.
func reference(t *testing.T, part string, v any) {
	t.Helper()
	file, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(file, &parts); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(parts[part], v); err != nil {
		t.Fatalf("%s: %v", part, err)
	}
}

// near compares a tensor with its reference: no element may differ by more
// than a fraction of the largest.
func near(t *testing.T, name string, got, want []float32, fraction float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s has %d elements, want %d", name, len(got), len(want))
		return
	}
	var largest, worst float64
	at := 0
	for i := range want {
		largest = max(largest, math.Abs(float64(want[i])))
		if d := math.Abs(float64(got[i]) - float64(want[i])); !(d <= worst) {
			worst, at = d, i
		}
	}
	// Rounding leaves a trace where all of a tensor cancels, like the gradient
	// of a bias in front of batch normalisation.
	const trace = 1e-7
	if !(worst <= fraction*largest+trace) {
		t.Errorf("%s[%d] is %v, by PyTorch %v: off by %.2g of the largest element", name, at, got[at], want[at], worst/largest)
	}
}

// TestTorchNetworks compares the loss and every gradient of ten networks, and
// what batch normalisation keeps, with PyTorch's.
func TestTorchNetworks(t *testing.T) {
	var networks []struct {
		network
		Loss      float32
		Gradients map[string][]float32
		State     map[string][]float32
		Evaluated []float32 // output after the step
	}
	reference(t, "networks", &networks)
	for _, n := range networks {
		t.Run(n.Name, func(t *testing.T) {
			tr := n.record(t, (*nn.Tensor).Backward)
			tr.step(1)
			tr.run.Run(tr.unit.Programs["evaluate"], 1)

			const fraction = 1e-5
			near(t, "loss", tr.unit.Tensor(tr.arena, tr.loss), []float32{n.Loss}, fraction)
			for _, p := range tr.unit.Parameters() {
				near(t, "gradient of "+p.Name, tr.unit.Gradient(tr.arena, p), n.Gradients[p.Name], fraction)
			}
			for name, want := range n.State {
				near(t, name, tr.unit.Slice(tr.arena, name), want, fraction)
			}
			near(t, "output", tr.unit.Tensor(tr.arena, tr.y), n.Evaluated, fraction)
		})
	}
}

// TestTorchCoverage asks that the reference meets every activation,
// normalisation, output and loss of the tables.
func TestTorchCoverage(t *testing.T) {
	var networks []network
	reference(t, "networks", &networks)
	met := map[string]bool{}
	for _, n := range networks {
		met["normalization "+n.Normalization] = true
		met["loss "+n.LossFunction] = true
		met["output "+n.OutputActivation] = true
		for _, a := range n.Activations {
			met["activation "+a] = true
		}
	}
	want := func(name, table string) {
		if !met[name] {
			t.Errorf(makeGoldens, name, table, "reference.py")
		}
	}
	for _, a := range nn.Activations {
		want("activation "+a.Name, "ACTIVATIONS")
	}
	for _, n := range nn.Normalizations {
		want("normalization "+n.Name, "NETWORKS")
	}
	for _, o := range nn.Outputs {
		want("output "+o.Name, "NETWORKS")
	}
	for _, l := range nn.Losses {
		want("loss "+l.Name, "LOSSES")
	}
}

// TestTorchTraining compares the weights after some full-batch steps of every
// optimizer with PyTorch's, from the same start with the same settings.
func TestTorchTraining(t *testing.T) {
	var golden struct {
		network
		Steps int
		Runs  []struct {
			Name, Optimizer, Schedule     string
			LearningRate, Momentum, Beta2 float32
			ScheduleSteps, Warmup         int
			RegularizationRate, Clip      float32
			Weights                       map[string][]float32
		}
	}
	reference(t, "training", &golden)
	met := map[string]bool{}
	for _, r := range golden.Runs {
		met[r.Optimizer] = true
		t.Run(r.Name, func(t *testing.T) {
			training := nn.Training{WarmUp: r.Warmup > 0, Clip: r.Clip > 0}
			var ok bool
			if training.Optimizer, ok = nn.FindOptimizer(r.Optimizer); !ok {
				t.Fatalf("no optimizer %q", r.Optimizer)
			}
			if training.Schedule, ok = nn.FindSchedule(r.Schedule); !ok {
				t.Fatalf("no schedule %q", r.Schedule)
			}
			if r.RegularizationRate > 0 {
				training.Regularization = nn.L2
			}
			tr := golden.record(t, training.Record)
			nn.Hyper{
				LearningRate: r.LearningRate, Momentum: r.Momentum, Beta2: r.Beta2, ScheduleSteps: r.ScheduleSteps, WarmUpSteps: r.Warmup,
				Clip: r.Clip, RegularizationRate: r.RegularizationRate,
			}.Write(tr.slice, "")
			tr.step(golden.Steps)
			for name, want := range r.Weights {
				near(t, name, tr.unit.Slice(tr.arena, name), want, 1e-4)
			}
		})
	}
	for _, o := range nn.Optimizers {
		if !o.FullBatch() && !met[o.Name] {
			t.Errorf(makeGoldens, "optimizer "+o.Name, "OPTIMIZERS", "reference.py")
		}
	}
}

// TestWorkedExample follows the loss of the network that can be computed by
// hand: one sigmoid unit, one linear output, two samples, gradient descent.
func TestWorkedExample(t *testing.T) {
	var golden struct {
		network
		LearningRate float32
		Every        int
		Losses       []float32
	}
	reference(t, "workedExample", &golden)
	sgd, _ := nn.FindOptimizer("sgd")
	constant, _ := nn.FindSchedule("constant")
	tr := golden.record(t, nn.Training{Optimizer: sgd, Schedule: constant}.Record)
	tr.set(t, nn.HyperLearningRate, []float32{golden.LearningRate})
	loss := tr.unit.Tensor(tr.arena, tr.loss)

	tr.step(1) // the loss of a step is the one before its update
	for i, want := range golden.Losses {
		if i > 0 {
			tr.step(golden.Every)
		}
		if d := math.Abs(float64(loss[0]) - float64(want)); !(d <= 1e-5*float64(want)) {
			t.Errorf("after %d steps the loss is %v, by PyTorch %v", i*golden.Every, loss[0], want)
		}
	}
	if first, last := golden.Losses[0], loss[0]; first < 0.9 || last > 0.01 {
		t.Errorf("the loss falls from %v to %v, want from about 1 to below 0.01", first, last)
	}
}
