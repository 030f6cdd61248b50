package experiment

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/model"
)

// Bounds of a Transformer.
const (
	maxBlocks = 4
	maxWidth  = 64
	maxHeads  = 8
)

// adaptTransformer makes a spec the default of its architecture.
func adaptTransformer(s *Spec) {
	s.Optimizer, s.LearningRate, s.Clip = "adam", 0.003, 1
	s.BatchSize, s.Samples = 32, 4000
	s.Sequence.Task = "sort"
	s.beginSequence()
}

// repairTransformer makes a network fit its task, and its heads their width.
func (s *Spec) repairTransformer(keep string) (notices []Notice) {
	notices = s.repairSequence()
	if given := s.Transformer.Kind; kindApplies(s, given) != "" {
		s.Transformer.Kind = "decoder"
		notices = append(notices, note("repaired", "key", "transformer", "given", given, "used", "decoder"))
	}
	if s.Transformer.Tied && whenTokens(s) != "" {
		s.Transformer.Tied = false
		notices = append(notices, note("repaired", "key", "tied", "given", "true", "used", "false"))
	}
	notices = append(notices, s.repairHeads(keep)...)
	return append(notices, s.limitSequence(s.transformerCells())...)
}

// transformerCells returns what a network keeps at each place: the units of its
// feed-forward layers, and what each head sees.
func (s *Spec) transformerCells() int {
	t := &s.Transformer
	places, _ := s.Sequence.task().Places(s.Sequence.options(sequences.Causal))
	return t.Blocks * (4*t.Width + t.Heads*places)
}

// repairHeads lets the heads share the width evenly: each has as many dimensions,
// an even number where a rotation turns them in pairs.
func (s *Spec) repairHeads(keep string) []Notice {
	t := &s.Transformer
	even := 1
	if t.Position == "rotary" {
		even = 2
	}
	if t.Width%(t.Heads*even) == 0 {
		return nil
	}
	if keep == "width" && t.Width%even == 0 {
		given := t.Heads
		for t.Width%(t.Heads*even) != 0 {
			t.Heads--
		}
		return []Notice{note("repaired", "key", "heads", "given", strconv.Itoa(given), "used", strconv.Itoa(t.Heads))}
	}
	given, unit := t.Width, t.Heads*even
	t.Width = max(unit, t.Width/unit*unit)
	return []Notice{note("repaired", "key", "width", "given", strconv.Itoa(given), "used", strconv.Itoa(t.Width))}
}

// kindApplies says what of a Transformer fits a task. An encoder sees the whole
// sequence, so it must not be asked for what it sees, and it answers at the
// places it reads, so it can't say where an answer ends. A decoder with an
// encoder answers a prompt.
func kindApplies(s *Spec, option string) string {
	task := s.Sequence.task()
	switch option {
	case "encoder":
		if task.Paired() {
			return unless(task.Max > 0, openAnswer)
		}
		return whenReadWhole(s)
	case "encoder-decoder":
		return unless(task.Paired(), pairsOnly)
	}
	return ""
}

// A transformer is one network: see model.Transformer.
type transformer struct {
	*sequence
	chart embeddingMap
	head  int // that was chosen to be seen large, counted over all; -1: none
}

var (
	_ task  = (*transformer)(nil)
	_ tuner = (*transformer)(nil)
	_ actor = (*transformer)(nil)
)

func newTransformer(spec Spec) task {
	layout := map[string]sequences.Layout{"encoder": sequences.Aligned, "encoder-decoder": sequences.Separate}[spec.Transformer.Kind]
	t := &transformer{sequence: newSequence(spec, layout, false), head: -1}
	t.learners = []learner{{model: t.network()}}
	for t.judged > 1 && t.judged*(t.test.T+t.test.S)*spec.transformerCells() > maxCells {
		t.judged /= 2
	}
	t.chart.tokens = t.seen()
	if t.task.Tokens() {
		t.sample = t.longest()
	}
	return t
}

// longest returns the first of the samples of the test set that fill most places:
// it shows most.
func (t *transformer) longest() (sample int) {
	most := 0
	for i := range t.test.N {
		filled := 0
		for _, p := range t.parts(&t.test) {
			if p.values == nil || p.name != "x" && p.name != "source" {
				continue
			}
			for _, v := range p.values[i*p.width() : (i+1)*p.width()] {
				if v != sequences.Padding {
					filled++
				}
			}
		}
		if filled > most {
			most, sample = filled, i
		}
	}
	return sample
}

