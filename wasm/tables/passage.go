package main

import (
	"encoding/json"

	"nnplay/nn/data/passage"
	"nnplay/nn/notice"
)

// A reading is what a page shows of a running text.
type reading struct {
	Text     string          `json:"text"`
	Encoding string          `json:"encoding"`
	Total    int             `json:"total"`
	Long     bool            `json:"long"`
	Notices  []notice.Notice `json:"notices"`
}

// readPassage reads a running text.
func readPassage(text []byte, choices string) (*reading, error) {
	var c passage.Choices
	if choices != "" {
		if err := json.Unmarshal([]byte(choices), &c); err != nil {
			return nil, err
		}
	}
	p, err := passage.Read(text, c)
	if err != nil {
		return nil, err
	}
	return &reading{p.Text, p.Encoding, p.Total, p.Long, append([]notice.Notice{}, p.Notices...)}, nil
}
