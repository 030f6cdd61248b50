//go:build !js

package main

import (
	"errors"
	"regexp"
	"strings"
	"testing"
)

// TestTrain holds the lines that scripts read.
func TestTrain(t *testing.T) {
	var out, warnings strings.Builder
	if err := run([]string{"train", "#v=1&dataset=xor&sparkle=1", "-steps", "25", "-every", "10"}, &out, &warnings); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	progress := regexp.MustCompile(`^step (0|10|20|25) train-loss [0-9.e-]+ test-loss [0-9.e-]+ accuracy [0-9.]+$`)
	for _, line := range lines[:len(lines)-1] {
		if !progress.MatchString(line) {
			t.Errorf("line %q", line)
		}
	}
	if len(lines) != 5 || !regexp.MustCompile(`^fingerprint [0-9a-f]{64}$`).MatchString(lines[4]) {
		t.Errorf("lines %q", lines)
	}
	if !strings.Contains(warnings.String(), "sparkle") {
		t.Errorf("no word of the unknown key: %q", warnings.String())
	}
}

// TestSame trains once with reports and once without: looking changes nothing.
func TestSame(t *testing.T) {
	last := func(args ...string) string {
		var out, warnings strings.Builder
		if err := run(args, &out, &warnings); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		return lines[len(lines)-1]
	}
	const link = "#v=1&dataset=spiral&dropout=0.1&normalization=batch&optimizer=adam"
	if a, b := last("train", link, "-steps", "60"), last("train", "-steps", "60", "-every", "7", link); a != b {
		t.Errorf("%s, with reports %s", a, b)
	}
}

// TestEveryArchitecture trains a link of each, twice to the same fingerprint, and
// another seed to another one.
func TestEveryArchitecture(t *testing.T) {
	small := map[string]string{ // what makes a network small, beside the samples
		"rnn":         "&sequence=copy&length=4&cell=rnn&rival=lstm&units=6",
		"transformer": "&sequence=dates-en&transformer=encoder-decoder&width=8",
		"gan":         "&generatorShape=4&discriminatorShape=4",
		"cnn":         "&filters=2",
	}
	for _, a := range families {
		link := "#v=1&architecture=" + a.Name + "&samples=60" + small[a.Name]
		seen := map[string]bool{}
		for _, seed := range []string{"", "", "&seed=7"} {
			var out, warnings strings.Builder
			if err := run([]string{"train", link + seed, "-steps", "3"}, &out, &warnings); err != nil || warnings.Len() > 0 {
				t.Fatalf("%s: %v, %q", a.Name, err, warnings.String())
			}
			lines := strings.Split(strings.TrimSpace(out.String()), "\n")
			last := lines[len(lines)-1]
			if !regexp.MustCompile(`^fingerprint [0-9a-f]{64}$`).MatchString(last) || !strings.HasPrefix(lines[0], "step 3 train-loss ") {
				t.Errorf("%s: %q", a.Name, lines)
			}
			seen[last] = true
		}
		if len(seen) != 2 {
			t.Errorf("%s: %d fingerprints of two seeds, one of them twice", a.Name, len(seen))
		}
	}
}

// TestHostile gives the command what means harm: it answers with a sentence.
func TestHostile(t *testing.T) {
	for name, link := range map[string]string{
		"a megabyte": "v=1&dataset=" + strings.Repeat("A", 1<<20),
		"new":        "v=99",
	} {
		var out, warnings strings.Builder
		if err := run([]string{"train", link, "-steps", "1"}, &out, &warnings); err == nil || len(err.Error()) < 20 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, link := range map[string]string{
		"oversized": "v=1&networkShape=" + strings.Repeat("9999,", 500) + "1&batchSize=1e30",
		"NaN":       "v=1&learningRate=NaN&noise=-Inf",
		"duplicate": "v=1&dataset=xor&dataset=circle",
		"truncated": "v=1&dataset=spi",
		"percent":   "v=1&dataset=%zz%E0%A4",
	} {
		var out, warnings strings.Builder
		if err := run([]string{"train", link, "-steps", "1"}, &out, &warnings); err != nil || warnings.Len() == 0 {
			t.Errorf("%s: %v, %q", name, err, warnings.String())
		}
	}
}

// TestVerify trains presets on both engines.
func TestVerify(t *testing.T) {
	var out, warnings strings.Builder
	if err := run([]string{"verify", "-steps", "30", "-presets", "xor,ring"}, &out, &warnings); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	for _, name := range []string{"xor", "ring"} {
		if !regexp.MustCompile(name + ` +30 steps [0-9a-f]{16} ok`).MatchString(out.String()) {
			t.Errorf("no line says that %s is fine:\n%s", name, out.String())
		}
	}
	if err := run([]string{"verify", "-presets", "nothing"}, &out, &warnings); err == nil || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("an unknown preset: error %v", err)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"verify", "xor"}, {"verify", "-steps", "-1"}, {"fly"}, {"train"}, {"train", "a", "b"}, {"train", "a", "-steps", "-1"}, {"train", "a", "-steps", "many"}} {
		var out, explained strings.Builder
		if err := run(args, &out, &explained); !errors.Is(err, errUsage) || explained.Len() == 0 {
			t.Errorf("%q: %v, %q", args, err, explained.String())
		}
	}
}
