package paper

import (
	"testing"

	"nnplay/wasm/wire"
)

// netKit is a kit that draws a network 2-40-16-1 whose weights all differ.
func netKit() *Kit {
	measure := func(words string, size float32) float32 { return float32(len(words)) * size / 2 }
	k := &Kit{Scene: &Scene{}, Theme: Light, Words: Dictionary{}, View: map[string]int{}, Free: Rect(18, 18, 800, 500), Measure: measure, MeasureMedium: measure}
	layers := []wire.Layer{{Name: "net/hidden1", Units: 40}, {Name: "net/hidden2", Units: 16}, {Name: "net/output", Units: 1}}
	snapshot := &wire.Snapshot{Topology: &wire.Topology{Layers: layers}}
	in := 2
	for _, l := range layers {
		w := make([]float32, in*l.Units)
		for i := range w {
			w[i] = float32(i*37%len(w)+1) / float32(len(w))
		}
		snapshot.Tensors = append(snapshot.Tensors,
			wire.Tensor{Name: l.Name + "/weight", Shape: []int{in, l.Units}, F32: w},
			wire.Tensor{Name: l.Name + "/bias", Shape: []int{l.Units}, F32: make([]float32, l.Units)})
		in = l.Units
	}
	k.Apply(snapshot)
	return k
}

// TestNet draws wide layers in boxes of many sizes: tiles lie apart and within, no
// more than twelve of a layer, and few links but for a unit that is pointed at.
func TestNet(t *testing.T) {
	for _, box := range []Rectangle{Rect(0, 0, 900, 800), Rect(0, 0, 340, 250), Rect(0, 0, 130, 90), Rect(0, 0, 54, 150), Rect(0, 0, 100, 52)} {
		k := netKit()
		var d Drawing
		n := k.NetOf(&d, "net/", box, []string{"x", "y"}, []string{"D"})
		for c := range n.Units {
			if shown := len(n.shown[c]); shown > MostShown || shown < n.Units[c] && shown != len(n.slots[c])-1 {
				t.Errorf("%v: %d units of %d are shown in %d places", box, shown, n.Units[c], len(n.slots[c]))
			}
			for i, r := range n.slots[c] {
				if r.X < box.X-0.01 || r.Y < box.Y-0.01 || r.X+r.W > box.X+box.W+0.01 || r.Y+r.H > box.Y+box.H+0.01 {
					t.Errorf("%v: a tile at %v", box, r)
				}
				if i > 0 && n.slots[c][i-1].Meets(r) || c > 0 && r.X <= n.slots[c-1][0].X+n.slots[c-1][0].W {
					t.Errorf("%v: tile %d of column %d lies on another one", box, i, c)
				}
			}
			if c < len(n.Layers) {
				strong := 0
				for _, drawn := range n.drawn[c] {
					if drawn {
						strong++
					}
				}
				if all := len(n.shown[c]) * len(n.shown[c+1]); strong != min(max(int(0.15*float32(all)+0.5), 12), all) {
					t.Errorf("%v: %d of %d links are drawn", box, strong, all)
				}
			}
		}
		var tiles []Rectangle // for what is not shown
		for c := range n.Units {
			if place, rest := n.more(c); rest > 0 {
				tile := k.MoreBox(place, rest)
				if len(tiles) > 0 && tile.Meets(tiles[len(tiles)-1]) {
					t.Errorf("%v: the tiles %v and %v for what is not shown meet", box, tiles[len(tiles)-1], tile)
				}
				tiles = append(tiles, tile)
			}
		}
		k.DrawNet(&d, n)
		before := len(d.Under)
		k.Pointed = n.neuron(1, n.shown[1][0])
		n = k.NetOf(&Drawing{}, "net/", box, []string{"x", "y"}, []string{"D"})
		var pointed Drawing
		k.DrawNet(&pointed, n)
		of := 0
		for c := range 2 {
			n.eachLink(c, func(from, to, _ int) {
				if (c == 0 && to == 0 || c == 1 && from == 0) && n.draws(c, from, to) {
					of++
				}
			})
		}
		if of != 2+len(n.shown[2]) || len(pointed.Under) < before {
			t.Errorf("%v: of a unit that is pointed at %d links are drawn, and %d of all", box, of, len(pointed.Under))
		}
	}
}

// TestNetPages asks the units of a wide layer: all are found where they are drawn, a
// page of them at a time.
func TestNetPages(t *testing.T) {
	k := netKit()
	seen := map[int]bool{}
	for range 10 {
		var d Drawing
		n := k.NetOf(&d, "net/", Rect(0, 0, 340, 250), []string{"x", "y"}, []string{"D"})
		k.AskNet(&d, n, "Net", nil)
		for i := range d.Spots {
			s := &d.Spots[i]
			if s.Turn != nil && s.Box.X < 200 {
				s.Turn(k.View, 0, 0)
				x, y := s.Box.Center()
				if p := d.PickAt(x, y); p.Spot != i {
					t.Errorf("the tile for the others is spot %d, and there is %+v", i, p)
				}
			}
			if s.Part == nil {
				continue
			}
			for row := range s.Rows {
				if part := s.Part(row, 0); part.Kind == "neuron" && part.Layer == "net/hidden1" {
					x, y := s.CellBox(row, 0).Center()
					if p := d.PickAt(x, y); p != (Pick{i, row, 0}) || part.Parameter != "net/hidden1/bias" {
						t.Errorf("unit %d is in row %d of spot %d, and there is %+v", part.Unit, row, i, p)
					}
					seen[part.Unit] = true
				}
			}
		}
	}
	if len(seen) != 40 {
		t.Errorf("%d of 40 units are reached", len(seen))
	}
}
