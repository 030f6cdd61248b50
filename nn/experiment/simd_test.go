//go:build !js

package experiment

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
)

// A trial is an experiment that is run by both executors.
type trial struct {
	link  string
	steps int // or asManyAsFit
}

// asManyAsFit stands for 1000 steps, or as many as the interpreter makes in a
// fraction of a second, 10 at least. The command nnplay verify makes all.
const asManyAsFit = 0

// fitting returns what asManyAsFit is for programs.
func fitting(programs []*program.Program) int {
	const budget = 100e6 // elements, and products in sums
	work := 1
	for _, p := range programs {
		if !strings.HasSuffix(p.Name, "step") {
			continue
		}
		for _, c := range p.Code {
			n := c.Dim.Len()
			if c.Op == program.Gemm {
				n *= c.K * c.Over[0].Times() * c.Over[1].Times()
			}
			work += n
		}
	}
	return max(10, min(1000, budget/work))
}

// trials returns the presets and experiments that together use every
// activation, loss, optimizer, normalization, regularization and schedule.
func trials() (list []trial) {
	add := func(steps int, format string, args ...any) {
		list = append(list, trial{"v=1&" + fmt.Sprintf(format, args...), steps})
	}
	for _, p := range families.Presets() {
		list = append(list, trial{p.Link, asManyAsFit})
	}
	for i, a := range nn.Activations {
		add(1000, "dataset=moons&networkShape=%d,5&activation=%s&seed=%d", 3+i, a.Name, i)
	}
	for _, l := range nn.Losses {
		add(1000, "dataset=spiral&networkShape=7&loss=%s", l.Name)
		add(1000, "dataset=blobs&classes=5&networkShape=6&loss=%s", l.Name)
	}
	for _, output := range []string{"sigmoid", "tanh", "softmax", "linear"} {
		add(1000, "dataset=rings&networkShape=6&outputActivation=%s&loss=mse", output)
	}
	for _, o := range nn.Optimizers {
		steps := 1000
		if o.Update == nil {
			steps = 20 // on all samples
		}
		add(steps, "dataset=xor&networkShape=9,3&optimizer=%s&batchSize=7&learningRate=0.01", o.Name)
		add(steps, "dataset=waves&networkShape=10&optimizer=%s&regularization=l2&regularizationRate=0.01", o.Name)
	}
	for _, r := range nn.Regularizations {
		add(1000, "dataset=gauss&networkShape=5&regularization=%s&regularizationRate=0.01", r)
	}
	for _, s := range nn.Schedules {
		add(1000, "dataset=gauss&networkShape=5&schedule=%s&scheduleSteps=200&warmup=50&clip=0.5", s.Name)
	}
	for _, n := range nn.Normalizations {
		add(1000, "dataset=rings&networkShape=8,5&normalization=%s&activation=relu", n.Name)
		add(1000, "dataset=x-sin-x&networkShape=10,10&normalization=%s&dropout=0.2&optimizer=adam", n.Name)
	}
	// Sizes around those of vectors, and large ones.
	for i, shape := range []string{"1", "1,1,1", "2,3", "4,4", "17,16,15", "64", "64,64"} {
		add(100, "dataset=circle&features=x,y,xSquared,ySquared,xTimesY,sinX,sinY&networkShape=%s&batchSize=%d&dropout=0.1&clip=1", shape, 1+9*i)
	}
	for n := range 4 { // points of one's own, few and none
		points := "none"
		if n > 0 {
			points = "cL0a1L0a00001"[:1+4*n]
		}
		add(100, "dataset=own&networkShape=3&points=%s", points)
	}
	add(100, "dataset=own-values&networkShape=3&points=v0000000001")
	add(40, "dataset=circle&networkShape=32,32&batchSize=1024&optimizer=adam&preprocess=standardize")
	add(1000, "dataset=spiral3&networkShape=none&optimizer=momentum")
	add(1000, "dataset=gauss&networkShape=4,3&learningRate=100&init=normal&initScale=10") // diverges
	for _, link := range []string{                                                        // Transformers, of every part there is
		"sequence=reverse&length=4&transformer=encoder-decoder&blocks=2&width=8&heads=2&position=sinusoidal&normPlace=post",
		"sequence=sort&length=5&transformer=encoder&width=8&heads=1&tokenNorm=rms&feedForward=swiglu",
		"sequence=dates-zh&width=16&position=rotary&feedForward=relu&tied=true",
		"sequence=sines&length=12&width=8&position=none",
	} {
		add(10, "architecture=transformer&%s", link)
	}
	add(6, "architecture=cnn&samples=90&images=shapes&imageSide=12&filters=4,4&kernel=5&padding=2&pooling=average&residual=true&normalization=batch&dropout=0.2")
	add(6, "architecture=cnn&samples=90&imageSide=10&filters=3&stride=2&padding=0&dilation=2&pooling=none&globalPooling=true&denseShape=6,5&normalization=layer&hiddenActivation=silu")
	return list
}

// TestCompiled holds that compiled programs train, evaluate and map exactly as
// the interpreter does.
func TestCompiled(t *testing.T) {
	for _, c := range trials() {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := families.Parse(c.link)
			if err != nil || len(notices) > 0 {
				t.Fatalf("%v %v", err, notices)
			}
			want, err := NewOn(spec, func(arena []float32, programs ...*program.Program) (program.Executor, error) {
				if c.steps == asManyAsFit {
					c.steps = fitting(programs)
				}
				return program.NewInterpreter(arena), nil
			})
			if err != nil {
				t.Fatal(err)
			}
			got, err := NewOn(spec, simdtest.New)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d steps", c.steps)
			for steps := 0; steps < c.steps; {
				for _, r := range []*Run{want, got} {
					r.Step(max(1, min(c.steps-steps, steps)))
				}
				steps = int(want.Steps())
				if got.Fingerprint() != want.Fingerprint() {
					t.Fatalf("at step %d or up to half of it earlier they part", steps)
				}
			}
			if g, w := fmt.Sprint(got.Metrics()), fmt.Sprint(want.Metrics()); g != w {
				t.Errorf("metrics are %s, want %s", g, w)
			}
			views := want.Dynamic()
			for i, v := range got.Dynamic() {
				if w := views[i]; fmt.Sprint(v.F32) != fmt.Sprint(w.F32) || !reflect.DeepEqual(v.U8, w.U8) {
					t.Errorf("%s differs", v.Name)
				}
			}
		})
	}
}
