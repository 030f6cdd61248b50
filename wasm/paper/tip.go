package paper

// The buttons under a hidden layer: a unit less, how many there are, and a unit more.
const (
	buttonSide   = 24
	buttonsWide  = 3*buttonSide + 2*2 // side by side
	buttonsBelow = 6                  // the layer
	roomForAll   = 84                 // from layer to layer, for all three
	roomForOne   = 26                 // and for one; closer, every other layer's is lower
)

// Buttons returns where the page puts the buttons of a hidden layer: three, or where
// the layers are close the middle one alone.
func (p *Plan) Buttons(layer int) Rectangle {
	h := p.Hidden[layer]
	w, y := float32(buttonsWide), h.Bottom+buttonsBelow
	if p.Spacing < roomForAll {
		w = buttonSide
	}
	if p.Spacing < roomForOne && layer%2 == 1 {
		y += buttonSide
	}
	return Rect(h.X+h.Width/2-w/2, y, w, buttonSide)
}

// Distances of a tip from what it is of, and of one that lies on the large picture from
// that picture's top: lower than the lowest buttons.
const (
	tipBeside, tipBelow = 16, 18
	tipAway             = 12
	tipInside           = 16
)

// Tip returns where a tip of a size lies within an area: below what it is of and to the
// right, or where it would lie under the page's buttons, on what it is of or on what is
// taken, at the next of a few places where it does so least. Of a network above its
// picture it lies on the picture, as the network's cards do.
func (p *Plan) Tip(w, h float32, of, within Rectangle, taken ...Rectangle) Rectangle {
	right, left := of.X+of.W+tipBeside, of.X-tipAway-w
	if right+w > within.X+within.W {
		right, left = left, right
	}
	below, above := of.Y+of.H+tipBelow, of.Y-tipAway-h
	places := [][2]float32{{right, below}}
	if p.Stacked {
		places = append(places, [2]float32{right, p.Panel.Y + tipInside})
	}
	places = append(places, [2]float32{left, below}, [2]float32{right, above}, [2]float32{left, above})
	taken = append(taken, of)
	for i := range p.Hidden {
		taken = append(taken, p.Buttons(i))
	}
	var best Rectangle
	least := float32(-1)
	for _, at := range places {
		box := Rect(Clamp(at[0], within.X, max(within.X, within.X+within.W-w)), Clamp(at[1], within.Y, max(within.Y, within.Y+within.H-h)), w, h)
		covered := float32(0)
		for _, r := range taken {
			covered += box.Shared(r)
		}
		if least < 0 || covered < least {
			best, least = box, covered
		}
	}
	return best
}
