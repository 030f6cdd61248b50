//go:build !js

package experiment_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
)

// ablations are parts, and what of the weights counts for nothing without them: the
// elements of a parameter whose index in a dimension lies in a range.
var ablations = []struct {
	link    string
	part    nn.Part
	weights []reads
	shows   []string // with what begin the names of views of the part itself, beside its layer's
}{
	{"v=1&networkShape=4,2", nn.Part{Tensor: "hidden1/out", At: 1}, []reads{{"hidden2/weight", 0, 1, 2}}, nil},
	{"v=1&networkShape=4,2", nn.Part{Tensor: "hidden2/out", At: -1}, []reads{{"output/weight", 0, 0, 2}}, nil},
	{"v=1&networkShape=4,2&normalization=batch", nn.Part{Tensor: "hidden1/out", At: 3}, []reads{{"hidden2/weight", 0, 3, 4}}, nil},
	{"v=1&networkShape=4,2", nn.Part{Tensor: "hidden1/weight", At: 5}, []reads{{"hidden1/weight", -1, 5, 6}}, nil},
	{"v=1&architecture=autoencoder&samples=100", nn.Part{Tensor: "encoder/output/out", At: 1}, []reads{{"decoder/hidden1/weight", 0, 1, 2}}, []string{"codes", "walk/"}},
	{"v=1&architecture=cnn&samples=250", nn.Part{Tensor: "pool1/out", At: 3}, []reads{{"conv2/kernel", 2, 3, 4}}, nil},
	{"v=1&architecture=cnn&samples=250", nn.Part{Tensor: "conv1/kernel", At: 20}, []reads{{"conv1/kernel", -1, 20, 21}}, nil},
	{"v=1&architecture=rnn&sequence=temporal-order&length=8&cell=lstm&samples=100", nn.Part{Tensor: "lstm1/hidden", At: 5}, []reads{{"lstm1/hidden/weight", 0, 5, 6}, {"output/weight", 0, 5, 6}}, nil},
	{"v=1&architecture=rnn&sequence=reverse&length=4&cell=gru&samples=100", nn.Part{Tensor: "gru1/hidden", At: 2}, nil, nil},
	{"v=1&architecture=transformer&samples=100", nn.Part{Tensor: "block0/attention", At: 2}, []reads{{"block0/attention/output/weight", 0, 16, 24}}, nil},
	{"v=1&architecture=transformer&samples=100", nn.Part{Tensor: "block0/mlp/units", At: 7}, []reads{{"block0/mlp/down/weight", 0, 7, 8}}, nil},
	{"v=1&architecture=gan", nn.Part{Tensor: "generator/hidden1/out", At: 3}, []reads{{"generator/hidden2/weight", 0, 3, 4}}, nil},
	{"v=1&architecture=autoencoder&samples=100", nn.Part{Tensor: "encoder/hidden1/out", At: 12}, []reads{{"encoder/hidden2/weight", 0, 12, 13}}, nil},
	{"v=1&architecture=diffusion", nn.Part{Tensor: "velocity/hidden2/out", At: 4}, []reads{{"velocity/hidden3/weight", 0, 4, 5}}, nil},
}

// reads says which elements of a parameter read a part: those whose index in a dimension,
// or whose number if that is -1, lies from From to To.
type reads struct {
	parameter string
	dim       int
	from, to  int
}

// zero writes zeros to them.
func (w reads) zero(r *experiment.Run) {
	for _, p := range r.Machine().Unit.Parameters() {
		if p.Name != w.parameter {
			continue
		}
		values, step := r.Machine().Slice(p.Name), 1
		count := len(values)
		if w.dim >= 0 {
			count = p.Shape[w.dim]
			for _, n := range p.Shape[w.dim+1:] {
				step *= n
			}
		}
		for i := range values {
			if at := i / step % count; at >= w.from && at < w.to {
				values[i] = 0
			}
		}
	}
}

// TestAblate switches a part off: what is shown, what is answered and how well it does is
// what it is with zeros for the weights that read the part. Meanwhile training goes on
// as it does, and when all is on again all is shown as it was.
func TestAblate(t *testing.T) {
	for _, c := range ablations {
		for name, engine := range map[string]program.Engine{"interpreted": program.Interpret, "compiled": simdtest.New} {
			t.Run(c.link+"/"+c.part.Tensor+"/"+name, func(t *testing.T) {
				t.Parallel()
				const steps = 3
				run, plain, zeros := start(t, c.link, engine, steps), start(t, c.link, engine, steps), start(t, c.link, engine, steps)
				for _, w := range c.weights {
					w.zero(zeros)
				}
				own := append(c.shows, path.Dir(c.part.Tensor)+"/") // it is 0 itself
				before := shownBy(plain, own...)
				if err := run.Ablate(c.part); err != nil {
					t.Fatal(err)
				}
				if got := shownBy(run, own...); got == before {
					t.Error("nothing that is shown is another")
				} else if want := shownBy(zeros, own...); c.weights != nil && got != want {
					t.Errorf("shown is\n%s, with zeros\n%s", apart(got, want), apart(want, got))
				}
				if got, want := fmt.Sprint(run.Without()), fmt.Sprint(zeros.Metrics()); c.weights != nil && got != want {
					t.Errorf("without it: %s, with zeros: %s", got, want)
				}
				if got, want := fmt.Sprint(run.Metrics()), fmt.Sprint(plain.Metrics()); got != want {
					t.Errorf("as it trains: %s, want %s", got, want)
				}
				run.Step(steps)
				plain.Step(steps)
				if run.Fingerprint() != plain.Fingerprint() {
					t.Error("it trains to something else")
				}
				if err := run.Ablate(); err != nil {
					t.Fatal(err)
				}
				if got, want := shownBy(run), shownBy(plain); got != want {
					t.Errorf("on again, shown is\n%s, want\n%s", apart(got, want), apart(want, got))
				}
			})
		}
	}
}

func start(t *testing.T, link string, engine program.Engine, steps int) *experiment.Run {
	t.Helper()
	spec, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatal(notices, err)
	}
	return labtest.Train(t, engine, spec, steps)
}

// shownBy writes down the views of a run, a line each, but for parameters, gradients,
// what is off and those whose names begin with some prefixes.
func shownBy(r *experiment.Run, without ...string) string {
	var lines []string
	for _, v := range slices.Concat(r.Static(), r.Dynamic()) {
		begins := func(with string) bool { return strings.HasPrefix(v.Name, with) }
		if !slices.ContainsFunc(without, begins) && !strings.HasSuffix(v.Name, "/gradient") && !strings.HasSuffix(v.Name, "/off") && r.Parameter(v.Name) == nil {
			lines = append(lines, fmt.Sprint(v.Name, v.Shape, v.F32, v.U8))
		}
	}
	return strings.Join(lines, "\n")
}

// apart returns the lines of a that are not in b, cut.
func apart(a, b string) string {
	in := strings.Split(b, "\n")
	var lines []string
	for _, line := range strings.Split(a, "\n") {
		if !slices.Contains(in, line) {
			lines = append(lines, line[:min(len(line), 200)])
		}
	}
	return strings.Join(lines, "\n")
}
