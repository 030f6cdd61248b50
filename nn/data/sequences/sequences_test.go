package sequences

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/nn/rng"
)

// layouts are those that a task's samples can be made in.
func layouts(t *Task) []Layout {
	if !t.Paired() {
		return []Layout{Causal}
	}
	return []Layout{Causal, Aligned, Separate}
}

// TestMake makes samples of each task in each layout: of the promised sizes, in
// the vocabulary, something to predict in each, and the same from the same seed.
func TestMake(t *testing.T) {
	const n = 300
	for _, task := range Tasks {
		for _, layout := range layouts(&task) {
			lengths := []int{0}
			if task.Max > 0 {
				lengths = []int{0, task.Min, task.Max}
			}
			for _, length := range lengths {
				t.Run(fmt.Sprint(task.Name, layout, length), func(t *testing.T) {
					o := Options{Length: length, Layout: layout}
					d := task.Make(rng.New(5, rng.Data), n, o)
					checkData(t, &task, o, &d, n)
					again, other := task.Make(rng.New(5, rng.Data), n, o), task.Make(rng.New(6, rng.Data), n, o)
					if !slices.Equal(d.X, again.X) || !slices.Equal(d.Target, again.Target) {
						t.Error("the same seed gives other samples")
					}
					if slices.Equal(d.X, other.X) && slices.Equal(d.Source, other.Source) {
						t.Error("another seed gives the same samples")
					}
				})
			}
		}
	}
}

func checkData(t *testing.T, task *Task, o Options, d *Data, n int) {
	t.Helper()
	v := len(task.Vocabulary(o))
	in, out := max(1, task.Inputs), max(1, task.Outputs)
	if d.N != n || len(d.X) != n*d.T*in || len(d.Target) != n*d.T*out || len(d.Source) != n*d.S {
		t.Fatalf("%d samples of %d and %d places: %d, %d and %d numbers", d.N, d.T, d.S, len(d.X), len(d.Target), len(d.Source))
	}
	if task.Tokens() != (v > 0) || task.Tokens() == (d.Counts != nil) {
		t.Fatalf("a vocabulary of %d, counts %v", v, d.Counts != nil)
	}
	for i := range n {
		counted := 0
		for p := range d.T {
			if !task.Tokens() {
				counted += int(d.Counts[i*d.T+p])
				continue
			}
			x, target := d.X[i*d.T+p], d.Target[i*d.T+p]
			if x < 0 || x >= float32(v) || target < Ignored || target >= float32(v) {
				t.Fatalf("sample %d, place %d: %v and %v of %d tokens", i, p, x, target, v)
			}
			if target != Ignored {
				counted++
			}
		}
		if counted == 0 {
			t.Fatalf("sample %d has nothing to predict", i)
		}
	}
}

// TestGolden holds the samples to the bits they had: a link means them.
func TestGolden(t *testing.T) {
	want := map[string]uint32{}
	for line := range strings.Lines(golden) {
		name, sum, _ := strings.Cut(strings.TrimSpace(line), " ")
		v, _ := strconv.ParseUint(sum, 16, 32)
		want[name] = uint32(v)
	}
	for _, task := range Tasks {
		sum := crc32.NewIEEE()
		for _, layout := range layouts(&task) {
			d := task.Make(rng.New(1, rng.Data), 200, Options{Layout: layout})
			for _, list := range [][]float32{d.X, d.Source, d.Target, d.Counts} {
				for _, v := range list {
					sum.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
				}
			}
		}
		if got := sum.Sum32(); got != want[task.Name] {
			t.Errorf("%s %08x, want %08x", task.Name, got, want[task.Name])
		}
	}
}

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

