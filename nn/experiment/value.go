package experiment

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/data/images"
)

// Get returns the field's value in a spec as text, the canonical one.
func (f *Field) Get(s *Spec) string {
	switch p := f.of(s).(type) {
	case *string:
		return *p
	case *bool:
		return strconv.FormatBool(*p)
	case *int:
		return strconv.Itoa(*p)
	case *uint32:
		return strconv.FormatUint(uint64(*p), 10)
	case *float32:
		return formatFloat(*p)
	case *[]string:
		return formatList(*p)
	case *[]int:
		return formatShape(*p)
	case **images.Album:
		return (*p).Text()
	}
	panic("experiment: no text for field " + f.Key)
}

// What can be wrong with a text: the codes of notices and errors.
const (
	badValue   = "bad-value"    // not understood: the field stays as it was
	outOfRange = "out-of-range" // the nearest possible value was taken
)

// parse sets the field from text and returns what was wrong with it, "" if
// nothing.
func (f *Field) parse(s *Spec, text string) (problem string) {
	text = strings.TrimSpace(text)
	switch p := f.of(s).(type) {
	case *string:
		switch f.Kind {
		case Points:
			return parsePoints(p, text)
		case Passage:
			return parseText(p, text)
		}
		option, ok := f.option(text)
		if !ok {
			return badValue
		}
		*p = option
	case *bool:
		switch text {
		case "true", "1":
			*p = true
		case "false", "0":
			*p = false
		default:
			return badValue
		}
	case *int:
		v, problem := f.number(text)
		if problem == badValue {
			return badValue
		}
		whole := math.RoundToEven(v)
		if whole != v {
			problem = outOfRange
		}
		*p = int(whole)
		return problem
	case *uint32:
		v, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			return badValue
		}
		*p = uint32(v)
	case *float32:
		v, problem := f.number(text)
		if problem == badValue {
			return badValue
		}
		*p = float32(v)
		return problem
	case *[]string:
		if f.PerLayer {
			return f.parseLayers(p, text)
		}
		return f.parseSet(p, text)
	case *[]int:
		return f.parseShape(p, text)
	case **images.Album:
		return parseAlbum(p, text)
	}
	return ""
}

// option returns the option of that name; upper and lower case are the same.
func (f *Field) option(text string) (string, bool) {
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
		return 0, badValue
	}
	clamped := min(max(v, float64(f.Min)), float64(f.Max))
	if clamped != v {
		problem = outOfRange
	}
	if clamped == 0 {
		clamped = 0 // not -0
	}
	return clamped, problem
}

// parseSet reads a set of options, given in any order.
func (f *Field) parseSet(p *[]string, text string) (problem string) {
	var chosen []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		if option, ok := f.option(item); ok {
			chosen = append(chosen, option)
		} else {
			problem = badValue
		}
	}
	if len(chosen) == 0 && (problem != "" || f.NotEmpty) {
		return badValue
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
		option, ok := f.option(strings.TrimSpace(item))
		if !ok {
			return badValue
		}
		if len(layers) == MaxLayers {
			problem = outOfRange
			break
		}
		layers = append(layers, option)
	}
	*p = collapsed(layers)
	return problem
}

// collapsed writes a value that all layers share once.
func collapsed(layers []string) []string {
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
			problem = outOfRange
			break
		}
		v, err := strconv.Atoi(strings.TrimSpace(item))
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return badValue
		}
		units := min(max(v, 1), MaxUnits)
		if units != v {
			problem = outOfRange
		}
		shape = append(shape, units)
	}
	*p = shape
	return problem
}

// formatFloat returns the shortest text that gives the same float32 again:
// plain digits from 1e-5 to 1e6, an exponent outside.
func formatFloat(v float32) string {
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

// shown returns the field's value for a notice.
func (f *Field) shown(s *Spec) string {
	switch f.Kind {
	case Points:
		return strconv.Itoa(countPoints(f.Get(s)))
	case Passage:
		return strconv.Itoa(utf8.RuneCountInString(f.Get(s)))
	case Pictures:
		return shownAlbum(s.Images.Album)
	}
	if text := f.effective(s); text != "" {
		return text
	}
	return "none"
}

func formatList(items []string) string { return strings.Join(items, ",") }

func formatShape(shape []int) string {
	var b []byte
	for i, units := range shape {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(units), 10)
	}
	return string(b)
}
