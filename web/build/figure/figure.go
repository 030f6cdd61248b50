// Package figure draws experiments as SVG without a browser: what the page shows
// before its canvas is there, and what experiments come to.
package figure

import (
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/wasm/figure/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/svg"
	"nnplay/wasm/wire"
	"nnplay/web/i18n"
)

// toolsHeight is the room that figures leave to the page's tools: embed.css and edit.js.
const toolsHeight = 26

// Of returns what a canvas of a size, in CSS pixels, shows of a run; tools says
// whether the page's tools stand above it.
func Of(run *experiment.Run, catalog i18n.Catalog, width, height float32, tools bool) svg.Draw {
	return of(scene(run), catalog, width, height, tools)
}

// of returns how a scene is drawn.
func of(scene *paper.Scene, catalog i18n.Catalog, width, height float32, tools bool) svg.Draw {
	figure := all.Figures[scene.Topology.Architecture]
	top := float32(0)
	if tools && figure.Tooled {
		top = toolsHeight
	}
	return func(theme *paper.Theme, language string) paper.Drawing {
		return figure.Draw(&paper.Kit{
			Scene: scene, Theme: theme, Words: paper.Dictionary(catalog.Filled(language)), Share: 1, View: map[string]int{},
			Free:    paper.Rect(paper.Margin, top+paper.Margin, width-2*paper.Margin, height-top-2*paper.Margin),
			Measure: svg.Width, MeasureMedium: svg.Width,
		})
	}
}

// scene is what a canvas knows of a run.
func scene(run *experiment.Run) *paper.Scene {
	topology := run.Topology()
	s := &wire.Snapshot{Topology: &topology, Step: run.Steps()}
	for i, views := range [][]lab.View{run.Static(), run.Dynamic()} {
		for _, v := range views {
			s.Tensors = append(s.Tensors, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8, Still: i == 0})
		}
	}
	known := &paper.Scene{}
	known.Apply(s)
	return known
}
