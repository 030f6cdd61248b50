package cnn

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
)

// holdSum holds that the rows of a card add up to its sum, that each row is the element
// that it says, and that the last step is a number that the network computed.
func holdSum(t *testing.T, k figure, what string, c *paper.Card, out float32) {
	t.Helper()
	sum := float64(c.Rest + c.Bias.Value)
	for _, term := range c.Terms {
		sum += float64(term.Product)
		if e := k.Element(term.Weight.Parameter, term.Weight.Index); e.Parameter == "" || e != term.Weight || term.Product != e.Value*term.Input {
			t.Fatalf("%s: %+v is not %+v", what, term, e)
		}
	}
	if math.Abs(sum-float64(c.Sum)) > 1e-4 || !c.Known || c.Bias.Parameter == "" {
		t.Errorf("%s: the rows make %v, the card says %v", what, sum, c.Sum)
	}
	if last := c.Steps[len(c.Steps)-1]; last.Value != out || !last.Known {
		t.Errorf("%s: it comes to %+v, the network says %v", what, last, out)
	}
}

// termNamed returns the term of a card that reads what has this name, nil without one.
func termNamed(c *paper.Card, name string) *paper.Term {
	for i := range c.Terms {
		if c.Terms[i].Name == name {
			return &c.Terms[i]
		}
	}
	return nil
}

// TestElementCard compares the sum of an element of a convolution, and each step from
// there, with what the network computed.
func TestElementCard(t *testing.T) {
	for _, link := range []string{
		"filters=3,4", "filters=3,4&imageSide=28&stride=2&padding=1&pooling=average&hiddenActivation=tanh", "filters=3,4&padding=0&dilation=2",
		"filters=4,4&normalization=batch&residual=true", "filters=4,4&normalization=layer&imageSide=12&kernel=5&padding=1", "filters=9,3",
	} {
		k, _ := cnnKit(t, link)
		d := draw(k.Kit)
		cards := 0
		for i := range d.Spots {
			s := &d.Spots[i]
			if !strings.HasPrefix(s.Key, "conv") && !strings.HasPrefix(s.Key, "pool") {
				continue
			}
			name, number, _ := strings.Cut(s.Key, " ")
			out, shape := k.Values(name+"/out", 3)
			channel := int(number[0] - '0')
			for _, cell := range [][2]int{{0, 0}, {s.Rows / 2, s.Cols / 3}, {s.Rows - 1, s.Cols - 1}} {
				row, col := cell[0], cell[1]
				element := (row*shape[1]+col)*shape[2] + channel
				what := link + " " + s.Key + place(row, col)
				_, lines := s.Tip(row, col)
				if told := strings.Join(lines, "\n"); !strings.Contains(told, "= "+paper.Number(out[element], 3)) || len(lines) != 2 {
					t.Errorf("%s: %q does not tell %v in two lines", what, told, out[element])
				}
				c := s.Card(row, col)
				if strings.HasPrefix(s.Key, "pool") {
					if c != nil {
						t.Errorf("%s: pooling has a card", what)
					}
					continue
				}
				cards++
				holdSum(t, k, what, c, out[element])
				before := float64(c.Sum)
				steps := c.Steps
				for _, between := range []string{"/normalized", "/joined"} {
					if t2, ok := k.Tensors[name+between]; ok {
						before = float64(t2.F32[element])
						if float64(steps[0].Value) != before || len(steps) < 2 {
							t.Errorf("%s: %s is %+v, the network says %v", what, between, steps, before)
						}
						steps = steps[1:]
					}
				}
				want := max(before, 0)
				if strings.Contains(link, "tanh") {
					want = math.Tanh(before)
				}
				if math.Abs(want-float64(out[element])) > 1e-4 || len(steps) != 1 {
					t.Errorf("%s: %v and %d steps, the network says %v", what, want, len(steps), out[element])
				}
			}
		}
		if cards < 9 {
			t.Errorf("%s: %d cards", link, cards)
		}
	}
}

// TestElementCardNames names what an element reads by the channel and its place, the
// places beyond the border too.
func TestElementCardNames(t *testing.T) {
	k, _ := cnnKit(t, "filters=3,4")
	draw(k.Kit)
	v := k.vision()
	first, second := k.elementCard(v, 1, 0, 4, 0), k.elementCard(v, 3, 2, 2, 3)
	if got := termNamed(first, "x(0, 4)"); got == nil || got.Input != 0 || first.Name != "Σ w·x + b" || !strings.HasPrefix(first.Sample, "Image ") {
		t.Errorf("%+v, %q of %q", got, first.Name, first.Sample)
	}
	if got := termNamed(second, "x₂(3, 3)"); got == nil || got.Input != v.layers[2].at(2, 2, 1) {
		t.Errorf("%+v", got)
	}
}

