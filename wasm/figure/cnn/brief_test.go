package cnn

import (
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
)

// TestBrief draws a network in the room of a small embed: one picture that takes most
// of the height, with its class and how likely that is in large letters.
func TestBrief(t *testing.T) {
	for _, size := range [][2]float32{{300, 250}, {320, 240}, {700, 200}, {250, 330}} {
		k, _ := cnnKit(t, "filters=3,4")
		k.Kit = papertest.KitOf(k.Scene, size[0], size[1], 1)
		d := draw(k.Kit)
		if len(d.Pictures) != 1 || d.Pictures[0].Box.W < 120 {
			t.Errorf("%v: %d pictures", size, len(d.Pictures))
		}
		if len(d.Labels) < 3 || d.Labels[0].Size < 20 || !strings.HasSuffix(d.Labels[1].Words, " %") || d.Labels[1].Size < 14 {
			t.Errorf("%v: %+v", size, d.Labels)
		}
		for _, l := range d.Labels {
			if box := k.TextBox(&l); box.Meets(d.Pictures[0].Box) {
				t.Errorf("%v: %q lies on the picture", size, l.Words)
			}
		}
		if name, _ := papertest.Ask(t, &d, paper.Pick{Spot: 1}); name != d.Labels[0].Words {
			t.Errorf("%v: of %q it says %q", size, d.Labels[0].Words, name)
		}
	}
	if brief(paper.Rect(18, 44, 354, 520)) {
		t.Error("on a phone there is room for more")
	}
}
