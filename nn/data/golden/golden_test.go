package golden

import (
	"slices"
	"testing"
)

// TestDifferences tells what is new, what has changed and what is gone, whatever
// the order, by lines that have colons of their own.
func TestDifferences(t *testing.T) {
	var l Lines
	for _, name := range []string{"a", "b {Side:1 Noise: 2}", "c", "d"} {
		l.Add(name, "value of "+name[:1])
	}
	fresh, changed, gone := l.differences("gone: 1\nd: value of d\nc: another\nb {Side:1 Noise: 2}: value of b\n")
	for _, c := range []struct{ got, want []string }{
		{fresh, []string{"a: value of a"}},
		{changed, []string{"c: value of c, was another"}},
		{gone, []string{"gone: 1"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if fresh, changed, gone := l.differences(l.text()); len(fresh)+len(changed)+len(gone) > 0 {
		t.Errorf("what was written differs: %q, %q, %q", fresh, changed, gone)
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
