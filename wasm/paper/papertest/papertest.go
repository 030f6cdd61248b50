// Package papertest helps to test figures.
package papertest

import (
	"strings"
	"testing"

	"nnplay/wasm/paper"
)

// Kit is the kit of a middling canvas.
func Kit(s *paper.Scene) *paper.Kit {
	measure := func(words string, size float32) float32 { return float32(len(words)) * size / 2 }
	return &paper.Kit{
		Scene: s, Theme: paper.Light, Words: paper.Dictionary{}, Free: paper.Rect(0, 0, 600, 400),
		Measure: measure, MeasureMedium: measure,
	}
}

// Ask returns what is said of the spot that lies under the middle of a cell.
func Ask(t *testing.T, d *paper.Drawing, p paper.Pick) (name, lines string) {
	t.Helper()
	s := d.SpotOf(p)
	if s == nil || s.Tip == nil {
		t.Fatalf("nothing to ask at %+v", p)
	}
	name, all := s.Tip(p.Row, p.Col)
	return name, strings.Join(all, "; ")
}
