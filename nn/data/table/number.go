package table

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// A notation is how a column writes its numbers.
type notation struct {
	decimal byte // '.' or ','; the other one stands between thousands
}

// A numeral is the text of a number in plain characters: digits, point, comma,
// sign, exponent, and what stands between thousands.
type numeral struct {
	text     string
	percent  bool
	currency bool
	multiple bool // it was counted in thousands or the like
	spread   bool // an uncertainty stood behind it
	foreign  bool // it was written with unusual signs
}

// plainBytes are the characters of numerals.
const plainBytes = "0123456789.,+-eE"

// plain makes a numeral of a cell, if it looks like one.
func plain(cell string) (n numeral, ok bool) {
	if cell == "" || len(cell) > 64 {
		return n, false
	}
	if last := len(cell) - 1; last > 0 && cell[last] == '-' && cell[0] != '-' { // as bookkeepers write -5
		n, ok = plain("-" + cell[:last])
		n.foreign = true
		return n, ok
	}
	simple, digits, foreign := true, false, false
	for i := 0; i < len(cell); i++ {
		digits = digits || cell[i] >= '0' && cell[i] <= '9'
		foreign = foreign || cell[i] >= 0x80
		simple = simple && strings.IndexByte(plainBytes, cell[i]) >= 0
	}
	if simple {
		n.text = cell
		return n, digits
	}
	if !digits && !foreign {
		return n, false
	}
	cell, exponent := n.strip(cell)
	var b [64]byte
	out := b[:0]
	closed := false // no digit may follow a sign that stands behind the number
	digits = false
	for _, r := range cell {
		c := plainRune(r)
		isDigit := c >= '0' && c <= '9'
		switch {
		case c == 0 || isDigit && closed:
			return n, false
		case c == '%' && !n.percent && digits:
			n.percent, closed = true, true
			continue
		case c == '$' && !n.currency:
			n.currency, closed = true, digits
			continue
		case c == '%' || c == '$':
			return n, false
		}
		digits = digits || isDigit
		n.foreign = n.foreign || r >= 0x80 && c != ' ' && c != '\''
		out = append(out, c)
	}
	n.text = strings.TrimSpace(string(out))
	if exponent != "" {
		n.multiple = true
		n.text += exponent
	}
	if inner, found := strings.CutPrefix(n.text, "("); found && strings.HasSuffix(inner, ")") { // or (5)
		n.text, n.foreign = "-"+inner[:len(inner)-1], true
	}
	if sign, rest, found := strings.Cut(n.text, " "); found && (sign == "-" || sign == "+") {
		n.text = sign + rest
	}
	return n, strings.ContainsAny(n.text, "0123456789")
}

// zeros are the zeros of decimal digits that are not ASCII's: full-width, Arabic,
// Persian and Devanagari.
var zeros = []rune{'０', '٠', '۰', '०'}

// plainRune returns the plain character that stands for one in a number, '$' for
// any currency, 0 if there is none.
func plainRune(r rune) byte {
	if r < 0x80 {
		if strings.IndexByte(plainBytes+" '%$()", byte(r)) >= 0 {
			return byte(r)
		}
		return 0
	}
	for _, zero := range zeros {
		if r >= zero && r < zero+10 {
			return byte('0' + r - zero)
		}
	}
	switch {
	case strings.ContainsRune("−–—‐‑‒﹣－", r):
		return '-'
	case strings.ContainsRune("\u00a0\u2007\u2009\u202f\u3000", r): // spaces that do not break, thin ones, a wide one
		return ' '
	case strings.ContainsRune("’＇", r):
		return '\''
	case r == '٫':
		return '.'
	case r == '٬':
		return ','
	case r > 0xff00 && r < 0xff5f: // full-width forms of ASCII
		return plainRune(r - 0xfee0)
	case r == '﹪' || r == '٪':
		return '%'
	case unicode.Is(unicode.Sc, r):
		return '$'
	}
	return 0
}

