package experiment

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// courses are runs that are changed by hand on the way, and what their links say of it.
var courses = []struct {
	name, link string
	steps      int
	turns      map[int]func(r *Run)
	log        string
}{
	{"nothing", "v=1&samples=50", 20, nil, ""},
	{"a rate", "v=1&samples=50&learningRate=0.1", 40, map[int]func(r *Run){20: rate("0.01")}, "20:learningRate=0.01"},
	{"rates", "v=1&samples=50", 40, map[int]func(r *Run){0: rate("0.1"), 7: rate("1"), 31: rate("0.001")}, "7:learningRate=1 31:learningRate=0.001"},
	{"there and back", "v=1&samples=50", 20, map[int]func(r *Run){5: func(r *Run) { rate("1")(r); rate("0.03")(r) }}, ""},
	{"twice", "v=1&samples=50", 20, map[int]func(r *Run){5: func(r *Run) { rate("1")(r); rate("0.3")(r) }, 9: rate("0.03")}, "5:learningRate=0.3 9:learningRate=0.03"},
	{"moments", "v=1&samples=50&optimizer=adam&dropout=0.3&clip=1&regularization=l2&regularizationRate=0.1", 30, map[int]func(r *Run){
		4: both(set("momentum", "0.5"), set("beta2", "0.9")), 11: both(set("dropout", "0.1"), set("clip", "0.01")), 12: set("regularizationRate", "0"),
	}, "4:beta2=0.9 4:momentum=0.5 11:clip=0.01 11:dropout=0.1 12:regularizationRate=0"},
	{"weights", "v=1&samples=50", 40, map[int]func(r *Run){
		5: weight("output/weight", 0, 3), 6: freeze("output/weight", 0, true), 20: weight("output/bias", 0, -1e-7), 30: freeze("output/weight", 0, false),
	}, "5:output.weight.0.0=3 6:freeze.output.weight.0.0=true 20:output.bias.0=-1e-7 30:freeze.output.weight.0.0=false"},
	{"one weight at one step", "v=1&samples=50&optimizer=adam", 20, map[int]func(r *Run){
		5: both(weight("output/weight", 1, 3), both(freeze("output/weight", 1, true), weight("output/weight", 1, 2))), 9: both(freeze("output/weight", 1, false), weight("output/weight", 1, -0.0)),
	}, "5:freeze.output.weight.1.0=true 5:output.weight.1.0=2 9:freeze.output.weight.1.0=false 9:output.weight.1.0=0"},
	{"before the first step", "v=1&samples=50", 10, map[int]func(r *Run){
		0: both(weight("output/weight", 1, 3), both(freeze("hidden1/weight", 1, true), weight("hidden1/weight", 1, 0.25))),
	}, "0:freeze.hidden1.weight.0.1=true"},
	{"L-BFGS", "v=1&samples=50&optimizer=lbfgs&regularization=l2&regularizationRate=0.01", 16, map[int]func(r *Run){
		4: both(freeze("output/weight", 0, true), freeze("output/weight", 0, false)), 6: weight("output/weight", 0, 1), 9: set("regularizationRate", "0.1"),
	}, "4:freeze.output.weight.0.0=false 6:output.weight.0.0=1 9:regularizationRate=0.1"},
	{"links that L1 removed", "v=1&samples=50&regularization=l1&regularizationRate=0.1", 40, map[int]func(r *Run){30: weight("hidden1/weight", 1, 2)}, "30:hidden1.weight.0.1=2"},
	{"a schedule", "v=1&samples=50&schedule=cosine&scheduleSteps=100&warmup=10", 30, map[int]func(r *Run){5: set("warmup", "20"), 15: set("scheduleSteps", "30")}, "5:warmup=20 15:scheduleSteps=30"},
	{"two players", "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4", 12, map[int]func(r *Run){
		3: set("discriminatorSteps", "3"), 5: weight("generator/output/bias", 1, 1), 8: set("discriminatorRate", "0.1"),
	}, "3:discriminatorSteps=3 5:generator.output.bias.1=1 8:discriminatorRate=0.1"},
	{"carried states", "v=1&architecture=rnn&sequence=rhymes-zh&carry=true&units=3&length=8&batchSize=2&samples=20", 12, map[int]func(r *Run){6: set("clip", "0.1")}, "6:clip=0.1"},
}

func set(key, value string) func(r *Run) {
	return func(r *Run) {
		s := r.Spec()
		s.Change(key, value)
		r.Update(s)
	}
}

func weight(name string, index int, value float32) func(r *Run) {
	return func(r *Run) { r.SetWeight(name, index, value) }
}

func freeze(name string, index int, frozen bool) func(r *Run) {
	return func(r *Run) { r.Freeze(name, index, frozen) }
}

