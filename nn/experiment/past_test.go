package experiment

import (
	"math/rand/v2"
	"testing"
)

// pasts are runs with what is done to them on the way, by step.
var pasts = []struct {
	name, link string
	steps      int
	turns      map[int]func(r *Run)
}{
	{"perceptron", "v=1&samples=50", 40, nil},
	{"across passes", "v=1&samples=30&batchSize=7", 40, nil},
	{"moments and dropout", "v=1&samples=50&optimizer=adam&dropout=0.3&normalization=batch", 40, nil},
	{"other rates", "v=1&samples=50&optimizer=momentum", 40, map[int]func(r *Run){0: rate("0.1"), 7: rate("1"), 31: rate("0.001")}},
	{"by hand", "v=1&samples=50", 40, map[int]func(r *Run){
		5: func(r *Run) { r.SetWeight("output/weight", 0, 3) }, 6: func(r *Run) { r.Freeze("output/weight", 0, true) },
		20: func(r *Run) { r.SetWeight("output/bias", 0, -1) }, 30: func(r *Run) { r.Freeze("output/weight", 0, false) },
	}},
	{"L-BFGS", "v=1&samples=50&optimizer=lbfgs", 25, map[int]func(r *Run){12: func(r *Run) { r.SetWeight("output/weight", 0, 1) }}},
	{"weights removed", "v=1&samples=50&regularization=l1&regularizationRate=0.1", 40, nil},
	{"carried states", "v=1&architecture=rnn&sequence=rhymes-zh&carry=true&units=3&length=8&batchSize=2&samples=20", 12, nil},
	{"two players", "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4", 12, map[int]func(r *Run){4: func(r *Run) { r.Act("stepD", "") }}},
}

func rate(v string) func(r *Run) {
	return func(r *Run) {
		s := r.Spec()
		s.Set("learningRate", v)
		r.Update(s)
	}
}

// TestPast goes back and forth and finds the bits of the run that went straight on.
func TestPast(t *testing.T) {
	for _, tt := range pasts {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, limit := range []int{0, 700} {
				run := mustRun(t, tt.link)
				run.past.limit = limit
				want := []string{}
				for n := range tt.steps + 1 {
					run.Note()
					if turn := tt.turns[n]; turn != nil {
						turn(run)
					}
					want = append(want, run.Fingerprint())
					if n < tt.steps {
						run.Step(1)
					}
				}
				from, to := run.Known()
				if to != uint64(tt.steps) || limit == 0 && from != 0 {
					t.Errorf("it can go from step %d to %d", from, to)
				}
				r := rand.New(rand.NewPCG(1, 2))
				for range 25 {
					to := r.IntN(tt.steps + 1)
					left, err := run.Back(uint64(to))
					if err != nil {
						t.Fatal(err)
					}
					run.Step(left)
					run.Note()
					twin, err := run.Twin(uint64(to))
					if err != nil {
						t.Fatal(err)
					}
					if twin.Step(1); run.Fingerprint() != want[max(to, int(from))] {
						t.Errorf("limit %d: what its twin does changes the run", limit)
					}
					if at := max(to, int(from)) + 1; tt.turns[at] == nil && at < len(want) && twin.Fingerprint() != want[at] {
						t.Errorf("limit %d: the twin at step %d is another one", limit, at)
					}
					if to = max(to, int(from)); run.Steps() != uint64(to) || run.Fingerprint() != want[to] {
						t.Errorf("limit %d: at step %d, asked for %d, its weights are not what they were there", limit, run.Steps(), to)
					}
				}
				if n := run.past.numbers(); limit > 0 && n > limit && len(run.past.stays) > 1 {
					t.Errorf("%d numbers are remembered; the limit is %d", n, limit)
				}
			}
		})
	}
}

// TestTurnBack does something else in the past: what came after is no longer so.
func TestTurnBack(t *testing.T) {
	run := mustRun(t, "v=1&samples=50")
	for range 20 {
		run.Note()
		run.Step(1)
	}
	run.Note()
	left, _ := run.Back(7)
	run.Step(left)
	rate("1")(run)
	if _, to := run.Known(); to != 7 {
		t.Errorf("it is known what comes until step %d", to)
	}
	run.Step(13)
	run.Note()
	want := run.Fingerprint()
	if left, _ = run.Back(20); left != 0 || run.Fingerprint() != want {
		t.Error("the last step is another one")
	}
	straight := mustRun(t, "v=1&samples=50")
	straight.Step(7)
	rate("1")(straight)
	straight.Step(13)
	if straight.Fingerprint() != want {
		t.Error("it is not what a run comes to that did so at once")
	}
}

// TestLongPast trains for long: what is remembered is bounded, and spread.
func TestLongPast(t *testing.T) {
	run := mustRun(t, "v=1&samples=20&networkShape=none")
	for range 3000 {
		run.Note()
		run.Step(3)
	}
	if n := len(run.past.stays); n > maxStays || n < maxStays/4 {
		t.Errorf("%d stays", n)
	}
	for i := 1; i < len(run.past.stays)-1; i++ {
		if gap := run.past.stays[i].step - run.past.stays[i-1].step; gap > 4*run.past.every {
			t.Errorf("%d steps before step %d nothing is remembered", gap, run.past.stays[i].step)
		}
	}
}

// What is shown is no part of the past: going back leaves it as it is.
func TestPastShows(t *testing.T) {
	run := mustRun(t, "v=1&samples=50")
	run.Note()
	run.Step(5)
	run.Note()
	s := run.Spec()
	s.Set("showTestData", "true")
	run.Update(s)
	if _, to := run.Known(); to != 5 {
		t.Errorf("it is known what comes until step %d", to)
	}
	if _, err := run.Back(0); err != nil || run.Spec().Get("showTestData") != "true" {
		t.Errorf("%v, shown %s", err, run.Spec().Get("showTestData"))
	}
}

// TestBackFromSlowMotion goes back from the midst of a step that is gone through slowly.
func TestBackFromSlowMotion(t *testing.T) {
	run := mustRun(t, "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4")
	run.Note()
	run.Step(3)
	run.Note()
	run.Step(2)
	want := run.Fingerprint()
	for range 7 { // the discriminator's turn is made, the generator's is not
		if _, err := run.Act("nextPhase", ""); err != nil {
			t.Fatal(err)
		}
	}
	left, err := run.Back(3)
	if err != nil || left != 0 {
		t.Fatal(left, err)
	}
	if run.Step(2); run.Fingerprint() != want {
		t.Error("the steps after going back are others")
	}
}