// value returns the number that a numeral is in a notation.
func (w notation) value(text string) (float64, bool) {
	if w.decimal == '.' && strings.IndexByte(text, ',') < 0 || w.decimal == ',' && strings.IndexByte(text, ',') < 0 && strings.IndexByte(text, '.') < 0 {
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return v, math.Abs(v) <= 1e30
		}
	}
	mantissa, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i:]
	}
	whole, fraction, _ := strings.Cut(mantissa, string(w.decimal))
	sign := ""
	if whole != "" && (whole[0] == '-' || whole[0] == '+') {
		sign, whole = whole[:1], whole[1:]
	}
	whole, ok := ungroup(whole, w.decimal)
	if !ok || strings.Trim(fraction, "0123456789") != "" || whole+fraction == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(sign+whole+"."+fraction+exponent, 64)
	return v, err == nil && math.Abs(v) <= 1e30
}

// ungroup takes away what stands between thousands: one kind of sign, three digits
// behind each; behind commas two as well, but for the last (India's 1,00,000).
func ungroup(whole string, decimal byte) (digits string, ok bool) {
	at := strings.IndexAny(whole, ",. '")
	if at < 0 {
		return whole, strings.Trim(whole, "0123456789") == ""
	}
	sign := whole[at : at+1]
	if sign[0] == decimal {
		return "", false
	}
	groups := strings.Split(whole, sign)
	for i, group := range groups {
		n := len(group)
		last := i == len(groups)-1
		switch {
		case strings.Trim(group, "0123456789") != "":
			return "", false
		case i == 0 && (n < 1 || n > 3):
			return "", false
		case i > 0 && n != 3 && (last || n != 2 || sign != ","):
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// evidence counts numerals by what they tell of the decimal sign.
type evidence struct {
	point, comma           int // it must be this one
	pointOrGap, commaOrGap int // three digits follow, as behind thousands
}

// add looks at a numeral.
func (e *evidence) add(text string) {
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		text = text[:i]
	}
	point, comma := strings.LastIndexByte(text, '.'), strings.LastIndexByte(text, ',')
	switch {
	case point < 0 && comma < 0:
	case comma < 0:
		addSign(text, '.', &e.point, &e.comma, &e.pointOrGap)
	case point < 0:
		addSign(text, ',', &e.comma, &e.point, &e.commaOrGap)
	case point > comma:
		e.point++
	default:
		e.comma++
	}
}

// addSign looks at a numeral with one kind of sign.
func addSign(text string, sign byte, decimal, other, either *int) {
	whole, rest, _ := strings.Cut(text, string(sign))
	whole = strings.TrimLeft(whole, "+-")
	switch {
	case strings.IndexByte(rest, sign) >= 0:
		*other++
	case len(rest) != 3 || whole == "" || len(whole) > 3 || whole[0] == '0':
		*decimal++
	default:
		*either++
	}
}

// decide returns the decimal sign: the one that must be, by this column or else by
// all others; where three digits follow every comma, commas stand between
// thousands. It is unsure where only such signs occur.
func (e *evidence) decide(all *evidence) (decimal byte, unsure bool) {
	switch {
	case e.comma > e.point:
		return ',', false
	case e.point > 0:
		return '.', false
	case e.commaOrGap+e.pointOrGap == 0:
		return '.', false
	case all.comma > all.point:
		return ',', false
	}
	return '.', e.commaOrGap > 0 && all.point == 0
}

// valid tells whether a numeral is a number in some notation.
func (n *numeral) valid() bool {
	if _, ok := (notation{'.'}).value(n.text); ok {
		return true
	}
	_, ok := notation{','}.value(n.text)
	return ok
}

// looksNumeric tells whether a cell is a number or a date in some notation.
func looksNumeric(cell string) bool {
	if n, ok := plain(cell); ok && n.valid() {
		return true
	}
	_, ok := parseDate(cell)
	return ok
}