// network returns the model of the spec.
func (t *transformer) network() model.Transformer {
	s := &t.spec.Transformer
	m := model.Transformer{
		Layers: s.Blocks, Width: s.Width, Heads: s.Heads, PostNorm: s.Norm == "post", Tied: s.Tied,
		Vocabulary: len(t.vocabulary), Outputs: t.outputs(), Padding: -1,
	}
	if len(t.vocabulary) > 0 && t.vocabulary[0] == sequences.Specials[0] {
		m.Padding = sequences.Padding
	}
	m.Kind, _ = model.FindKind(s.Kind)
	m.Position, _ = nn.FindPosition(s.Position)
	m.Normalization, _ = nn.FindTokenNormalization(s.Normalization)
	m.FeedForward, _ = nn.FindFeedForward(s.FeedForward)
	m.Initializer, _ = nn.FindInitializer(t.spec.Init)
	return m
}

func (t *transformer) record(mem *nn.Memory, freeze bool) {
	t.recordStep(mem, t.spec.training(freeze))
	t.recordEvaluate(mem)
	t.recordLook(mem)
}

// topology lists the blocks, those of an encoder first.
func (t *transformer) topology() Topology {
	s := &t.spec.Transformer
	out := t.sequence.topology()
	var prefixes []string
	if s.Kind == "encoder-decoder" {
		prefixes = append(prefixes, "encoder/")
	}
	for _, prefix := range append(prefixes, "") {
		for i := range s.Blocks {
			out.Layers = append(out.Layers, model.Layer{Name: prefix + "block" + strconv.Itoa(i), Units: s.Width})
		}
	}
	return out
}

// dynamic returns what is seen of one sample, by the names of model.Transformer,
// the weights and biases by which its logits are made, "output/weight" (D, V) and
// "output/bias" (V), and "embedding/map", the embeddings in a plane.
func (t *transformer) dynamic(m *machine) []View {
	m.run("look")
	views := t.probes(m, "look")
	table := m.slice("encoder/embedding/weight")
	if table == nil {
		table = m.slice("embedding/weight")
	}
	views = append(views, t.outputViews(m)...)
	return append(views, t.chart.view(table, t.spec.Transformer.Width)...)
}

// outputViews returns the parameters of the last layer; those of the embedding,
// turned, where they are its weights.
func (t *transformer) outputViews(m *machine) []View {
	width, n := t.spec.Transformer.Width, t.outputs()
	if !t.spec.Transformer.Tied {
		return []View{
			{Name: "output/weight", Shape: []int{width, n}, F32: slices.Clone(m.slice("output/weight"))},
			{Name: "output/bias", Shape: []int{n}, F32: slices.Clone(m.slice("output/bias"))},
		}
	}
	weights := make([]float32, width*n)
	for i, v := range m.slice("embedding/weight") { // (V, D)
		weights[i%width*n+i/width] = v
	}
	return []View{{Name: "output/weight", Shape: []int{width, n}, F32: weights}}
}

// static adds which head was chosen, "look/head".
func (t *transformer) static(m *machine) []View {
	return append(t.sequence.static(m), View{Name: "look/head", Shape: []int{1}, F32: []float32{float32(t.head)}})
}

// attentions returns the names of all heads in the order of the blocks, such as
// "block0/attention/3".
func (t *transformer) attentions() (names []string) {
	for _, l := range t.topology().Layers {
		parts := []string{"/attention/"}
		if t.spec.Transformer.Kind == "encoder-decoder" && !strings.HasPrefix(l.Name, "encoder/") {
			parts = append(parts, "/cross/")
		}
		for _, part := range parts {
			for head := range t.spec.Transformer.Heads {
				names = append(names, l.Name+part+strconv.Itoa(head))
			}
		}
	}
	return names
}

// act lets the reader choose a head too.
func (t *transformer) act(m *machine, name, value string) (Answer, error) {
	if name != "head" {
		return t.sequence.act(m, name, value)
	}
	head := slices.Index(t.attentions(), value)
	if head < 0 {
		return Answer{}, refuse(badValue, "key", name, "given", value)
	}
	t.head = head
	return Answer{Static: true}, nil
}
