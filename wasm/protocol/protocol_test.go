package protocol

import (
	"math"
	"os"
	"reflect"
	"testing"
)

// source gives the fields of a message, which may be of any type at all.
func source(given map[string]any) Source {
	return func(name string, most int) any {
		v, ok := given[name]
		if ok && v == nil {
			return Other{}
		}
		return v
	}
}

// TestRows holds the tables to what is written about them.
func TestRows(t *testing.T) {
	for _, p := range programs() {
		commands, answers := map[string]bool{"": true}, map[string]bool{"": true}
		for _, a := range p.answers {
			if answers[a.Type] {
				t.Errorf("%s: a second answer %q", p.name, a.Type)
			}
			answers[a.Type] = true
		}
		for i, c := range p.commands {
			name := c.Type + " " + c.Op
			if commands[name] || c.Type == "" {
				t.Errorf("%s: a second command %q", p.name, name)
			}
			commands[name] = true
			if !answers[c.Answer] {
				t.Errorf("%s: %s is answered by %s, which has no row", p.name, name, c.Answer)
			}
			if i > 0 && p.commands[i-1].Type == c.Type && (c.Op == "" || p.commands[i-1].Answer != c.Answer) {
				t.Errorf("%s: %s differs in more than its op from the row before", p.name, name)
			}
			if c.Doc == "" && c.Op == "" {
				t.Errorf("%s: nothing is said of %s", p.name, name)
			}
		}
	}
}

// table is a table of commands to be decoded.
var table = Commands{
	{Type: "go", Fields: []Field{
		{Name: "to", Kind: Text, Most: 5}, {Name: "n", Kind: Count, Optional: true}, {Name: "share", Kind: Amount, Most: 1, Optional: true},
		{Name: "at", Kind: Index, Most: 9, Optional: true}, {Name: "by", Kind: Number, Optional: true}, {Name: "on", Kind: Flag, Optional: true},
		{Name: "as", Kind: Value, Most: 5, Optional: true}, {Name: "with", Kind: Bytes, Most: 3, Optional: true},
	}},
	{Type: "do", Op: "this"},
	{Type: "do", Op: "that", Fields: []Field{{Name: "on", Kind: Flag}}},
}

func TestDecode(t *testing.T) {
	type given = map[string]any
	for _, c := range []struct {
		given given
		want  given  // fields of the message
		code  string // or of the error, and the field that it names
		field string
	}{
		{given{}, nil, "unknown-command", ""},
		{given{"type": nil}, nil, "unknown-command", ""},
		{given{"type": "fly"}, nil, "unknown-command", ""},
		{given{"type": ""}, nil, "unknown-command", ""},
		{given{"type": "do"}, nil, "bad-field", "op"},
		{given{"type": "do", "op": ""}, nil, "bad-field", "op"},
		{given{"type": "do", "op": []byte("this")}, nil, "bad-field", "op"},
		{given{"type": "do", "op": "those"}, nil, "bad-field", "op"},
		{given{"type": "do", "op": "this", "more": true}, given{"type": "do", "op": "this", "id": nil}, "", ""},
		{given{"type": "do", "op": "that"}, nil, "bad-field", "on"},
		{given{"type": "do", "op": "that", "on": false, "id": 7.0}, given{"on": false, "op": "that", "id": 7.0}, "", ""},
		{given{"type": "do", "op": "this", "id": true}, given{"id": nil}, "", ""},
		{given{"type": "go"}, nil, "bad-field", "to"},
		{given{"type": "go", "to": "there", "id": "a"}, given{"op": "", "id": "a", "to": "there", "n": 1, "share": 0., "at": 0, "by": 0., "on": false, "as": "", "with": []byte(nil)}, "", ""},
		{given{"type": "go", "to": "élan!"}, nil, "bad-field", "to"}, // six bytes
		{given{"type": "go", "to": "", "n": 0.0, "share": 1.0, "at": 9.0}, given{"n": 0, "share": 1., "at": 9}, "", ""},
		{given{"type": "go", "to": "", "n": 1e9}, given{"n": 1000000000}, "", ""},
		{given{"type": "go", "to": "", "n": 1e9 + 1}, nil, "bad-count", "n"},
		{given{"type": "go", "to": "", "n": math.NaN()}, nil, "bad-count", "n"},
		{given{"type": "go", "to": "", "share": math.Nextafter(1, 2)}, nil, "bad-field", "share"},
		{given{"type": "go", "to": "", "share": math.NaN()}, nil, "bad-field", "share"},
		{given{"type": "go", "to": "", "at": 9.5}, nil, "bad-field", "at"},
		{given{"type": "go", "to": "", "at": 10.0}, nil, "bad-field", "at"},
		{given{"type": "go", "to": "", "by": math.Inf(-1)}, given{"by": math.Inf(-1)}, "", ""},
		{given{"type": "go", "to": "", "by": "1"}, nil, "bad-field", "by"},
		{given{"type": "go", "to": "", "as": 0.1}, given{"as": "0.1"}, "", ""},
		{given{"type": "go", "to": "", "as": true}, given{"as": "true"}, "", ""},
		{given{"type": "go", "to": "", "as": "123456"}, nil, "bad-field", "as"},
		{given{"type": "go", "to": "", "as": []byte{}}, nil, "bad-field", "as"},
		{given{"type": "go", "to": "", "with": []byte{1, 2, 3}}, given{"with": []byte{1, 2, 3}}, "", ""},
		{given{"type": "go", "to": "", "with": []byte{1, 2, 3, 4}}, nil, "bad-field", "with"},
		{given{"type": "go", "to": "", "on": nil}, nil, "bad-field", "on"}, // null is not left out
	} {
		m, err := table.Decode(source(c.given))
		switch {
		case c.code != "":
			if err == nil || err.Code != c.code || err.Args["field"] != c.field || err.Text == "" || err.Error() != err.Text {
				t.Errorf("%v is refused by %+v, want %s %s", c.given, err, c.code, c.field)
			}
		case err != nil:
			t.Errorf("%v is refused by %+v", c.given, err)
		default:
			for name, want := range c.want {
				if got := m[name]; !reflect.DeepEqual(got, want) {
					t.Errorf("%v has %s %#v, want %#v", c.given, name, got, want)
				}
			}
		}
	}
}

