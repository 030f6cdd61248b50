package gan

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// ganScene is a game of a generator 2-3-2 and a discriminator 2-4-1 with so many
// fakes, all of which are pulled to the right, and with a phase of slow motion,
// none if it is negative.
func ganScene(fakes, phase int) *paper.Scene {
	s := &paper.Scene{}
	snapshot := &wire.Snapshot{Topology: &wire.Topology{
		Architecture: "gan", Problem: "sigmoid", Inputs: 2, Domain: [4]float32{-2, 2, -2, 2},
		Layers: []wire.Layer{
			{Name: "generator/hidden1", Units: 3}, {Name: "generator/output", Units: 2},
			{Name: "discriminator/hidden1", Units: 4}, {Name: "discriminator/output", Units: 1},
		},
	}}
	add := func(name string, shape ...int) []float32 {
		n := 1
		for _, d := range shape {
			n *= d
		}
		values := make([]float32, n)
		snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: name, Shape: shape, F32: values})
		return values
	}
	for name, shape := range map[string][2]int{"generator/hidden1": {2, 3}, "generator/output": {3, 2}, "discriminator/hidden1": {2, 4}, "discriminator/output": {4, 1}} {
		for i := range add(name+"/weight", shape[0], shape[1]) {
			snapshot.Tensors[len(snapshot.Tensors)-1].F32[i] = float32(i+1) / 8
		}
		for i := range add(name+"/weight/gradient", shape[0], shape[1]) {
			snapshot.Tensors[len(snapshot.Tensors)-1].F32[i] = -float32(i + 1)
		}
		add(name+"/bias", shape[1])[0] = 0.25
		add(name+"/bias/gradient", shape[1])[0] = 2
		add(name+"/span", shape[1], 2)[1] = 3
		snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: name + "/tiles", Shape: []int{shape[1], 2, 2}, U8: make([]uint8, 4*shape[1])})
	}
	out := add("discriminator/grid", 2, 2)
	copy(out, []float32{0.25, 0.5, 0.75, 1})
	manifold := add("generator/manifold", 2, 2, 2)
	copy(manifold, []float32{-1, -1, 1, -1, -1, 1, 1, 1})
	fake, slope := add("fake", fakes, 2), add("fake/gradient", fakes, 2)
	for i := range fakes {
		fake[2*i], fake[2*i+1] = 3.6*float32(i%20)/20-1.9, 3.6*float32(i/20)/20-1.9
		slope[2*i] = -1
	}
	copy(add("real", 2, 2), []float32{1, 1, 0, 0})
	copy(add("game/turns", 2), []float32{1, 1})
	copy(add("game/last", 4), []float32{0.75, 0.125, 1.5, 2.5})
	if phase >= 0 {
		name := phases[phase].name
		snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: "slow/phase", Shape: []int{len(name)}, U8: []byte(name)})
		copy(add("slow/noise", 2, 2), []float32{0.5, 0.5, -1, -1})
		copy(add("slow/fake", 2, 2), []float32{-1, 0, 0, -1})
		copy(add("slow/real", 2, 2), []float32{1, 0, 0, 1})
		copy(add("slow/outputs", 4, 1), []float32{0.5, 0.75, 0.25, 0})
		copy(add("slow/pull", 2, 2), []float32{-1, 0, 0, -1})
		add("slow/shown", fakes, 2)
	}
	s.Apply(snapshot)
	return s
}

// arrows counts lines of three points above the pictures: the heads of arrows.
func arrows(d *paper.Drawing) (n int) {
	plane := d.Spots[len(d.Spots)-1].Box
	for _, s := range d.Over {
		if len(s.Line) == 3 && plane.Contains(s.Line[1][0], s.Line[1][1]) {
			n++
		}
	}
	return n
}

