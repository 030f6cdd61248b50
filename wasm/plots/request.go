package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"nnplay/plotting"
)

// A request asks for a figure. Which of the data fields are read depends on
// the figure.
type request struct {
	Figure string          `json:"figure"`
	Format plotting.Format `json:"format"`
	Width  float64         `json:"width"`  // points
	Height float64         `json:"height"` // points
	Dark   bool            `json:"dark"`
	Labels []string        `json:"labels"` // in the reader's language, in the figure's order

	Train     [][2]float64 `json:"train"` // (step, loss)
	Test      [][2]float64 `json:"test"`
	TPR       []float64    `json:"tpr"`
	FPR       []float64    `json:"fpr"`
	Confusion [][]int      `json:"confusion"`
	Classes   []string     `json:"classes"`
}

// Bounds of a request.
const (
	maxRequest = 8 << 20 // bytes
	maxPoints  = 20000   // of a series
	maxClasses = 64
)

// A figure draws a request; it needs a number of labels.
type figure struct {
	labels int
	draw   func(s plotting.Style, r *request) (*plot.Plot, error)
}

// figures is a row a chart.
var figures = map[string]figure{
	"loss": {5, func(s plotting.Style, r *request) (*plot.Plot, error) {
		return plotting.Loss(s, points(r.Train), points(r.Test), [5]string(r.Labels))
	}},
	"roc": {3, func(s plotting.Style, r *request) (*plot.Plot, error) {
		return plotting.ROC(s, r.TPR, r.FPR, [3]string(r.Labels))
	}},
	"confusion": {3, func(s plotting.Style, r *request) (*plot.Plot, error) {
		return plotting.Confusion(s, r.Confusion, r.Classes, [3]string(r.Labels))
	}},
}

// answer draws what a JSON request asks for.
func answer(text []byte) ([]byte, error) {
	if len(text) > maxRequest {
		return nil, fmt.Errorf("plots: a request of %d bytes is too large", len(text))
	}
	var r request
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("plots: %w", err)
	}
	f, ok := figures[r.Figure]
	if !ok {
		return nil, fmt.Errorf("plots: no figure %q", r.Figure)
	}
	if len(r.Labels) != f.labels {
		return nil, fmt.Errorf("plots: figure %s needs %d labels, not %d", r.Figure, f.labels, len(r.Labels))
	}
	if max(len(r.Train), len(r.Test), len(r.TPR)) > maxPoints || len(r.Confusion) > maxClasses {
		return nil, fmt.Errorf("plots: more than %d points or %d classes", maxPoints, maxClasses)
	}
	style := plotting.Light
	if r.Dark {
		style = plotting.Dark
	}
	p, err := f.draw(style, &r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := plotting.Write(&b, p, vg.Length(r.Width), vg.Length(r.Height), r.Format); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func points(pairs [][2]float64) []plotting.Point {
	out := make([]plotting.Point, len(pairs))
	for i, p := range pairs {
		out[i] = plotting.Point{Step: p[0], Value: p[1]}
	}
	return out
}
