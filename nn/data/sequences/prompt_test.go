package sequences

import (
	"errors"
	"strings"
	"testing"

	"nnplay/nn/notice"
	"nnplay/nn/rng"
)

// TestPrompt reads prompts of every task: what it takes is read as it stands,
// anything else is refused with what is wrong, where, and what to do.
func TestPrompt(t *testing.T) {
	for _, c := range []struct {
		task, text string
		length     int
		want       string // the tokens as Write writes them
		code, says string // of the refusal
	}{
		{"temporal-order", "abXcdabYcdabc", 0, "abXcdabYcdabc", "", ""},
		{"temporal-order", "abXcd", 0, "", "prompt-length", "This network reads 13 of these: a–d X Y. You gave 5."},
		{"temporal-order", "abXcdabYcdabe", 0, "", "prompt-symbol", "This network does not know “e”, at position 13. It knows a–d X Y."},
		{"parity", "0 1 1", 0, "011", "", ""},
		{"parity", "010101010", 0, "", "prompt-length", "This network reads 1–8 of these: 0 1. You gave 9."},
		{"parity", "012", 0, "", "prompt-symbol", "This network does not know “2”, at position 3. It knows 0 1."},
		{"copy", "ABC", 4, "ABC____", "", ""},
		{"copy", "hgf__", 4, "HGF____", "", ""},
		{"copy", "AB", 4, "", "prompt-length", "This network reads 3 of these: A–H. You gave 2."},
		{"copy", "A_C", 4, "", "prompt-symbol", "This network does not know “_”, at position 2. It knows A–H."},
		{"reverse", "cabbac", 0, "cabbac", "", ""},
		{"reverse", "cab", 0, "", "prompt-length", "This network reads 6 of these: a b c. You gave 3."},
		{"sort", "CAB cba", 0, "cabcba", "", ""},
		{"sort", "cab", 0, "", "prompt-length", "This network reads 6 of these: a b c. You gave 3."},
		{"sort", "cabbacb", 0, "", "prompt-length", "This network reads 6 of these: a b c. You gave 7."},
		{"sort", "cabbaé", 0, "", "prompt-symbol", "This network does not know “é”, at position 6. It knows a b c."},
		{"sort", "cab→ab", 0, "", "prompt-symbol", "This network does not know “→”, at position 4. It knows a b c."},
		{"modular-addition", "3 + 12", 0, "3+ 12", "", ""},
		{"modular-addition", "3+13", 0, "", "prompt-word", "This network does not know “13”, at position 3. Write it like “1+2”."},
		{"modular-addition", "3", 0, "", "prompt-form", "“3” is not what this network reads. Write it like “1+2”."},
		{"brackets", "([])[()]()[]", 0, "([])[()]()[]", "", ""},
		{"brackets", "()", 5, "", "prompt-length", "This network reads 4 of these: ( ) [ ]. You gave 2."},
		{"brackets", "{}{}{}{}{}{}", 0, "", "prompt-symbol", "This network does not know “{”, at position 1. It knows ( ) [ ]."},
		{"numbers-zh", "Two hundred and five", 0, "two hundred and five", "", ""},
		{"numbers-zh", "two thousand", 0, "", "prompt-word", "This network does not know “thousand”, at position 5. Write it like “two hundred and five”."},
		{"numbers-zh", "five two", 0, "", "prompt-form", "“five two” is not what this network reads. Write it like “two hundred and five”."},
		{"numbers-zh", "五", 0, "", "prompt-form", "“五” is not what this network reads. Write it like “two hundred and five”."},
		{"numbers-en", "九百九十九", 0, "九百九十九", "", ""},
		{"numbers-en", "一千", 0, "", "prompt-word", "This network does not know “千”, at position 2. Write it like “二百零五”."},
		{"dates-zh", "february twenty nine", 0, "February twenty nine", "", ""},
		{"dates-zh", "February thirty", 0, "", "prompt-form", "“February thirty” is not what this network reads. Write it like “March twenty one”."},
		{"dates-zh", "March 21", 0, "", "prompt-word", "This network does not know “21”, at position 7. Write it like “March twenty one”."},
		{"dates-en", "十二月三十一日", 0, "十二月三十一日", "", ""},
		{"dates-en", "十三月一日", 0, "", "prompt-form", "“十三月一日” is not what this network reads. Write it like “三月二十一日”."},
		{"names", "An", 0, "an", "", ""},
		{"names", "maximiliana", 0, "", "prompt-length", "This network reads ≤ 7 of these: a–z. You gave 11."},
		{"names", "an4", 0, "", "prompt-symbol", "This network does not know “4”, at position 3. It knows a–z."},
		{"rhymes-en", "the little dog ", 0, "the little dog ", "", ""},
		{"rhymes-en", "the ß", 0, "", "prompt-symbol", "This network does not know “ß”, at position 5. It knows {symbols}."},
		{"rhymes-en", strings.Repeat("a", LongestPrompt+1), 0, "", "prompt-long", "This text is too long: at most 100 characters are read."},
		{"rhymes-zh", "月", 0, "月", "", ""},
		{"own-text", "the dog", 0, "the dog", "", ""},
		{"own-text", "the €", 0, "", "prompt-symbol", "This network does not know “€”, at position 5. It knows {symbols}."},
	} {
		task, _ := Find(c.task)
		o := Options{Length: c.length}
		p := task.Prompt(o)
		tokens, err := p.Read(c.text)
		var refused *notice.Error
		switch says := strings.ReplaceAll(c.says, "{symbols}", p.Symbols()); {
		case c.code == "":
			if got := Write(task.Vocabulary(o), tokens); err != nil || got != c.want {
				t.Errorf("%s: %q is read as %q, want %q; %v", c.task, c.text, got, c.want, err)
			}
		case !errors.As(err, &refused) || refused.Code != c.code || !strings.HasPrefix(says, strings.TrimRight(refused.Text, "….")) || tokens != nil:
			t.Errorf("%s: %q is read as %v, refused by %v, want %s: %s", c.task, c.text, tokens, err, c.code, says)
		}
		if none, err := p.Read(" "); len(none) > 0 && c.task != "rhymes-en" && c.task != "own-text" || err != nil {
			t.Errorf("%s: nothing is read as %v; %v", c.task, none, err)
		}
	}
}

// TestPromptIsLearned holds that what a task asks to be written is what it is
// learned from: its own prompts are read, token by token.
func TestPromptIsLearned(t *testing.T) {
	for _, task := range Tasks {
		if !task.Paired() {
			continue
		}
		for _, length := range []int{0, task.Min, task.Max} {
			o := Options{Length: length, Layout: Separate}
			d := task.Make(rng.New(5, rng.Data), 200, o)
			p, vocabulary := task.Prompt(o), task.Vocabulary(o)
			for i := range d.N {
				var prompt []int
				for _, v := range d.Source[i*d.S : (i+1)*d.S] {
					if token := Index(v); token != Padding {
						prompt = append(prompt, token)
					}
				}
				text := Write(vocabulary, prompt)
				if got, err := p.Read(text); err != nil || Write(vocabulary, got) != text {
					t.Fatalf("%s of %d: %q is read as %v: %v", task.Name, length, text, got, err)
				}
			}
		}
	}
}