// TestClean brings texts into form.
func TestClean(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct{ name, text, want string }{
		{"as it is", long + "end", long + "end"},
		{"line ends", long + "\r\na\rb\u2028c", long + "\na\nb\nc"},
		{"blanks", " \n " + long + "  \t x\n\n\n\n y", long + "x\n\ny"},
		{"control", "\x00\x1b[0m" + long + "\ufeff\u200b!", "[0m" + long + "!"},
		{"bytes", "\xff\xfe" + long + "\xc3", long},
		{"Chinese", strings.Repeat("小小网络，", 50), strings.Repeat("小小网络，", 50)},
	} {
		got, err := Clean(c.text)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
	if _, err := Clean("too short"); err == nil || !strings.Contains(err.Error(), "200") {
		t.Errorf("a short text: %v", err)
	}
	if got, _ := Clean(strings.Repeat("ab\n", 1<<20)); utf8.RuneCountInString(got) != maxCharacters {
		t.Errorf("%d characters of a long text", utf8.RuneCountInString(got))
	}
}

// TestOwnText reads a text of more characters than are told apart.
func TestOwnText(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		b.WriteString(strings.Repeat(string(rune(0x4e00+i)), 1+i%7))
	}
	task, _ := Find(OwnText)
	o := Options{Text: b.String()}
	vocabulary := task.Vocabulary(o)
	if len(vocabulary) != maxVocabulary || !slices.Contains(vocabulary, Other) {
		t.Errorf("%d tokens, %q among them: %v", len(vocabulary), Other, slices.Contains(vocabulary, Other))
	}
	d := task.Make(rng.New(1, rng.Data), 100, o)
	checkData(t, task, o, &d, 100)
}

// TestContinuous goes on in each row where the minibatch before has ended.
func TestContinuous(t *testing.T) {
	task, _ := Find("rhymes-en")
	const batch, minibatches = 4, 9
	d := task.Continuous(batch, minibatches, Options{Length: 16})
	for m := range minibatches - 1 {
		for row := range batch {
			last := d.Target[((m*batch+row)+1)*d.T-1]
			if next := d.X[((m+1)*batch+row)*d.T]; next != last {
				t.Fatalf("row %d of minibatch %d ends before %v, the next begins with %v", row, m, last, next)
			}
		}
	}
}

// TestScore counts by each metric.
func TestScore(t *testing.T) {
	right := []float32{0, 1, 1, 0, 1, 0, 0, 1, 1}
	target := []float32{Ignored, 3, 4, Ignored, 1, 2, Ignored, 5, 6}
	for _, c := range []struct {
		metric Metric
		want   float64
	}{{MSE, 0.5}, {Perplexity, math.Exp(0.5)}, {TokenAccuracy, 5. / 6}, {SequenceAccuracy, 2. / 3}} {
		if got := c.metric.Score(0.5, right, target, 3); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", c.metric, got, c.want)
		}
	}
}

// TestWrite writes words with blanks and characters without.
func TestWrite(t *testing.T) {
	task, _ := Find("numbers-zh")
	v := task.Vocabulary(Options{})
	index := func(words ...string) (list []int) {
		for _, w := range words {
			list = append(list, slices.Index(v, w))
		}
		return list
	}
	for _, c := range []struct {
		tokens []int
		want   string
	}{{index("twenty", "three"), "twenty three"}, {index("二", "十", "三"), "二十三"}, {[]int{-1, 1000}, ""}} {
		if got := Write(v, c.tokens); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// FuzzClean reads any text: what comes out is bounded, and cleaning it again
// changes nothing but what the end has been cut to.
func FuzzClean(f *testing.F) {
	f.Add("a\r\n\r\n\r\nb \t c\x00\xff")
	f.Add(rhymesChinese)
	f.Add(strings.Repeat("\u0301", 300))
	task, _ := Find(OwnText)
	f.Fuzz(func(t *testing.T, text string) {
		clean, err := Clean(text)
		if err != nil {
			return
		}
		if n := utf8.RuneCountInString(clean); !utf8.ValidString(clean) || n < minCharacters || n > maxCharacters {
			t.Fatalf("%d characters, valid %v", n, utf8.ValidString(clean))
		}
		if again, err := Clean(clean); err != nil || again != clean {
			t.Errorf("cleaned again: %q, %v, want %q", again, err, clean)
		}
		o := Options{Text: clean}
		d := task.Make(rng.New(1, rng.Data), 3, o)
		checkData(t, task, o, &d, 3)
	})
}

const golden = `adding 1f409f1f
sine ecccc015
sines 03cf1cb3
temporal-order 9ab426a9
parity fd4fad44
copy eb5c814f
reverse c4ce4c7e
sort 4bf4f5fa
modular-addition 83102852
brackets b8f8a02d
numbers-zh 2317bd15
numbers-en 5f96c5b0
dates-zh 3fbf6842
dates-en 8decbaab
names 4221e21d
rhymes-en df627f6e
rhymes-zh ae4b8756
own-text df627f6e
`
