//go:build !js

package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// A goal is what a run is to reach: a metric, as presets name it, and how good it has
// to be. The zero goal is reached by all.
type goal struct {
	metric string
	value  float64
}

// parseGoal reads METRIC:VALUE.
func parseGoal(text string) (g goal, err error) {
	if text == "" {
		return g, nil
	}
	metric, value, _ := strings.Cut(text, ":")
	g.metric = metric
	if g.value, err = strconv.ParseFloat(value, 64); err != nil || math.IsNaN(g.value) || metric == "" {
		return g, fmt.Errorf("the goal %q is not METRIC:VALUE, such as accuracy:0.95", text)
	}
	return g, nil
}

// known is an error if a family has no such metric; it names those that it has.
func (g goal) known(f *lab.Family) error {
	names := []string{"accuracy", "loss"}
	for _, s := range f.Scores {
		names = append(names, s.Name)
	}
	if g.metric == "" || slices.Contains(names, g.metric) {
		return nil
	}
	return fmt.Errorf("there is no metric %q of this experiment; there are %s", g.metric, strings.Join(names, ", "))
}

// reached is an error if a run has not come as far.
func (g goal) reached(run *experiment.Run) error {
	if g.metric == "" {
		return nil
	}
	f := run.Spec().Family
	value := lab.Preset{Metric: g.metric}.Value(run.Metrics())
	if f.Reached(lab.Preset{Metric: g.metric, Goal: g.value}, value) {
		return nil
	}
	most := "most"
	if f.More(g.metric) {
		most = "least"
	}
	return fmt.Errorf("the goal is not reached: %s is %s, and should be at %s %g", g.metric, number(value), most, g.value)
}
