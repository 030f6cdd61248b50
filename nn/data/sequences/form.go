package sequences

import "slices"

// A form is what the prompts of a task with pairs look like.
type form struct {
	name    string                        // of the translation takes.NAME
	symbols int                           // how many of the task's a prompt may have, the first ones; 0: all
	length  func(n int) (least, most int) // of a task of length n
	filled  bool                          // the symbol after those fills the prompt up
	example string
	valid   func(prompt []int) bool // tells whether symbols in this order are one; nil: in any
}

// The forms of prompts.
var (
	letterForm  = form{name: "letters", length: exactly}
	orderForm   = form{name: "letters", symbols: 6, length: exactly} // not the answers
	parityForm  = form{name: "digits", length: func(n int) (least, most int) { return 1, n }}
	copyForm    = form{name: "remembered", symbols: len(copySymbols) - 1, length: func(int) (least, most int) { return copied, copied }, filled: true}
	bracketForm = form{name: "brackets", symbols: 4, length: func(n int) (least, most int) { return n - n%2, n - n%2 }}
	sumForm     = form{name: "sum", example: "1+2", valid: isSum}

	englishNumberForm = form{name: "english-number", example: "two hundred and five", valid: isOneOf(allNumbers, inEnglish)}
	chineseNumberForm = form{name: "chinese-number", example: "二百零五", valid: isOneOf(allNumbers, inChinese)}
	englishDateForm   = form{name: "english-date", example: "March twenty one", valid: isOneOf(allDates, inEnglish)}
	chineseDateForm   = form{name: "chinese-date", example: "三月二十一日", valid: isOneOf(allDates, inChinese)}
)

// Forms are the names of all, and those of texts and lines.
var Forms = []string{
	"letters", "digits", "remembered", "brackets", "sum", "english-number", "chinese-number", "english-date", "chinese-date", "text", "line",
}

// exactly is the length of prompts that are as long as the task says.
func exactly(n int) (least, most int) { return n, n }

// isSum tells whether symbols are a number, + and a number.
func isSum(prompt []int) bool {
	const plus = 0
	return len(prompt) == 3 && prompt[0] != plus && prompt[1] == plus && prompt[2] != plus
}

func inEnglish(p pair) []string { return p.english }
func inChinese(p pair) []string { return p.chinese }

// isOneOf tells whether symbols are one of some pairs, in one of the languages.
func isOneOf(all func() []pair, words func(pair) []string) func(prompt []int) bool {
	return func(prompt []int) bool {
		return slices.ContainsFunc(all(), func(p pair) bool { return slices.Equal(indices(words(p)), prompt) })
	}
}