func both(f, g func(r *Run)) func(r *Run) { return func(r *Run) { f(r); g(r) } }

// logOf writes what a link changes on the way.
func logOf(t *testing.T, link string) string {
	t.Helper()
	var items []string
	for _, c := range mustParse(t, link).Log {
		items = append(items, c.Pair().Value)
	}
	return strings.Join(items, " ")
}

// TestLog changes runs by hand; their links say so, and what is opened from a link comes
// to the same bits at each step, however it gets there: at once, step by step, from a
// file, or back from later.
func TestLog(t *testing.T) {
	for _, tt := range courses {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			run := mustRun(t, tt.link)
			var want []string
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
			if !run.Told() || logOf(t, run.Link()) != tt.log {
				t.Errorf("its link says %q, not %q", logOf(t, run.Link()), tt.log)
			}
			spec := mustParse(t, run.Link())
			if !reflect.DeepEqual(spec, run.Course()) {
				t.Errorf("its link gives\n%+v, want\n%+v", spec, run.Course())
			}
			stepwise := mustOpen(t, spec, program.Interpret)
			for n, print := range want {
				if stepwise.Fingerprint() != print {
					t.Fatalf("at step %d it is another one", n)
				}
				if saved := stepwise.Save(); saved != nil {
					again, err := families.Resume(saved, nil, program.Interpret)
					if err != nil {
						t.Fatalf("at step %d: %v", n, err)
					}
					if again.Step(tt.steps - n); again.Fingerprint() != want[tt.steps] || again.Link() != run.Link() {
						t.Fatalf("saved at step %d it becomes another one: %s", n, again.Link())
					}
				}
				if n < tt.steps {
					stepwise.Step(1)
				}
			}
			if !stepwise.Spec().Equal(run.Spec()) {
				t.Errorf("in the end it is %s, not %s", Link(stepwise.Spec()), Link(run.Spec()))
			}
			atOnce := mustOpen(t, spec, program.Interpret)
			if atOnce.Step(tt.steps); atOnce.Fingerprint() != want[tt.steps] {
				t.Error("all steps at once lead elsewhere")
			}
			for to := tt.steps; to >= 0; to -= 3 {
				left, err := run.Back(uint64(to))
				if err != nil {
					t.Fatal(err)
				}
				run.Step(left)
				if run.Fingerprint() != want[to] {
					t.Errorf("back at step %d it is another one", to)
				}
				if run.Step(tt.steps - to); run.Fingerprint() != want[tt.steps] {
					t.Errorf("trained on from step %d it becomes another one", to)
				}
			}
			if run.Reset(); run.Spec().RestartsFrom(spec) || len(run.Course().Log) > 0 {
				t.Errorf("it begins anew as %s", run.Link())
			}
			if atOnce.Reset(); atOnce.Link() != Link(spec) {
				t.Errorf("what was opened begins anew as %s", atOnce.Link())
			}
			if atOnce.Step(tt.steps); atOnce.Fingerprint() != want[tt.steps] {
				t.Error("begun anew it becomes another one")
			}
		})
	}
}

