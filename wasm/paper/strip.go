package paper

import (
	"slices"
	"strconv"
)

// A wide layer of units is shown as a strip of the most influential ones and, below
// them, a tile that tells how many others there are and turns to those: page by page
// every unit comes.

// MostShown is how many units of a layer are shown at once.
const MostShown = 12

// clearly is how many times as influential as one that is shown a unit must be to
// take its place, so that tiles do not jump with each step.
const clearly = 1.2

// Influence returns how influential each unit of a layer is: the sum of the sizes of
// the weights that leave it, (in, out).
func Influence(weights []float32, units int) []float32 {
	sums := make([]float32, units)
	if units == 0 {
		return sums
	}
	out := len(weights) / units
	for i := range sums {
		for _, w := range weights[i*out : (i+1)*out] {
			if w-w == 0 {
				sums[i] += Abs(w)
			}
		}
	}
	return sums
}

// Strip returns which units of a layer are shown, in their order, where there is room
// for so many: the most influential ones, or of the others those of the page that the
// reader has turned to. While a part of the network is pointed at they stay.
func (k *Kit) Strip(d *Drawing, layer string, influence []float32, room int) []int {
	n := len(influence)
	if n <= room {
		return upTo(n)
	}
	best := k.best(layer, influence, room)
	if d.Strips == nil {
		d.Strips = map[string][]int{}
	}
	d.Strips[layer] = best
	page := k.View[stripKey(layer)] % pages(n, room)
	if page == 0 {
		return best
	}
	rest := slices.DeleteFunc(upTo(n), func(i int) bool { return slices.Contains(best, i) })
	return rest[(page-1)*room : min(page*room, len(rest))]
}

// best returns the most influential units: those that were shown before, but for
// those that are clearly less influential than others.
func (k *Kit) best(layer string, influence []float32, room int) []int {
	order := Descending(influence)
	var shown []int
	if k.Before != nil {
		shown = slices.Clone(k.Before.Strips[layer])
	}
	if len(shown) != room || slices.Max(shown) >= len(influence) {
		shown = order[:room]
	} else if k.Pointed == "" {
		for _, i := range order[:room] {
			weakest := 0
			for at, j := range shown {
				if influence[j] < influence[shown[weakest]] {
					weakest = at
				}
			}
			if !slices.Contains(shown, i) && influence[i] > clearly*influence[shown[weakest]] {
				shown[weakest] = i
			}
		}
	}
	return InOrder(shown, len(influence))
}

// MoreSpot returns the spot of the tile for the units of a layer that are not shown:
// it turns to the next page of them.
func (k *Kit) MoreSpot(box Rectangle, layer, name string, units, room, shown int) Spot {
	rest := strconv.Itoa(units - shown)
	return Spot{
		Box: box,
		Tip: func(int, int) (string, []string) {
			return name + ": " + k.Words.Say("canvas.more", "{rest} of {all} units are not shown", "rest", rest, "all", strconv.Itoa(units)),
				[]string{k.Words.Text("canvas.moreNext", "Choose this to see the next ones")}
		},
		Turn: func(view map[string]int, _, _ int) {
			view[stripKey(layer)] = (view[stripKey(layer)] + 1) % pages(units, room)
		},
	}
}

// MoreSize is the size of the letters on such a tile, MoreHeight how high it is at most.
const (
	MoreSize   = 11
	MoreHeight = 20
)

// MoreBox returns where such a tile is, in a place for a unit's: no wider than that, or
// than its text needs.
func (k *Kit) MoreBox(place Rectangle, rest int) Rectangle {
	w, h := max(place.W, k.Measure("+"+strconv.Itoa(rest), MoreSize)+4), min(place.H, MoreHeight)
	x, y := place.Center()
	return Rect(x-w/2, y-h/2, w, h)
}

// drawMore draws such a tile.
func (k *Kit) drawMore(d *Drawing, place Rectangle, rest int) {
	d.Over.Fill(k.MoreBox(place, rest), 5, k.Zero)
	x, y := place.Center()
	d.Labels = append(d.Labels, Text{Words: "+" + strconv.Itoa(rest), X: x, Y: y, Size: MoreSize, Align: 0.5, Medium: true, Color: k.Ink})
}

func stripKey(layer string) string { return "strip " + layer }

func pages(n, room int) int { return (n + room - 1) / room }

// InOrder returns those of the first n numbers that are in a list.
func InOrder(list []int, n int) []int {
	return slices.DeleteFunc(upTo(n), func(i int) bool { return !slices.Contains(list, i) })
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
