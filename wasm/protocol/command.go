package protocol

import (
	"strconv"

	"nnplay/nn/notice"
)

// A Command is a row: what a page can ask a program for.
type Command struct {
	Type string
	// Op says what is to be done where several rows share a type; it is their
	// field "op".
	Op     string
	Doc    string
	Fields []Field
	// Answer is the type of what it is answered by, "" for nothing.
	Answer string
}

// A Field is a field of a command.
type Field struct {
	Name string
	Kind Kind
	// Most is the largest number, or the most bytes, that it may hold; 0 stands
	// for what its kind allows.
	Most float64
	// Optional fields may be left out; they hold 0, false or nothing then, a Count 1.
	Optional bool
	Doc      string
}

// most returns the largest that a field may be.
func (f *Field) most() float64 {
	if f.Most > 0 {
		return f.Most
	}
	return kinds[f.Kind].most
}

// Commands are all that a program understands.
type Commands []Command

// A Source gives a field of what a page sent: a string, a float64, a bool or
// bytes; nil if there is no such field, and Other if it is anything else. Text
// and bytes that are longer than most are Other too: nobody copies them.
type Source func(name string, most int) any

// Other is a field that no Kind can be.
type Other struct{}

// maxName bounds what a command is called, and its id.
const maxName = 1 << 10

// Decode makes a message of what a page sent, if it fits a row.
func (list Commands) Decode(from Source) (Message, *notice.Error) {
	row, err := list.find(from)
	if err != nil {
		return nil, err
	}
	m := Message{"type": row.Type, "op": row.Op, "id": ID(from)}
	for i := range row.Fields {
		f := &row.Fields[i]
		kind := &kinds[f.Kind]
		given := from(f.Name, int(min(f.most(), maxLength)))
		if given == nil && f.Optional {
			given = kind.without
		}
		v, ok := kind.take(given, f.most())
		if !ok {
			refused := Errors.Refuse(kind.code, "field", f.Name)
			if f.Kind == Count {
				refused.Args["limit"] = strconv.Itoa(int(f.most()))
			}
			return nil, refused
		}
		m[f.Name] = v
	}
	return m, nil
}

// find returns the row that a message means.
func (list Commands) find(from Source) (*Command, *notice.Error) {
	name, _ := from("type", maxName).(string)
	var op any
	for i := range list {
		row := &list[i]
		if row.Type != name {
			continue
		}
		if row.Op == "" {
			return row, nil
		}
		if op == nil {
			if op = from("op", maxName); op == nil {
				op = Other{}
			}
		}
		if op == row.Op {
			return row, nil
		}
	}
	if op != nil {
		return nil, Errors.Refuse("bad-field", "field", "op")
	}
	return nil, Errors.Refuse("unknown-command")
}

// ID returns what the answer to a message is to repeat, nil for nothing.
func ID(from Source) any {
	switch id := from("id", maxName).(type) {
	case string, float64:
		return id
	}
	return nil
}

// A Message is a command that fits its row: it has every field of it, and the
// methods below give them.
type Message map[string]any

// Type returns the type of its row.
func (m Message) Type() string { return m.Text("type") }

// Op returns the op of its row, "" where there is none.
func (m Message) Op() string { return m.Text("op") }

// ID returns what its answer is to repeat, nil for nothing.
func (m Message) ID() any { return m["id"] }

// Text returns a field of the kind Text or Value.
func (m Message) Text(name string) string { return m[name].(string) }

// Whole returns a field of the kind Index or Count.
func (m Message) Whole(name string) int { return m[name].(int) }

// Number returns a field of the kind Number or Amount.
func (m Message) Number(name string) float64 { return m[name].(float64) }

// Flag returns a field of the kind Flag.
func (m Message) Flag(name string) bool { return m[name].(bool) }

// Bytes returns a field of the kind Bytes.
func (m Message) Bytes(name string) []byte { return m[name].([]byte) }
