package experiment

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Autoencoder is the settings of an autoencoder.
type Autoencoder struct {
	Encoder     []int // units of each hidden layer; the decoder has them in reverse
	Code        int   // numbers of a code
	Variational bool
	KLWeight    float32 // of a variational one's divergence: β
	Loss        string  // of the pixels
}

// Sizes of what is judged and seen of an autoencoder.
const (
	heldImages  = 300 // not trained on, at most: judged, and their codes shown
	mostShown   = 10  // images beside what is restored of them
	codeLattice = 11  // decoded images along an edge of the lattice
	walkCells   = 41  // places along an edge of the plane of codes where one can stand
	minCode     = 2   // numbers of a code: a plane is shown
	maxCode     = 8
)

// pixelLosses are the losses that say how far an image is from another, of
// pixels from 0 to 1.
var pixelLosses = []string{"bce", "mse"}

// adaptAutoencoder makes a spec the default of its architecture.
func adaptAutoencoder(s *Spec) {
	s.Optimizer, s.LearningRate, s.Init = "adam", 0.005, "he"
	s.BatchSize, s.Samples, s.PercTrainData = 32, 2000, 80
}

// repairAutoencoder keeps to minibatches, and those to the memory there is.
func (s *Spec) repairAutoencoder(string) []Notice {
	cells := s.Images.Side*s.Images.Side + s.Autoencoder.Code
	for _, units := range s.Autoencoder.Encoder {
		cells += units
	}
	return append(s.repairMinibatches(), s.limitBatch(2*cells)...)
}

// An autoencoder squeezes images through a code: see model.Autoencoder.
type autoencoder struct {
	spec  Spec
	net   model.Autoencoder
	train trainingImages
	test  data.Points
	first int    // of the images shown, among the test images
	walk  [2]int // where the reader stands: row and column of walkCells
}

var (
	_ task  = (*autoencoder)(nil)
	_ tuner = (*autoencoder)(nil)
	_ actor = (*autoencoder)(nil)
)

func newAutoencoder(spec Spec) task {
	a := &autoencoder{spec: spec, walk: [2]int{walkCells / 2, walkCells / 2}}
	a.train, a.test = spec.drawImages(heldImages)
	takeTurns(&a.test, a.classes())
	a.net = model.Autoencoder{
		Pixels: a.train.Dim, Hidden: spec.Autoencoder.Encoder, Code: spec.Autoencoder.Code, Variational: spec.Autoencoder.Variational,
	}
	a.net.Activation, _ = nn.FindActivation(spec.HiddenActivation)
	a.net.Initializer, _ = nn.FindInitializer(spec.Init)
	a.net.Loss, _ = nn.FindLoss(spec.Autoencoder.Loss)
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
		for _, of := range byClass {
			if round < len(of) {
				i := of[round]
				turned.X = append(turned.X, p.X[i*p.Dim:(i+1)*p.Dim]...)
				turned.Y = append(turned.Y, p.Y[i])
			}
		}
	}
	*p = turned
}

// classes returns how many kinds of images there are.
func (a *autoencoder) classes() int { return len(a.spec.Images.classes()) }

// shown returns how many images are shown at once beside what is restored of them.
func (a *autoencoder) shown() int { return min(a.classes(), mostShown, a.test.Len()) }

// batch returns the images of a minibatch.
func (a *autoencoder) batch() int { return min(a.spec.BatchSize, a.train.Len()) }

// judged returns how many of the training images are judged.
func (a *autoencoder) judged() int { return min(a.train.Len(), heldImages) }

func (a *autoencoder) record(mem *nn.Memory, freeze bool) {
	g := mem.Graph("step")
	order, cursor := g.Input("order", a.train.Len()), g.Input("cursor")
	batch := g.Input("train", a.train.Len(), a.net.Pixels).Rows(order, cursor, a.batch())
	g.Assign(cursor, cursor.Plus(float32(a.batch())))
	a.net.RecordStep(batch, a.spec.training(freeze))
	a.net.RecordView(mem.Graph("train view").Input("judged", a.judged(), a.net.Pixels))
	a.net.RecordView(mem.Graph("test view").Input("test", a.test.Len(), a.net.Pixels))
	a.net.RecordDecoder(mem.Graph("lattice").Input("lattice/codes", codeLattice*codeLattice, a.net.Code))
	a.net.RecordDecoder(mem.Graph("walk").Input("walk/code", 1, a.net.Code))
}

func (a *autoencoder) begin(m *machine) {
	a.train.write(m.slice("train"))
	a.train.write(m.slice("judged"))
	copy(m.slice("test"), a.test.X)
	if key := m.slice(nn.RandomKey); key != nil {
		key[1] = math.Float32frombits(rng.Noise)
	}
}

// tune writes what the divergence counts for.
func (a *autoencoder) tune(m *machine, s *Spec) {
	a.spec = *s
	if cell := m.slice(model.HyperKLWeight); cell != nil {
		cell[0] = s.Autoencoder.KLWeight
	}
}

func (a *autoencoder) stepsPerEpoch() int { return a.train.Len() / a.batch() }

func (a *autoencoder) beginPass(m *machine, pass uint64) { m.shuffle(a.spec.Seed, pass) }

// metrics tells how far restored images are from what they should be.
func (a *autoencoder) metrics(m *machine) Metrics {
	m.run("train view")
	m.run("test view")
	out := noMetrics()
	out.TrainLoss = float64(m.probe("train view", "loss/reconstruction")[0])
	out.TestLoss = float64(m.probe("test view", "loss/reconstruction")[0])
	var off float64
	restored := m.probe("test view", "reconstruction")
	for i, v := range a.test.X {
		off += math.Abs(float64(v - restored[i]))
	}
	out.Scores = []Score{{"pixel-error", off / float64(len(restored))}}
	if a.net.Variational {
		out.Scores = append(out.Scores, Score{"code-kl", float64(m.probe("test view", "loss/kl")[0])})
	}
	return out
}

// topology describes both halves, one after the other.
func (a *autoencoder) topology() Topology {
	encoder, decoder := a.net.Halves()
	t := Topology{Problem: "reconstruction", Inputs: a.net.Pixels, Classes: a.classes(), Symbols: a.spec.Images.classes()}
	for _, half := range []struct {
		name string
		net  model.MLP
	}{{model.Encoder, encoder}, {model.Decoder, decoder}} {
		for _, l := range half.net.Layers() {
			l.Name = half.name + "/" + l.Name
			t.Layers = append(t.Layers, l)
		}
	}
	return t
}
