package transformer

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// attentive is the scene of a Transformer: blocks of heads that read t tokens,
// with an encoder that reads s or, where s is 0, none. Each place looks at itself
// and the one before.
func attentive(blocks, heads, t, s int) *paper.Scene {
	const width = 4 // of the stream
	sc := &paper.Scene{Topology: &wire.Topology{Architecture: "transformer", Symbols: []string{"·", "→", "■", "a", "b", " "}}, Tensors: map[string]wire.Tensor{}}
	add := func(name string, f func(i int) float32, shape ...int) {
		n := 1
		for _, k := range shape {
			n *= k
		}
		values := make([]float32, n)
		for i := range values {
			values[i] = f(i)
		}
		sc.Tensors[name] = wire.Tensor{Name: name, Shape: shape, F32: values}
	}
	looks := func(name string, rows, cols int) {
		add(name, func(i int) float32 {
			switch row, col := i/cols%rows, i%cols; {
			case row == 0 && col == 0:
				return 1
			case col == row || col == row-1:
				return 0.5
			}
			return 0
		}, 1, heads, rows, cols)
		add(name+"/query", func(i int) float32 { return 1 }, 1, rows, heads, 2)
		add(name+"/key", func(i int) float32 { return float32(i % 2) }, 1, cols, heads, 2)
		add(name+"/value", func(i int) float32 { return float32(i / (2 * heads)) }, 1, cols, heads, 2) // the place
		add(name+"/added", func(int) float32 { return 0.5 }, 1, rows, width)
	}
	token := func(i int) float32 { return float32(3 + i%3) }
	prefixes := []string{""}
	if s > 0 {
		prefixes = []string{"encoder/", ""}
		add("look/source", token, s)
	}
	for _, prefix := range prefixes {
		n := t
		if prefix != "" {
			n = s
		}
		add(prefix+"embedding", func(int) float32 { return 1 }, 1, n, width)
		for b := range blocks {
			name := prefix + "block" + paper.Number(float32(b), 0)
			sc.Topology.Layers = append(sc.Topology.Layers, wire.Layer{Name: name, Units: width})
			looks(name+"/attention", n, n)
			if s > 0 && prefix == "" {
				looks(name+"/cross", n, s)
			}
			add(name+"/mlp/added", func(int) float32 { return 0.5 }, 1, n, width)
			add(name+"/mlp/units", func(i int) float32 { return float32(i%40) / 10 }, 1, n, 40)
			add(name+"/residual", func(int) float32 { return float32(b + 2) }, 1, n, width)
		}
	}
	add("look/x", token, t)
	add("look/target", func(i int) float32 { return float32(3+i%3) - 4*float32((i+1)%2) }, t) // every other is asked
	add("probabilities", func(i int) float32 { return [6]float32{0.01, 0.02, 0.03, 0.6, 0.3, 0.04}[i%6] }, 1, t, 6)
	add("logits", func(i int) float32 { return float32(i % 6) }, 1, t, 6)
	add("final", func(i int) float32 { return float32(i % width) }, t, width)
	add("output/weight", func(i int) float32 { return float32(i%6) / 2 }, width, 6)
	add("output/bias", func(i int) float32 { return 1 }, 6)
	add("embedding/map", func(i int) float32 { return float32(i) }, 3, 2)
	add("embedding/tokens", token, 3)
	add("embedding/shares", func(i int) float32 { return 0.5 / float32(i+1) }, 2)
	return sc
}

// TestTransformerFits draws at every size: nothing stands outside of the
// canvas, and there is not too much of it.
func TestTransformerFits(t *testing.T) {
	for _, free := range []paper.Rectangle{paper.Rect(18, 18, 697, 417), paper.Rect(18, 18, 340, 450), paper.Rect(18, 18, 744, 480), paper.Rect(18, 18, 620, 205), paper.Rect(18, 18, 900, 900), paper.Rect(18, 18, 280, 330)} {
		for _, c := range []struct{ blocks, heads, t, s int }{{1, 4, 12, 0}, {4, 8, 100, 0}, {2, 4, 7, 5}, {4, 8, 20, 20}, {1, 1, 2, 0}} {
			k := figure{papertest.Kit(attentive(c.blocks, c.heads, c.t, c.s))}
			k.Free = free
			d := draw(k.Kit)
			inside := func(what string, r paper.Rectangle) {
				const slack = 6
				if r.X < free.X-slack || r.Y < free.Y-slack || r.X+r.W > free.X+free.W+slack || r.Y+r.H > free.Y+free.H+slack || r.X != r.X {
					t.Errorf("%v %+v: %s at %v", free, c, what, r)
				}
			}
			for _, p := range d.Pictures {
				inside("a picture", p.Box)
			}
			for _, s := range d.Spots {
				inside("a spot", s.Box)
			}
			for _, l := range d.Labels {
				w := k.Measure(l.Words, l.Size)
				inside("“"+l.Words+"”", paper.Rect(l.X-l.Align*w, l.Y-l.Size/2, w, l.Size))
			}
			tensors := c.blocks
			if c.s > 0 {
				tensors *= 3
			}
			if n := len(d.Pictures); n < 2+tensors*c.heads {
				t.Errorf("%v %+v: %d pictures", free, c, n)
			}
			if n := len(d.Over) + len(d.Labels); n > 1200 {
				t.Errorf("%v %+v: %d marks", free, c, n)
			}
		}
	}
}

