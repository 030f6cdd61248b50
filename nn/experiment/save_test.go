package experiment

import (
	"encoding/binary"
	"math"
	"reflect"
	"strings"
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/program"
)

// TestSave saves runs of every architecture in the middle of a pass, edited by
// hand where that can be done, and goes on from there: the same bits.
func TestSave(t *testing.T) {
	links := []string{
		"v=1&dataset=own&points=cL0a1L0a00001",
		"v=1&dataset=moons&networkShape=5&optimizer=adam&dropout=0.2&normalization=batch&regularization=l1&regularizationRate=0.01&batchSize=7",
		"v=1&architecture=rnn&sequence=text&carry=true&units=8&length=16&samples=200",
		"v=1&architecture=gan&critic=spectral",
	}
	for _, a := range families {
		links = append(links, "v=1&architecture="+a.Name)
	}
	for _, link := range links {
		t.Run(link, func(t *testing.T) {
			spec, _, err := families.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			r, err := New(spec)
			if err != nil {
				t.Fatal(err)
			}
			steps := 3
			if spec.Family.Name == lab.Unnamed {
				steps = 37
			}
			r.Step(steps)
			name := editable(r)
			if name != "" {
				if err := r.SetWeight(name, 0, 0.5); err != nil {
					t.Fatal(err)
				}
				if err := r.Freeze(name, 0, true); err != nil {
					t.Fatal(err)
				}
			}
			r.Step(1)
			saved := r.Save()
			again, err := families.Resume(saved, nil, program.Interpret)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := again.Metrics(), r.Metrics(); !same(got, want) {
				t.Errorf("metrics %v, want %v", got, want)
			}
			r.Step(steps)
			again.Step(steps)
			if again.Steps() != r.Steps() || again.Fingerprint() != r.Fingerprint() || again.Edited() != r.Edited() || Link(again.Spec()) != Link(r.Spec()) {
				t.Errorf("step %d, %.12s, edited %t, want step %d, %.12s", again.Steps(), again.Fingerprint(), again.Edited(), r.Steps(), r.Fingerprint())
			}
			if name != "" {
				if err := again.Freeze(name, 0, false); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// editable returns the name of a parameter that can be edited by hand: one whose
// gradient is shown; "" if there is none.
func editable(r *Run) string {
	for _, v := range r.Dynamic() {
		if name, ok := strings.CutSuffix(v.Name, "/gradient"); ok && r.SetWeight(name, 0, 1) == nil {
			return name
		}
	}
	return ""
}

// same compares metrics, of which some are NaN.
func same(a, b lab.Metrics) bool {
	for _, m := range []*lab.Metrics{&a, &b} {
		v := reflect.ValueOf(m).Elem()
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Float64 && math.IsNaN(f.Float()) {
				f.SetFloat(-12345)
			}
		}
	}
	return reflect.DeepEqual(a, b)
}

// TestSaveNot leaves out what keeps more than an arena holds.
func TestSaveNot(t *testing.T) {
	spec, _, _ := families.Parse("v=1&optimizer=lbfgs")
	r, err := New(spec)
	if err != nil {
		t.Fatal(err)
	}
	if saved := r.Save(); saved != nil {
		t.Errorf("%d bytes are saved", len(saved))
	}
}

// saved returns a small run that was saved.
func saved(t testing.TB) []byte {
	spec, _, err := families.Parse("v=1&dataset=own&networkShape=2&points=cL0a1L0a00001&batchSize=2")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(spec)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(3)
	return r.Save()
}

// TestResumeSpoilt changes what was saved, byte by byte: it is refused, or it is
// another run that trains.
func TestResumeSpoilt(t *testing.T) {
	good := saved(t)
	for i := range good {
		for _, spoil := range []byte{0, good[i] ^ 0x80, good[i] + 1} {
			bad := append([]byte{}, good...)
			bad[i] = spoil
			train(bad)
		}
		train(good[:i])
	}
	if _, err := families.Resume(append(good, 0), nil, program.Interpret); err == nil {
		t.Error("a byte too many is taken")
	}
}

func train(saved []byte) {
	if r, err := families.Resume(saved, nil, program.Interpret); err == nil {
		r.Step(5)
	}
}

func FuzzResume(f *testing.F) {
	f.Add(saved(f))
	f.Add(binary.AppendUvarint([]byte("nnplay run 1\n"), math.MaxUint64))
	f.Fuzz(func(t *testing.T, saved []byte) { train(saved) })
}
