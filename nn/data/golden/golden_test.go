package golden

import (
	"slices"
	"strings"
	"testing"
)

// TestDifferences tells what is new, what has changed and what is gone, whatever
// the order, by lines that have colons of their own.
func TestDifferences(t *testing.T) {
	var l Lines
	for _, name := range []string{"a", "b {Side:1 Noise: 2}", "c", "d"} {
		l.Add(name, "value of "+name[:1])
	}
	file := "gone: 1\nd: value of d\nc: another\nb {Side:1 Noise: 2}: value of b\n"
	for i, want := range [][]string{
		{`no line "a"`, "right to update"},
		{`"c" was another and is now value of c`, "old links"},
		{`the line "gone"`, "only for what no link holds"},
	} {
		got := l.differences(file)
		if len(got) != 3 || slices.ContainsFunc(want, func(part string) bool { return !strings.Contains(got[i], part) }) {
			t.Errorf("difference %d: %q, want %q", i, got, want)
		}
	}
	if d := l.differences(l.text()); len(d) != 0 {
		t.Errorf("what was written differs: %q", d)
	}
}

// TestAdd refuses what a file could not hold.
func TestAdd(t *testing.T) {
	for _, value := range []string{"twice", "with: colon"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was added", value)
				}
			}()
			var l Lines
			l.Add("a", "1")
			if value == "twice" {
				l.Add("a", value)
			} else {
				l.Add("b", value)
			}
		}()
	}
}

// TestDigest has the digest of the four bytes of 1, as sha256sum gives it.
func TestDigest(t *testing.T) {
	const want = "e00e5eb9444182f352323374ef4e08ebcb784725fdd4fd612d7730540b3e0c8c"
	if got := Digest([]float32{1}); got != want {
		t.Errorf("the digest of 1 is %s, want %s", got, want)
	}
	if Digest([]float32{1}, []float32{2}) != Digest([]float32{1, 2}) {
		t.Error("the digest depends on how values are cut")
	}
}