// TestLinkOfChanges checks which changes a link may have: what is refused has a notice that
// names it, and the rest is taken.
func TestLinkOfChanges(t *testing.T) {
	for _, tt := range []struct{ link, log, codes string }{
		{"v=1&at=200:learningRate=0.01", "200:learningRate=0.01", ""},
		{"v=1&at=200%3AlearningRate%3D0.01", "200:learningRate=0.01", ""},
		{"at=200:learningRate=0.010&v=1", "200:learningRate=0.01", ""},
		{"v=1&at=300:clip=2&at=200:learningRate=0.01&clip=1", "200:learningRate=0.01 300:clip=2", ""},
		{"v=1&at=5:learningRate=0.03", "5:learningRate=0.03", ""}, // what it is already
		{"v=1&at=5:output.bias.0=1&at=5:freeze.output.bias.0=true", "5:freeze.output.bias.0=true 5:output.bias.0=1", ""},
		{"v=1&at=5:learningRate=0.1&at=5:learningRate=0.2", "5:learningRate=0.1", "at-duplicate:learningRate"},
		{"v=1&at=5:learningRate=no&at=5:learningRate=0.2", "5:learningRate=0.2", "at-value:learningRate"},
		{"v=1&at=5:learningRate=1000", "", "at-value:learningRate"},
		{"v=1&at=5:networkShape=3", "", "at-restarts:networkShape"},
		{"v=1&at=5:clip=1", "", "at-restarts:clip"}, // from 0
		{"v=1&clip=1&at=5:clip=0", "", "at-restarts:clip"},
		{"v=1&at=5:showTestData=true", "", "at-shown:showTestData"},
		{"v=1&at=5:architecture=rnn", "", "at-key:architecture"},
		{"v=1&at=5:discriminatorRate=1", "", "at-key:discriminatorRate"},
		{"v=1&at=5:v=2", "", "at-key:v"},
		{"v=1&at=5:at=2:clip=1", "", "at-key:at"},
		{"v=1&at=0:learningRate=1", "", "at-step:learningRate"},
		{"v=1&at=1e3:learningRate=1", "", "at-unreadable"},
		{"v=1&at=&at=5", "", "at-unreadable at-unreadable"},
		{"v=1&at=5:%3Cscript%3E.0=1", "", "at-unreadable:<script>.0"},
		{"at=5:learningRate=1", "", "needs-v:at"},
		{"v=1" + strings.Repeat("&at=5:clip=1", 90), "", strings.Repeat("at-restarts:clip ", 8) + "more"},
	} {
		spec, notices, err := families.Parse(tt.link)
		var items []string
		for _, c := range spec.Log {
			items = append(items, c.Pair().Value)
		}
		if got := strings.Join(items, " "); err != nil || got != tt.log || codes(notices) != tt.codes {
			t.Errorf("%.60s: %q %q %v, not %q %q", tt.link, got, codes(notices), err, tt.log, tt.codes)
		}
		for _, n := range notices {
			if n.Code != "more" && n.Code != "needs-v" && (n.Args["change"] == "" && !strings.Contains(tt.link, "at=&") || strings.ContainsAny(n.Text, "{}")) {
				t.Errorf("%.60s: %q names no change", tt.link, n.Text)
			}
		}
	}
	run := mustOpen(t, mustParse(t, "v=1&at=0:nobody.weight.0=1&at=3:output.weight.9.0=1&at=4:output.weight.0=2&at=5:output.bias.0=2"), program.Interpret)
	if got := codes(run.Unplaced()); got != "at-unplaced:nobody.weight.0 at-unplaced:output.weight.9.0 at-unplaced:output.weight.0" {
		t.Errorf("what has no place is %q", got)
	}
	if run.Step(5); seen(run, "output/bias").F32[0] != 2 {
		t.Error("what has a place is not changed")
	}
	many := "v=1"
	for n := range 150 {
		many += fmt.Sprintf("&at=%d:learningRate=0.%d", n+1, n+1)
	}
	if spec, notices, _ := families.Parse(many); len(spec.Log) != setting.MaxChanges || !strings.HasPrefix(codes(notices), "at-most:learningRate") {
		t.Errorf("%d changes, %q", len(spec.Log), codes(notices))
	}
}

// TestLogRoundTrip checks that the link of a random experiment that is changed on the way gives it again.
func TestLogRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	changed := 0
	for range 500 {
		s := randomSpec(r)
		var changes []setting.Change
		for range r.IntN(10) {
			f := &s.Family.Settings[r.IntN(len(s.Family.Settings))]
			if f.Restarts {
				continue
			}
			changes = append(changes, setting.Change{Step: 1 + r.Uint64N(1000), Key: f.Key, Value: randomText(r, &f.Field)})
		}
		s.TakeLog(changes)
		if err := s.Validate(); err != nil {
			t.Fatalf("%s: %v", Link(s), err)
		}
		changed += len(s.Log)
		checkLink(t, s)
	}
	if changed < 300 {
		t.Errorf("only %d changes were tried", changed)
	}
}

