package experiment

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/lab"
)

// plotted trains an experiment, remembers how, and returns its charts by name.
func plotted(t *testing.T, link string, steps int) map[string]lab.Chart {
	t.Helper()
	run := mustRun(t, link)
	var h History
	for range 4 {
		h.Add(run.Metrics())
		run.Step(steps / 4)
	}
	h.Add(run.Metrics())
	before := run.Fingerprint()
	charts := map[string]lab.Chart{}
	all := run.Charts(&h)
	for _, c := range all {
		charts[c.Name] = c
	}
	if run.Fingerprint() != before {
		t.Errorf("%s: charts changed the network", link)
	}
	if b := ChartsJSON(all); !json.Valid(b) {
		t.Errorf("%s: %.200s is no JSON", link, b)
	}
	return charts
}

// TestLossChart holds that the losses stand beside what guessing gives, from the first
// step to the last, where that has a meaning.
func TestLossChart(t *testing.T) {
	for link, want := range map[string]float64{
		"v=1&dataset=circle": math.Ln2, "v=1&architecture=cnn&samples=40": 0, "v=1&architecture=gan": math.NaN(), "v=1&dataset=own": math.NaN(),
	} {
		chart := plotted(t, link, 40)["loss"]
		i := slices.IndexFunc(chart.Series, func(s lab.Series) bool { return s.Name == "series.guess" })
		if i < 0 {
			if !math.IsNaN(want) {
				t.Errorf("%s: the losses stand alone", link)
			}
			continue
		}
		p := chart.Series[i].Points
		if math.IsNaN(want) || len(p) != 4 || p[0] != 0 || p[2] != 40 || p[1] != p[3] || math.Abs(p[1]-want) > 0.02 && want > 0 {
			t.Errorf("%s: guessing gives %v, want %v", link, p, want)
		}
	}
}

// TestCharts holds which charts there are for which problem, and that all their
// labels are among the translations.
func TestCharts(t *testing.T) {
	keys := families.I18nKeys()
	for link, want := range map[string]string{
		"v=1&dataset=circle":                                   "accuracy activations confusion loss rate roc weights",
		"v=1&dataset=spiral3&networkShape=8":                   "accuracy activations confusion loss rate weights",
		"v=1&dataset=reg-plane&networkShape=":                  "loss rate residuals weights",
		"v=1&optimizer=lbfgs":                                  "accuracy activations confusion loss roc weights",
		"v=1&architecture=gan":                                 "activations js kl losses rate weights",
		"v=1&dataset=circle&percTrainData=90&learningRate=100": "accuracy activations confusion loss rate roc weights",
	} {
		charts := plotted(t, link, 40)
		var names []string
		for name, c := range charts {
			names = append(names, name)
			labels := []string{c.Title, c.X, c.Y}
			for _, s := range c.Series {
				labels = append(labels, s.Name)
				if len(s.Points) == 0 || len(s.Points)%2 != 0 {
					t.Errorf("%s: %s has %d numbers", link, name, len(s.Points))
				}
			}
			for _, key := range labels {
				if !slices.Contains(keys, key) {
					t.Errorf("%s: %s is labeled %q, which no catalogue has", link, name, key)
				}
			}
		}
		if slices.Sort(names); strings.Join(names, " ") != want && !strings.Contains(link, "=100") {
			t.Errorf("%s has the charts %v, want %s", link, names, want)
		}
	}
}

// TestHistograms holds that each layer's shares add up to 1 and span its values.
func TestHistograms(t *testing.T) {
	charts := plotted(t, "v=1&networkShape=6,5,4,3,2", 20)
	for _, name := range []string{"weights", "activations"} {
		c := charts[name]
		if len(c.Series) != chartLayers {
			t.Errorf("%s of %d layers", name, len(c.Series))
		}
		for _, s := range c.Series {
			var sum float64
			for i := 1; i < len(s.Points); i += 2 {
				sum += s.Points[i]
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("%s, layer %d: the shares add up to %v", name, s.Number, sum)
			}
		}
	}
}

// TestRateChart holds that the planned rate is what the schedule says: warmed
// up, then falling to nothing.
func TestRateChart(t *testing.T) {
	c := plotted(t, "v=1&learningRate=0.1&schedule=cosine&scheduleSteps=1000&warmup=100", 500)["rate"]
	past, planned := c.Series[0].Points, c.Series[1].Points
	if past[0] != 0 || math.Abs(past[1]-0.001) > 1e-6 {
		t.Errorf("the first rate is %v at %v, want a hundredth of 0.1", past[1], past[0])
	}
	if at := past[len(past)-2]; at > 500 || at < 480 {
		t.Errorf("the past ends at step %v of 500", at)
	}
	if last := planned[len(planned)-1]; math.Abs(last) > 1e-8 {
		t.Errorf("the plan ends at %v, want 0", last)
	}
}