// TestColumnsNamed draws twelve letters on phones: every column has its letter, and
// letters do not run together.
func TestColumnsNamed(t *testing.T) {
	for _, width := range []float32{258, 288, 330} {
		k := figure{papertest.Kit(attentive(1, 4, 12, 0))}
		letter := func(word string, size float32) float32 { return 0.62*size*float32(utf8.RuneCountInString(word)) + 4 }
		k.Measure, k.MeasureMedium = letter, letter
		k.Free = paper.Rect(18, 44, width, 430)
		d := draw(k.Kit)
		right, named := float32(0), 0
		for _, l := range d.Labels {
			if l.Y != d.Main.Y-9 || l.X > d.Main.X+d.Pictures[0].Box.W {
				continue
			}
			named++
			half := (letter(l.Words, l.Size) - 4) / 2
			if l.X-half < right+1 {
				t.Errorf("%v px: “%s” begins at %v, after a word up to %v", width, l.Words, l.X-half, right)
			}
			right = l.X + half
		}
		if named != 12 {
			t.Errorf("%v px: %d columns of 12 are named", width, named)
		}
	}
}

// TestTransformerDiverged draws what is no number: all marks have places.
func TestTransformerDiverged(t *testing.T) {
	for _, values := range []bool{false, true} {
		k := figure{papertest.Kit(attentive(2, 2, 6, 4))}
		for name, tensor := range k.Tensors {
			if name != "look/x" && name != "look/source" && name != "look/target" {
				for i := range tensor.F32 {
					tensor.F32[i] = float32(math.NaN())
				}
			}
		}
		if values {
			k.Tensors["look/target"] = wire.Tensor{Shape: []int{6, 1}, F32: make([]float32, 6)}
			k.Tensors["logits"] = wire.Tensor{Shape: []int{1, 6, 1}, F32: k.Tensors["probabilities"].F32[:6]}
		}
		for _, s := range draw(k.Kit).Over {
			for _, p := range append(s.Line, [2]float32{s.Box.X, s.Box.Y}) {
				if p[0] != p[0] || p[1] != p[1] {
					t.Fatalf("values %v: a mark at %v", values, p)
				}
			}
		}
	}
}

// TestTransformerTips asks cells of a head what they are made of.
func TestTransformerTips(t *testing.T) {
	k := figure{papertest.Kit(attentive(2, 2, 5, 3))}
	all := k.attentions()
	names := ""
	for _, a := range all {
		names += k.headTitle(&a) + "\n"
	}
	want := "Encoder · Block 1 · Head 1\nEncoder · Block 1 · Head 2\nEncoder · Block 2 · Head 1\nEncoder · Block 2 · Head 2\n" +
		"Decoder · Block 1 · Head 1\nDecoder · Block 1 · Head 2\nCross-attention · Block 1 · Head 1\nCross-attention · Block 1 · Head 2\n" +
		"Decoder · Block 2 · Head 1\nDecoder · Block 2 · Head 2\nCross-attention · Block 2 · Head 1\nCross-attention · Block 2 · Head 2\n"
	if names != want {
		t.Errorf("the heads are\n%swant\n%s", names, want)
	}
	for _, c := range []struct {
		head, row, col int
		name, lines    string
	}{
		{0, 1, 1, "b (2) → b (2)", "Attention = 0.5; q·k/√2 = 0.71; q = (1, 1); k = (0, 1); v = (1, 1); Head output Σ a·v = (0.5, 0.5)"},
		{0, 1, 2, "b (2) → ␣ (3)", "can't be seen from there"},
		{6, 3, 2, "a (4) → ␣ (3)", "Attention = 0.5; q·k/√2 = 0.71; q = (1, 1); k = (0, 1); v = (2, 2); Head output Σ a·v = (1, 1)"},
		{6, 5, 0, "", ""},
	} {
		name, lines := k.tipOfCell(&all[c.head], c.row, c.col)
		if got := strings.Join(lines, "; "); name != c.name || got != c.lines {
			t.Errorf("head %d, %d %d: %s: %s, want %s: %s", c.head, c.row, c.col, name, got, c.name, c.lines)
		}
	}
}