// TestAnother makes other runs of one that was changed on the way.
func TestAnother(t *testing.T) {
	link := "v=1&samples=50&at=10:learningRate=0.3&at=20:clip=2&clip=1"
	at := func(n int) *Run {
		r := mustRun(t, link)
		for range n {
			r.Note()
			r.Step(1)
		}
		r.Note()
		return r
	}
	back := func(r *Run, to uint64) {
		left, err := r.Back(to)
		if err != nil {
			t.Fatal(err)
		}
		r.Step(left)
	}
	check := func(what string, r *Run, log string) {
		t.Helper()
		if got := logOf(t, r.Link()); got != log || !r.Told() {
			t.Errorf("%s: %q, not %q", what, got, log)
		}
		straight := mustRun(t, r.Link())
		if straight.Step(int(r.Steps())); straight.Fingerprint() != r.Fingerprint() {
			t.Errorf("%s: its link leads elsewhere", what)
		}
	}

	r := at(15)
	set("momentum", "0.5")(r)
	check("what is to come stays, where the run has not been", r, "10:learningRate=0.3 15:momentum=0.5 20:clip=2")
	back(r, 5)
	check("going back leaves all", r, "10:learningRate=0.3 15:momentum=0.5 20:clip=2")
	weight("output/bias", 0, 1)(r)
	check("what came later is no longer so", r, "5:output.bias.0=1")

	r = at(30)
	back(r, 12)
	r.Fork()
	if _, to := r.Known(); to != 12 {
		t.Errorf("what came after step 12 is known up to step %d", to)
	}
	check("a fork", r, "10:learningRate=0.3")

	for _, c := range []struct {
		step  uint64
		key   string
		where int
		log   string
	}{
		{10, "learningRate", 30, "20:clip=2"}, {20, "clip", 30, "10:learningRate=0.3"}, {20, "clip", 15, "10:learningRate=0.3"}, {10, "learningRate", 5, "20:clip=2"},
	} {
		r = at(c.where)
		left, err := r.Strike(c.step, c.key)
		if err != nil {
			t.Fatal(err)
		}
		r.Step(left)
		if r.Steps() != uint64(c.where) {
			t.Errorf("without %s it is at step %d, not %d", c.key, r.Steps(), c.where)
		}
		check("without "+c.key, r, c.log)
		r.Step(30)
		check("without "+c.key+", later", r, c.log)
	}
	if _, err := r.Strike(7, "clip"); err == nil {
		t.Error("what is not changed can be left out")
	}

	// Another seed keeps what was to be changed from the first, and forgets what was changed by hand.
	r = at(15)
	set("momentum", "0.5")(r)
	set("seed", "7")(r)
	if got := logOf(t, r.Link()); got != "10:learningRate=0.3 20:clip=2" || r.Spec().LearningRate != 0.03 || r.Spec().Momentum != 0.5 {
		t.Errorf("with another seed it is %s", r.Link())
	}

	// Undo: back to the link before, at the present step.
	r = at(15)
	before := mustParse(t, r.Link())
	set("momentum", "0.5")(r)
	r.Follow(before)
	check("undone at once", r, "10:learningRate=0.3 20:clip=2")
	set("momentum", "0.5")(r)
	r.Step(2)
	r.Follow(before)
	check("undone later", r, "10:learningRate=0.3 15:momentum=0.5 17:momentum=0.9 20:clip=2")
	back(r, 5)
	r.Fork()
	r.Follow(before)
	check("undone a fork", r, "10:learningRate=0.3 20:clip=2")
	if restarted, _ := r.Follow(mustParse(t, "v=1&networkShape=2&at=3:learningRate=1")); !restarted || logOf(t, r.Link()) != "3:learningRate=1" {
		t.Errorf("another network: %s", r.Link())
	}
}

// TestUntold does what no link says: the link is that of the settings as they are, and
// the file has all.
func TestUntold(t *testing.T) {
	const gan = "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4"
	for name, do := range map[string]func(r *Run){
		"a player's own step": func(r *Run) { r.Act("stepD", "") },
		"in the midst of a step": func(r *Run) {
			for range 7 {
				r.Act("nextPhase", "")
			}
			set("discriminatorRate", "0.1")(r)
		},
		"too much": func(r *Run) {
			for i := range 150 {
				set("learningRate", fmt.Sprintf("0.0%d", i+1))(r)
				r.Step(1)
			}
		},
	} {
		r := mustRun(t, gan)
		set("momentum", "0.5")(r)
		r.Step(3)
		if do(r); r.Told() || logOf(t, r.Link()) != "" || !mustParse(t, r.Link()).Equal(r.Spec()) {
			t.Errorf("%s: told %t, %s", name, r.Told(), r.Link())
		}
		if name == "in the midst of a step" {
			continue // a file holds whole steps
		}
		again, err := families.Resume(r.Save(), nil, program.Interpret)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again.Step(3)
		r.Step(3)
		if again.Fingerprint() != r.Fingerprint() || again.Told() || !slices.Equal(again.course.log, r.course.log) {
			t.Errorf("%s: what is saved becomes another run", name)
		}
	}
}

// TestSlowly goes through steps slowly to a change and back.
func TestSlowly(t *testing.T) {
	const link = "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4&at=2:discriminatorRate=0.1"
	straight, slow := mustRun(t, link), mustRun(t, link)
	phases := func(name string, to uint64) {
		for range 30 {
			if slow.Steps() != to {
				slow.Act(name, "")
			}
		}
	}
	rate := func() string { return slow.Spec().Get("discriminatorRate") }
	phases("nextPhase", 2)
	if rate() != "0.1" {
		t.Errorf("at step %d the rate is %s", slow.Steps(), rate())
	}
	phases("previousPhase", 1)
	if rate() == "0.1" {
		t.Error("a step back the rate is what it becomes later")
	}
	phases("nextPhase", 4)
	if straight.Step(4); slow.Fingerprint() != straight.Fingerprint() || !slow.Told() {
		t.Error("slowly it comes to other weights")
	}
}
