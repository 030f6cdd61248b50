package setting

import (
	"strings"
	"testing"
)

func TestParseWeights(t *testing.T) {
	for _, tt := range []struct{ text, want, problem string }{
		{"", "", ""},
		{"hidden1.weight,0.5,0.9", "hidden1.weight,0.5,0.9", ""},
		{"hidden1/weight: 0.5 0.9;\n output/bias = −.3", "hidden1.weight,0.5,0.9,output.bias,-0.3", ""},
		{"b,1,a,2", "a,2,b,1", ""},
		{"a,1,2,a,3", "a,3", ""},
		{"a.0.1,7,a,1,2,3,4", "a,1,2,3,4,a.0.1,7", ""},
		{"a.10,1,a.9,2", "a.9,2,a.10,1", ""},
		{"a,-0", "a,0", ""},
		{"a,1e-7", "a,1e-7", ""},
		{"1,2", "", BadValue},
		{"a", "", BadValue},
		{"a,b,1", "", BadValue},
		{"a.1,1,2", "", BadValue},
		{"a.1.2.3.4.5,1", "", BadValue},
		{"a,nan", "", BadValue},
		{"a,0x1p", "", BadValue},
		{"a,2e6", "", OutOfRange},
		{"a,1e99", "", BadValue},
		{strings.Repeat("a,1,", 1001), "", OutOfRange},
	} {
		all, problem := ParseWeights(tt.text)
		if got := FormatWeights(all); got != tt.want || problem != tt.problem {
			t.Errorf("%.40q: %q %q, not %q %q", tt.text, got, problem, tt.want, tt.problem)
		}
	}
}

// What is read and written is read as the same again, whatever it is.
func FuzzParseWeights(f *testing.F) {
	f.Add("hidden1.weight,0.5,0.9,hidden1.weight.0.1,3")
	f.Add("a/b 1 −2;c:3e-9")
	f.Fuzz(func(t *testing.T, text string) {
		all, problem := ParseWeights(text)
		if problem != "" {
			return
		}
		written := FormatWeights(all)
		again, problem := ParseWeights(written)
		if len(written) <= maxGiven && (problem != "" || FormatWeights(again) != written) {
			t.Errorf("%q is written %q and then %q %s", text, written, FormatWeights(again), problem)
		}
	})
}
