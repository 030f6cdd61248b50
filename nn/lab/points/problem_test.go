package points

import (
	"strings"
	"testing"

	"nnplay/nn/lab/labtest"
)

// TestFacts holds that the statistics of preprocessing are told, and are those
// of the training points alone.
func TestFacts(t *testing.T) {
	for link, want := range map[string]bool{
		"v=1&dataset=gauss":                                         false,
		"v=1&dataset=gauss&preprocess=standardize":                  true,
		"v=1&dataset=x-sin-x&networkShape=8&preprocess=standardize": true,
	} {
		run := labtest.Open(t, Family, link)
		fact := run.Facts()["preprocess"]
		if (fact != "") != want || want && !strings.HasPrefix(fact, "(X₁ ") {
			t.Errorf("%s: %q", link, fact)
		}
		spec := run.Spec()
		if err := spec.Set("percTrainData", "20"); err != nil {
			t.Fatal(err)
		}
		if _, err := run.Update(spec); err != nil {
			t.Fatal(err)
		}
		if want && run.Facts()["preprocess"] == fact {
			t.Errorf("%s: other training points have the same statistics %q", link, fact)
		}
	}
}
