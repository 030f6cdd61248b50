package experiment

import (
	"testing"

	"nnplay/nn/lab"
)

// TestWake holds that a regularization that a reader chooses does something, and that
// one is told what was changed along with it; and that a link means what it says.
func TestWake(t *testing.T) {
	const rate = "regularizationRate"
	chosen := 0
	for _, f := range families {
		if _, ok := f.Find("regularization"); !ok {
			continue
		}
		chosen++
		for _, c := range []struct{ optimizer, option, want string }{
			{"sgd", "l1", "0.003"}, {"sgd", "l2", "0.003"}, {"adam", "l1", "0.03"}, {"adam", "l2", "0.003"}, {"adamw", "l1", "0.03"}, {"adamw", "l2", "0.1"},
		} {
			change := func(s *lab.Spec, key, value string, told int) {
				t.Helper()
				notices, err := families.Change(s, key, value)
				if err != nil || len(notices) != told {
					t.Fatalf("%s %v: %s=%s is answered by %v, %v", f.Name, c, key, value, notices, err)
				}
				if told > 0 && (notices[0].Code != "woken" || notices[0].Args["key"] != rate || notices[0].Args["used"] != s.Get(rate)) {
					t.Errorf("%s %v: told %v", f.Name, c, notices)
				}
			}
			s := f.New()
			s.Optimizer = c.optimizer
			if got := s.Get(rate); got != "0" {
				t.Fatalf("%s begins at a rate of %s", f.Name, got)
			}
			change(&s, "regularization", "none", 0)
			change(&s, "regularization", c.option, 1)
			if got := s.Get(rate); got != c.want {
				t.Errorf("%s %v: rate %s", f.Name, c, got)
			}
			// What the reader says of the rate holds, 0 too.
			change(&s, rate, "0", 0)
			change(&s, "regularization", c.option, 0)
			change(&s, rate, "0.5", 0)
			change(&s, "regularization", "none", 0)
			change(&s, "regularization", c.option, 0)
			if got := s.Get(rate); got != "0.5" {
				t.Errorf("%s %v: rate %s in place of one's own", f.Name, c, got)
			}
			linked, notices, err := families.Parse("v=1&architecture=" + f.Name + "&regularization=" + c.option)
			if err != nil || len(notices) > 0 || linked.Get(rate) != "0" {
				t.Errorf("%s: a link of %s has a rate of %s, %v, %v", f.Name, c.option, linked.Get(rate), notices, err)
			}
		}
	}
	if chosen < 3 {
		t.Errorf("%d families have a regularization", chosen)
	}
}
