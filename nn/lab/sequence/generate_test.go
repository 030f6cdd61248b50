package sequence_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/transformer"
	"nnplay/nn/setting"
)

// longest is how many tokens a network says at most.
const longest = 160

// checkGenerates asks a network for a text: it is made of the tokens there are, no
// longer than it may be, and at temperature 0 always the same; what is looked at
// stays.
func checkGenerates(t *testing.T, f *lab.Family, link, prompt string, most int) {
	t.Helper()
	r := labtest.Open(t, f, "v=1&architecture="+f.Name+"&"+link)
	r.Step(2)
	before := slices.Clone(labtest.View(t, r.Dynamic(), "logits").F32)
	r.Act("temperature", "0")
	a, errA := r.Act("generate", prompt)
	b, errB := r.Act("generate", prompt)
	text := a.Texts["generated"]
	if errA != nil || errB != nil || text != b.Texts["generated"] || utf8.RuneCountInString(text) > most {
		t.Errorf("%s: %q, then %q; %v %v", link, text, b.Texts["generated"], errA, errB)
	}
	if !slices.Equal(labtest.View(t, r.Dynamic(), "logits").F32, before) {
		t.Errorf("%s: generating changes what is looked at", link)
	}
}

// TestGenerate asks for texts of every kind of task and of Transformer.
func TestGenerate(t *testing.T) {
	for _, c := range []struct {
		family       *lab.Family
		link, prompt string
		most         int // characters
	}{
		{rnn.Family, "sequence=rhymes-en&length=16&units=8", "the little", longest},
		{rnn.Family, "sequence=rhymes-zh&length=16&units=8", "", longest},
		{rnn.Family, "sequence=names&units=8", "an", longest},
		{rnn.Family, "sequence=copy&length=6&units=8", "ABC______", 3},
		{rnn.Family, "sequence=dates-zh&units=8", "March twenty one", 7},
		{rnn.Family, "units=8", "", 2},
		{transformer.Family, "sequence=rhymes-en&length=16&width=8", "the little", longest},
		{transformer.Family, "sequence=names&width=8", "an", longest},
		{transformer.Family, "sequence=sort&length=5&width=8", "cabba", 5},
		{transformer.Family, "sequence=sort&length=5&width=8&transformer=encoder", "cabca", 5},
		{transformer.Family, "sequence=sort&length=5&width=8&transformer=encoder-decoder", "", 5},
		{transformer.Family, "sequence=copy&length=4&width=8&transformer=encoder", "", 3},
		{transformer.Family, "sequence=dates-zh&width=8&transformer=encoder-decoder", "March twenty one", 70},
	} {
		checkGenerates(t, c.family, c.link, c.prompt, c.most)
	}
}

// TestRefusesPrompt holds that a prompt of a wrong length, or of what a network has
// never seen, is refused in words and changes nothing; and that it says before what
// it takes.
func TestRefusesPrompt(t *testing.T) {
	for _, c := range []struct {
		family              *lab.Family
		link, good, bad     string
		code, length, takes string
	}{
		{transformer.Family, "sequence=sort&length=6&width=8", "cabcab", "cab", "prompt-length", "6", "takes.letters"},
		{transformer.Family, "sequence=sort&length=5&width=8&transformer=encoder", "cabca", "cabcax", "prompt-symbol", "5", "takes.letters"},
		{rnn.Family, "sequence=parity&length=4&units=8", "01", "01010", "prompt-length", "1–4", "takes.digits"},
		{rnn.Family, "sequence=dates-zh&units=8", "March one", "March", "prompt-form", "", "takes.english-date"},
		{rnn.Family, "sequence=names&units=8", "an", "4n", "prompt-symbol", "", "takes.line"},
		{rnn.Family, "sequence=rhymes-en&length=16&units=8", "the", "the €", "prompt-symbol", "", "takes.text"},
	} {
		link := "v=1&architecture=" + c.family.Name + "&" + c.link
		r, calm := labtest.Open(t, c.family, link), labtest.Open(t, c.family, link)
		says := string(r.Takes()["generate"].JSON())
		if !strings.Contains(says, `"`+c.takes+`"`) || c.length != "" && !strings.Contains(says, `"n":"`+c.length+`"`) {
			t.Errorf("%s: it says that it takes %s", c.link, says)
		}
		var refused *setting.Error
		answer, err := r.Act("generate", c.bad)
		if !errors.As(err, &refused) || refused.Code != c.code || refused.Text == "" || answer.Texts != nil {
			t.Errorf("%s: %q is answered by %v, %v; want %s", c.link, c.bad, answer.Texts, err, c.code)
		}
		said, err := r.Act("generate", c.good)
		if same, _ := calm.Act("generate", c.good); err != nil || said.Texts["generated"] != same.Texts["generated"] {
			t.Errorf("%s: %q after a refusal is answered by %q, %v; without one by %q", c.link, c.good, said.Texts["generated"], err, same.Texts["generated"])
		}
	}
	if r := labtest.Open(t, rnn.Family, "v=1&architecture=rnn&sequence=sine&length=10"); len(r.Takes()) > 0 {
		t.Errorf("numbers take %v", r.Takes())
	}
}

