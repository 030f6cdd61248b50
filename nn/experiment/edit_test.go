package experiment

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn"
)

// TestFrozen holds for every optimizer, with every penalty: what is frozen stays
// bit by bit, negative zero too, while all else trains; and what is let go trains
// again.
func TestFrozen(t *testing.T) {
	for _, o := range nn.Optimizers {
		for _, penalty := range nn.Regularizations {
			link := fmt.Sprintf("v=1&dataset=xor&networkShape=4,3&optimizer=%s&regularization=%s&learningRate=0.01", o.Name, penalty)
			if penalty != nn.NoRegularization {
				link += "&regularizationRate=0.01"
			}
			spec, _, err := families.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			if string(penalty) != spec.Values()["regularization"] {
				continue // the optimizer has no such penalty
			}
			t.Run(o.Name+"/"+string(penalty), func(t *testing.T) {
				r, err := New(spec)
				if err != nil {
					t.Fatal(err)
				}
				r.Step(5) // averages are under way
				zero := float32(math.Copysign(0, -1))
				held := map[int]float32{2: 1e-4, 5: zero, 11: -0.75}
				for i, v := range held {
					if err := r.SetWeight("hidden2/weight", i, v); err != nil {
						t.Fatal(err)
					}
					if err := r.Freeze("hidden2/weight", i, true); err != nil {
						t.Fatal(err)
					}
				}
				if err := r.Freeze("hidden1/bias", 1, true); err != nil {
					t.Fatal(err)
				}
				before, bias := seen(r, "hidden2/weight").F32, seen(r, "hidden1/bias").F32
				r.Step(30)
				after, biasAfter := seen(r, "hidden2/weight").F32, seen(r, "hidden1/bias").F32
				for i, v := range after {
					_, frozen := held[i]
					if same := math.Float32bits(v) == math.Float32bits(before[i]); same != frozen {
						t.Errorf("weight %d went from %v to %v; frozen: %v", i, before[i], v, frozen)
					}
				}
				if bias[1] != biasAfter[1] || bias[0] == biasAfter[0] {
					t.Errorf("biases went from %v to %v, the second frozen", bias, biasAfter)
				}
				if flags := seen(r, "hidden2/weight/frozen").U8; len(flags) != 12 || flags[2] != 1 || flags[3] != 0 {
					t.Errorf("frozen are %v", flags)
				}
				for i := range held {
					r.Freeze("hidden2/weight", i, false)
				}
				r.Freeze("hidden1/bias", 1, false)
				if seen(r, "hidden2/weight/frozen").U8 != nil {
					t.Error("something is still frozen")
				}
				r.Step(10)
				if seen(r, "hidden2/weight").F32[11] == -0.75 {
					t.Error("a weight that was let go does not train")
				}
			})
		}
	}
}

// TestFreezeOfTwo freezes a weight of each of two networks that learn side by side, or
// against each other; all others train.
func TestFreezeOfTwo(t *testing.T) {
	for _, link := range []string{"v=1&architecture=rnn&cell=rnn&rival=gru&units=2&length=8&samples=40&batchSize=2", "v=1&architecture=gan&generatorShape=3&discriminatorShape=3&batchSize=4"} {
		for _, which := range []string{"first", "last"} {
			r := mustRun(t, link)
			all := r.machine.Unit.Parameters()
			p := map[string]*nn.Parameter{"first": all[0], "last": all[len(all)-1]}[which]
			if err := r.Freeze(p.Name, 0, true); err != nil {
				t.Fatal(err)
			}
			before := append([]float32(nil), r.machine.Unit.Weights(r.machine.Arena)...)
			r.Step(3)
			moved := 0
			for i, w := range r.machine.Unit.Weights(r.machine.Arena) {
				switch same := w == before[i]; {
				case i == p.Offset() && !same:
					t.Errorf("%s: the %s weight of all moves", link, which)
				case !same:
					moved++
				}
			}
			if moved < len(before)/2 {
				t.Errorf("%s: %d of %d weights move", link, moved, len(before))
			}
		}
	}
}

