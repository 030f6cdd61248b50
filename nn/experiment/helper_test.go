package experiment

import (
	"strings"
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// families is the table of all families.
var families = Families(all.Families)

// mustParse reads a link that must be without fault.
func mustParse(t testing.TB, link string) lab.Spec {
	t.Helper()
	s, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%s: %v %v", link, notices, err)
	}
	return s
}

// mustRun opens the experiment of such a link.
func mustRun(t testing.TB, link string) *Run {
	t.Helper()
	return mustOpen(t, mustParse(t, link), program.Interpret)
}

// mustOpen opens an experiment on an engine.
func mustOpen(t testing.TB, spec lab.Spec, engine program.Engine) *Run {
	t.Helper()
	run, err := NewOn(spec, engine)
	if err != nil {
		t.Fatalf("%s: %v", Link(spec), err)
	}
	return run
}

// seen returns the view of that name, an empty one if there is none.
func seen(r *Run, name string) (v lab.View) {
	for _, v := range r.Dynamic() {
		if v.Name == name {
			return v
		}
	}
	return v
}

// codes writes notices as "code:key", separated by spaces.
func codes(notices []setting.Notice) string {
	var items []string
	for _, n := range notices {
		item := n.Code
		if key := n.Args["key"]; key != "" {
			item += ":" + key
		}
		items = append(items, item)
	}
	return strings.Join(items, " ")
}
