package table

import "strings"

// What stands beside the digits of a number and is no sign of it.

// multiples are what numbers are counted in, right behind their last digit, as powers
// of ten: 10.4k, 3.2万. Of letters only those that are no unit of length or time.
var multiples = []struct{ sign, exponent string }{
	{"k", "e3"}, {"K", "e3"}, {"M", "e6"}, {"bn", "e9"}, {"千", "e3"}, {"万", "e4"}, {"萬", "e4"}, {"亿", "e8"}, {"億", "e8"},
}

// currencies are the names that stand before amounts of money; signs like € are known
// by Unicode.
var currencies = []string{
	"US$", "A$", "C$", "HK$", "NT$", "R$", "Rs.", "Rs", "Fr.", "kr", "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "INR", "AUD", "CAD", "BRL", "SEK", "NOK", "DKK", "PLN",
}

// pairs are marks around a number, beside those that hold a cell together.
var pairs = []struct{ before, after string }{{"'", "'"}, {"‘", "’"}, {"“", "”"}, {"«", "»"}}

// strip takes away what stands around the digits of a cell, notes it, and returns the
// exponent of what it is counted in.
func (n *numeral) strip(cell string) (rest, exponent string) {
	for _, p := range pairs {
		if inner, found := strings.CutPrefix(cell, p.before); found && strings.HasSuffix(inner, p.after) {
			cell, n.foreign = strings.TrimSpace(strings.TrimSuffix(inner, p.after)), true
			break
		}
	}
	if value, around, found := strings.Cut(cell, "±"); found && startsWithDigit(strings.TrimSpace(around)) {
		cell, n.spread = strings.TrimSpace(value), true
	}
	for _, about := range []string{"~", "≈"} {
		if value, found := strings.CutPrefix(cell, about); found {
			cell, n.foreign = strings.TrimSpace(value), true
		}
	}
	for _, name := range currencies {
		if value, found := strings.CutPrefix(cell, name); found {
			if value = strings.TrimSpace(value); startsWithDigit(strings.TrimLeft(value, "-−")) {
				cell, n.currency = value, true
				break
			}
		}
	}
	for _, m := range multiples {
		if value, found := strings.CutSuffix(cell, m.sign); found && endsWithDigit(value) && !strings.ContainsAny(value, "eE") {
			return value, m.exponent
		}
	}
	return cell, ""
}

func startsWithDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

func endsWithDigit(text string) bool {
	return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}
