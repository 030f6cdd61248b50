package autoencoder

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Sizes of what is judged and seen of an autoencoder.
const (
	heldImages  = 300 // not trained on, at most: judged, and their codes shown
	mostShown   = 10  // images beside what is restored of them
	codeLattice = 11  // decoded images along an edge of the lattice
	walkCells   = 41  // places along an edge of the plane of codes where one can stand
)

// An autoencoder squeezes images through a code: see model.Autoencoder.
type autoencoder struct {
	spec  lab.Spec
	own   Settings
	net   model.Autoencoder
	train image.Training
	test  data.Points
	first int    // of the images shown, among the test images
	walk  [2]int // where the reader stands: row and column of walkCells

	walked int // 1 + the training image that is shown first, and where the reader stands; 0 for none
}

var (
	_ lab.Task      = (*autoencoder)(nil)
	_ lab.Guesser   = (*autoencoder)(nil)
	_ lab.Tuner     = (*autoencoder)(nil)
	_ lab.Actor     = (*autoencoder)(nil)
	_ lab.Activator = (*autoencoder)(nil)
	_ lab.Predictor = (*autoencoder)(nil)
	_ lab.Walker    = (*autoencoder)(nil)
)

func open(spec lab.Spec) lab.Task {
	a := &autoencoder{spec: spec, own: of(&spec), walk: [2]int{walkCells / 2, walkCells / 2}}
	a.train, a.test = a.own.Images.Draw(spec.Seed, spec.Samples, heldImages)
	takeTurns(&a.test, a.classes())
	a.net = model.Autoencoder{
		Pixels: a.train.Dim, Hidden: a.own.Encoder, Code: a.own.Code, Variational: a.own.Variational, Initializer: spec.Initializer(),
	}
	a.net.Activation, _ = nn.FindActivation(a.own.HiddenActivation)
	a.net.Loss, _ = nn.FindLoss(a.own.Loss)
	return a
}

// takeTurns puts samples of classes in an order in which those take turns, as
// long as each has some left.
func takeTurns(p *data.Points, classes int) {
	byClass := make([][]int, classes)
	for i, class := range p.Y {
		byClass[int(class)] = append(byClass[int(class)], i)
	}
	turned := data.Points{Dim: p.Dim, Targets: p.Targets}
	for round := 0; len(turned.Y) < len(p.Y); round++ {
		for _, samples := range byClass {
			if round < len(samples) {
				i := samples[round]
				turned.X = append(turned.X, p.X[i*p.Dim:(i+1)*p.Dim]...)
				turned.Y = append(turned.Y, p.Y[i])
			}
		}
	}
	*p = turned
}

// classes returns how many kinds of images there are; where there are none, blank
// images stand in for one.
func (a *autoencoder) classes() int { return max(len(a.own.Images.Classes()), 1) }

// shown returns how many images are shown at once beside what is restored of them.
func (a *autoencoder) shown() int { return min(a.classes(), mostShown, a.test.Len()) }

// batch returns the images of a minibatch.
func (a *autoencoder) batch() int { return a.spec.Batch(a.train.Len()) }

// judged returns how many of the training images are judged.
func (a *autoencoder) judged() int { return min(a.train.Len(), heldImages) }

// Record implements lab.Task.
func (a *autoencoder) Record(mem *nn.Memory, freeze bool) {
	g := mem.Graph("step")
	batch := g.Minibatches(a.train.Len(), a.batch())
	x := batch.Rows(g.Input("train", a.train.Len(), a.net.Pixels))
	batch.Advance()
	a.net.RecordStep(x, a.spec.Training(freeze))
	a.net.RecordView(mem.Graph("train view").Input("judged", a.judged(), a.net.Pixels))
	a.net.RecordView(mem.Graph("test view").Input("test", a.test.Len(), a.net.Pixels))
	a.net.RecordDecoder(mem.Graph("lattice").Input("lattice/codes", codeLattice*codeLattice, a.net.Code))
	a.net.RecordDecoder(mem.Graph("walk").Input("walk/code", 1, a.net.Code))
}

// Begin fills in the data.
func (a *autoencoder) Begin(m *lab.Machine) {
	a.train.Write(m.Slice("train"))
	a.train.Write(m.Slice("judged"))
	copy(m.Slice("test"), a.test.X)
	if key := m.Slice(nn.RandomKey); key != nil {
		key[1] = math.Float32frombits(rng.Noise)
	}
}

// Tune writes what the divergence counts for.
func (a *autoencoder) Tune(m *lab.Machine, spec *lab.Spec) {
	a.spec, a.own = *spec, of(spec)
	m.Set(model.HyperKLWeight, a.own.KLWeight)
}

// StepsPerEpoch implements lab.Task.
func (a *autoencoder) StepsPerEpoch() int { return a.train.Len() / a.batch() }

// BeginPass implements lab.Task.
func (a *autoencoder) BeginPass(m *lab.Machine, pass uint64) { m.Shuffle(a.spec.Seed, pass) }

// TrainLoss implements lab.Minimizer.
func (a *autoencoder) TrainLoss(m *lab.Machine) float64 {
	if a.own.Images.Lacking() {
		return math.NaN()
	}
	m.Run("train view")
	return float64(m.Probe("train view", "loss/reconstruction")[0])
}

// Metrics tells how far restored images are from what they should be.
func (a *autoencoder) Metrics(m *lab.Machine) lab.Metrics {
	out := lab.NoMetrics()
	if a.own.Images.Lacking() {
		return out
	}
	out.TrainLoss = a.TrainLoss(m)
	m.Run("test view")
	out.TestLoss = float64(m.Probe("test view", "loss/reconstruction")[0])
	var off float64
	restored := m.Probe("test view", "reconstruction")
	for i, v := range a.test.X {
		off += math.Abs(float64(v - restored[i]))
	}
	out.Scores = []lab.Score{{Name: "pixel-error", Value: off / float64(len(restored))}}
	if a.net.Variational {
		out.Scores = append(out.Scores, lab.Score{Name: "code-kl", Value: float64(m.Probe("test view", "loss/kl")[0])})
	}
	return out
}
