package gan

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// slowly goes on by a phase, or back.
func slowly(t *testing.T, r *experiment.Run, action string) *lab.Caption {
	t.Helper()
	answer, err := r.Act(action, "")
	if err != nil || !answer.Paused || answer.Edited {
		t.Fatalf("%s: %+v, %v", action, answer, err)
	}
	return answer.Caption
}

// TestSlowMotion holds that a step which is gone through phase by phase, looked
// at and gone back in, is the step that it would have been.
func TestSlowMotion(t *testing.T) {
	for _, link := range []string{
		"v=1&architecture=gan&generatorShape=6&discriminatorShape=5,4",
		"v=1&architecture=gan&generatorShape=none&discriminatorShape=none&noiseKind=uniform-1d&discriminatorSteps=3&generatorSteps=2&adversarialLoss=least-squares",
		"v=1&architecture=gan&generatorShape=6&discriminatorShape=5&adversarialLoss=wasserstein&critic=spectral&schedule=cosine&clip=1&generatorSteps=0",
	} {
		spec := labtest.Parse(t, Family, link)
		fast, _ := experiment.New(spec)
		slow, _ := experiment.New(spec)
		own := spec.Own.(Settings)
		phases := 6*own.DiscriminatorSteps + 4*own.GeneratorSteps
		var prints []string
		for range 3 {
			fast.Step(1)
			prints = append(prints, fast.Fingerprint())
		}
		start := slow.Fingerprint()
		if c := slowly(t, slow, "previousPhase"); c != nil {
			t.Errorf("before the first phase there is %+v", c)
		}
		for step := range 2 {
			for i := range phases {
				c := slowly(t, slow, "nextPhase")
				if c == nil || c.Number < 1 || c.Number > c.Count || c.Turn < 1 || c.Turn > c.Turns || !strings.HasPrefix(c.Key, "phase.") {
					t.Fatalf("%s: phase %d is %+v", link, i, c)
				}
				slow.Dynamic()
				slow.Metrics()
				if i > 0 { // there and back again
					before := slow.Fingerprint()
					slowly(t, slow, "previousPhase")
					if again := slowly(t, slow, "nextPhase"); again.Key != c.Key || again.Turn != c.Turn {
						t.Errorf("%s: from %+v there and back to %+v", link, c, again)
					}
					if slow.Fingerprint() != before {
						t.Errorf("%s: there and back is another network", link)
					}
				}
				if i < 5 && step == 0 && slow.Fingerprint() != start {
					t.Errorf("%s: phase %d trains", link, i)
				}
				if last := i == phases-1; (slow.Steps() == uint64(step+1)) != last {
					t.Errorf("%s: %d steps at phase %d of step %d", link, slow.Steps(), i, step)
				}
			}
			if slow.Fingerprint() != prints[step] {
				t.Errorf("%s: step %d is another in slow motion", link, step+1)
			}
		}
		for range phases / 2 { // leave in the middle
			slowly(t, slow, "nextPhase")
		}
		slow.Step(1)
		if slow.Fingerprint() != prints[2] || slow.Steps() != 3 || slow.Edited() {
			t.Errorf("%s: a step finished otherwise is another", link)
		}
		if viewOrNil(slow.Dynamic(), "slow/phase") != nil {
			t.Errorf("%s: it is still slow", link)
		}
	}
}

