package setting

import "strconv"

// A JSON writes JSON, with commas where they belong. All text is plain ASCII:
// encoding/json would make a program larger than all that it writes, and so would
// these methods, where they were copied to every place that calls them.
type JSON struct {
	Bytes []byte
	comma bool // the next item is not the first
}

func (w *JSON) separate() {
	if w.comma {
		w.Bytes = append(w.Bytes, ',')
	}
	w.comma = true
}

// Open begins an object or a list.
//
//go:noinline
func (w *JSON) Open(bracket byte) {
	w.separate()
	w.Bytes = append(w.Bytes, bracket)
	w.comma = false
}

// Close ends it.
//
//go:noinline
func (w *JSON) Close(bracket byte) {
	w.Bytes = append(w.Bytes, bracket)
	w.comma = true
}

// Key writes a key; its value follows.
//
//go:noinline
func (w *JSON) Key(name string) *JSON {
	w.Text(name)
	w.Bytes = append(w.Bytes, ':')
	w.comma = false
	return w
}

// Raw writes what is JSON already.
//
//go:noinline
func (w *JSON) Raw(text string) {
	w.separate()
	w.Bytes = append(w.Bytes, text...)
}

// Text writes a text.
//
//go:noinline
func (w *JSON) Text(ascii string) { w.Raw(strconv.Quote(ascii)) }

// Texts writes a list of texts.
//
//go:noinline
func (w *JSON) Texts(list []string) {
	w.Open('[')
	for _, text := range list {
		w.Text(text)
	}
	w.Close(']')
}

// Number writes a float32 with the digits that give it again.
//
//go:noinline
func (w *JSON) Number(v float32) { w.Raw(FormatFloat(v)) }

// Float writes a number with six digits.
//
//go:noinline
func (w *JSON) Float(v float64) { w.Raw(strconv.FormatFloat(v, 'g', 6, 64)) }

// Flag writes true or false.
//
//go:noinline
func (w *JSON) Flag(v bool) { w.Raw(strconv.FormatBool(v)) }
