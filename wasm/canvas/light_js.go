package main

import (
	"slices"
	"syscall/js"

	"nnplay/wasm/paper"
)

// mostLit bounds how many numbers are lit.
const mostLit = 1000

// light lights what takes part where a step is gone through slowly: a list as the
// trainer tells it in Sight, or null, and all is drawn as usual.
func (g *game) light(list js.Value) {
	g.lit, g.repaint, g.redraw = nil, true, true
	if list.IsNull() {
		return
	}
	g.lit = []paper.Lit{}
	for i := range min(list.Length(), mostLit) {
		m := list.Index(i)
		as := max(slices.Index(paper.LitNames, m.Get("as").String()), 0)
		g.lit = append(g.lit, paper.Lit{
			Parameter: m.Get("parameter").String(), Layer: m.Get("layer").String(), Tensor: m.Get("tensor").String(),
			Element: m.Get("element").Int(), Time: m.Get("time").Int() + 1,
			Value: float32(m.Get("value").Float()), Gradient: m.Get("of").String() == "gradient", As: paper.LitAs(as),
		})
	}
}
