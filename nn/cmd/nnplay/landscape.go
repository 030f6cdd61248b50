//go:build !js

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"nnplay/nn/experiment/landscape"
)

func runLandscape(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("nnplay landscape", flag.ContinueOnError)
	steps := flags.Int("steps", 1000, "number of optimizer steps")
	random := flags.Bool("random", false, "over a random plane, not that of the run's own way")
	beside := flags.String("beside", "", "other `optimizers` from the same start, with commas between")
	asJSON := flags.Bool("json", false, "print a JSON object")
	link, err := linkAnd(flags, args, stderr)
	if err != nil {
		return err
	}
	if *steps < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	run, err := openAt(link, 0, stderr)
	if err != nil {
		return err
	}
	run.Note()
	run.Step(*steps)
	run.Note()
	optimizers := strings.FieldsFunc(*beside, func(r rune) bool { return r == ',' })
	runs, err := landscape.Beside(run, optimizers...)
	if err != nil {
		return err
	}
	survey, err := landscape.Of(run, *random, runs...)
	if err != nil {
		return err
	}
	if err := survey.Work(func() bool { return false }); err != nil {
		return err
	}
	names := append([]string{run.Spec().Optimizer}, optimizers...)
	if *asJSON {
		return json.NewEncoder(stdout).Encode(landscapeOf(survey, names))
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	if !*random {
		fmt.Fprintf(table, "explained %s\n", number(survey.Map.Explained[0]+survey.Map.Explained[1]))
	}
	for i, way := range survey.Ways {
		for k, step := range way.Steps {
			fmt.Fprintf(table, "%s\tstep %d\tx %s\ty %s\n", names[i], step, number(way.Places[2*k]), number(way.Places[2*k+1]))
		}
	}
	return table.Flush()
}

// A plain is a landscape as others read it.
type plain struct {
	Explained []*float64 `json:"explained"` // the share of the variance along each direction; null of random ones
	Box       [4]float64 `json:"box"`       // x min, x max, y min, y max
	Side      int        `json:"side"`      // nodes in a row
	Loss      []*float64 `json:"loss"`      // (side, side), row by row from the least y; null for what is no finite number
	Ways      []way      `json:"ways"`
}

// A way is where a run has been on it.
type way struct {
	Optimizer string    `json:"optimizer"`
	Steps     []uint64  `json:"steps"`
	Places    []float64 `json:"places"` // x and y in turn
}

func landscapeOf(s *landscape.Survey, names []string) plain {
	side, loss := s.Map.Grid()
	p := plain{Box: s.Map.Box, Side: side}
	for _, share := range s.Map.Explained {
		p.Explained = append(p.Explained, known(share))
	}
	for _, v := range loss {
		p.Loss = append(p.Loss, known(v))
	}
	for i, w := range s.Ways {
		p.Ways = append(p.Ways, way{names[i], w.Steps, w.Places})
	}
	return p
}
