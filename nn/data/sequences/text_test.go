package sequences

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/nn/rng"
)

// TestClean brings texts into form.
func TestClean(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct{ name, text, want string }{
		{"as it is", long + "end", long + "end"},
		{"line ends", long + "\r\na\rb\u2028c", long + "\na\nb\nc"},
		{"blanks", "\n\n " + long + "  \t x\n\n\n\n y", " " + long + "  \t x\n\n y"},
		{"code", strings.Repeat("if x:\n\treturn  0\n", 20), strings.Repeat("if x:\n\treturn  0\n", 20)},
		{"Persian", strings.Repeat("می\u200cروم ", 40), strings.Repeat("می\u200cروم ", 40)},
		{"emoji", long + "👩\u200d🚀", long + "👩\u200d🚀"},
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
	if _, err := Clean("a" + strings.Repeat("\t ", 300)); err == nil {
		t.Error("blanks are a text")
	}
	if got, _ := Clean(strings.Repeat("ab\n", 1<<20)); utf8.RuneCountInString(got) != MaxCharacters {
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
	if len(vocabulary) != MaxVocabulary || !slices.Contains(vocabulary, Other) {
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

// TestHeldText holds that no window of what trains reaches into what tests, nor the
// other way round, that both have more than a window where the text has as much, and
// that a share of 100 is as if there were none.
func TestHeldText(t *testing.T) {
	task, _ := Find(OwnText)
	for _, c := range []struct{ characters, share, length, border int }{
		{1000, 90, 32, 900}, {1000, 10, 32, 100}, {100, 90, 32, 67}, {100, 10, 32, 33}, {100, 50, 128, 50}, {128, 75, 8, 96},
	} {
		var text strings.Builder
		for i := range c.characters {
			text.WriteRune(rune(0x4e00 + i/8)) // so that a character tells its place
		}
		for _, carry := range []bool{false, true} {
			o := Options{Length: c.length, Text: text.String(), Share: c.share}
			stream := rng.New(1, rng.Data)
			train := task.Make(stream, 2000, o)
			if carry {
				train = task.Continuous(5, 40, o)
			}
			o.Held = true
			test := task.Make(stream, 2000, o)
			border := float32(c.border / 8) // of the tokens, which are in order
			if most := slices.Max(append(train.X, train.Target...)); most > border || most < border-1 {
				t.Errorf("%v, carried %v: what trains reaches to %v", c, carry, most)
			}
			if least := slices.Min(append(test.X, test.Target...)); least < border || least > border+1 {
				t.Errorf("%v: what tests begins at %v", c, least)
			}
		}
	}
	whole, none := Options{Text: rhymesChinese, Share: 100}, Options{Text: rhymesChinese}
	if a, b := task.Make(rng.New(1, rng.Data), 20, whole), task.Make(rng.New(1, rng.Data), 20, none); !slices.Equal(a.X, b.X) {
		t.Error("a text of which all trains is another one")
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
		if n := utf8.RuneCountInString(clean); !utf8.ValidString(clean) || n < MinCharacters || n > MaxCharacters {
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