// TestTransformerSums asks the norms of the stream, the units of a feed-forward
// layer and the probabilities what they are made of.
func TestTransformerSums(t *testing.T) {
	k := figure{papertest.Kit(attentive(2, 2, 5, 3))}
	d := draw(k.Kit)
	told := map[string]string{}
	for _, s := range d.Spots {
		name, lines := s.Tip(1, max(s.Cols, 1)-1)
		told[name] = strings.Join(lines, "; ")
	}
	const expected = "b (2) · Block 2"
	if got, want := told[expected], "Residual stream: ‖x‖ = 6; x = (3, 3, 3, 3); before: ‖x‖ = 4; + Attention: ‖Δ‖ = 1, Δ = (0.5, 0.5, 0.5, 0.5); "+
		"+ Cross-attention: ‖Δ‖ = 1, Δ = (0.5, 0.5, 0.5, 0.5); + MLP: ‖Δ‖ = 1, Δ = (0.5, 0.5, 0.5, 0.5); normalized after each sum"; got != want {
		t.Errorf("%s: %s, want %s, of %q", expected, got, want, told)
	}
	if got, want := told[expected+" · MLP"], "Unit 39: 3.8; Unit 40: 3.9"; got != want {
		t.Errorf("the units: %s, want %s", got, want)
	}
	if got, want := told["b (2) → Prediction"], "a  0.6  (z = 3); b  0.3  (z = 4)  ✓; ␣  0.04  (z = 5); ■  0.03  (z = 2); →  0.02  (z = 1)"; got != want {
		t.Errorf("a prediction: %s, want %s", got, want)
	}
	// Where the sum is what leaves the block, nothing was normalized.
	for i := range k.Tensors["block1/residual"].F32 {
		k.Tensors["block1/residual"].F32[i] = 2 + 0.5 + 0.5 + 0.5
	}
	a := k.attentions()[8] // of the decoder's second block
	if _, lines := k.tipOfNorm(&a, 1, 2); strings.Contains(strings.Join(lines, ""), "normalized") {
		t.Errorf("%q", lines)
	}
}

// TestShownHead holds which head is large: the one pointed at, the one chosen,
// or the first of the last block.
func TestShownHead(t *testing.T) {
	k := figure{papertest.Kit(attentive(2, 4, 5, 0))}
	for _, c := range []struct {
		pointed string
		chosen  float32
		want    int
	}{{"", -1, 4}, {"", 2, 2}, {"", 8, 4}, {"block1/attention/3", 2, 7}, {"block7/attention/3", -1, 4}} {
		k.Pointed = c.pointed
		k.Tensors["look/head"] = wire.Tensor{Shape: []int{1}, F32: []float32{c.chosen}}
		if got := k.shownHead(k.attentions()); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

// TestGuesses sorts tokens by their probability; what is no number counts for
// nothing.
func TestGuesses(t *testing.T) {
	nan := float32(math.NaN())
	got := guesses([]float32{0.1, nan, 0.5, 0.1, 0.3}, 3)
	if len(got) != 3 || got[0] != (guess{2, 0.5}) || got[1] != (guess{4, 0.3}) || got[2] != (guess{0, 0.1}) {
		t.Errorf("%v", got)
	}
}

// TestPooled makes a large head small: of neighbours the largest is kept.
func TestPooled(t *testing.T) {
	a := attention{rows: 100, cols: 60, weights: make([]float32, 6000)}
	a.weights[99*60+59], a.weights[3*60+2] = 0.9, 0.4
	weights, rows, cols := a.pooled()
	if rows != 34 || cols != 20 || weights[33*20+19] != 0.9 || weights[1*20] != 0.4 {
		t.Errorf("%d by %d, %v %v", rows, cols, weights[33*20+19], weights[20])
	}
}
