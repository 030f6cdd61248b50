package paper

import (
	"math"
	"strconv"
	"strings"

	"nnplay/nn/numeral"
)

// A Dictionary holds the page's texts by key.
type Dictionary map[string]string

// Text returns the text of a key, or what is given for want of it.
func (d Dictionary) Text(key, fallback string) string {
	if s, ok := d[key]; ok && s != "" {
		return s
	}
	return fallback
}

// Say fills the {places} of a text; args are names and values in turn.
func (d Dictionary) Say(key, fallback string, args ...string) string {
	values := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		values[args[i]] = args[i+1]
	}
	return numeral.Fill(d.Text(key, fallback), values)
}

// Activation returns the name of an activation.
func (d Dictionary) Activation(name string) string {
	return d.Text("option.activation."+name, d.Text("option.outputActivation."+name, name))
}

// Gradient writes a number that may be very small.
func Gradient(v float32) string {
	if size := Abs(v); size > 0 && size < 1e-3 {
		return numeral.Typeset(strconv.FormatFloat(float64(v), 'e', 1, 32))
	}
	return Number(v, 4)
}

// Power writes a power of ten.
func Power(exponent int) string { return numeral.Typeset("1e" + strconv.Itoa(exponent)) }

// Number writes a number with at most so many digits after the point.
func Number(v float32, digits int) string {
	if v != v || math.IsInf(float64(v), 0) {
		return "–"
	}
	s := strconv.FormatFloat(float64(v), 'f', digits, 32)
	if Abs(v) >= 1e5 {
		s = strconv.FormatFloat(float64(v), 'e', 2, 32)
	} else if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return numeral.Typeset(s)
}

// Shortened returns a name of so many characters at most.
func Shortened(name string, most int) string {
	letters := []rune(name)
	if len(letters) <= most {
		return name
	}
	if most < 4 {
		return string(letters[:most])
	}
	return string(letters[:most-1]) + "…"
}

// Vector writes the first few numbers of a vector.
func Vector(v []float32, digits int) string {
	const most = 8
	var parts []string
	for _, x := range v[:min(len(v), most)] {
		parts = append(parts, Number(x, digits))
	}
	if len(v) > most {
		parts = append(parts, "…")
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
