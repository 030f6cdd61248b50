package protocol

import (
	"fmt"
	"strconv"
	"strings"
)

// programs returns a row a program, as TypeScript tells of it: all but the trainer
// are namespaces. The answers of those that are loaded late have no type: one
// follows each question.
func programs() []program {
	return []program{
		{"", "", Trainer, TrainerAnswers(), false},
		{"Frame", "The document in the frame of <nn-play>, which obeys these commands itself.", Frame, FrameAnswers(), false},
		{"Plots", "The program of the charts.", Plots, PlotsAnswers(), true},
		{"Tables", "The reader of tables.", Tables, TablesAnswers(), true},
		{"Pictures", "The reader of pictures.", Pictures, PicturesAnswers(), true},
	}
}

type program struct {
	name, doc string
	commands  Commands
	answers   Answers
	late      bool
}

// TypeScript writes all messages as declarations.
func TypeScript() string {
	w := &writer{written: map[*Object]bool{}}
	w.line("// The messages between a page and the programs in workers, the trainer's first.")
	w.line("// Written by go generate ./wasm/protocol from the tables there; do not edit.")
	w.line("")
	w.line("/** What an answer repeats of its command. */")
	w.line("export type Id = string | number;")
	w.objects([]Property{{Of: refusal}})
	for _, p := range programs() {
		if p.name != "" {
			w.open(p.doc, "namespace", p.name)
		}
		for i := range p.commands {
			w.command(&p.commands[i])
		}
		for i := range p.answers {
			w.answer(&p.answers[i], p.late)
		}
		w.union("Command", len(p.commands), func(i int) string { return commandName(&p.commands[i]) })
		w.union("Answer", len(p.answers), func(i int) string { return answerName(p.answers[i].Type) })
		w.answered(p.commands)
		if p.name != "" {
			w.line("}")
		}
	}
	return w.text.String()
}

// A writer writes declarations.
type writer struct {
	text    strings.Builder
	depth   int              // braces that are open
	written map[*Object]bool // objects are declared once
}

// line writes a line, indented by the braces before it.
func (w *writer) line(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if strings.HasPrefix(text, "}") {
		w.depth--
	}
	if text != "" {
		w.text.WriteString(strings.Repeat("  ", w.depth) + text)
	}
	w.text.WriteByte('\n')
	if strings.HasSuffix(text, "{") {
		w.depth++
	}
}

// doc writes a comment, if there is anything to say.
func (w *writer) doc(text string) {
	if text != "" {
		w.line("/** %s */", text)
	}
}

// open begins a declaration.
func (w *writer) open(doc, what, name string) {
	w.line("")
	w.doc(doc)
	w.line("export %s %s {", what, name)
}

func (w *writer) command(c *Command) {
	w.open(c.Doc, "interface", commandName(c))
	w.line("type: '%s';", c.Type)
	if c.Op != "" {
		w.line("op: '%s';", c.Op)
	}
	w.line("id?: Id;")
	for i := range c.Fields {
		f := &c.Fields[i]
		w.doc(f.sentence())
		w.field(f.Name, kinds[f.Kind].typescript, f.Optional)
	}
	w.line("}")
}

// sentence says all of a field that its type does not.
func (f *Field) sentence() string {
	var said []string
	if f.Doc != "" {
		said = append(said, f.Doc)
	}
	kind := &kinds[f.Kind]
	if kind.words != "" {
		said = append(said, kind.words)
	}
	if f.Most > 0 {
		said = append(said, "At most "+strconv.FormatFloat(f.Most, 'f', -1, 64)+kind.unit+".")
	}
	if f.Optional && kind.without != false {
		said = append(said, fmt.Sprintf("%v if it is left out.", kind.without))
	}
	return strings.Join(said, " ")
}

// answer writes the objects that are in an answer, and the answer.
func (w *writer) answer(a *Answer, late bool) {
	w.objects(a.Fields)
	w.open(a.Doc, "interface", answerName(a.Type))
	if !late {
		w.line("type: '%s';", a.Type)
		w.line("id?: Id;")
	}
	w.properties(a.Fields)
	w.line("}")
}

// objects writes the objects that properties hold, if they are not written yet.
func (w *writer) objects(properties []Property) {
	for _, p := range properties {
		o := objectIn(p.Of)
		if o == nil || w.written[o] {
			continue
		}
		w.written[o] = true
		w.objects(o.Fields)
		w.open(o.Doc, "interface", o.Name)
		w.properties(o.Fields)
		w.line("}")
	}
}

func (w *writer) properties(list []Property) {
	for _, p := range list {
		w.doc(p.Doc)
		w.field(p.Name, p.Of.TypeScript(), p.Optional)
	}
}

func (w *writer) field(name, of string, optional bool) {
	mark := ""
	if optional {
		mark = "?"
	}
	w.line("%s%s: %s;", name, mark, of)
}

// union writes what is one of n types.
func (w *writer) union(name string, n int, of func(i int) string) {
	w.line("")
	w.line("export type %s =", name)
	for i := range n {
		end := ""
		if i == n-1 {
			end = ";"
		}
		w.line("  | %s%s", of(i), end)
	}
}

// answered writes which answer belongs to a command.
func (w *writer) answered(commands Commands) {
	w.open("By the type of a command, what it is answered by.", "interface", "Answers")
	for i, c := range commands {
		if again := i > 0 && commands[i-1].Type == c.Type; c.Answer != "" && !again {
			w.line("%s: %s;", c.Type, answerName(c.Answer))
		}
	}
	w.line("}")
}

func commandName(c *Command) string { return title(c.Type) + title(c.Op) + "Command" }

func answerName(name string) string { return title(name) + "Answer" }

// title begins a word with a capital letter.
func title(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// objectIn returns the object that a type is made of, nil if there is none.
func objectIn(t Type) *Object {
	switch t := t.(type) {
	case *Object:
		return t
	case ListOf:
		return objectIn(t.Type)
	case MapOf:
		return objectIn(t.Type)
	case OrNull:
		return objectIn(t.Type)
	}
	return nil
}
