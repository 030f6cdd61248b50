// Package labtest opens experiments of one family, for the tests beside it.
package labtest

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// Parse reads a link of the family; it must be exact.
func Parse(t testing.TB, f *lab.Family, link string) lab.Spec {
	t.Helper()
	spec, notices, err := table(f).Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%s: %v, %v", link, notices, err)
	}
	return spec
}

// Open opens the experiment of a link of the family.
func Open(t testing.TB, f *lab.Family, link string) *experiment.Run {
	t.Helper()
	r, err := experiment.New(Parse(t, f, link))
	if err != nil {
		t.Fatalf("%s: %v", link, err)
	}
	return r
}

// table is the table of nothing but the family.
func table(f *lab.Family) experiment.Families { return experiment.Families{f} }

// View returns the view of that name.
func View(t testing.TB, views []lab.View, name string) lab.View {
	t.Helper()
	for _, v := range views {
		if v.Name == name {
			return v
		}
	}
	t.Fatalf("there is no view %s", name)
	return lab.View{}
}

// Preset returns the family's preset of that name.
func Preset(t testing.TB, f *lab.Family, name string) lab.Preset {
	t.Helper()
	for _, p := range f.Presets {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("there is no preset %s", name)
	return lab.Preset{}
}
