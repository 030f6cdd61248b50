package main

import (
	"encoding/json"

	"nnplay/nn/data/passage"
)

// A reading is what a page shows of a running text.
type reading struct {
	Text     string `json:"text"`
	Encoding string `json:"encoding"`
	Total    int    `json:"total"`
	Long     bool   `json:"long"`
	Notices  []told `json:"notices"`
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
	return &reading{p.Text, p.Encoding, p.Total, p.Long, tell(p.Notices, passage.Warns)}, nil
}
