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
	fresh, changed, gone := l.differences(string(text))
	command := fmt.Sprintf("go test -run %s -update, in this folder", t.Name())
	if len(fresh) > 0 {
		t.Errorf("%s lacks\n%s\nWhere that is new it is right to update, as long as no other line changes: %s", path, strings.Join(fresh, "\n"), command)
	}
	if len(changed) > 0 {
		t.Errorf("%s has other values:\n%s\nOld links would mean other data: to update is right only for what no link holds yet: %s", path, strings.Join(changed, "\n"), command)
	}
	if len(gone) > 0 {
		t.Errorf("nothing makes any more what %s has:\n%s\nOld links mean it: to update is right only for what no link holds yet: %s", path, strings.Join(gone, "\n"), command)
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

// differences returns the lines that a file lacks, the names whose values it has
// otherwise, and its lines that nothing makes any more.
func (l *Lines) differences(file string) (fresh, changed, gone []string) {
	want := map[string]string{}
	for line := range strings.Lines(file) {
		name, value := cut(line)
		want[name] = value
	}
	for _, name := range l.names {
		got := l.values[name]
		switch value, ok := want[name]; {
		case !ok:
			fresh = append(fresh, name+": "+got)
		case value != got:
			changed = append(changed, fmt.Sprintf("%s: %s, was %s", name, got, value))
		}
	}
	for line := range strings.Lines(file) {
		name, value := cut(line)
		if _, ok := l.values[name]; !ok {
			gone = append(gone, name+": "+value)
		}
	}
	return fresh, changed, gone
}

// cut returns the name and the value of a line. Names may have colons.
func cut(line string) (name, value string) {
	line = strings.TrimSuffix(line, "\n")
	at := max(strings.LastIndex(line, ": "), 0)
	return line[:at], strings.TrimPrefix(line[at:], ": ")
}