// TestLegend holds that the legend names the lines that are drawn, where there is
// room, and that the scale says what the colors of the plane mean.
func TestLegend(t *testing.T) {
	said := func(k figure) string {
		var all []string
		for _, l := range draw(k.Kit).Labels {
			all = append(all, l.Words)
		}
		return "|" + strings.Join(all, "|") + "|"
	}
	k := figure{papertest.Kit(ganScene(5, -1))}
	k.Free, k.Share = paper.Rect(10, 10, 760, 440), 1
	if words := said(k); !strings.Contains(words, "|real|generated|gradient’s pull|bent noise|pulls up (+)|pulls down (−)|forward pass|backward pass|generated|real|") {
		t.Errorf("the legend says %s", words)
	}
	// On a laptop the legend takes the width, below the game.
	k.Free = paper.Rect(18, 18, 618, 313)
	var names []string
	d := draw(k.Kit)
	for _, l := range d.Labels {
		names = append(names, l.Words)
	}
	for _, mark := range []string{"real", "generated", "gradient’s pull", "bent noise", "pulls up (+)", "pulls down (−)", "forward pass", "backward pass"} {
		if !slices.Contains(names, mark) {
			t.Errorf("on a laptop the legend lacks %q: %q", mark, names)
		}
	}
	k.Free = paper.Rect(10, 10, 760, 440)
	k.Tensors[discriminator+"hidden1/span"] = wire.Tensor{Shape: []int{2, 2}, F32: []float32{-0.5, 2.5, 0, 1}}
	k.Pointed = discriminator + "hidden1 0"
	if words := said(k); k.LayerOf(discriminator+"hidden1") == nil || !strings.Contains(words, "|−2.5|2.5|") {
		t.Errorf("of a neuron the scale says %s", words)
	}
	k = figure{papertest.Kit(ganScene(5, 1))}
	k.Free, k.Share = paper.Rect(10, 10, 760, 440), 1
	if words := said(k); strings.Contains(words, "pull|") {
		t.Errorf("without arrows the legend says %s", words)
	}
	k.Free = paper.Rect(10, 10, 264, 180)
	if words := said(k); strings.Contains(words, "bent noise") {
		t.Errorf("a small one says %s", words)
	}
}

// TestGANFigure looks for all that the game is to show, at the sizes of a page and
// a phone: the heat map, the manifold as a grid, both kinds of samples, an arrow at
// each of a few fakes, and the networks with their numbers.
func TestGANFigure(t *testing.T) {
	for _, free := range []paper.Rectangle{paper.Rect(10, 10, 760, 440), paper.Rect(10, 10, 350, 470), paper.Rect(10, 10, 700, 240)} {
		k := figure{papertest.Kit(ganScene(5, -1))}
		k.Free, k.Share = free, 1
		d := draw(k.Kit)
		var heat, grid, real, fake int
		for _, p := range d.Pictures {
			if p.Rows == 2 && p.Cols == 2 && p.Box.W > 100 {
				heat++
				if !(p.Levels[0] < 128 && p.Levels[3] > 200) {
					t.Errorf("of 0.25, 0.5, 0.75, 1 the heat map is %v", p.Levels)
				}
			}
		}
		for _, s := range d.Over {
			if len(s.Line) == 2 && s.Size == 1 && s.Color == k.FakeColor().Alpha(0.45) {
				grid++
			}
			if s.Line == nil && s.Box.W == 0 && s.Size == 2.3 && s.Corners == 4 {
				real++
			}
			if s.Line == nil && s.Box.W == 0 && s.Size == 2.3 && s.Corners == 10 {
				fake++
			}
		}
		if heat != 1 || grid != 4 || real != 2 || fake != 5 || arrows(&d) != 5 {
			t.Errorf("%v: %d heat maps, %d lines of the manifold, %d real samples, %d fakes, %d arrows", free, heat, grid, real, fake, arrows(&d))
		}
		for _, s := range d.Spots {
			for _, corner := range [2][2]float32{{s.Box.X, s.Box.Y}, {s.Box.X + s.Box.W, s.Box.Y + s.Box.H}} {
				if !free.Grown(1).Contains(corner[0], corner[1]) {
					t.Errorf("%v: a spot at %v lies outside", free, s.Box)
				}
			}
		}
		// Columns and links of both, then the plane.
		if len(d.Spots) != 11 {
			t.Fatalf("%d spots", len(d.Spots))
		}
		if name, lines := papertest.Ask(t, &d, paper.Pick{Spot: 1, Row: 1, Col: 2}); name != "Generator, z₂ → 1.3" || lines != "weight: 0.75; gradient: −6" {
			t.Errorf("of a link it says %q, %q", name, lines)
		}
		if name, lines := papertest.Ask(t, &d, paper.Pick{Spot: 7, Row: 0, Col: 0}); name != "Discriminator, Unit 1.1" || lines != "output: 0 … 3; bias: 0.25; gradient: 2" {
			t.Errorf("of a neuron it says %q, %q", name, lines)
		}
		if name, lines := papertest.Ask(t, &d, paper.Pick{Spot: 10, Row: 1, Col: 1}); name != "(1, −1)" || lines != "D = 1" {
			t.Errorf("of a place it says %q, %q", name, lines)
		}
		// A link and a neuron are elements of parameters; what is asked has that value.
		for _, c := range []struct {
			p    paper.Pick
			want paper.Element
		}{
			{paper.Pick{Spot: 1, Row: 1, Col: 2}, paper.Element{Parameter: "generator/hidden1/weight", Index: 5, Value: 0.75, Gradient: -6, HasGradient: true}},
			{paper.Pick{Spot: 7}, paper.Element{Parameter: "discriminator/hidden1/bias", Value: 0.25, Gradient: 2, HasGradient: true}},
			{paper.Pick{}, paper.Element{}},
		} {
			part := d.SpotOf(c.p).Part(c.p.Row, c.p.Col)
			if got := k.Element(part.Parameter, part.Index); got != c.want {
				t.Errorf("%+v is %+v, want %+v", part, got, c.want)
			}
		}
		// What is asked by pointing is what lies there.
		for _, p := range []paper.Pick{{Spot: 1, Row: 0, Col: 0}, {Spot: 1, Row: 1, Col: 2}, {Spot: 2, Row: 2, Col: 0}, {Spot: 7, Row: 3, Col: 0}, {Spot: 8, Row: 3, Col: 0}} {
			x, y := d.Spots[p.Spot].CellBox(p.Row, p.Col).Center()
			if p.Spot == 1 || p.Spot == 8 { // links cross in the middle
				path := d.Spots[p.Spot].Path(p.Row, p.Col)
				x, y = path[1][0]-(path[1][0]-path[0][0])*0.04, path[1][1]-(path[1][1]-path[0][1])*0.04
				if p.Spot == 8 {
					x, y = path[0][0]+(path[1][0]-path[0][0])*0.04, path[0][1]+(path[1][1]-path[0][1])*0.04
				}
			}
			if got := d.PickAt(x, y); got != p {
				t.Errorf("%v: at %v is %+v", free, p, got)
			}
		}
	}
}

