// Package workload has the training runs by which nnplay's speed is compared
// with other systems'. They are not experiments: they have what others can do
// too, in shapes that are customary, and data that cost nothing to make.
package workload

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// A Workload is a network, how it is trained, and on how many samples at once.
type Workload struct {
	Name         string
	Model        string // "mlp", "cnn", "lstm" or "gpt"
	Shape        []int  // units: inputs, hidden layers, outputs
	Filters      []int  // cnn, of square images: of each 3x3 convolution, which a 2x2 max-pooling follows
	Sequence     Sequence
	Activation   string // of hidden layers
	Output       string // activation of the output layer; "linear" where the loss is softmax cross-entropy
	Softmax      bool   // softmax cross-entropy on one-hot targets, else mean squared error
	Batch        int    // samples a step
	Optimizer    string
	LearningRate float32
	Steps        int // after which losses are compared
}

// Workloads is the table, a row each.
var Workloads = []Workload{
	{Name: "W1", Model: "mlp", Shape: []int{2, 8, 8, 1}, Activation: "tanh", Output: "tanh", Batch: 10, Optimizer: "sgd", LearningRate: 0.1, Steps: 2000},
	{Name: "W2", Model: "mlp", Shape: []int{2, 8, 8, 8, 8, 8, 8, 1}, Activation: "tanh", Output: "tanh", Batch: 10, Optimizer: "sgd", LearningRate: 0.01, Steps: 2000},
	{Name: "W3", Model: "mlp", Shape: []int{64, 128, 128, 10}, Activation: "relu", Output: "linear", Softmax: true, Batch: 64, Optimizer: "adam", LearningRate: 0.001, Steps: 100},
	{Name: "W4", Model: "cnn", Shape: []int{28 * 28, 10}, Filters: []int{8, 16}, Activation: "relu", Output: "linear", Softmax: true, Batch: 32, Optimizer: "adam", LearningRate: 0.001, Steps: 40},
	{Name: "W5", Model: "lstm", Shape: []int{32, 32}, Sequence: Sequence{Vocabulary: 32, Width: 64, Layers: 1}, Batch: 16, Optimizer: "adam", LearningRate: 0.01, Steps: 80},
	{Name: "W6", Model: "gpt", Shape: []int{32, 32}, Sequence: Sequence{Vocabulary: 32, Width: 64, Layers: 2, Heads: 4}, Batch: 16, Optimizer: "adam", LearningRate: 0.003, Steps: 40},
}

// Find returns the workload of that name.
func Find(name string) (Workload, bool) {
	for _, w := range Workloads {
		if w.Name == name {
			return w, true
		}
	}
	return Workload{}, false
}

// Samples returns the number of samples, N.
func (w Workload) Samples() int {
	switch {
	case w.Sequence.Vocabulary > 0:
		return sequences
	case w.Model == "cnn":
		return 256
	case w.Softmax:
		return 1024
	}
	return 500
}

// Data returns the inputs (N, D) and the targets (N, K). Two classes are a disk
// and what surrounds it; more are clusters, one a class.
func (w Workload) Data() (x, t []float32) {
	if w.Sequence.Vocabulary > 0 {
		return w.chain()
	}
	d, k := w.Shape[0], w.Shape[len(w.Shape)-1]
	s := rng.New(1, rng.Data)
	centres := make([]float32, k*d)
	for i := range centres {
		centres[i] = s.Uniform(-1, 1)
	}
	for i := range w.Samples() {
		if !w.Softmax {
			a, b := s.Uniform(-1, 1), s.Uniform(-1, 1)
			inside := float32(-1)
			if float32(a*a)+float32(b*b) < 0.6 {
				inside = 1
			}
			x, t = append(x, a, b), append(t, inside)
			continue
		}
		class := i % k
		for j := range d {
			x = append(x, centres[class*d+j]+s.Uniform(-2, 2))
		}
		for j := range k {
			v := float32(0)
			if j == class {
				v = 1
			}
			t = append(t, v)
		}
	}
	return x, t
}

// A Run is a workload under way.
type Run struct {
	Workload
	unit    *nn.Unit
	arena   []float32
	exec    program.Executor
	losses  *nn.Tensor
	samples int // trained on in a pass
	made    int // steps since the start of the pass
}

