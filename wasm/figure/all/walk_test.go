package all

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/experiment/explain"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
)

// untold are the stops at which the drawing does not tell the number that is made: by
// family, station and tensor, without numbers of layers and times. The loss of a sample
// is drawn nowhere but in charts, nor are rates and norms.
var untold = map[string][]string{
	"mlp":         {"backward loss/sample", "loss loss/sample"},
	"cnn":         {"backward loss/sample", "loss loss/sample"},
	"autoencoder": {"backward loss/sample", "loss loss/sample"},
	"rnn":         {"update first/gradient/norm", "update gradient/norm"},
	"transformer": {"update gradient/norm"},
	"gan":         {"update discriminator/rate", "update generator/rate"},
	"diffusion":   {"update rate"},
}

// mostStops is about at how many stops of a preset is looked.
const mostStops = 60

// TestWalk goes through a step of every preset, with the drawing of its family, and
// holds that at each stop, but for a few, the number that is made is framed and written.
func TestWalk(t *testing.T) {
	table := experiment.Families(families.Families)
	missed, stops := map[string]map[string]bool{}, map[string]int{}
	var lock sync.Mutex
	t.Run("presets", func(t *testing.T) {
		for _, p := range table.Presets() {
			t.Run(p.Name, func(t *testing.T) {
				t.Parallel()
				w := walkOf(t, p.Link)
				lock.Lock()
				defer lock.Unlock()
				if missed[w.family] == nil {
					missed[w.family] = map[string]bool{}
				}
				maps.Copy(missed[w.family], w.missed)
				stops[w.family] += w.stops
			})
		}
	})
	for family, keys := range missed {
		got := slices.Sorted(maps.Keys(keys))
		if want := untold[family]; !slices.Equal(got, want) {
			t.Errorf("%s: at %d stops nothing is told of %q, want %q", family, stops[family], got, want)
		}
	}
}

// A walk is what was seen of one through a step.
type walk struct {
	family string
	stops  int
	missed map[string]bool // of which stops the drawing tells nothing
}

// walkOf walks through the second step of an experiment.
func walkOf(t *testing.T, link string) walk {
	t.Helper()
	spec, notices, err := experiment.Families(families.Families).Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatal(err, notices)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(1)
	twin, err := run.Twin(run.Steps())
	if err != nil {
		t.Fatal(err)
	}
	step, err := explain.Next(twin)
	if err != nil {
		t.Fatal(err)
	}
	w := walk{family: spec.Family.Name, missed: map[string]bool{}}
	if number, ok := step.Training(0); ok {
		run.Walk(number)
	}
	s := &paper.Scene{}
	s.Apply(snapshotOf(run))
	kit := papertest.KitOf(s, 900, 640, 1)
	all := step.Stops()
	for i := 0; i < len(all); i += 1 + len(all)/mostStops {
		sight, err := step.Look(i, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		kit.Lit = litOf(sight.Lit)
		d := Figures[w.family].Draw(kit)
		kit.Illuminate(&d)
		w.stops++
		if !slices.ContainsFunc(d.Light.Labels, func(l paper.Text) bool { return l.Strong }) {
			w.missed[stopKey(&all[i])] = true
		}
	}
	return w
}

// litOf is what takes part, as the canvas is told.
func litOf(lit []explain.Lit) (list []paper.Lit) {
	for _, l := range lit {
		list = append(list, paper.Lit{
			Parameter: l.Parameter, Layer: l.Layer, Tensor: l.Tensor, Element: l.Element, Time: l.Time + 1,
			Value: float32(l.Value), Gradient: l.Of == explain.Gradient, As: paper.LitAs(slices.Index(paper.LitNames, string(l.As))),
		})
	}
	return list
}

var numbers = regexp.MustCompile(`(step)?[0-9]+`)

// stopKey names a stop without numbers of layers and times.
func stopKey(s *explain.Stop) string {
	name := s.Tensors[s.Main].Tensor
	return strings.TrimSpace(fmt.Sprint(s.Station, " ", numbers.ReplaceAllString(name, "")))
}