// TestFlatCard compares the sums of fully connected layers and of the output with what
// the network computed, whatever it is that they read.
func TestFlatCard(t *testing.T) {
	for _, c := range []struct{ link, name, formula string }{
		{"filters=3,4&denseShape=5,6", "a₁(1, 1)", "Σ w·a + b"},
		{wholeCNN, "a₁", "Σ w·a + b"},
		{"filters=none&denseShape=5,4", "x(1, 1)", "Σ w·x + b"},
		{"filters=2&denseShape=none", "", ""},
		{"filters=3,4&denseShape=5&normalization=batch", "a₁(1, 1)", "Σ w·a + b"},
	} {
		k, _ := cnnKit(t, c.link)
		d := draw(k.Kit)
		v := k.vision()
		cards := 0
		for at := range len(v.flat) + 1 {
			name := "output"
			if at < len(v.flat) {
				name = v.flat[at].name
			}
			out, _ := k.Values(name+"/out", 1)
			if name == "global" {
				if k.flatCard(v, at, 0) != nil {
					t.Errorf("%s: means have a card", c.link)
				}
				continue
			}
			var exponents float64
			var sums []float64
			for unit := range out {
				card := k.flatCard(v, at, unit)
				holdSum(t, k, c.link+" "+name, card, out[unit])
				sums = append(sums, float64(card.Sum))
				exponents += math.Exp(float64(card.Sum))
				cards++
				if unit == 0 && cards == 1 && c.name != "" {
					if card.Name != c.formula || len(card.Terms) < paper.MostTerms && termNamed(card, c.name) == nil {
						t.Errorf("%s: %q, of %+v", c.link, card.Name, card.Terms)
					}
				}
			}
			for unit, sum := range sums {
				want := max(sum, 0) // ReLU
				if name == "output" {
					want = math.Exp(sum) / exponents
				} else if strings.Contains(c.link, "normalization") {
					continue // what lies between is not shown
				}
				if math.Abs(want-float64(out[unit])) > 1e-4 {
					t.Errorf("%s, %s %d: %v, the network says %v", c.link, name, unit, want, out[unit])
				}
			}
		}
		if cards < 10 {
			t.Errorf("%s: %d cards", c.link, cards)
		}
		told := false
		for i := range d.Spots {
			if s := &d.Spots[i]; s.Key == "output" {
				card := s.Card(0, 0)
				told = card != nil && card.Title == "Probability of 0" && strings.HasPrefix(card.Name, "z = Σ w·")
			}
		}
		if !told {
			t.Errorf("%s: a class has no card", c.link)
		}
	}
}

// TestMapsStay holds that asking and choosing an element changes nothing of where the
// maps are, nor of anything but the kernels.
func TestMapsStay(t *testing.T) {
	for _, size := range [][2]float32{{782, 560}, {735, 382}, {390, 520}, {1100, 800}} {
		k, _ := cnnKit(t, wholeCNN)
		k.Kit = papertest.KitOf(k.Scene, size[0], size[1], 1)
		maps := func() map[string]paper.Rectangle {
			d := draw(k.Kit)
			boxes := map[string]paper.Rectangle{}
			for i := range d.Spots {
				if s := &d.Spots[i]; s.Key != "" {
					boxes[s.Key] = s.Box
				}
			}
			return boxes
		}
		before := maps()
		if len(before) < 3+4+3 { // maps, means, a dense layer and the classes; some are on another page
			t.Fatalf("%v: %d maps and layers", size, len(before))
		}
		k.Pointed = "conv2 1"
		if pointed := maps(); !reflect.DeepEqual(pointed, before) {
			t.Errorf("%v: pointing moves the maps from %v to %v", size, before, pointed)
		}
		for _, layer := range []int{1, 2, 3} {
			v := k.vision()
			s := k.elementsOf(v, layer, 2)
			s.Turn(k.View, 3, 4)
			if chosen := maps(); !reflect.DeepEqual(chosen, before) {
				t.Errorf("%v: choosing in layer %d moves the maps from %v to %v", size, layer, before, chosen)
			}
		}
	}
}

// TestChosenMapIsShown holds that the page with the map of an element that was chosen is
// the one that is shown when there is less room.
func TestChosenMapIsShown(t *testing.T) {
	k, _ := cnnKit(t, "imageSide=8&filters=64")
	for _, channel := range []int{0, 40, 63} {
		v := k.vision()
		s := k.elementsOf(v, 1, channel)
		s.Turn(k.View, 1, 1)
		for _, height := range []float32{480, 330, 230} {
			k.Free.H = height
			d := draw(k.Kit)
			if d.Find(s.Key, paper.Pick{Spot: len(d.Spots), Row: 1, Col: 1}) == paper.Nowhere {
				t.Errorf("of %v in height there is no map %d", height, channel+1)
			}
		}
	}
}
