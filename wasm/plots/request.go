package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"nnplay/nn/notice"
	"nnplay/plotting"
	"nnplay/wasm/protocol"
)

// A request asks for a chart.
type request struct {
	Chart  plotting.Chart `json:"chart"`
	Format string         `json:"format"` // "svg", the default, or "csv"
	Width  float64        `json:"width"`  // of an SVG, in its units
	Height float64        `json:"height"`
	Plain  bool           `json:"plain"` // colors as they are on paper, not as classes of a page
}

// obey draws what a command asks for. That there is nothing to draw has a code
// of its own.
func obey(c protocol.Message) (map[string]any, *notice.Error) {
	file, box, span, err := answer([]byte(c.Text("request")))
	if err != nil {
		refusal := notice.Internal(err.Error())
		if errors.Is(err, plotting.ErrNothing) {
			refusal.Code = "nothing"
		}
		return nil, refusal
	}
	return map[string]any{"file": string(file), "box": numbers(box), "range": numbers(span)}, nil
}

func numbers(v [4]float64) []any {
	list := make([]any, len(v))
	for i := range v {
		list[i] = v[i]
	}
	return list
}

// answer draws what a JSON request asks for. A CSV has no box and no range.
func answer(text []byte) (file []byte, box, span [4]float64, err error) {
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
