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

// KitOf is the kit of a canvas of a size in CSS pixels, below whose tools a figure is
// drawn, so many times as large as usual. Its letters are about as wide as a browser's.
func KitOf(s *paper.Scene, width, height, asked float32) *paper.Kit {
	const tools = 26
	zoom := paper.Zoom(width, height, asked)
	w, h := width/zoom, height/zoom
	measure := func(times float32) func(words string, size float32) float32 {
		return func(words string, size float32) (width float32) {
			for _, letter := range words {
				width += times * size * breadth(letter)
			}
			return width + 4
		}
	}
	return &paper.Kit{
		Scene: s, Theme: paper.Light, Words: paper.Dictionary{}, View: map[string]int{}, Share: 1,
		Free:    paper.Rect(paper.Margin, tools/zoom+paper.Margin, w-2*paper.Margin, h-tools/zoom-2*paper.Margin),
		Measure: measure(1), MeasureMedium: measure(1.04),
	}
}

// breadth is how wide a letter is, as a part of its size.
func breadth(letter rune) float32 {
	switch {
	case letter >= 0x2e80: // Chinese
		return 1
	case strings.ContainsRune("il.,:;|!'·()[] ", letter):
		return 0.3
	case letter >= 'A' && letter <= 'Z' || strings.ContainsRune("mwMW%", letter):
		return 0.72
	}
	return 0.55
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
