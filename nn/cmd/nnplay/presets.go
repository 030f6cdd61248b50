//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
)

// A listed preset is a line of what presets -json prints.
type listed struct {
	Name   string   `json:"name"`
	Family string   `json:"family"`
	Link   string   `json:"link"`
	Steps  int      `json:"steps"`
	Metric string   `json:"metric"`
	Goal   *float64 `json:"goal"` // null where nothing is to be reached
}

// listPresets prints a line a preset: name, family, steps, what it reaches and its link,
// or the same as JSON.
func listPresets(asJSON bool, stdout io.Writer) error {
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	lines := json.NewEncoder(stdout)
	lines.SetEscapeHTML(false)
	for _, f := range families {
		for _, p := range f.Presets {
			l := listed{Name: p.Name, Family: f.Name, Link: p.Link, Steps: p.Steps, Metric: p.Metric}
			reaches := "-"
			if p.Metric != "" {
				l.Goal, reaches = &p.Goal, fmt.Sprintf("%s:%g", p.Metric, p.Goal)
			}
			if asJSON {
				if err := lines.Encode(l); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(table, "%s\t%s\t%d\t%s\t%s\n", l.Name, l.Family, l.Steps, reaches, l.Link)
		}
	}
	return table.Flush()
}
