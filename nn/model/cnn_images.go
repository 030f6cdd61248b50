package model

import (
	"fmt"
	"slices"

	"nnplay/nn"
)

// Images are what a layer of a CNN makes of one input: as many images of
// Height x Width as it has channels.
type Images struct {
	Name                    string // "input", "conv1", "pool1", ..., "global": the prefix of its tensors
	Kind                    string // "input", "conv", "pool" or "global"
	Height, Width, Channels int
	Window                  nn.Window // of one element, over the images before
}

// Images returns the layers of images in order, the input first.
func (m CNN) Images() []Images {
	list := []Images{{Name: "input", Kind: "input", Height: m.Height, Width: m.Width, Channels: m.Channels, Window: nn.Window{Size: 1}}}
	next := func(name, kind string, channels int, w nn.Window) {
		in := list[len(list)-1]
		list = append(list, Images{name, kind, w.Out(in.Height), w.Out(in.Width), channels, w})
	}
	channels := m.Channels
	for i, s := range m.Stages {
		channels = s.Filters
		next(convName(i), "conv", channels, s.Kernel)
		if s.pools() {
			next(poolName(i), "pool", channels, s.PoolWindow)
		}
	}
	if m.GlobalPooling {
		list = append(list, Images{Name: globalName, Kind: "global", Height: 1, Width: 1, Channels: channels})
	}
	return list
}

// Check returns an error that names the first layer of images whose window does
// not fit the images before, or whose residual connection joins sizes that no
// projection does. What is checked may be recorded.
func (m CNN) Check() error {
	var before Images
	stage := 0
	for _, l := range m.Images() {
		if l.Height < 1 || l.Width < 1 {
			return fmt.Errorf("%s: a window of %d does not fit images of %d x %d", l.Name, l.Window.Reach(), before.Width, before.Height)
		}
		switch l.Kind {
		case "conv":
			if _, ok := nn.Shortcut(before.Height, before.Width, l.Height, l.Width); m.Stages[stage].Residual && !ok {
				return fmt.Errorf("%s: no residual connection from %d x %d to %d x %d", l.Name, before.Width, before.Height, l.Width, l.Height)
			}
			stage++
		case "pool":
			if 2*l.Window.Padding > l.Window.Reach() {
				return fmt.Errorf("%s: a padding of %d is more than half the window", l.Name, l.Window.Padding)
			}
		}
		before = l
	}
	return nil
}

// A Rect is a rectangle of elements of an image, its ends not included.
type Rect struct{ Top, Left, Bottom, Right int }

// Sees returns which part of the layer before the element at (y, x) of a layer
// is computed from, parts beyond the borders included: padding.
func (l Images) Sees(y, x int) Rect {
	w := l.Window
	top, left := y*w.Step()-w.Padding, x*w.Step()-w.Padding
	return Rect{top, left, top + w.Reach(), left + w.Reach()}
}

// Receptive returns the smallest rectangle of a layer of images before, or of the
// input, that holds all that the element at (y, x) of a layer sees: its receptive
// field. ok says that there is such an element.
func (m CNN) Receptive(layer, before string, y, x int) (field Rect, ok bool) {
	list := m.Images()
	at := slices.IndexFunc(list, func(l Images) bool { return l.Name == layer })
	first := slices.IndexFunc(list, func(l Images) bool { return l.Name == before })
	if first < 0 || at < first || y < 0 || x < 0 || y >= list[at].Height || x >= list[at].Width {
		return Rect{}, false
	}
	rows, cols := []int{y}, []int{x}
	for ; at > first; at-- {
		rows = list[at].taps(rows, list[at-1].Height)
		cols = list[at].taps(cols, list[at-1].Width)
	}
	if len(rows) == 0 || len(cols) == 0 { // nothing but padding
		return Rect{}, true
	}
	return Rect{rows[0], cols[0], rows[len(rows)-1] + 1, cols[len(cols)-1] + 1}, true
}

// taps returns which of the n rows of the layer before, or of its columns, some
// rows of this layer are computed from, in order.
func (l Images) taps(places []int, n int) []int {
	met := make([]bool, n)
	w := l.Window
	for _, p := range places {
		for tap := range w.Size {
			if at := p*w.Step() - w.Padding + tap*w.Spread(); at >= 0 && at < n {
				met[at] = true
			}
		}
	}
	var list []int
	for at, ok := range met {
		if ok || l.Kind == "global" {
			list = append(list, at)
		}
	}
	return list
}