// TestLengthsAreAskedFor holds that whoever copies a text or bytes is told how
// many of them there may be.
func TestLengthsAreAskedFor(t *testing.T) {
	for _, list := range []Commands{table, Trainer, Plots, Tables, Pictures} {
		for i := range list {
			c := &list[i]
			asked := map[string]int{}
			list.Decode(func(name string, most int) any {
				asked[name] = most
				switch name {
				case "type":
					return c.Type
				case "op":
					return c.Op
				}
				for _, f := range c.Fields {
					if f.Name == name {
						return map[Kind]any{Text: "", Value: "", Bytes: []byte{}, Flag: true}[f.Kind]
					}
				}
				return nil
			})
			for _, f := range c.Fields {
				if most, ok := asked[f.Name]; ok && (most > maxLength+1 || f.Most > 0 && most > int(f.Most)) {
					t.Errorf("%s of %s may have %d bytes", f.Name, c.Type, most)
				}
			}
			if asked["type"] != maxName || asked["id"] != maxName {
				t.Errorf("%s is asked for with %v", c.Type, asked)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	type m = map[string]any
	answers := Answers{{"seen", "", []Property{
		{Name: "n", Of: Float}, {Name: "list", Of: ListOf{OrNull{String}}}, {Name: "by", Of: MapOf{Boolean}, Optional: true},
		{Name: "file", Of: OrNull{Buffer}, Optional: true}, {Name: "o", Of: &Object{"O", "", []Property{{Name: "x", Of: Float}}}, Optional: true},
	}}}
	for _, c := range []struct {
		m  m
		ok bool
	}{
		{m{"type": "seen", "n": 1, "list": []any{"a", nil}}, true},
		{m{"type": "seen", "n": 1.5, "list": []any{}, "id": "a", "by": m{"x": true}, "file": []byte{1}, "o": m{"x": 1}}, true},
		{m{"type": "seen", "n": 1, "list": []any{}, "file": nil}, true},
		{m{"type": "lost"}, false},
		{m{"type": "seen", "n": 1}, false},
		{m{"type": "seen", "n": nil, "list": []any{}}, false},
		{m{"type": "seen", "n": "1", "list": []any{}}, false},
		{m{"type": "seen", "n": 1, "list": []any{1}}, false},
		{m{"type": "seen", "n": 1, "list": []string{"a"}}, false},
		{m{"type": "seen", "n": 1, "list": []any{}, "by": m{"x": 1}}, false},
		{m{"type": "seen", "n": 1, "list": []any{}, "o": m{}}, false},
		{m{"type": "seen", "n": 1, "list": []any{}, "more": 1}, false},
	} {
		if err := answers.Check(c.m); (err == nil) != c.ok {
			t.Errorf("%v: %v", c.m, err)
		}
	}
}

// TestTypeScript holds web's types to the tables.
func TestTypeScript(t *testing.T) {
	const name = "../../web/shared/protocol.d.ts"
	have, err := os.ReadFile(name)
	if err != nil || string(have) != TypeScript() {
		t.Errorf("%s is not what the tables say (%v): run go generate ./wasm/protocol", name, err)
	}
}
