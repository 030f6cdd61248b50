// Package golden holds data to the bit: tests compare digests with those that a
// file in testdata has by name. A link is a promise of the same data for good,
// on all processors and in WebAssembly.
package golden

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew: right for what is new")

// Digest returns the SHA-256 of values as little-endian float32.
func Digest(values ...[]float32) string {
	h := sha256.New()
	for _, part := range values {
		for _, v := range part {
			var word [4]byte
			binary.LittleEndian.PutUint32(word[:], math.Float32bits(v))
			h.Write(word[:])
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// Lines are what a test computes: values by their names, in order. The zero
// value has none.
type Lines struct {
	names  []string
	values map[string]string
}

// Add adds a value; its name must be new, and its value without ": ".
func (l *Lines) Add(name, value string) {
	if _, ok := l.values[name]; ok || strings.Contains(value, ": ") {
		panic(fmt.Sprintf("golden: two lines %q, or a value %q", name, value))
	}
	if l.values == nil {
		l.values = map[string]string{}
	}
	l.names = append(l.names, name)
	l.values[name] = value
}

// Compare holds the lines to a file, whose order does not matter. With -update it
// writes the file.
func (l *Lines) Compare(t *testing.T, path string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(l.text()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: go test -run %s -update writes it", err, t.Name())
	}
	for _, d := range l.differences(string(text)) {
		t.Errorf("%s: %s (go test -run %s -update, in this folder)", path, d, t.Name())
	}
}

// text returns a line NAME: VALUE for each.
func (l *Lines) text() string {
	var b strings.Builder
	for _, name := range l.names {
		b.WriteString(name + ": " + l.values[name] + "\n")
	}
	return b.String()
}

// differences says what of the lines is not as a file has it.
func (l *Lines) differences(file string) (list []string) {
	want := map[string]string{}
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		if at := strings.LastIndex(line, ": "); at >= 0 {
			want[line[:at]] = line[at+2:]
		}
	}
	for _, name := range l.names {
		switch value, ok := want[name]; {
		case !ok:
			list = append(list, fmt.Sprintf("has no line %q; where that is new, it is right to update: no other line changes", name))
		case value != l.values[name]:
			list = append(list, fmt.Sprintf("%q was %s and is now %s; to update would give old links other data, which is right only for what no link holds yet", name, value, l.values[name]))
		}
		delete(want, name)
	}
	for line := range strings.Lines(file) { // in its order
		name := line[:max(strings.LastIndex(line, ": "), 0)]
		if _, ok := want[name]; ok {
			list = append(list, fmt.Sprintf("has the line %q, which nothing makes any more; to update is right only for what no link holds", name))
		}
	}
	return list
}
