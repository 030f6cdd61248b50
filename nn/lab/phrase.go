package lab

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/setting"
)

// A Phrase is something to be said in the reader's language: a translation and
// what stands for the names in it, or one of the other forms. A page puts it
// together, as it alone knows the language. The zero Phrase says nothing.
type Phrase struct {
	key  string // of the translation
	args Args

	text    string   // what reads the same in all languages
	setting string   // whose options
	options []string // are called by their names, with commas between them
	parts   []Phrase // one after the other
}

// Args is what stands for the names in a translation.
type Args map[string]Phrase

// Say returns a translation with what stands for the names in it.
func Say(key string, args Args) Phrase { return Phrase{key: key, args: args} }

// Verbatim returns a text that reads the same in all languages.
func Verbatim(text string) Phrase { return Phrase{text: text} }

// Numbers returns numbers with commas between them.
func Numbers(list ...int) Phrase {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = strconv.Itoa(n)
	}
	return Phrase{text: strings.Join(texts, ", ")}
}

// Options returns the names of options of a setting, with commas between them.
func Options(setting string, options ...string) Phrase {
	return Phrase{setting: setting, options: options}
}

// Together returns phrases one after the other.
func Together(parts ...Phrase) Phrase { return Phrase{parts: parts} }

// Hidden tells of hidden layers with so many units each, and of their
// activation: one of all layers, or one each.
func Hidden(units []int, activations ...string) Phrase {
	key := "describe.hidden"
	switch len(units) {
	case 0:
		return Say("describe.none", nil)
	case 1:
		key = "describe.oneHidden"
	}
	return Say(key, Args{"units": Numbers(units...), "activation": Options("activation", activations...)})
}

// JSON returns the phrase for a page: a text, {"key":"…","args":{"NAME":PHRASE}},
// {"setting":"…","options":["…"]}, or a list of phrases.
func (p Phrase) JSON() []byte {
	var w setting.JSON
	p.write(&w)
	return w.Bytes
}

func (p Phrase) write(w *setting.JSON) {
	switch {
	case p.key != "":
		w.Open('{')
		w.Key("key").Text(p.key)
		w.Key("args").Open('{')
		for _, name := range slices.Sorted(maps.Keys(p.args)) {
			w.Key(name)
			p.args[name].write(w)
		}
		w.Close('}')
		w.Close('}')
	case p.setting != "":
		w.Open('{')
		w.Key("setting").Text(p.setting)
		w.Key("options").Texts(p.options)
		w.Close('}')
	case p.parts != nil:
		w.Open('[')
		for _, part := range p.parts {
			part.write(w)
		}
		w.Close(']')
	default:
		w.Text(p.text)
	}
}