// TestFreezeCarriesOn: freezing and letting go between two steps changes
// nothing of what is computed, dropout and batch statistics included.
func TestFreezeCarriesOn(t *testing.T) {
	for _, link := range []string{
		"v=1&dataset=circle&networkShape=5,4&optimizer=adam&dropout=0.2&normalization=batch&clip=1&warmup=9",
		"v=1&dataset=moons&networkShape=4&optimizer=momentum&regularization=l1&regularizationRate=0.003",
		"v=1&dataset=waves&networkShape=6&optimizer=adamw&regularization=l2&regularizationRate=0.01",
	} {
		want, got := mustRun(t, link), mustRun(t, link)
		want.Step(77)
		got.Step(33)
		for _, frozen := range []bool{true, false} {
			if err := got.Freeze("hidden1/weight", 1, frozen); err != nil {
				t.Fatal(err)
			}
		}
		got.Step(44)
		if got.Fingerprint() != want.Fingerprint() {
			t.Errorf("%s: freezing changed the run", link)
		}
	}
}

func TestSetWeight(t *testing.T) {
	r := mustRun(t, "v=1&dataset=xor&networkShape=3")
	first := r.Fingerprint()
	if len(seen(r, "hidden1/weight/gradient").F32) != 0 {
		t.Error("there is a gradient before the first step")
	}
	for _, c := range []struct {
		name  string
		index int
		value float32
	}{
		{"hidden1/weight", -1, 0}, {"hidden1/weight", 6, 0}, {"hidden1/weight", math.MaxInt, 0}, {"nothing", 0, 0}, {"step", 0, 0},
		{"train/x", 0, 0}, {"", 0, 0}, {"hidden1/weight", 0, float32(math.NaN())},
		{"hidden1/weight", 0, float32(math.Inf(1))}, {"hidden1/weight", 0, 1e7},
	} {
		if err := r.SetWeight(c.name, c.index, c.value); err == nil {
			t.Errorf("%v is accepted", c)
		}
		if c.value == 0 && r.Freeze(c.name, c.index, true) == nil {
			t.Errorf("%v can be frozen", c)
		}
	}
	if r.Edited() || r.Fingerprint() != first {
		t.Error("what was refused changed something")
	}
	r.Step(1)
	if err := r.SetWeight("hidden1/weight", 4, 2.5); err != nil || !r.Edited() || seen(r, "hidden1/weight").F32[4] != 2.5 {
		t.Errorf("%v; edited: %v", err, r.Edited())
	}
	r.Step(1)
	if v := seen(r, "hidden1/weight").F32[4]; v == 2.5 || v < 2 {
		t.Errorf("the run does not go on from 2.5 but to %v", v)
	}
	if len(seen(r, "hidden1/weight/gradient").F32) != 6 {
		t.Error("there is no gradient after a step")
	}
	r.Freeze("hidden1/weight", 4, true)
	r.Reset()
	if r.Edited() || r.Fingerprint() != first || seen(r, "hidden1/weight/frozen").U8 != nil {
		t.Error("a reset does not forget edits")
	}
}

// TestRevive sets a link that L1 has removed: it trains again.
func TestRevive(t *testing.T) {
	r := mustRun(t, "v=1&dataset=gauss&networkShape=4&regularization=l1&regularizationRate=0.1")
	r.Step(2000)
	alive := seen(r, "hidden1/weight/alive").U8
	at := 0
	for at < len(alive) && alive[at] == 1 {
		at++
	}
	if at == len(alive) {
		t.Fatal("L1 removed nothing")
	}
	r.SetWeight("hidden1/weight", at, 3)
	r.Step(1)
	if v := seen(r, "hidden1/weight").F32[at]; v < 2 {
		t.Errorf("the weight is %v", v)
	}
}