// TestPick picks tokens in every way, and refuses what is no way.
func TestPick(t *testing.T) {
	r := labtest.Open(t, rnn.Family, "v=1&architecture=rnn&sequence=sine&length=10")
	var refused *setting.Error
	if _, err := r.Act("generate", "a"); !errors.As(err, &refused) || refused.Text != rnn.Family.Errors[refused.Code] {
		t.Errorf("a text of numbers: %v", err)
	}
	r = labtest.Open(t, transformer.Family, "v=1&architecture=transformer&width=8")
	for _, c := range []struct{ action, value string }{
		{"temperature", "-1"}, {"temperature", "nan"}, {"temperature", "inf"}, {"temperature", ""}, {"temperature", "2.1"}, {"fly", ""},
		{"topK", "-1"}, {"topK", "21"}, {"topK", "nan"}, {"topP", "1.1"}, {"topP", ""},
	} {
		if _, err := r.Act(c.action, c.value); err == nil {
			t.Errorf("%s of %q", c.action, c.value)
		}
	}
	r.Act("temperature", "2")
	first, _ := r.Act("topK", "1")
	if first.Texts != nil {
		t.Error("an answer to a number")
	}
	a, _ := r.Act("generate", "")
	if b, _ := r.Act("generate", ""); a.Texts["generated"] != b.Texts["generated"] {
		t.Error("of one token that may be picked, one or the other")
	}
}

// TestRivalGenerates holds that both networks go on from one prompt, each as it
// would alone with the same dice, and that a run that begins anew says the same.
func TestRivalGenerates(t *testing.T) {
	const link = "v=1&architecture=rnn&sequence=rhymes-en&length=12&cell=rnn&units=8&batchSize=8&samples=80"
	say := func(link string) (texts map[string]string) {
		r := labtest.Open(t, rnn.Family, link)
		r.Step(5)
		r.Act("temperature", "1")
		for range 2 {
			answer, err := r.Act("generate", "the")
			if err != nil || answer.Texts["generated"] == texts["generated"] {
				t.Fatalf("%v, after %q %q", err, texts, answer.Texts)
			}
			texts = answer.Texts
		}
		return texts
	}
	both, again, alone := say(link+"&rival=lstm"), say(link+"&rival=lstm"), say(link)
	if len(both) != 2 || both["generated"] != alone["generated"] || len(alone) != 1 {
		t.Errorf("beside a rival %q, alone %q", both, alone)
	}
	if both["rivalGenerated"] == both["generated"] || utf8.RuneCountInString(both["rivalGenerated"]) != longest {
		t.Errorf("the rival says %q", both["rivalGenerated"])
	}
	if both["rivalGenerated"] != again["rivalGenerated"] {
		t.Errorf("%q, then %q", both["rivalGenerated"], again["rivalGenerated"])
	}
}
