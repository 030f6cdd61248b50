package paper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// mostTerms is how many terms of a sum are told.
const mostTerms = 4

// SumLines says how an output is made of what it reads, x (D): the sum of x·w and
// a bias, and its largest terms. weights are (D, K); bias is (K) or nil. What does
// not fit together is left unsaid.
func SumLines(x, weights, bias []float32, output int) []string {
	if len(x) == 0 || len(weights) == 0 || len(weights)%len(x) != 0 {
		return nil
	}
	n := len(weights) / len(x)
	if output < 0 || output >= n {
		return nil
	}
	terms := make([]float32, len(x))
	order := make([]int, len(x))
	var sum float32
	for i, v := range x {
		terms[i], order[i] = v*weights[i*n+output], i
		sum += terms[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(Abs(terms[b]), Abs(terms[a])) })
	rest := sum
	var parts []string
	for _, i := range order[:min(mostTerms, len(order))] {
		parts = append(parts, "h"+subscript(i+1)+"·w"+subscript(i+1)+" = "+Number(x[i], 2)+"·"+Number(weights[i*n+output], 2)+" = "+Number(terms[i], 2))
		rest -= terms[i]
	}
	total, formula := sum, "z = Σ h·w"
	if output < len(bias) {
		total, formula = sum+bias[output], formula+" + b"
	}
	lines := append([]string{formula + " = " + Number(total, 2)}, parts...)
	if len(order) > mostTerms {
		lines = append(lines, "… "+Number(rest, 2))
	}
	if output < len(bias) {
		lines = append(lines, "b = "+Number(bias[output], 2))
	}
	return lines
}

// subscript writes a number below the line.
func subscript(n int) string {
	var b strings.Builder
	for _, digit := range strconv.Itoa(n) {
		b.WriteRune(digit - '0' + '₀')
	}
	return b.String()
}
