package sequences

import (
	"slices"
	"strconv"

	"nnplay/nn/rng"
)

// Lengths of prompts and answers.
func toOne(n int) (prompt, answer int)  { return n, 1 }
func toSame(n int) (prompt, answer int) { return n, n }

// random returns n symbols out of k.
func random(s *rng.Stream, n, k int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = s.IntN(k)
	}
	return list
}

// --- Remembering ------------------------------------------------------------

var orderSymbols = []string{"a", "b", "c", "d", "X", "Y", "XX", "XY", "YX", "YY"}

// temporalOrder hides two of X and Y, one in the second tenth and one in the
// sixth, among letters that mean nothing; the answer says which they were
// (Hochreiter and Schmidhuber 1997, task 6a).
func temporalOrder(s *rng.Stream, n int) (prompt, answer []int) {
	const x, pairs = 4, 6
	prompt = random(s, n, x)
	first, second := s.IntN(2), s.IntN(2)
	prompt[n/10+s.IntN(max(1, n/10))] = x + first
	prompt[n/2+s.IntN(max(1, n/10))] = x + second
	return prompt, []int{pairs + 2*first + second}
}

var bits = []string{"0", "1"}

// parity asks whether the number of ones is odd, of up to n bits: what is learned
// of few helps with many.
func parity(s *rng.Stream, n int) (prompt, answer []int) {
	prompt = random(s, 1+s.IntN(n), 2)
	sum := 0
	for _, bit := range prompt {
		sum += bit
	}
	return prompt, []int{sum % 2}
}

var copySymbols = []string{"A", "B", "C", "D", "E", "F", "G", "H", "_"}

// copied is how many symbols of copySymbols, but for the last, are to be
// remembered.
const copied = 3

// copyLater asks for the first symbols after n blanks (Hochreiter and
// Schmidhuber 1997; Arjovsky, Shah and Bengio 2016).
func copyLater(s *rng.Stream, n int) (prompt, answer []int) {
	blank := len(copySymbols) - 1
	answer = random(s, copied, blank)
	prompt = slices.Clone(answer)
	for range n {
		prompt = append(prompt, blank)
	}
	return prompt, answer
}

func copyLengths(n int) (prompt, answer int) { return copied + n, copied }

// --- Computing --------------------------------------------------------------

var letters = []string{"a", "b", "c"}

// reverse asks for the letters from the last to the first.
func reverse(s *rng.Stream, n int) (prompt, answer []int) {
	prompt = random(s, n, len(letters))
	answer = slices.Clone(prompt)
	slices.Reverse(answer)
	return prompt, answer
}

// sorted asks for the letters in order.
func sorted(s *rng.Stream, n int) (prompt, answer []int) {
	prompt = random(s, n, len(letters))
	answer = slices.Clone(prompt)
	slices.Sort(answer)
	return prompt, answer
}

// additionSymbols are + and the numbers below p, the length of the task.
func additionSymbols(p int) []string {
	list := []string{"+"}
	for i := range p {
		list = append(list, strconv.Itoa(i))
	}
	return list
}

// modularAddition asks for a + b modulo p (Power et al. 2022).
func modularAddition(s *rng.Stream, p int) (prompt, answer []int) {
	a, b := s.IntN(p), s.IntN(p)
	return []int{1 + a, 0, 1 + b}, []int{1 + (a+b)%p}
}

func additionLengths(int) (prompt, answer int) { return 3, 1 }

var bracketSymbols = []string{"(", ")", "[", "]", "yes", "no"}

// brackets asks whether each bracket is closed by one of its kind, in order. Half
// of the prompts are so; of the others some have one bracket changed for another,
// and some the right brackets in a wrong order.
func brackets(s *rng.Stream, n int) (prompt, answer []int) {
	const yes, no = 4, 5
	prompt = nested(s, n-n%2)
	if s.IntN(2) == 0 {
		return prompt, []int{yes}
	}
	if s.IntN(2) == 0 {
		s.Shuffle(len(prompt), func(i, j int) { prompt[i], prompt[j] = prompt[j], prompt[i] })
	}
	if balanced(prompt) {
		at := s.IntN(len(prompt))
		prompt[at] = (prompt[at] + 1 + s.IntN(3)) % 4 // the kinds' numbers differ now
	}
	return prompt, []int{no}
}

// nested returns n brackets that are closed in order. Even numbers open one, the
// odd number after each closes it.
func nested(s *rng.Stream, n int) (list []int) {
	var open []int
	for len(list) < n {
		if left := n - len(list); len(open) == 0 || len(open) < left && s.IntN(2) == 0 {
			open = append(open, 2*s.IntN(2))
			list = append(list, open[len(open)-1])
			continue
		}
		last := len(open) - 1
		list = append(list, open[last]+1)
		open = open[:last]
	}
	return list
}

// balanced says whether all brackets are closed in order.
func balanced(list []int) bool {
	var open []int
	for _, b := range list {
		switch last := len(open) - 1; {
		case b%2 == 0:
			open = append(open, b)
		case last < 0 || open[last] != b-1:
			return false
		default:
			open = open[:last]
		}
	}
	return len(open) == 0
}