// Start prepares a workload on an engine.
func (w Workload) Start(engine program.Engine) (*Run, error) {
	mem := nn.NewMemory()
	step := mem.Graph("step")
	step.Training = true
	n, d, k := w.Samples(), w.Shape[0], w.Shape[len(w.Shape)-1]
	batches := step.Minibatches(n, w.Batch)
	x, t := step.Input("x", n, d), step.Input("t", n, k)
	w.perSample(batches.Rows(x), batches.Rows(t)).MeanAll().Named("loss")
	optimizer, _ := nn.FindOptimizer(w.Optimizer)
	nn.Training{Optimizer: optimizer, Schedule: nn.Must(nn.FindSchedule("constant"))}.Record(step.Probe("loss"))
	batches.Advance()

	whole := mem.Graph("evaluate")
	losses := w.perSample(whole.Input("x", n, d), whole.Input("t", n, k)).Named("losses")

	r := &Run{Workload: w, unit: mem.Link(), losses: losses, samples: n / w.Batch * w.Batch}
	r.arena = r.unit.NewArena()
	r.unit.Initialize(r.arena, 1, 1)
	inputs, targets := w.Data()
	copy(r.unit.Slice(r.arena, "x"), inputs)
	copy(r.unit.Slice(r.arena, "t"), targets)
	for i := range n {
		r.unit.Slice(r.arena, nn.Order)[i] = float32(i)
	}
	r.unit.Slice(r.arena, nn.HyperLearningRate)[0] = w.LearningRate
	var err error
	r.exec, err = engine(r.arena, r.unit.Programs["step"], r.unit.Programs["evaluate"])
	return r, err
}

// perSample records the network and its loss for each sample.
func (w Workload) perSample(x, t *nn.Tensor) *nn.Tensor {
	if w.Sequence.Vocabulary > 0 {
		return w.sequenceLoss(x, t)
	}
	loss, _ := nn.FindLoss("mse")
	if w.Softmax {
		w.Output = "softmax"
		loss, _ = nn.FindLoss("cce")
	}
	z, y := w.network().Record(x)
	return loss.PerSample(z, y, t)
}

func (w Workload) network() model.Network {
	hidden, _ := nn.FindActivation(w.Activation)
	name := "xavier"
	if w.Activation == "relu" {
		name = "he"
	}
	initializer, _ := nn.FindInitializer(name)
	last := len(w.Shape) - 1
	if w.Model == "cnn" {
		side := int(math.Sqrt(float64(w.Shape[0])))
		m := model.CNN{
			Height: side, Width: side, Channels: 1, Activation: hidden, Normalization: nn.Must(nn.FindNormalization("none")),
			Initializer: initializer, Outputs: w.Shape[last], OutputActivation: w.Output,
		}
		for _, n := range w.Filters {
			m.Stages = append(m.Stages, model.Stage{
				Filters: n, Kernel: nn.Window{Size: 3}, Pooling: model.MaxPooling, PoolWindow: nn.Window{Size: 2, Stride: 2},
			})
		}
		return m
	}
	m := model.MLP{Hidden: w.Shape[1:last], Outputs: w.Shape[last], OutputActivation: w.Output, Normalization: nn.Must(nn.FindNormalization("none")), Initializer: initializer}
	for range m.Hidden {
		m.Activations = append(m.Activations, hidden)
	}
	return m
}

// Loss returns the mean loss over all samples.
func (r *Run) Loss() float64 {
	r.exec.Run(r.unit.Programs["evaluate"], 1)
	var sum float64
	losses := r.unit.Tensor(r.arena, r.losses)
	for _, v := range losses {
		sum += float64(v)
	}
	return sum / float64(len(losses))
}

// Step trains on minibatches, in the order of the samples, again and again.
func (r *Run) Step(steps int) {
	pass := r.samples / r.Batch
	for steps > 0 {
		n := min(steps, pass-r.made)
		r.exec.Run(r.unit.Programs["step"], n)
		steps -= n
		if r.made += n; r.made == pass {
			r.made = 0
			r.unit.Slice(r.arena, nn.Cursor)[0] = 0
		}
	}
}

// Fingerprint returns the SHA-256 of the present weights' bits, in hexadecimal.
func (r *Run) Fingerprint() string {
	h := sha256.New()
	var b []byte
	for _, v := range r.unit.Weights(r.arena) {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	h.Write(b)
	return hex.EncodeToString(h.Sum(nil))
}

// Weights returns the values that training begins with, a list for each
// parameter in the order of the layers: weights, input by input, then biases.
// Systems that are compared begin with the same.
func (w Workload) Weights() [][]float32 {
	r, err := w.Start(program.Interpret)
	if err != nil {
		panic(err) // the interpreter takes any program
	}
	var values [][]float32
	for _, p := range r.unit.Parameters() {
		values = append(values, r.unit.Slice(r.arena, p.Name))
	}
	return values
}
