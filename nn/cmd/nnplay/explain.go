//go:build !js

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"nnplay/nn/experiment/explain"
)

func runExplain(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("nnplay explain", flag.ContinueOnError)
	steps := flags.Int("steps", 1, "the number of the `step`, the first is 1")
	var q explain.Question
	flags.StringVar(&q.Tensor, "tensor", "", "the `name` of a tensor, as nnplay tensors lists them")
	index := flags.String("index", "", "the element, as `I,J,...`")
	of := flags.String("of", "value", "`value`, gradient or update")
	flags.StringVar(&q.Program, "program", "", "the `program` whose result is meant, where several have one of that name")
	flags.IntVar(&q.At, "at", 0, "one of the numbers that stood there: the `number` that an explanation gives a term")
	flags.BoolVar(&q.Unfold, "unfold", false, "explain the last instruction, not the operation that it belongs to")
	differ := flags.Bool("difference", false, "compare the gradient with a finite difference of the loss, too")
	asJSON := flags.Bool("json", false, "print JSON")
	link, err := linkAnd(flags, args, stderr)
	if err != nil {
		return err
	}
	q.Of = explain.Of(*of)
	if q.Index, err = explain.ParseIndex(*index); err != nil || *steps < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	step, err := stepOf(link, *steps, stderr)
	if err != nil {
		return err
	}
	var x explained
	if x.Explanation, err = step.Explain(q); err != nil {
		return err
	}
	if *differ {
		d, err := step.Difference(q)
		if err != nil {
			return err
		}
		x.Difference = &d
	}
	if *asJSON {
		return printJSON(stdout, x)
	}
	return x.print(stdout)
}

// explained is what is printed of a number.
type explained struct {
	explain.Explanation
	Difference *explain.Difference `json:"difference,omitempty"`
}

func runTensors(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("nnplay tensors", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print JSON")
	link, err := linkAnd(flags, args, stderr)
	if err != nil {
		return err
	}
	step, err := stepOf(link, 1, stderr)
	if err != nil {
		return err
	}
	if *asJSON {
		return printJSON(stdout, step.Tensors())
	}
	out := tabwriter.NewWriter(stdout, 0, 8, 2, ' ', 0)
	for _, t := range step.Tensors() {
		if !t.InStep {
			continue
		}
		var dims []string
		for i, n := range t.Shape {
			dims = append(dims, fmt.Sprint(t.Dims[i], " ", n))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", t.Name, strings.Join(dims, ", "), t.Role, t.Program)
	}
	return out.Flush()
}

// linkAnd parses the flags of a command that takes one link, before or after it.
func linkAnd(flags *flag.FlagSet, args []string, stderr io.Writer) (link string, err error) {
	flags.SetOutput(stderr)
	var links []string
	for rest := args; len(rest) > 0; rest = flags.Args() {
		if !strings.HasPrefix(rest[0], "-") {
			links = append(links, rest[0])
			rest = rest[1:]
		}
		if err := flags.Parse(rest); err != nil {
			return "", errUsage
		}
	}
	if len(links) != 1 {
		fmt.Fprint(stderr, usage)
		return "", errUsage
	}
	return links[0], nil
}

// stepOf makes a step of a link's experiment, noting it; of none the first. What was
// odd about the link goes to stderr.
func stepOf(link string, number int, stderr io.Writer) (*explain.Step, error) {
	run, err := openAt(link, max(number-1, 0), stderr)
	if err != nil {
		return nil, err
	}
	return explain.Next(run)
}

func printJSON(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// print writes a number, what it is, and a term a line: the factor, the
// value, the name, and what the factor is made of.
func (x *explained) print(stdout io.Writer) error {
	fmt.Fprintf(stdout, "%s = %s\n", called(x.Ref), short(x.Value))
	how := append([]string{string(x.Phase)}, x.Marks...)
	fmt.Fprintf(stdout, "%s (%s)", x.Kind, strings.Join(how, ", "))
	for _, said := range []string{x.Symbols, x.Given} {
		if said != "" {
			fmt.Fprint(stdout, ": ", said)
		}
	}
	fmt.Fprintln(stdout)
	out := tabwriter.NewWriter(stdout, 0, 8, 2, ' ', 0)
	for _, t := range x.Terms {
		fmt.Fprintf(out, "  %s\t× %s\t%s", short(t.Factor), short(t.Value), called(t.Ref))
		for i, w := range t.With {
			if i == 0 {
				fmt.Fprint(out, "\tby ")
			} else {
				fmt.Fprint(out, ", ")
			}
			fmt.Fprintf(out, "%s = %s", called(w), short(w.Value))
		}
		fmt.Fprintln(out)
	}
	if x.Rest != nil {
		fmt.Fprintf(out, "  %s\t\tof %d smaller terms\n", short(x.Rest.Value), x.Rest.Count)
	}
	if d := x.Difference; d != nil {
		fmt.Fprintf(out, "difference: %s of the loss by %s, the gradient %s: %s\n", short(d.Slope), short(d.By), short(d.Gradient.Value), d.Verdict)
	}
	return out.Flush()
}

// called writes what a number is called and, where it could be another one that
// stood there, at which of them.
func called(r explain.Ref) string {
	var parts []string
	for _, i := range r.Index {
		parts = append(parts, strconv.Itoa(i))
	}
	text := r.Tensor
	if text == "" {
		text = r.Operation
	}
	if len(parts) > 0 {
		text += "[" + strings.Join(parts, ",") + "]"
	}
	if r.Of != explain.Value {
		text += " " + string(r.Of)
	}
	return fmt.Sprintf("%s @%d", text, r.At)
}

func short(v explain.Number) string { return strconv.FormatFloat(float64(v), 'g', 6, 32) }
