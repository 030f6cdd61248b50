// Package points is the figure of a network over a plane of points, or over a
// line of them: the multilayer perceptron.
package points

import (
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw, Describe: describe, Tooled: true}

// draw shows the network from left to right, each neuron as the picture of what
// it makes of the plane, and large what the output says there.
func draw(kit *paper.Kit) paper.Drawing {
	f := &figure{Kit: kit}
	if !f.ready() {
		return paper.Drawing{}
	}
	f.hovered = f.pointed()
	d := f.Blank()
	f.arrange(&d)
	f.noteWarp()
	f.notePin()
	f.noteMarks()
	d.Main = f.final.panel
	d.Plan, d.Arrangement, d.Gliding = f.final.plan(f.Free), &f.layout, f.moves
	f.chooseLinks()
	f.drawLinks(&d)
	f.drawLeaving(&d)
	f.drawTiles(&d)
	switch plane := f.Topology.Inputs == 2; {
	case f.warping():
		f.drawWarp(&d)
		f.drawUnits(&d)
	case plane:
		f.drawBoundary(&d)
		f.drawUnits(&d)
		f.drawWrong(&d)
	default:
		f.drawUnits(&d)
		f.drawCurves(&d)
	}
	f.drawPorts(&d)
	f.drawPin(&d)
	f.writePin(&d)
	if f.hovered.kind == "neuron" { // its range changes with each step
		f.drawScale(&d.Over, &d.Labels)
	}
	d.Still = &paper.Still{Key: f.stillKey(), Draw: f.drawStill}
	if p := f.pin; p != nil {
		d.Pin = &paper.Pin{X: p.x, Y: p.y, Says: f.answer()}
	}
	f.noteWalked(&d)
	f.ask(&d)
	return d
}

// A figure is a kit that knows the tensors of a network over a plane of points.
type figure struct {
	*paper.Kit
	hovered  target     // what is pointed at
	final    layout     // where things come to rest
	layout   layout     // and where they are
	fates    [][]fate   // of what was there before
	former   *figure    // what was there before; nil if not known
	moves    bool       // things have not come to rest
	warpAxes [4]float32 // ranges of the two units; zero if the space is not warped
	mistakes bool       // samples that are taken for another class are marked
	removed  bool       // some links are
	strong   [][]bool   // (in, out) of each column's links whether they are drawn; nil if all are
	moreAt   []int      // the spots of the tiles for what is not shown, by column
	pin      *pin       // the place that is pinned; nil if none is
}

// A stillKey is what the still part of the drawing hangs on beside what comes with
// a new topology or new points.
type stillKey struct {
	hovered  target
	share    float32
	warpAxes [4]float32
	strips   string

	mistakes, removed, pinned bool
}

func (f *figure) stillKey() stillKey {
	key := stillKey{hovered: f.hovered, share: 1, warpAxes: f.warpAxes, strips: f.stripsKey(), mistakes: f.mistakes, removed: f.removed, pinned: f.pin != nil}
	if f.moves {
		key.share = f.Glide.Share
	}
	return key
}

// drawStill draws samples, frames and texts.
func (f *figure) drawStill() (s paper.Sheet) {
	if f.Topology.Inputs == 2 {
		f.drawPoints(&s.Shapes)
	} else {
		f.drawTargets(&s.Shapes)
	}
	f.drawAxes(&s.Shapes)
	if f.hovered.kind != "neuron" {
		f.drawScale(&s.Shapes, &s.Labels)
	}
	f.drawRims(&s.Shapes)
	f.writeLabels(&s)
	if f.layout.legend.H > 0 {
		f.DrawLegend(&s.Shapes, &s.Labels, f.legend(false), f.layout.legend)
	}
	return s
}

// describe says in words what the network is.
func describe(s *paper.Scene, d paper.Dictionary) string {
	f := &figure{Kit: &paper.Kit{Scene: s, Words: d}}
	if !f.ready() {
		return ""
	}
	var features, activations []string
	for i, feature := range s.Topology.Features {
		if i == paper.MostShown {
			features = append(features, "…")
			break
		}
		features = append(features, feature.Symbol)
	}
	for _, l := range s.Topology.Layers {
		activations = append(activations, d.Activation(l.Activation))
	}
	said := d.Text("page.canvas", "Network") + ": " + f.shape() +
		"; " + d.Text("group.features", "Features") + ": " + strings.Join(features, ", ") +
		"; " + strings.Join(activations, ", ") +
		"; " + d.Text("page.step", "Step") + " " + strconv.FormatUint(s.Step, 10)
	if f.notePin(); f.pin != nil {
		said += "; " + d.Text("canvas.pin", "pinned place") + ": " + f.answer()
	}
	return said
}
