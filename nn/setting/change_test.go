package setting

import (
	"slices"
	"strings"
	"testing"
)

func TestParseChange(t *testing.T) {
	for _, tt := range []struct{ text, want, problem string }{
		{"200:learningRate=0.01", "200:learningRate=0.01", ""},
		{"1000000000:clip=1", "1000000000:clip=1", ""},
		{"300:hidden1.weight.0.1=-0.50", "300:hidden1.weight.0.1=-0.5", ""},
		{"0:hidden1.bias.3=1e-7", "0:hidden1.bias.3=1e-7", ""},
		{"5:output.bias.0=-0", "5:output.bias.0=-0", ""},
		{"0:freeze.block0.attention.query.weight.3.4=true", "0:freeze.block0.attention.query.weight.3.4=true", ""},
		{"7:freeze.output.bias.0=false", "7:freeze.output.bias.0=false", ""},
		{"0:learningRate=0.01", "", "at-step"},
		{"1000000001:clip=1", "", "at-step"},
		{"18446744073709551615:clip=1", "", "at-step"},
		{"18446744073709551616:clip=1", "", "at-unreadable"},
		{"", "", "at-unreadable"},
		{":", "", "at-unreadable"},
		{"5", "", "at-unreadable"},
		{"5:clip", "", "at-unreadable"},
		{"5:=1", "", "at-unreadable"},
		{"5:clip=", "", "at-unreadable"},
		{"-5:clip=1", "", "at-unreadable"},
		{"+5:clip=1", "", "at-unreadable"},
		{"05:clip=1", "", "at-unreadable"},
		{"5e2:clip=1", "", "at-unreadable"},
		{"5:hidden1.weight=1", "", "at-unreadable"},
		{"5:hidden1.weight.01=1", "", "at-unreadable"},
		{"5:hidden1/weight.0=1", "", "at-unreadable"},
		{"5:hidden1..weight.0=1", "", "at-unreadable"},
		{"5:.0=1", "", "at-unreadable"},
		{"5:a&b.weight.0=1", "", "at-unreadable"},
		{"5:w.0.0.0.0.0=1", "", "at-unreadable"},
		{"5:" + strings.Repeat("a", 100) + ".0=1", "", "at-unreadable"},
		{"5:w.0=nan", "", "at-value"},
		{"5:w.0=2e6", "", "at-value"},
		{"5:freeze.w.0=1", "", "at-value"},
	} {
		c, problem := ParseChange(tt.text)
		if problem != tt.problem {
			t.Errorf("%.60q: %q, not %q", tt.text, problem, tt.problem)
		}
		if got := c.Pair().Value; problem == "" && got != tt.want {
			t.Errorf("%.60q is written %q, not %q", tt.text, got, tt.want)
		}
		if _, ok := Notices[problem]; problem != "" && !ok {
			t.Errorf("%q is no notice", problem)
		}
	}
}

// TestChanged puts changes in order: of the same step and key the newest counts, and no
// slice is changed in place.
func TestChanged(t *testing.T) {
	var all []Change
	for _, c := range []Change{{5, "b", "1"}, {3, "z", "1"}, {5, "a", "1"}, {5, "b", "2"}, {9, "a", "1"}} {
		before := slices.Clone(all)
		next := Changed(all, c)
		if !slices.Equal(all, before) {
			t.Fatal("the slice was changed in place")
		}
		all = next
	}
	if want := []Change{{3, "z", "1"}, {5, "a", "1"}, {5, "b", "2"}, {9, "a", "1"}}; !slices.Equal(all, want) {
		t.Errorf("%v, not %v", all, want)
	}
	for step, want := range map[uint64]int{0: 0, 3: 1, 4: 1, 5: 3, 8: 3, 9: 4, 1e9: 4} {
		if made, coming := ChangesUntil(all, step); len(made) != want || len(made)+len(coming) != len(all) {
			t.Errorf("until step %d there are %v, later %v", step, made, coming)
		}
	}
}

func TestChangesFit(t *testing.T) {
	many := func(n int, step uint64, key string) (all []Change) {
		for i := range n {
			all = append(all, Change{step + uint64(i), key, "0.1"})
		}
		return all
	}
	for _, tt := range []struct {
		all []Change
		fit bool
	}{
		{nil, true},
		{many(100, 1, "clip"), true},
		{many(101, 1, "clip"), false},
		{many(60, 1e6, "freeze.block0.attention.query.weight.31.31"), false},
		{many(1, 1e9, "clip"), true},
		{many(2, 1e9, "clip"), false},
	} {
		if ChangesFit(tt.all) != tt.fit {
			t.Errorf("%d changes of %v: %t, want %t", len(tt.all), tt.all[:min(1, len(tt.all))], !tt.fit, tt.fit)
		}
	}
}

// What is read is written and read as the same again, and of letters that a link may have.
func FuzzParseChange(f *testing.F) {
	for _, text := range []string{"200:learningRate=0.01", "3:freeze.hidden1.weight.0.1=true", "0:output.bias.0=-1e-7", "5:a=b=c", "5:a:b=c"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, problem := ParseChange(text)
		if problem != "" {
			if Notices[problem] == "" {
				t.Errorf("%q is no notice", problem)
			}
			return
		}
		again, problem := ParseChange(c.Pair().Value)
		if problem != "" || again != c {
			t.Errorf("%q is written %q and then %v %q", text, c.Pair().Value, again, problem)
		}
		if _, _, ok := c.Weight(); c.AboutWeight() && (!ok || strings.Trim(c.Pair().Value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:.=-") != "") {
			t.Errorf("%q is taken", text)
		}
	})
}
