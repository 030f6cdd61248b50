package sequences

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"nnplay/nn/data/golden"
	"nnplay/nn/rng"
)

// layouts are those that a task's samples can be made in.
func layouts(t *Task) []Layout {
	if !t.Paired() {
		return []Layout{Causal}
	}
	return []Layout{Causal, Aligned, Separate}
}

// TestMake makes samples of each task in each layout: of the promised sizes, in
// the vocabulary, something to predict in each, and the same from the same seed.
func TestMake(t *testing.T) {
	const n = 300
	for _, task := range Tasks {
		for _, layout := range layouts(&task) {
			lengths := []int{0}
			if task.Max > 0 {
				lengths = []int{0, task.Min, task.Max}
			}
			for _, length := range lengths {
				t.Run(fmt.Sprint(task.Name, layout, length), func(t *testing.T) {
					o := Options{Length: length, Layout: layout}
					d := task.Make(rng.New(5, rng.Data), n, o)
					checkData(t, &task, o, &d, n)
					again, other := task.Make(rng.New(5, rng.Data), n, o), task.Make(rng.New(6, rng.Data), n, o)
					if !slices.Equal(d.X, again.X) || !slices.Equal(d.Target, again.Target) {
						t.Error("the same seed gives other samples")
					}
					if slices.Equal(d.X, other.X) && slices.Equal(d.Source, other.Source) {
						t.Error("another seed gives the same samples")
					}
				})
			}
		}
	}
}

func checkData(t *testing.T, task *Task, o Options, d *Data, n int) {
	t.Helper()
	v := len(task.Vocabulary(o))
	in, out := max(1, task.Inputs), max(1, task.Outputs)
	if d.N != n || len(d.X) != n*d.T*in || len(d.Target) != n*d.T*out || len(d.Source) != n*d.S {
		t.Fatalf("%d samples of %d and %d places: %d, %d and %d numbers", d.N, d.T, d.S, len(d.X), len(d.Target), len(d.Source))
	}
	if task.Tokens() != (v > 0) || task.Tokens() == (d.Counts != nil) {
		t.Fatalf("a vocabulary of %d, counts %v", v, d.Counts != nil)
	}
	for i := range n {
		counted := 0
		for p := range d.T {
			if !task.Tokens() {
				counted += int(d.Counts[i*d.T+p])
				continue
			}
			x, target := d.X[i*d.T+p], d.Target[i*d.T+p]
			if x < 0 || x >= float32(v) || target < Ignored || target >= float32(v) {
				t.Fatalf("sample %d, place %d: %v and %v of %d tokens", i, p, x, target, v)
			}
			if target != Ignored {
				counted++
			}
		}
		if counted == 0 {
			t.Fatalf("sample %d has nothing to predict", i)
		}
	}
}

// TestGolden holds the samples to the bits they had.
func TestGolden(t *testing.T) {
	var lines golden.Lines
	for _, task := range Tasks {
		for _, layout := range layouts(&task) {
			d := task.Make(rng.New(1, rng.Data), 200, Options{Layout: layout})
			lines.Add(fmt.Sprintf("%s layout %d", task.Name, layout), golden.Digest(d.X, d.Source, d.Target, d.Counts))
		}
	}
	lines.Compare(t, "testdata/tasks.golden")
}

// TestScore counts by each metric.
func TestScore(t *testing.T) {
	right := []float32{0, 1, 1, 0, 1, 0, 0, 1, 1}
	target := []float32{Ignored, 3, 4, Ignored, 1, 2, Ignored, 5, 6}
	for _, c := range []struct {
		metric Metric
		want   float64
	}{{MSE, 0.5}, {Perplexity, math.Exp(0.5)}, {TokenAccuracy, 5. / 6}, {SequenceAccuracy, 2. / 3}} {
		if got := c.metric.Score(0.5, right, target, 3); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", c.metric, got, c.want)
		}
	}
}

// TestLargerIsBetter compares the score of answers that are all right with that
// of answers that are all wrong.
func TestLargerIsBetter(t *testing.T) {
	for _, task := range Tasks {
		target := []float32{Ignored, 3, 4}
		good, bad := task.Metric.Score(0, []float32{0, 1, 1}, target, 3), task.Metric.Score(2, make([]float32, 3), target, 3)
		if larger := good > bad; larger != task.Metric.LargerIsBetter() {
			t.Errorf("%s: larger is better: %v, but the best is %v and a bad one %v", task.Metric, task.Metric.LargerIsBetter(), good, bad)
		}
	}
}