// TestManyArrows holds that of many fakes a part has arrows, spread over all.
func TestManyArrows(t *testing.T) {
	k := figure{papertest.Kit(ganScene(400, -1))}
	k.Free, k.Share = paper.Rect(0, 0, 760, 440), 1
	d := draw(k.Kit)
	if n := arrows(&d); n < 60 || n > 300 {
		t.Errorf("%d arrows at 400 fakes", n)
	}
}

// TestShownNeuron shows a neuron in the plane: one of the discriminator as a heat
// map, one of the generator where it takes its noise.
func TestShownNeuron(t *testing.T) {
	for name, want := range map[string]int{"discriminator/hidden1 2": 0, "generator/hidden1 1": 4, "generator/hidden1 9": 0, "nobody 1": 0, "": 0} {
		k := figure{papertest.Kit(ganScene(5, -1))}
		k.Share, k.Pointed = 1, name
		d := draw(k.Kit)
		n := 0
		for _, s := range d.Over {
			if s.Line == nil && s.Box.W == 0 && s.Size == 2.8 {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d places", name, n)
		}
		for _, p := range d.Pictures {
			if p.Box.W > 100 && (name == "discriminator/hidden1 2") != (p.Levels[3] == 0) {
				t.Errorf("%q: the plane shows %v", name, p.Levels)
			}
		}
	}
}

// TestPhases draws each phase of slow motion: what flows where, who is trained,
// and what is on its way.
func TestPhases(t *testing.T) {
	for at, phase := range phases {
		k := figure{papertest.Kit(ganScene(5, at))}
		k.Free = paper.Rect(0, 0, 760, 440)
		d := draw(k.Kit)
		forward, back := 0, 0
		for _, s := range d.Streams {
			if s.Back {
				back++
			} else {
				forward++
			}
		}
		if want := phase.forward[0] || phase.forward[1] || phase.reals; (forward > 0) != want {
			t.Errorf("%s: %d streams forward", phase.name, forward)
		}
		if want := phase.back[0] || phase.back[1]; (back > 0) != want {
			t.Errorf("%s: %d streams back", phase.name, back)
		}
		words := ""
		for _, l := range d.Labels {
			words += l.Words + "|"
		}
		number := string("1234567891"[at]) + "/10"
		if at == 9 {
			number = "10/10"
		}
		if !strings.Contains(words, number+"  "+phase.name) || strings.Contains(words, "per step") {
			t.Errorf("%s: it says %s", phase.name, words)
		}
		if n := strings.Count(words, "in training"); n > 1 || at >= 2 && n != 1 {
			t.Errorf("%s: %d are in training", phase.name, n)
		}
		if phase.verdict && !strings.Contains(words, "0.12|") { // the mean of 0.25 and 0
			t.Errorf("%s: the verdict is not told: %s", phase.name, words)
		}
		if want := map[string]int{"gradient-g": 2, "update-g": 5}[phase.name]; arrows(&d) != want && phase.name != "update-g" {
			t.Errorf("%s: %d arrows", phase.name, arrows(&d))
		}
	}
	// Fakes that are being made come from where their noise is.
	for share, want := range map[float32]float32{0: 0.5, 0.5: -0.25, 1: -1} {
		k := figure{papertest.Kit(ganScene(5, 1))}
		k.Share = share
		d := draw(k.Kit)
		plane := d.Spots[len(d.Spots)-1].Box
		found := false
		for _, s := range d.Over {
			found = found || s.Line == nil && s.Size == 3.6 && s.Corners == 10 && math.Abs(float64(s.Box.X-plane.X-(want+2)/4*plane.W)) < 0.01
		}
		if !found {
			t.Errorf("after %v of the way no fake is at %v", share, want)
		}
	}
}

// TestSmallBoard asks every neuron and link where the players stand side by side: each
// has a name of its own there too, and each neuron but an input a card.
func TestSmallBoard(t *testing.T) {
	k := figure{papertest.Kit(ganScene(10, -1))}
	k.Free = paper.Rect(18, 18, 760, 200)
	d := draw(k.Kit)
	names, cards := map[string]bool{}, 0
	for i := range d.Spots {
		s := &d.Spots[i]
		if s.Part == nil {
			continue
		}
		for cell := range max(s.Rows, 1) * max(s.Cols, 1) {
			row, col := cell/max(s.Cols, 1), cell%max(s.Cols, 1)
			name, _ := s.Tip(row, col)
			if names[name] || strings.HasSuffix(name, ", ") || strings.HasSuffix(name, "→ ") {
				t.Errorf("a name is %q", name)
			}
			names[name] = true
			if s.Card != nil && s.Card(row, col) != nil {
				cards++
			}
		}
	}
	if cards != 3+2+4+1 || !names["Generator, x"] || !names["Discriminator, y → 1.1"] {
		t.Errorf("%d cards of %v", cards, names)
	}
}

// TestPhone draws as high as the page is on a phone: the plane takes the width, and
// the players stand above it, apart from it and from each other.
func TestPhone(t *testing.T) {
	for _, width := range []float32{330, 300, 260} {
		k := figure{papertest.Kit(ganScene(5, -1))}
		k.Free, k.Share = paper.Rect(18, 18, width, width+280), 1
		d := draw(k.Kit)
		if d.Main.W < width*0.95 {
			t.Errorf("%v px: the plane is %v px wide", width, d.Main.W)
		}
		b := newBoard(k, &paper.Drawing{}, paper.Rect(18, 18, width, d.Main.Y-32))
		first, second := b.generator.Box, b.discriminator.Box
		if first.X+first.W > second.X && first.Y+first.H+24 > second.Y || second.Y+second.H > d.Main.Y {
			t.Errorf("%v px: the players are at %v and %v, the plane is at %v", width, first, second, d.Main)
		}
		if first.H < 100 {
			t.Errorf("%v px: the generator is %v px high", width, first.H)
		}
	}
}

// TestGANCard docks a card below the game: the plane keeps its size and place, and
// nothing is drawn where the card stands.
func TestGANCard(t *testing.T) {
	for _, size := range [][2]float32{{620, 318}, {900, 400}, {1400, 800}} {
		k := papertest.Kit(ganScene(20, -1))
		k.Free = paper.Rect(18, 18, size[0], size[1])
		alone := draw(k)
		k.Dock = 140
		beside := draw(k)
		if !beside.Plan.Beside || beside.Main != alone.Main {
			t.Errorf("%v: the plane was at %v and is at %v beside a card", size, alone.Main, beside.Main)
		}
		card := paper.Rect(0, k.Free.Y+k.Free.H-k.Dock, beside.Plan.Right-16, k.Dock)
		for _, l := range beside.Labels {
			if card.Contains(l.X, l.Y) {
				t.Errorf("%v: “%s” is under the card", size, l.Words)
			}
		}
		for _, s := range beside.Spots {
			if card.Meets(s.Box) {
				t.Errorf("%v: what is asked at %v is under the card", size, s.Box)
			}
		}
	}
}
