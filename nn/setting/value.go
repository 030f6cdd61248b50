package setting

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
)

// What can be wrong with a text: the codes of notices and errors.
const (
	BadValue   = "bad-value"    // not understood: the value stays as it was
	OutOfRange = "out-of-range" // the nearest possible value was taken
)

// Format returns a value as text, the canonical one. The value is given by a
// pointer: *string, *bool, *int, *uint32, *float32, *[]string, *[]int, or what
// a payload holds. A plane is a *[]int.
func (f *Field) Format(value any) string {
	if p := f.payload(); p != nil {
		return p.format(value)
	}
	switch v := value.(type) {
	case *string:
		return *v
	case *bool:
		return strconv.FormatBool(*v)
	case *int:
		return strconv.Itoa(*v)
	case *uint32:
		return strconv.FormatUint(uint64(*v), 10)
	case *float32:
		return FormatFloat(*v)
	case *[]string:
		if f.None && len(*v) == 0 {
			return Nothing
		}
		return FormatList(*v)
	case *[]int:
		return FormatShape(*v)
	}
	panic("setting: no text for field " + f.Key)
}

// Parse sets a value, given as for Format, from text and returns what was wrong
// with the text, "" if nothing.
func (f *Field) Parse(value any, text string) (problem string) {
	text = strings.TrimSpace(text)
	if p := f.payload(); p != nil {
		return p.parse(value, text)
	}
	switch v := value.(type) {
	case *string:
		if f.Kind == Weights {
			return f.parseWeights(v, text)
		}
		option, ok := f.Option(text)
		if !ok {
			return BadValue
		}
		*v = option
	case *bool:
		switch text {
		case "true", "1":
			*v = true
		case "false", "0":
			*v = false
		default:
			return BadValue
		}
	case *int:
		n, problem := f.number(text)
		if problem == BadValue {
			return BadValue
		}
		whole := math.RoundToEven(n)
		if whole != n {
			problem = OutOfRange
		}
		*v = int(whole)
		return problem
	case *uint32:
		n, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			return BadValue
		}
		*v = uint32(n)
	case *float32:
		n, problem := f.number(text)
		if problem == BadValue {
			return BadValue
		}
		*v = float32(n)
		return problem
	case *[]string:
		if f.PerLayer {
			return f.parseLayers(v, text)
		}
		return f.parseSet(v, text)
	case *[]int:
		if f.Kind == Plane {
			return f.parsePlane(v, text)
		}
		return f.parseShape(v, text)
	}
	return ""
}

// Option returns the option of that name; upper and lower case are the same.
func (f *Field) Option(text string) (string, bool) {
	i := slices.IndexFunc(f.Options, func(o string) bool { return strings.EqualFold(o, text) })
	if i < 0 {
		return "", false
	}
	return f.Options[i], true
}

// number reads a number of the field's range, rounded to float32.
func (f *Field) number(text string) (v float64, problem string) {
	v, err := strconv.ParseFloat(text, 32)
	named := strings.ContainsAny(text, "nN") // nan, inf, infinity; no number has an n
	if named || err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, BadValue
	}
	clamped := min(max(v, float64(f.Min)), float64(f.Max))
	if clamped != v {
		problem = OutOfRange
	}
	if clamped == 0 {
		clamped = 0 // not -0
	}
	return clamped, problem
}

// parseSet reads a set of options, given in any order.
func (f *Field) parseSet(p *[]string, text string) (problem string) {
	if f.None && text == Nothing {
		*p = nil
		return ""
	}
	var chosen []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		if option, ok := f.Option(item); ok {
			chosen = append(chosen, option)
		} else {
			problem = BadValue
		}
	}
	if len(chosen) == 0 && (problem != "" || f.NotEmpty) {
		return BadValue
	}
	var ordered []string
	for _, option := range f.Options {
		if slices.Contains(chosen, option) {
			ordered = append(ordered, option)
		}
	}
	*p = ordered
	return problem
}

// parseLayers reads one option for all layers, or one a layer.
func (f *Field) parseLayers(p *[]string, text string) (problem string) {
	var layers []string
	for item := range strings.SplitSeq(text, ",") {
		option, ok := f.Option(strings.TrimSpace(item))
		if !ok {
			return BadValue
		}
		if len(layers) == MaxLayers {
			problem = OutOfRange
			break
		}
		layers = append(layers, option)
	}
	*p = Collapsed(layers)
	return problem
}

// Collapsed writes a value that all layers share once.
func Collapsed(layers []string) []string {
	if len(layers) > 1 && len(slices.Compact(slices.Clone(layers))) == 1 {
		return layers[:1:1]
	}
	return layers
}

// parseShape reads the units of each hidden layer. Nothing, none and 0 mean no
// hidden layer.
func (f *Field) parseShape(p *[]int, text string) (problem string) {
	if text == "" || text == "0" || text == "none" {
		*p = nil
		return ""
	}
	var shape []int
	for item := range strings.SplitSeq(text, ",") {
		if len(shape) == MaxLayers {
			problem = OutOfRange
			break
		}
		v, err := strconv.Atoi(strings.TrimSpace(item))
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return BadValue
		}
		units := min(max(v, int(f.Min)), int(f.Max))
		if units != v {
			problem = OutOfRange
		}
		shape = append(shape, units)
	}
	*p = shape
	return problem
}

// parsePlane reads two different numbers.
func (f *Field) parsePlane(p *[]int, text string) (problem string) {
	first, second, _ := strings.Cut(text, ",")
	a, err := strconv.Atoi(strings.TrimSpace(first))
	b, also := strconv.Atoi(strings.TrimSpace(second))
	low, high := int(f.Min), int(f.Max)
	if err != nil || also != nil || a == b || min(a, b) < low || max(a, b) > high {
		return BadValue
	}
	*p = []int{a, b}
	return ""
}

// FormatFloat returns the shortest text that gives the same float32 again:
// plain digits from 1e-5 to 1e6, an exponent outside.
func FormatFloat(v float32) string {
	if size := max(v, -v); size == 0 || size >= 1e-5 && size < 1e6 {
		return strconv.FormatFloat(float64(v), 'f', -1, 32)
	}
	text := strconv.FormatFloat(float64(v), 'e', -1, 32)
	digits, exponent, finite := strings.Cut(text, "e")
	if !finite {
		return text
	}
	sign := ""
	if exponent[0] == '-' {
		sign = "-"
	}
	return digits + "e" + sign + strings.TrimLeft(exponent[1:], "0")
}

// FormatList returns items with commas between them.
func FormatList(items []string) string { return strings.Join(items, ",") }

// FormatShape returns the units of layers with commas between them.
func FormatShape(shape []int) string {
	var b []byte
	for i, units := range shape {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(units), 10)
	}
	return string(b)
}
