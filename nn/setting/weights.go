package setting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Given is what elements of a parameter begin with, in place of what would be drawn.
type Given struct {
	Name   string    // of the parameter, as in hidden1/weight
	Index  []int     // of the one element, a number a dimension; nil: of all of them
	Values []float32 // row by row
}

// Bounds of the weights that are given: what a link has room for, and what is a weight.
const (
	maxGiven  = 4000 // characters
	MaxWeight = 1e6
)

// ParseWeights reads weights: the name of a parameter, its parts joined by dots, and
// all its numbers, row by row; or one of its elements, whose index follows the name,
// and one number.
//
//	hidden1.weight, 0.5, 0.9, 0.4, 1, output.bias.0, -0.3
//
// Instead of commas there may be spaces, line feeds, colons and semicolons, instead of
// dots slashes. Of what is given twice the last counts. It returns what is wrong with
// the text, "" if nothing.
func ParseWeights(text string) (all []Given, problem string) {
	if len(text) > maxGiven {
		return nil, OutOfRange
	}
	text = strings.ReplaceAll(text, "−", "-")
	for _, item := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;:= \t\r\n", r) }) {
		if c := item[0] | 0x20; 'a' <= c && c <= 'z' {
			given, ok := parseName(item)
			if !ok {
				return nil, BadValue
			}
			all = append(all, given)
			continue
		}
		v, err := strconv.ParseFloat(item, 32)
		if err != nil || len(all) == 0 {
			return nil, BadValue
		}
		if !(v >= -MaxWeight && v <= MaxWeight) {
			return nil, OutOfRange
		}
		last := &all[len(all)-1]
		last.Values = append(last.Values, float32(v)+0) // not -0
	}
	for _, g := range all {
		if len(g.Values) == 0 || g.Index != nil && len(g.Values) != 1 {
			return nil, BadValue
		}
	}
	return ordered(all), ""
}

// parseName reads the name of a parameter and, behind it, the index of an element.
func parseName(item string) (g Given, ok bool) {
	parts := strings.FieldsFunc(item, func(r rune) bool { return r == '.' || r == '/' })
	for len(parts) > 1 {
		i, err := strconv.ParseUint(parts[len(parts)-1], 10, 20)
		if err != nil {
			break
		}
		g.Index = append(g.Index, int(i))
		parts = parts[:len(parts)-1]
	}
	slices.Reverse(g.Index)
	g.Name = strings.Join(parts, "/")
	return g, len(g.Index) <= 4
}

// ordered sorts by name, all elements of a parameter before single ones of it.
func ordered(all []Given) []Given {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, compareGiven)
	kept := sorted[:0]
	for i, g := range sorted {
		if i+1 == len(sorted) || compareGiven(g, sorted[i+1]) != 0 {
			kept = append(kept, g)
		}
	}
	return kept
}

func compareGiven(a, b Given) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), slices.Compare(a.Index, b.Index))
}

// FormatWeights undoes ParseWeights.
func FormatWeights(all []Given) string {
	var items []string
	for _, g := range ordered(all) {
		name := strings.ReplaceAll(g.Name, "/", ".")
		for _, i := range g.Index {
			name += "." + strconv.Itoa(i)
		}
		items = append(items, name)
		for _, v := range g.Values {
			items = append(items, FormatFloat(v))
		}
	}
	return strings.Join(items, ",")
}

// parseWeights reads weights; none are nothing.
func (f *Field) parseWeights(p *string, text string) (problem string) {
	if text == Nothing {
		text = ""
	}
	all, problem := ParseWeights(text)
	if problem != "" {
		return problem
	}
	written := FormatWeights(all)
	if len(written) > maxGiven {
		return OutOfRange
	}
	*p = written
	return ""
}
