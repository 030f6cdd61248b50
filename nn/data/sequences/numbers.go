package sequences

import (
	"slices"
	"strings"

	"nnplay/nn/rng"
)

// The words of numbers and dates in both languages, English first.
var (
	units = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen")
	tens   = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	months = strings.Fields("January February March April May June July August September October November December")
	digits = strings.Split("零一二三四五六七八九", "")

	translationWords = slices.Concat(units, tens, []string{"hundred", "and"}, months, digits, strings.Split("十百月日", ""))
)

// A pair is the same in English and in Chinese, as words.
type pair struct{ english, chinese []string }

// translate makes pairs of a kind, from Chinese where back is set.
func translate(of func(s *rng.Stream) pair, back bool) func(*rng.Stream, int) (prompt, answer []int) {
	return func(s *rng.Stream, _ int) (prompt, answer []int) {
		p := of(s)
		prompt, answer = indices(p.english), indices(p.chinese)
		if back {
			return answer, prompt
		}
		return prompt, answer
	}
}

func indices(words []string) (list []int) {
	for _, w := range words {
		list = append(list, slices.Index(translationWords, w))
	}
	return list
}

// numberPair is a number from 0 to 999, short ones as often as long ones.
func numberPair(s *rng.Stream) pair {
	return numberOf(s.IntN([]int{20, 100, 1000, 1000}[s.IntN(4)]))
}

func numberOf(n int) pair { return pair{englishNumber(n), chineseNumber(n)} }

// allNumbers returns the numbers that numberPair makes.
func allNumbers() (all []pair) {
	for n := range 1000 {
		all = append(all, numberOf(n))
	}
	return all
}

// daysOf are the days of each month.
var daysOf = []int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// datePair is a day of the year: "March five" and 三月五日.
func datePair(s *rng.Stream) pair {
	month := 1 + s.IntN(12)
	return dateOf(month, 1+s.IntN(daysOf[month-1]))
}

// allDates returns the days that datePair makes.
func allDates() (all []pair) {
	for i, days := range daysOf {
		for day := range days {
			all = append(all, dateOf(i+1, day+1))
		}
	}
	return all
}

func dateOf(month, day int) pair {
	return pair{
		append([]string{months[month-1]}, englishNumber(day)...),
		slices.Concat(chineseNumber(month), []string{"月"}, chineseNumber(day), []string{"日"}),
	}
}

// englishNumber returns the words of a number below 1000.
func englishNumber(n int) []string {
	switch {
	case n < len(units):
		return []string{units[n]}
	case n < 100:
		words := []string{tens[n/10-2]}
		if n%10 > 0 {
			words = append(words, units[n%10])
		}
		return words
	}
	words := []string{units[n/100], "hundred"}
	if n%100 > 0 {
		words = append(append(words, "and"), englishNumber(n%100)...)
	}
	return words
}

// chineseNumber returns the characters of a number below 1000.
func chineseNumber(n int) (list []string) {
	h, t, u := n/100, n/10%10, n%10
	if h > 0 {
		list = append(list, digits[h], "百")
	}
	switch {
	case t > 1 || t == 1 && h > 0:
		list = append(list, digits[t], "十")
	case t == 1:
		list = append(list, "十")
	case h > 0 && u > 0:
		list = append(list, "零")
	}
	if u > 0 || n == 0 {
		list = append(list, digits[u])
	}
	return list
}

// The longest are "one hundred and twenty one" and 一百二十一; "March twenty one"
// and 十二月二十一日.
func numberLengths(int) (prompt, answer int) { return 5, 5 }

func dateLengths(int) (prompt, answer int) { return 3, 7 }

// backwards are the lengths from Chinese to English.
func backwards(lengths func(int) (english, chinese int)) func(int) (prompt, answer int) {
	return func(n int) (prompt, answer int) {
		english, chinese := lengths(n)
		return chinese, english
	}
}
