package all

import (
	"fmt"
	"testing"

	"nnplay/nn/experiment"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/web/i18n"
)

// windows are sizes of canvases, from a large screen to an embed, in CSS pixels.
var windows = [][2]float32{{2560, 1440}, {1440, 900}, {800, 500}, {390, 600}, {300, 250}}

// TestLabels draws every preset in canvases of many sizes, in both languages, before
// training and after a step, then with a place pinned where one can be, and with each
// layer pointed at: no letters are smaller than 11 CSS pixels, and no text
// leaves the drawing or lies on another one. What a drawing has no room for is left
// out, but never all of it.
func TestLabels(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	table := experiment.Families(families.Families)
	for _, p := range table.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			spec, _, err := table.Parse(p.Link)
			if err != nil {
				t.Fatal(err)
			}
			run, err := experiment.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				var scene paper.Scene
				pin := run.Pinned(-2, 3)
				pinned := pin != nil && run.Steps() > 0
				if !pinned {
					pin = nil
				}
				scene.Apply(snapshotOf(run, pin...))
				for language, words := range catalog {
					for i, size := range windows {
						kit := papertest.KitOf(&scene, size[0], size[1], 1)
						kit.Words = paper.Dictionary(words)
						if i%2 == 0 { // of a convolutional network with the arithmetic of an element
							kit.View["focus"] = 1
						}
						d := Figures[spec.Family.Name].Draw(kit)
						at := fmt.Sprintf("%s, %v, step %d", language, size, run.Steps())
						checkLabels(t, kit, &d, at)
						if pinned {
							checkPointed(t, kit, &d, at)
						}
					}
				}
				run.Step(1)
			}
		})
	}
}

// checkPointed holds that the texts of a drawing can be read while something of one of
// its spots is pointed at.
func checkPointed(t *testing.T, k *paper.Kit, d *paper.Drawing, at string) {
	t.Helper()
	for i := range d.Spots {
		if show := d.Spots[i].Shows; show != nil {
			k.Pointed = show(0, 0)
			pointed := Figures[k.Topology.Architecture].Draw(k)
			checkLabels(t, k, &pointed, at+", at "+k.Pointed)
		}
	}
}

// checkLabels holds that the texts of a drawing can be read.
func checkLabels(t *testing.T, k *paper.Kit, d *paper.Drawing, at string) {
	t.Helper()
	labels := d.Labels
	if d.Still != nil {
		labels = append(append([]paper.Text{}, labels...), d.Still.Draw().Labels...)
	}
	if len(labels) < 2 {
		t.Errorf("%s: %d texts", at, len(labels))
	}
	whole := k.Whole()
	boxes := make([]paper.Rectangle, len(labels))
	for i := range labels {
		l := &labels[i]
		boxes[i] = k.TextBox(l)
		if b := boxes[i]; l.Size < 11 {
			t.Errorf("%s: %q is %v pixels high", at, l.Words, l.Size)
		} else if b.X < whole.X || b.Y < whole.Y || b.X+b.W > whole.X+whole.W || b.Y+b.H > whole.Y+whole.H {
			t.Errorf("%s: %q leaves the drawing: %v in %v", at, l.Words, b, whole)
		}
		for j := range i {
			if boxes[i].Meets(boxes[j]) {
				t.Errorf("%s: %q lies on %q: %v, %v", at, l.Words, labels[j].Words, boxes[i], boxes[j])
			}
		}
	}
}
