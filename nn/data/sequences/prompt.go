package sequences

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/notice"
)

// LongestPrompt is how much text is read as a prompt, in characters.
const LongestPrompt = 100

// Errors are the English sentences of prompts that are refused, by code.
var Errors = notice.Texts{
	"prompt-form":   "“{text}” is not what this network reads. Write it like “{example}”.",
	"prompt-length": "This network reads {n} of these: {symbols}. You gave {count}.",
	"prompt-long":   "This text is too long: at most {n} characters are read.",
	"prompt-symbol": "This network does not know “{text}”, at position {place}. It knows {symbols}.",
	"prompt-word":   "This network does not know “{text}”, at position {place}. Write it like “{example}”.",
}

// A Prompt says what a network can be asked to go on from: what it is made of,
// and how much of it there is.
type Prompt struct {
	Form        string // of the translation takes.FORM
	Least, Most int    // symbols; nothing at all may always be asked
	Example     string // "" where symbols say it all

	symbols []string
	first   int                     // the token of the first symbol
	fills   string                  // the symbol that may follow them, and does
	filler  []int                   // that is what it comes to
	valid   func(prompt []int) bool // as of a form
}

// Prompt returns what a task on tokens takes.
func (t *Task) Prompt(o Options) Prompt {
	if !t.Paired() {
		return t.book(o).prompt(t.lines)
	}
	n, f := t.length(o), &t.asks
	all := t.symbols(n)
	p := Prompt{Form: f.name, Most: LongestPrompt, Example: f.example, symbols: all, first: special, valid: f.valid}
	if f.length != nil {
		p.Least, p.Most = f.length(n)
	}
	if f.symbols > 0 {
		p.symbols = all[:f.symbols]
	}
	if f.filled {
		longest, _ := t.longest(n)
		p.fills, p.filler = all[f.symbols], slices.Repeat([]int{special + f.symbols}, longest-p.Most)
	}
	return p
}

// prompt returns the beginning of a text or of a line.
func (b *book) prompt(lines bool) Prompt {
	p := Prompt{Form: "text", Most: LongestPrompt}
	if lines {
		p.Form, p.Most, p.first = "line", b.longest, special
	}
	if len(b.vocabulary) > p.first && b.vocabulary[p.first] == Other {
		p.first++
	}
	p.symbols = b.vocabulary[p.first:]
	return p
}

// Read returns the tokens of a prompt as a reader writes it. Upper and lower case
// are the same where only one of them is known, and blanks are left out where they
// are no symbol. What is no prompt is refused.
func (p *Prompt) Read(text string) (tokens []int, err error) {
	if utf8.RuneCountInString(text) > LongestPrompt {
		return nil, Errors.Refuse("prompt-long", "n", strconv.Itoa(LongestPrompt))
	}
	var list []int
	place := 1
	for rest := strings.TrimRight(text, p.fills); rest != ""; {
		word := p.word(rest)
		i := p.find(word)
		switch {
		case i >= 0:
			list = append(list, i)
		case word != " ":
			return nil, p.unknown(word, place)
		}
		rest = rest[len(word):]
		place += utf8.RuneCountInString(word)
	}
	if len(list) == 0 {
		return nil, nil
	}
	switch n := len(list); {
	case p.valid != nil && !p.valid(list):
		return nil, Errors.Refuse("prompt-form", "text", text, "example", p.Example)
	case n < p.Least || n > p.Most:
		return nil, Errors.Refuse("prompt-length", "n", p.Count(), "symbols", p.Symbols(), "count", strconv.Itoa(n))
	}
	for _, i := range list {
		tokens = append(tokens, p.first+i)
	}
	return append(tokens, p.filler...), nil
}

// word returns what a text begins with that may be a symbol: a word or a number
// where there are some with several characters, else a character.
func (p *Prompt) word(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	if !slices.ContainsFunc(p.symbols, func(s string) bool { return utf8.RuneCountInString(s) > 1 }) {
		return text[:size]
	}
	for _, kind := range []string{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"} {
		if n := len(text) - len(strings.TrimLeft(text, kind)); n > 0 {
			return text[:n]
		}
	}
	return text[:size]
}

// find returns which symbol a word is, -1 for none.
func (p *Prompt) find(word string) int {
	if i := slices.Index(p.symbols, word); i >= 0 {
		return i
	}
	return slices.IndexFunc(p.symbols, func(s string) bool { return strings.EqualFold(s, word) })
}

// unknown refuses a word.
func (p *Prompt) unknown(word string, place int) error {
	if p.Example != "" {
		return Errors.Refuse("prompt-word", "text", word, "place", strconv.Itoa(place), "example", p.Example)
	}
	return Errors.Refuse("prompt-symbol", "text", word, "place", strconv.Itoa(place), "symbols", p.Symbols())
}

// Count returns how many symbols there can be: "6", "1–8" or "≤ 8".
func (p *Prompt) Count() string {
	switch {
	case p.Least == p.Most:
		return strconv.Itoa(p.Most)
	case p.Least == 0:
		return "≤ " + strconv.Itoa(p.Most)
	}
	return strconv.Itoa(p.Least) + "–" + strconv.Itoa(p.Most)
}

// Sizes of lists of symbols.
const (
	leastRun     = 4  // symbols that are written as "a–d"
	shownSymbols = 24 // before an ellipsis
)

// Symbols returns the symbols for a reader, "a b c" or "! , a–z"; many are cut off.
// Blanks go without saying.
func (p *Prompt) Symbols() string {
	var shown []string
	for i := 0; i < len(p.symbols); {
		n := 1
		for i+n < len(p.symbols) && follows(p.symbols[i+n-1], p.symbols[i+n]) {
			n++
		}
		switch first := p.symbols[i]; {
		case strings.TrimSpace(first) == "":
		case n >= leastRun:
			shown = append(shown, first+"–"+p.symbols[i+n-1])
			i += n - 1
		default:
			shown = append(shown, first)
		}
		i++
	}
	if len(shown) > shownSymbols {
		shown = append(shown[:shownSymbols], "…")
	}
	return strings.Join(shown, " ")
}

// follows tells whether a symbol is the letter or the number after another.
func follows(one, next string) bool {
	a, errA := strconv.Atoi(one)
	b, errB := strconv.Atoi(next)
	if errA == nil && errB == nil {
		return b == a+1
	}
	return len(one) == 1 && len(next) == 1 && isLetter(one[0]) && isLetter(next[0]) && next[0] == one[0]+1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
