package sequences

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/rng"
)

// pairs makes pairs of a task as words.
func pairs(name string, n, length int, f func(prompt, answer []string)) {
	task, _ := Find(name)
	s := rng.New(3, rng.Data)
	words := task.symbols(length)
	write := func(list []int) (out []string) {
		for _, v := range list {
			out = append(out, words[v])
		}
		return out
	}
	for range n {
		prompt, answer := task.pair(s, length)
		f(write(prompt), write(answer))
	}
}

// TestAnswers works the answers out another way.
func TestAnswers(t *testing.T) {
	reversed := func(p []string) string {
		out := ""
		for _, w := range p {
			out = w + out
		}
		return out
	}
	rules := []struct {
		name   string
		length int
		want   func(prompt []string) string
	}{
		{"reverse", 7, reversed},
		{"sort", 9, func(p []string) string {
			out := ""
			for _, l := range letters {
				out += strings.Repeat(l, strings.Count(strings.Join(p, ""), l))
			}
			return out
		}},
		{"parity", 5, func(p []string) string { return strconv.Itoa(strings.Count(strings.Join(p, ""), "1") % 2) }},
		{"copy", 12, func(p []string) string { return strings.TrimRight(strings.Join(p, ""), "_") }},
		{"temporal-order", 13, func(p []string) string { return strings.Trim(strings.Join(p, ""), "abcd") }},
		{"modular-addition", 11, func(p []string) string {
			a, _ := strconv.Atoi(p[0])
			b, _ := strconv.Atoi(p[2])
			return strconv.Itoa((a + b) % 11)
		}},
		{"brackets", 12, func(p []string) string {
			text := strings.Join(p, "")
			for range p {
				text = strings.ReplaceAll(strings.ReplaceAll(text, "()", ""), "[]", "")
			}
			if text == "" {
				return "yes"
			}
			return "no"
		}},
	}
	for _, r := range rules {
		answers := map[string]int{}
		pairs(r.name, 2000, r.length, func(prompt, answer []string) {
			got, want := strings.Join(answer, ""), r.want(prompt)
			if r.name == "temporal-order" { // letters in between
				want = strings.Map(func(c rune) rune {
					if strings.ContainsRune("XY", c) {
						return c
					}
					return -1
				}, want)
			}
			if got != want {
				t.Fatalf("%s: the answer to %v is %q, want %q", r.name, prompt, got, want)
			}
			answers[got]++
		})
		if n := answers["yes"]; r.name == "brackets" && (n < 900 || n > 1100) {
			t.Errorf("%d of 2000 brackets are closed", n)
		}
	}
}

// TestTranslations holds numbers and dates to examples, and to one another.
func TestTranslations(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"zero", "零"}, 7: {"seven", "七"}, 10: {"ten", "十"}, 14: {"fourteen", "十四"}, 20: {"twenty", "二十"},
		23: {"twenty three", "二十三"}, 100: {"one hundred", "一百"}, 105: {"one hundred and five", "一百零五"},
		110: {"one hundred and ten", "一百一十"}, 119: {"one hundred and nineteen", "一百一十九"},
		340: {"three hundred and forty", "三百四十"}, 999: {"nine hundred and ninety nine", "九百九十九"},
	} {
		if got := strings.Join(englishNumber(n), " "); got != want[0] {
			t.Errorf("%d is %q, want %q", n, got, want[0])
		}
		if got := strings.Join(chineseNumber(n), ""); got != want[1] {
			t.Errorf("%d is %q, want %q", n, got, want[1])
		}
	}
	seen := map[string]string{}
	for n := range 1000 {
		english, chinese := strings.Join(englishNumber(n), " "), strings.Join(chineseNumber(n), "")
		if other := seen[chinese]; other != "" {
			t.Errorf("%s and %s are both %s", english, other, chinese)
		}
		seen[chinese] = english
	}
	pairs("dates-zh", 500, 0, func(prompt, answer []string) {
		month := 1 + slices.Index(months, prompt[0])
		if want := strings.Join(chineseNumber(month), "") + "月"; !strings.HasPrefix(strings.Join(answer, ""), want) {
			t.Fatalf("%v is %v", prompt, answer)
		}
	})
	for _, kind := range []string{"numbers-", "dates-"} { // there and back
		var there, back []string
		pairs(kind+"zh", 100, 0, func(prompt, answer []string) { there = append(there, fmt.Sprint(prompt, answer)) })
		pairs(kind+"en", 100, 0, func(prompt, answer []string) { back = append(back, fmt.Sprint(answer, prompt)) })
		if !slices.Equal(there, back) {
			t.Errorf("%s: %q there, %q back", kind, there[:3], back[:3])
		}
	}
}

// TestValues works out the targets of values another way.
func TestValues(t *testing.T) {
	task, _ := Find("adding")
	d := task.Make(rng.New(2, rng.Data), 2000, Options{})
	var variance float64
	for i := range d.N {
		var sum, marks float32
		for p := range d.T {
			mark := d.X[(i*d.T+p)*2+1]
			marks += mark
			sum += mark * d.X[(i*d.T+p)*2]
		}
		target := d.Target[(i+1)*d.T-1]
		if marks != 2 || sum != target {
			t.Fatalf("sample %d: %v marks, the sum %v, the target %v", i, marks, sum, target)
		}
		variance += float64((target-1)*(target-1)) / float64(d.N)
	}
	if math.Abs(variance-1./6) > 0.02 {
		t.Errorf("saying 1 has an error of %v, want 1/6", variance)
	}
	for _, name := range []string{"sine", "sines"} {
		task, _ := Find(name)
		d := task.Make(rng.New(2, rng.Data), 50, Options{})
		for i := range d.N {
			for p := range d.T {
				at := i*d.T + p
				if p+1 < d.T && d.Target[at] != d.X[at+1] || math.Abs(float64(d.X[at])) > 1 || d.Counts[at] != float32(b2i(p >= foreseen)) {
					t.Fatalf("%s, sample %d, place %d: %v, next %v, counts %v", name, i, p, d.X[at], d.Target[at], d.Counts[at])
				}
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
