package main

import (
	"encoding/json"
	"fmt"

	"nnplay/plotting"
)

// A request asks for a chart.
type request struct {
	Chart  plotting.Chart `json:"chart"`
	Format string         `json:"format"` // "svg", the default, or "csv"
	Width  float64        `json:"width"`  // of an SVG, in its units
	Height float64        `json:"height"`
	Plain  bool           `json:"plain"` // colors as they are on paper, not as classes of a page
}

// maxRequest bounds a request, in bytes.
const maxRequest = 8 << 20

// answer draws what a JSON request asks for. A CSV has no box and no range.
func answer(text []byte) (file []byte, box, span [4]float64, err error) {
	if len(text) > maxRequest {
		return nil, box, span, fmt.Errorf("plots: a request of %d bytes is too large", len(text))
	}
	var r request
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, box, span, fmt.Errorf("plots: %w", err)
	}
	switch r.Format {
	case "csv":
		file, err = r.Chart.CSV()
		return file, box, span, err
	case "svg", "":
		f, err := r.Chart.Draw(r.Width, r.Height, r.Plain)
		if err != nil {
			return nil, box, span, err
		}
		return f.SVG, f.Box, f.Range, nil
	}
	return nil, box, span, fmt.Errorf("plots: there is no format %q", r.Format)
}