// TestSlowMotionBack goes back to where the step began, and no further.
func TestSlowMotionBack(t *testing.T) {
	r, _ := experiment.New(labtest.Parse(t, Family, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4"))
	r.Step(5)
	before := r.Fingerprint()
	first := slowly(t, r, "nextPhase")
	for range 9 {
		slowly(t, r, "nextPhase")
	}
	if r.Steps() != 6 || r.Fingerprint() == before {
		t.Fatal("ten phases are no step")
	}
	for range 12 {
		if c := slowly(t, r, "previousPhase"); c.Number == 1 && c.Args["first"] != first.Args["first"] {
			t.Errorf("it began with %v, and now does with %v", first.Args, c.Args)
		}
	}
	if r.Steps() != 5 || r.Fingerprint() != before {
		t.Error("going back leads elsewhere")
	}
	r.Reset()
	if viewOrNil(r.Dynamic(), "slow/phase") != nil {
		t.Error("after a reset it is slow")
	}
}

// TestTurnsOfBegunStep changes how many turns a step has while one is gone through:
// that one keeps those that it began with.
func TestTurnsOfBegunStep(t *testing.T) {
	r, _ := experiment.New(labtest.Parse(t, Family, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4&discriminatorSteps=3&generatorSteps=2"))
	turns := func() string {
		c := slowly(t, r, "nextPhase")
		return fmt.Sprint(c.Turn, " of ", c.Turns)
	}
	if got := turns(); got != "1 of 3" {
		t.Fatalf("it begins with turn %s", got)
	}
	spec := labtest.Parse(t, Family, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4&discriminatorSteps=1&generatorSteps=1")
	if restarted, err := r.Update(spec); restarted || err != nil {
		t.Fatal(restarted, err)
	}
	for i := range 3*6 + 2*4 - 1 {
		want := fmt.Sprint((i+1)/6+1, " of 3")
		if i+1 >= 3*6 {
			want = fmt.Sprint((i+1-3*6)/4+1, " of 2")
		}
		if got := turns(); got != want {
			t.Errorf("phase %d is of turn %s, not %s", i+2, got, want)
		}
	}
	if got := turns(); got != "1 of 1" {
		t.Errorf("the next step begins with turn %s", got)
	}
}

// TestSlowMotionTells compares what is said and shown of a step with what the
// step did.
func TestSlowMotionTells(t *testing.T) {
	r, _ := experiment.New(labtest.Parse(t, Family, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4&batchSize=16"))
	r.Step(3)
	shown := map[string][]lab.View{}
	said := map[string]map[string]string{}
	for range phases {
		c := slowly(t, r, "nextPhase")
		said[c.Key] = c.Args
		shown[c.Key] = r.Dynamic()
	}
	outputs := labtest.View(t, shown["phase.judge"], "slow/outputs").F32
	if got := said["phase.judge"]; len(outputs) != 32 || got["real"] != digits(mean(outputs[:16])) || got["fake"] != digits(mean(outputs[16:])) {
		t.Errorf("of %v it says %v", outputs, got)
	}
	// The discriminator moved, and only in its phase; the largest move is what it says.
	const weight = "discriminator/hidden1/weight"
	var most float64
	for _, v := range shown["phase.gradient-d"] {
		if !strings.HasPrefix(v.Name, "discriminator/") || strings.HasSuffix(v.Name, "/gradient") || v.F32 == nil || viewOrNil(shown["phase.gradient-d"], v.Name+"/gradient") == nil {
			continue
		}
		after := labtest.View(t, shown["phase.update-d"], v.Name).F32
		for i := range after {
			most = max(most, math.Abs(float64(after[i])-float64(v.F32[i])))
		}
	}
	if got := said["phase.update-d"]["change"]; got != digits(most) || most == 0 {
		t.Errorf("the largest move is %v, it says %s", most, got)
	}
	if a, b := labtest.View(t, shown["phase.noise"], weight), labtest.View(t, shown["phase.gradient-d"], weight); !slices.Equal(a.F32, b.F32) {
		t.Error("it moves before its phase")
	}
	// Gradients are those of who is trained.
	for phase, want := range map[string]string{"phase.judge": "", "phase.gradient-d": "discriminator/", "phase.fool": "", "phase.gradient-g": "generator/"} {
		for _, v := range shown[phase] {
			if name, ok := strings.CutSuffix(v.Name, "/gradient"); ok && v.Name != "fake/gradient" && (want == "" || !strings.HasPrefix(name, want)) {
				t.Errorf("%s shows %s", phase, v.Name)
			}
		}
	}
	if v := labtest.View(t, shown["phase.gradient-g"], "slow/pull"); v.Shape[0] != 16 {
		t.Errorf("arrows for %v", v.Shape)
	}
}

func viewOrNil(views []lab.View, name string) *lab.View {
	for i := range views {
		if views[i].Name == name {
			return &views[i]
		}
	}
	return nil
}
