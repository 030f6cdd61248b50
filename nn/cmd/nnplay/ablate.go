//go:build !js

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"nnplay/nn"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

func runAblate(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("nnplay ablate", flag.ContinueOnError)
	steps := flags.Int("steps", 1000, "number of optimizer steps")
	tensor := flags.String("tensor", "", "the `name` of a result, a layer or a parameter; all results, if empty")
	asJSON := flags.Bool("json", false, "print a JSON object a line")
	link, err := linkAnd(flags, args, stderr)
	if err != nil {
		return err
	}
	if *steps < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	run, err := openAt(link, *steps, stderr)
	if err != nil {
		return err
	}
	return ablate(run, *tensor, *asJSON, stdout)
}

// A worth is how well a network does without a part.
type worth struct {
	Tensor    string             `json:"tensor"` // "" for the whole network
	At        int                `json:"at"`
	TrainLoss *float64           `json:"trainLoss"` // null for what does not apply
	TestLoss  *float64           `json:"testLoss"`
	Accuracy  *float64           `json:"accuracy"`
	Scores    map[string]float64 `json:"scores,omitempty"`
}

// ablate prints how well a run does and then, a line each, how well without each part of
// a tensor, or of all results.
func ablate(run *experiment.Run, tensor string, asJSON bool, stdout io.Writer) error {
	var parts []nn.Part
	for _, t := range run.Parts() {
		if tensor != "" {
			of, err := run.Part(tensor, -1)
			if err != nil {
				return err
			}
			if of.Tensor != t.Name {
				continue
			}
		} else if t.Role == nn.RoleParameter {
			continue
		}
		for at := range t.PartCount() {
			parts = append(parts, nn.Part{Tensor: t.Name, At: at})
		}
	}
	if len(parts) == 0 {
		return setting.Refuse("no-part", "given", tensor)
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	lines := json.NewEncoder(stdout)
	tell := func(name string, w worth, m lab.Metrics) error {
		if asJSON {
			w.TrainLoss, w.TestLoss, w.Accuracy, w.Scores = known(m.TrainLoss), known(m.TestLoss), known(m.Accuracy), map[string]float64{}
			for _, s := range m.Scores {
				if v := known(s.Value); v != nil {
					w.Scores[s.Name] = *v
				}
			}
			return lines.Encode(w)
		}
		fmt.Fprintf(table, "%s\ttrain-loss %s\ttest-loss %s\taccuracy %s", name, number(m.TrainLoss), number(m.TestLoss), number(m.Accuracy))
		for _, s := range m.Scores {
			fmt.Fprintf(table, "\t%s %s", s.Name, number(s.Value))
		}
		_, err := fmt.Fprintln(table)
		return err
	}
	if err := tell("all", worth{At: -1}, run.Metrics()); err != nil {
		return err
	}
	for _, p := range parts {
		m, err := run.Worth(p)
		if err != nil {
			return err
		}
		if err := tell(fmt.Sprintf("without %s[%d]", p.Tensor, p.At), worth{Tensor: p.Tensor, At: p.At}, m); err != nil {
			return err
		}
	}
	return table.Flush()
}

// known returns a number that there is, nil for one that does not apply.
func known(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
