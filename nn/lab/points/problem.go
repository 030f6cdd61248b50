package points

import (
	"strconv"
	"strings"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/numeral"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// A problem is the data of an experiment as the network meets it.
type problem struct {
	set      *data.Set
	classes  int // 0 for regression
	features []data.Feature
	scaler   data.Scaler
	output   string // activation of the output layer
	units    int    // of the output layer, K

	train, test split
	table       *table // nil of data that are no table
	empty       bool   // there are no points: what stands in for one counts for nothing
}

// A split is one part of the data, n samples.
type split struct {
	points data.Points // raw
	x      []float32   // (n, F) features, preprocessed
	y      []float32   // (n, K) targets as the loss wants them
}

func (s *split) len() int { return len(s.points.Y) / max(s.points.Targets, 1) }

// newProblem generates, splits, expands and preprocesses the data of a valid
// spec, as a function of the spec alone.
func newProblem(spec *lab.Spec) *problem {
	own := of(spec)
	if _, ok := data.Find(own.Dataset); !ok {
		panic("points: no data set " + own.Dataset)
	}
	set := own.set()
	p := &problem{set: set, output: own.output()}
	for _, name := range own.Features {
		f, _ := data.FindFeature(name)
		if !(f.NeedsY && set.Inputs == 1) {
			p.features = append(p.features, f)
		}
	}
	if len(own.Features) == 0 {
		p.features = []data.Feature{noFeature}
	}
	if len(p.features) == 0 {
		f, _ := data.FindFeature("x")
		p.features = []data.Feature{f}
	}
	if set.Problem == data.Classification {
		p.classes = set.Classes
		if p.classes == 0 {
			p.classes = own.Classes
		}
	}
	p.units = p.outputUnits()

	seed := uint64(spec.Seed)
	stream := rng.New(seed, rng.Data)
	switch {
	case set.Table:
		p.takeTable(&own, stream)
	case set.Own:
		p.takeDrawing(&own, stream)
	case set.Fixed:
		p.train.points = set.Points(stream, spec.Samples, own.Classes, float32(own.Noise)/100)
	default:
		points := set.Points(stream, spec.Samples, own.Classes, float32(own.Noise)/100)
		p.train.points, p.test.points = data.Split(points, own.PercTrainData)
	}
	if p.table == nil { // which has them already
		p.train.x, p.test.x = p.expand(p.train.points), p.expand(p.test.points)
	}
	pre, _ := data.FindPreprocess(own.Preprocess)
	p.scaler = pre.Fit(p.train.x, len(p.features))
	for _, s := range []*split{&p.train, &p.test} {
		p.scaler.Apply(s.x)
		s.y = p.encode(s.points)
	}
	return p
}

// noFeature is what a network without inputs reads: nothing of a point, so that no
// weight of it ever learns and the output is what the biases make.
var noFeature = data.Feature{Name: setting.Nothing, Symbol: "0", Func: func(x, y float32) float32 { return 0 }}

// outputUnits is one a target, one for two classes, else one a class.
func (p *problem) outputUnits() int {
	switch {
	case p.classes == 0:
		return p.set.Targets
	case p.classes == 2 && p.output != "softmax":
		return 1
	}
	return p.classes
}

// encode turns class indices into what the output is to become: one of K, with
// 0 and 1 for outputs that are probabilities, -1 and 1 for others.
func (p *problem) encode(points data.Points) []float32 {
	if p.classes == 0 {
		return append([]float32(nil), points.Y...)
	}
	off, on := p.levels()
	y := make([]float32, 0, len(points.Y)*p.units)
	for _, label := range points.Y {
		for k := range p.units {
			class := k
			if p.units == 1 {
				class = 1
			}
			if int(label) == class {
				y = append(y, on)
			} else {
				y = append(y, off)
			}
		}
	}
	return y
}

// levels returns the targets of an output that says no and of one that says yes.
func (p *problem) levels() (off, on float32) {
	if p.probabilities() {
		return 0, 1
	}
	return -1, 1
}

// classify returns the class that an output row (K) names.
func (p *problem) classify(y []float32) int {
	if len(y) == 1 {
		off, on := p.levels()
		if y[0] > (off+on)/2 {
			return 1
		}
		return 0
	}
	best := 0
	for k, v := range y {
		if v > y[best] {
			best = k
		}
	}
	return best
}

// scaling writes what preprocessing does to each feature, in symbols: the
// statistics are those of the training points. It is "" where nothing is done.
func (p *problem) scaling() string {
	names := make([]string, len(p.features))
	for i, f := range p.features {
		names[i] = f.Symbol
	}
	return scaled(names, p.scaler)
}

// factsMost is of how many inputs it is written, one by one.
const factsMost = 12

// scaled writes what a scaler does to what has these names; "" if nothing.
func scaled(names []string, s data.Scaler) string {
	var all []string
	for i, name := range names {
		shift, scale := s.Shift[i], s.Scale[i]
		if shift == 0 && scale == 1 {
			continue
		}
		if len(all) == factsMost {
			all = append(all, "…")
			break
		}
		sign := " − "
		if shift < 0 {
			sign, shift = " + ", -shift
		}
		all = append(all, "("+name+sign+short(shift)+") / "+short(scale))
	}
	return strings.Join(all, "; ")
}

func short(v float32) string { return numeral.Typeset(strconv.FormatFloat(float64(v), 'g', 3, 32)) }
