package protocol

import "fmt"

// An Answer is a row: what a program posts.
type Answer struct {
	Type   string
	Doc    string
	Fields []Property
}

// A Property is a field of an answer, or of an object in it.
type Property struct {
	Name     string
	Of       Type
	Optional bool // may be left out
	Doc      string
}

// A Type is what a property holds.
type Type interface {
	// TypeScript returns its name there.
	TypeScript() string
	// Holds reports whether a value that a program posts is of this type.
	Holds(v any) bool
}

// A Plain type has a name that TypeScript knows.
type Plain string

// The plain types.
const (
	String  Plain = "string"
	Float   Plain = "number"
	Boolean Plain = "boolean"
	Buffer  Plain = "ArrayBuffer" // handed over, not copied
	Unknown Plain = "unknown"
)

// TypeScript implements Type.
func (p Plain) TypeScript() string { return string(p) }

// Holds implements Type. Whole numbers may be ints.
func (p Plain) Holds(v any) bool {
	var ok bool
	switch p {
	case String:
		_, ok = v.(string)
	case Float:
		if _, ok = v.(int); !ok {
			_, ok = v.(float64)
		}
	case Boolean:
		_, ok = v.(bool)
	case Buffer:
		_, ok = v.([]byte)
	case Unknown:
		ok = true
	}
	return ok
}

// ListOf is a list of values of a type.
type ListOf struct{ Type }

// TypeScript implements Type.
func (l ListOf) TypeScript() string { return "Array<" + l.Type.TypeScript() + ">" }

// Holds implements Type.
func (l ListOf) Holds(v any) bool {
	list, ok := v.([]any)
	for _, v := range list {
		ok = ok && l.Type.Holds(v)
	}
	return ok
}

// MapOf holds values of a type by whatever names.
type MapOf struct{ Type }

// TypeScript implements Type.
func (m MapOf) TypeScript() string { return "Record<string, " + m.Type.TypeScript() + ">" }

// Holds implements Type.
func (m MapOf) Holds(v any) bool {
	values, ok := v.(map[string]any)
	for _, v := range values {
		ok = ok && m.Type.Holds(v)
	}
	return ok
}

// OrNull is a value of a type, or null.
type OrNull struct{ Type }

// TypeScript implements Type.
func (o OrNull) TypeScript() string { return o.Type.TypeScript() + " | null" }

// Holds implements Type.
func (o OrNull) Holds(v any) bool { return v == nil || o.Type.Holds(v) }

// An Object has a name of its own in TypeScript.
type Object struct {
	Name   string
	Doc    string
	Fields []Property
}

// TypeScript implements Type.
func (o *Object) TypeScript() string { return o.Name }

// Holds implements Type.
func (o *Object) Holds(v any) bool {
	fields, ok := v.(map[string]any)
	return ok && check(o.Fields, fields) == nil
}

// Answers are all that a program posts. The tables of them are made by functions,
// so that no program which does not look at them holds them.
type Answers []Answer

// Check returns what is wrong with a message that a program posts: every one
// has a row, all its fields but those that may be left out, and no others.
func (list Answers) Check(m map[string]any) error {
	name, _ := m["type"].(string)
	for _, row := range list {
		if row.Type != name {
			continue
		}
		fields := map[string]any{}
		for name, v := range m {
			if name != "type" && name != "id" {
				fields[name] = v
			}
		}
		if err := check(row.Fields, fields); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	return fmt.Errorf("%q is the type of no answer", name)
}

func check(properties []Property, fields map[string]any) error {
	known := 0
	for _, p := range properties {
		v, given := fields[p.Name]
		switch {
		case given && p.Of.Holds(v):
			known++
		case given:
			return fmt.Errorf("%s is %T %.100v, not %s", p.Name, v, v, p.Of.TypeScript())
		case !p.Optional:
			return fmt.Errorf("%s is missing", p.Name)
		}
	}
	if known < len(fields) {
		return fmt.Errorf("fields that have no row in %v", fields)
	}
	return nil
}
