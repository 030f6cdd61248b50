package experiment

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/nn/data/sequences"
)

// TestSamples chooses samples to look at: what is read changes, and comes back.
func TestSamples(t *testing.T) {
	r, err := New(mustParse(t, rnnLinks[0]))
	if err != nil {
		t.Fatal(err)
	}
	look := func() string {
		var b strings.Builder
		for _, v := range viewNamed(t, r.Static(), "look/x").F32 {
			b.WriteByte(byte('a' + v))
		}
		return b.String()
	}
	first := look()
	for _, c := range []struct {
		action string
		same   bool
	}{{"nextSample", false}, {"nextSample", false}, {"previousSample", false}, {"previousSample", true}, {"previousSample", false}, {"nextSample", true}} {
		if answer, err := r.Act(c.action, ""); err != nil || !answer.Static || (look() == first) != c.same {
			t.Errorf("%s: %v, %v: %s, first %s", c.action, answer, err, look(), first)
		}
	}
}

// checkGenerates asks a network for a text: it is made of the tokens there are, no
// longer than it may be, and at temperature 0 always the same; what is looked at
// stays.
func checkGenerates(t *testing.T, link, prompt string, most int) {
	t.Helper()
	r, err := New(mustParse(t, link))
	if err != nil {
		t.Fatal(err)
	}
	r.Step(2)
	before := slices.Clone(viewNamed(t, r.Dynamic(), "logits").F32)
	r.Act("temperature", "0")
	a, errA := r.Act("generate", prompt)
	b, errB := r.Act("generate", prompt)
	text := a.Texts["generated"]
	if errA != nil || errB != nil || text != b.Texts["generated"] || utf8.RuneCountInString(text) > most {
		t.Errorf("%s: %q, then %q; %v %v", link, text, b.Texts["generated"], errA, errB)
	}
	if said := viewNamed(t, r.Static(), "said/generated"); text != sequences.Write(r.Topology().Symbols, tokens(said.F32)) {
		t.Errorf("%s: %q said, %v shown", link, text, said.F32)
	}
	if !slices.Equal(viewNamed(t, r.Dynamic(), "logits").F32, before) {
		t.Errorf("%s: generating changes what is looked at", link)
	}
}

// TestGenerate asks for texts of every kind of task.
func TestGenerate(t *testing.T) {
	for _, c := range []struct {
		link, prompt string
		most         int // characters
	}{
		{"v=1&architecture=rnn&sequence=rhymes-en&length=16&units=8", "the little", longestText},
		{"v=1&architecture=rnn&sequence=rhymes-zh&length=16&units=8", "", longestText},
		{"v=1&architecture=rnn&sequence=names&units=8", "an", longestText},
		{"v=1&architecture=rnn&sequence=copy&length=6&units=8", "ABC______", 3},
		{"v=1&architecture=rnn&sequence=dates-zh&units=8", "March twenty one", 7},
		{"v=1&architecture=rnn&units=8", "", 2},
	} {
		checkGenerates(t, c.link, c.prompt, c.most)
	}
	r, _ := New(mustParse(t, "v=1&architecture=rnn&sequence=sine&length=10"))
	for action, value := range map[string]string{"generate": "a", "temperature": "-1", "fly": ""} {
		if answer, err := r.Act(action, value); err == nil {
			t.Errorf("%s %s: %v", action, value, answer)
		}
	}
	for _, value := range []string{"nan", "inf", "", "2.1"} {
		if _, err := r.Act("temperature", value); err == nil {
			t.Errorf("a temperature of %q", value)
		}
	}
}

// TestRivalGenerates holds that both networks go on from one prompt, each as it
// would alone with the same dice, and that a run that begins anew says the same.
func TestRivalGenerates(t *testing.T) {
	const link = "v=1&architecture=rnn&sequence=rhymes-en&length=12&cell=rnn&units=8&batchSize=8&samples=80"
	say := func(link string) (texts map[string]string) {
		r, err := New(mustParse(t, link))
		if err != nil {
			t.Fatal(err)
		}
		r.Step(5)
		r.Act("temperature", "1")
		for range 2 {
			answer, err := r.Act("generate", "the")
			if err != nil || answer.Texts["generated"] == texts["generated"] {
				t.Fatalf("%v, after %q %q", err, texts, answer.Texts)
			}
			texts = answer.Texts
		}
		for name, text := range texts {
			if said := viewNamed(t, r.Static(), "said/"+name); text != sequences.Write(r.Topology().Symbols, tokens(said.F32)) {
				t.Errorf("%s: %q said, %v shown", name, text, said.F32)
			}
		}
		return texts
	}
	both, again, alone := say(link+"&rival=lstm"), say(link+"&rival=lstm"), say(link)
	if len(both) != 2 || both["generated"] != alone["generated"] || len(alone) != 1 {
		t.Errorf("beside a rival %q, alone %q", both, alone)
	}
	if both["rivalGenerated"] == both["generated"] || utf8.RuneCountInString(both["rivalGenerated"]) != longestText {
		t.Errorf("the rival says %q", both["rivalGenerated"])
	}
	if both["rivalGenerated"] != again["rivalGenerated"] {
		t.Errorf("%q, then %q", both["rivalGenerated"], again["rivalGenerated"])
	}
}

// TestOwnText carries texts in links as far as they fit.
func TestOwnText(t *testing.T) {
	short := strings.TrimSpace(strings.Repeat("天地玄黄 abc.\n", 30))
	for _, c := range []struct {
		text, want string
		notice     string
	}{
		{short, short, ""},
		{short + "\r\n\t\x00", short, ""},
		{strings.Repeat("天地", 1000), "", "text-elsewhere"},
		{"", "", ""},
	} {
		spec := DefaultOf("rnn")
		spec.Sequence.Task, spec.Sequence.Length = "own-text", 32
		if err := spec.Set("ownText", c.text); err != nil {
			t.Fatal(err)
		}
		link := spec.Link()
		got, notices, err := Parse(link)
		if err != nil || got.Sequence.Text != c.want || (len(notices) > 0) != (c.notice != "") || len(notices) > 0 && notices[0].Code != c.notice {
			t.Errorf("%.20q: %.20q, %v, %v from %.200s", c.text, got.Sequence.Text, notices, err, link)
		}
		if spec.CarriesText() != (c.notice == "") {
			t.Errorf("%.20q is carried: %v", c.text, spec.CarriesText())
		}
	}
	spec := DefaultOf("rnn")
	if spec.Set("ownText", "too short") == nil {
		t.Error("a text of nine characters")
	}
	for _, value := range []string{"t", "tz", "t!z", "tAAAAz", "n0", "x", "t" + strings.Repeat("A", 7000) + "z"} {
		got, notices, err := Parse("v=1&architecture=rnn&sequence=own-text&length=32&ownText=" + value)
		if err != nil || got.Sequence.Text != "" || got.Validate() != nil {
			t.Errorf("%.20s: %.20q %v %v", value, got.Sequence.Text, notices, err)
		}
	}
}
