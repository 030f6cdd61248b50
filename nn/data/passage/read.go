package passage

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/data/encoding"
	"nnplay/nn/data/sequences"
	"nnplay/nn/notice"
)

// MaxBytes is how much is read of a file.
const MaxBytes = 20 << 20

// Choices are what a reader has decided about a text. The zero value of each leaves
// it to be guessed.
type Choices struct {
	Encoding string `json:"encoding,omitempty"` // one of encoding.Names
	Part     string `json:"part,omitempty"`     // of a text that is too long: one of Parts
	Seed     uint64 `json:"seed,omitempty"`     // draws the passages
}

// A Passage is what was read.
type Passage struct {
	Text     string
	Encoding string
	Total    int  // characters
	Long     bool // of which the text has a part
	Notices  []notice.Notice
}

// Read reads a text, all the way that the package describes. Errors are of type
// *notice.Error.
func Read(file []byte, c Choices) (*Passage, error) {
	if c.Part == "" {
		c.Part = Beginning
	}
	switch {
	case c.Encoding != "" && !slices.Contains(encoding.Names, c.Encoding):
		return nil, Errors.Refuse("passage-option", "option", "encoding", "value", c.Encoding)
	case !slices.Contains(Parts, c.Part):
		return nil, Errors.Refuse("passage-option", "option", "part", "value", c.Part)
	}
	p := &Passage{Encoding: c.Encoding}
	text, err := p.decode(file)
	if err != nil {
		return nil, err
	}
	text = p.tidy(text)
	if n := sequences.Visible(text); n < sequences.MinCharacters {
		return nil, Errors.Refuse("passage-short", "count", strconv.Itoa(n), "least", strconv.Itoa(sequences.MinCharacters))
	}
	p.Text = p.take(text, c)
	p.tellRare()
	return p, nil
}

// decode makes text of a file.
func (p *Passage) decode(file []byte) (string, error) {
	cut := len(file) > MaxBytes
	if cut {
		p.tell("too-large", "size", strconv.Itoa(len(file)>>20), "limit", strconv.Itoa(MaxBytes>>20))
		file = withoutHalf(file[:MaxBytes])
	}
	guessed := p.Encoding == ""
	if guessed {
		name, err := encoding.Guess(file)
		if err != nil {
			f := err.(*encoding.Fault)
			return "", Errors.Refuse("passage-"+f.Code, "line", strconv.Itoa(f.Line))
		}
		p.Encoding = name
	}
	text := encoding.Decode(file, p.Encoding)
	if cut {
		text = strings.TrimSuffix(text, "\ufffd") // a part of a character, in other encodings
	}
	if zero := strings.IndexByte(text, 0); zero >= 0 {
		return "", Errors.Refuse("passage-binary", "line", strconv.Itoa(encoding.LineAt(text, zero)))
	}
	if p.Encoding != encoding.UTF8 {
		p.tell("encoding", "encoding", p.Encoding)
	}
	if guessed && p.Encoding == encoding.Windows1252 && encoding.Doubtful(file) {
		p.tell("encoding-doubt", "encoding", p.Encoding)
	}
	if damaged := strings.IndexRune(text, '\ufffd'); damaged >= 0 {
		p.tell("damaged", "encoding", p.Encoding, "line", strconv.Itoa(encoding.LineAt(text, damaged)))
	}
	return text, nil
}

// withoutHalf leaves out the part of a character that a text in UTF-8 may end with.
func withoutHalf(file []byte) []byte {
	for i := len(file) - 1; i >= 0 && i > len(file)-utf8.UTFMax; i-- {
		if utf8.RuneStart(file[i]) {
			if !utf8.FullRune(file[i:]) {
				return file[:i]
			}
			break
		}
	}
	return file
}

// tell appends a notice of what was understood; args are names and values in turn.
func (p *Passage) tell(code string, args ...string) {
	p.Notices = append(p.Notices, Notices.Note(code, args...))
}
