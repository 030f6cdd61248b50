// Package numeral sets numbers as readers know them from print: with a true minus
// sign, with powers of ten instead of an e, and in sentences with the words that go
// with them.
package numeral

import (
	"strconv"
	"strings"
)

// raised are the digits and the sign of an exponent.
var raised = strings.NewReplacer(
	"-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
)

// Typeset sets a number that strconv wrote: "-9.8e-07" as "−9.8×10⁻⁷", "1e-05" as
// "10⁻⁵". A zero has no sign.
func Typeset(written string) string {
	digits, exponent, scientific := strings.Cut(written, "e")
	size, negative := strings.CutPrefix(digits, "-")
	sign := ""
	if negative && strings.Trim(size, "0.") != "" {
		sign = "−"
	}
	if n, err := strconv.Atoi(exponent); scientific && err == nil {
		power := "10" + raised.Replace(strconv.Itoa(n))
		if size == "1" {
			return sign + power
		}
		return sign + size + "×" + power
	}
	return sign + size
}
