package experiment

import (
	"math"
	"strings"
	"testing"

	"nnplay/nn/setting"
)

// TestParseInputs reads questions, and refuses what is none.
func TestParseInputs(t *testing.T) {
	many := strings.Repeat("1 ", 2*MaxPredictions)
	for _, c := range []struct {
		text   string
		inputs int
		want   int // numbers, or -1
		code   string
	}{
		{"1,2 3,-4e-1", 2, 4, ""},
		{"0.5\n1\n2", 1, 3, ""},
		{many, 2, 2 * MaxPredictions, ""},
		{many + "1 1", 2, -1, "too-many-inputs"},
		{strings.Repeat("9", 1<<20), 1, -1, "too-many-inputs"},
		{"1 2 3", 2, -1, "odd-inputs"},
		{"", 1, -1, "odd-inputs"},
		{"1 NaN", 2, -1, "bad-input"},
		{"1 1e39", 2, -1, "bad-input"},
		{"1 two", 2, -1, "bad-input"},
	} {
		got, err := ParseInputs(c.text, c.inputs)
		if c.want >= 0 && (err != nil || len(got) != c.want) {
			t.Errorf("%.20q: %d numbers, %v", c.text, len(got), err)
		}
		if c.want < 0 {
			if e, ok := err.(*setting.Error); !ok || e.Code != c.code {
				t.Errorf("%.20q: %v, want %s", c.text, err, c.code)
			}
		}
	}
}

// FuzzParseInputs holds that what is read is whole points of numbers.
func FuzzParseInputs(f *testing.F) {
	f.Add("1,2 3,4", 2)
	f.Fuzz(func(t *testing.T, text string, inputs int) {
		inputs = 1 + (inputs&1+1)&1
		values, err := ParseInputs(text, inputs)
		if err == nil && (len(values)%inputs != 0 || len(values) > inputs*MaxPredictions) {
			t.Fatalf("%d numbers", len(values))
		}
		for _, v := range values {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Fatalf("%v", v)
			}
		}
	})
}
