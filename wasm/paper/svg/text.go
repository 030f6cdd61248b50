package svg

import (
	"encoding/xml"
	"strings"

	"nnplay/wasm/paper"
)

// texts writes texts, in a group of their language if there are others.
func (w *writer) texts(light, dark []paper.Text, language string, several bool) {
	if len(light) == 0 {
		return
	}
	w.line(`<g dominant-baseline="central"`)
	if several {
		w.line(` class="said" lang="%s"`, escape(language))
	}
	w.line(">")
	for i, t := range light {
		if strings.TrimSpace(t.Words) == "" {
			continue
		}
		other := t.Color
		if len(dark) == len(light) {
			other = dark[i].Color
		}
		paint := attribute("fill", both(t.Color, other)) + attribute("font-size", number(t.Size))
		switch {
		case t.Strong:
			paint += ` font-weight="600"`
		case t.Medium:
			paint += ` font-weight="500"`
		}
		if t.Align != 0 {
			paint += attribute("text-anchor", map[bool]string{true: "end", false: "middle"}[t.Align == 1])
		}
		w.element(paint, `<text x="%s" y="%s">%s</text>`, number(t.X+bearing*(1-2*t.Align)), number(t.Y), escape(t.Words))
	}
	w.end()
	w.line("</g>")
}

// bearing is what the canvas leaves free at both ends of a text, in CSS pixels.
const bearing = 2

// escape returns a text as it stands between tags or in quotes.
func escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) // a Builder fails at nothing
	return b.String()
}

// Width returns about how wide a text is in a common sans-serif font.
func Width(words string, size float32) float32 {
	var units int
	for _, letter := range words {
		switch {
		case letter >= ' ' && int(letter-' ') < len(widths):
			units += int(widths[letter-' '])
		case letter >= 0x2e80: // as wide as high: Chinese, Japanese and Korean
			units += 1000
		default:
			units += 556
		}
	}
	return float32(units)*size/1000 + 2*bearing
}

// widths are those of the letters from the space on, in thousandths of their size:
// Helvetica's, of which the widths of other such fonts differ little.
var widths = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}
