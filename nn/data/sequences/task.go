package sequences

import "nnplay/nn/rng"

// A Metric says by what a task is judged.
type Metric string

// The metrics.
const (
	MSE              Metric = "mse"               // mean squared error of what counts
	TokenAccuracy    Metric = "token-accuracy"    // share of tokens predicted right
	SequenceAccuracy Metric = "sequence-accuracy" // share of answers right from the first token to the last
	Perplexity       Metric = "perplexity"        // e to the mean cross-entropy of a token
)

// A Task is one kind of sequences. Exactly one of its makers is set.
type Task struct {
	Name     string // in links, and in the translations option.sequence.NAME
	Metric   Metric
	Length   int // what Options.Length is about, if it is 0
	Min, Max int // bounds of Options.Length; 0 where it is not open

	// symbols are those of pairs, after the special tokens. Here and below length
	// is Options.Length.
	symbols func(length int) []string
	// pair makes a prompt and its answer, by the indices of their symbols.
	pair func(s *rng.Stream, length int) (prompt, answer []int)
	// longest returns the lengths of the longest prompt and the longest answer.
	longest func(length int) (prompt, answer int)
	asks    form // what a prompt of a reader's looks like

	// values makes the inputs (T, Inputs), the targets (T, Outputs) and what of
	// them counts (T), 0 or 1.
	values          func(s *rng.Stream, x, target, counts []float32)
	Inputs, Outputs int
	AtEnd           bool // only the last of them counts

	// text is what a model of language reads; lines says that each line is a
	// sample of its own, not a window of the whole.
	text  func() string
	lines bool
}

// The special tokens come first in each vocabulary of pairs and lines.
const (
	Padding = 0 // fills what is shorter than the longest
	Begin   = 1 // ends a prompt, begins an answer or a line
	End     = 2 // ends an answer whose length is open, and a line
	special = 3
)

// Specials are how the special tokens are written.
var Specials = [special]string{"·", "→", "■"}

// Tasks is the table of tasks, a row each, in the order of a page.
var Tasks = []Task{
	// Numbers: values.go.
	{Name: "adding", Metric: MSE, Length: 20, Min: 5, Max: 100, Inputs: 2, Outputs: 1, values: adding, AtEnd: true},
	{Name: "sine", Metric: MSE, Length: 30, Min: 10, Max: 100, Inputs: 1, Outputs: 1, values: sine},
	{Name: "sines", Metric: MSE, Length: 40, Min: 10, Max: 100, Inputs: 1, Outputs: 1, values: sines},

	// Something to remember: pairs.go.
	{Name: "temporal-order", Metric: SequenceAccuracy, Length: 13, Min: 8, Max: 60, symbols: fixed(orderSymbols), pair: temporalOrder, longest: toOne, asks: orderForm},
	{Name: "parity", Metric: SequenceAccuracy, Length: 8, Min: 2, Max: 20, symbols: fixed(bits), pair: parity, longest: toOne, asks: parityForm},
	{Name: "copy", Metric: SequenceAccuracy, Length: 12, Min: 1, Max: 60, symbols: fixed(copySymbols), pair: copyLater, longest: copyLengths, asks: copyForm},

	// Something to compute: pairs.go.
	{Name: "reverse", Metric: SequenceAccuracy, Length: 6, Min: 2, Max: 20, symbols: fixed(letters), pair: reverse, longest: toSame, asks: letterForm},
	{Name: "sort", Metric: SequenceAccuracy, Length: 6, Min: 2, Max: 20, symbols: fixed(letters), pair: sorted, longest: toSame, asks: letterForm},
	{Name: "modular-addition", Metric: SequenceAccuracy, Length: 13, Min: 3, Max: 97, symbols: additionSymbols, pair: modularAddition, longest: additionLengths, asks: sumForm},
	{Name: "brackets", Metric: SequenceAccuracy, Length: 12, Min: 4, Max: 40, symbols: fixed(bracketSymbols), pair: brackets, longest: toOne, asks: bracketForm},

	// Language: numbers.go, text.go, names.go.
	{Name: "numbers-zh", Metric: SequenceAccuracy, symbols: fixed(translationWords), pair: translate(numberPair, false), longest: numberLengths, asks: englishNumberForm},
	{Name: "numbers-en", Metric: SequenceAccuracy, symbols: fixed(translationWords), pair: translate(numberPair, true), longest: backwards(numberLengths), asks: chineseNumberForm},
	{Name: "dates-zh", Metric: SequenceAccuracy, symbols: fixed(translationWords), pair: translate(datePair, false), longest: dateLengths, asks: englishDateForm},
	{Name: "dates-en", Metric: SequenceAccuracy, symbols: fixed(translationWords), pair: translate(datePair, true), longest: backwards(dateLengths), asks: chineseDateForm},
	{Name: "names", Metric: Perplexity, text: givenNames, lines: true},
	{Name: "rhymes-en", Metric: Perplexity, Length: 32, Min: 8, Max: 128, text: func() string { return rhymesEnglish }},
	{Name: "rhymes-zh", Metric: Perplexity, Length: 32, Min: 8, Max: 128, text: func() string { return rhymesChinese }},
	{Name: OwnText, Metric: Perplexity, Length: 32, Min: 8, Max: 128, text: func() string { return rhymesEnglish }},
}

// Find returns the task of that name.
func Find(name string) (*Task, bool) {
	for i := range Tasks {
		if Tasks[i].Name == name {
			return &Tasks[i], true
		}
	}
	return nil, false
}

// Tokens says whether the task is about tokens, and not values.
func (t *Task) Tokens() bool { return t.values == nil }

// Running says whether the samples are windows of running text.
func (t *Task) Running() bool { return t.text != nil && !t.lines }

// Paired says whether there is a prompt and an answer to it.
func (t *Task) Paired() bool { return t.pair != nil }

// fixed are symbols that do not depend on the length.
func fixed(symbols []string) func(int) []string { return func(int) []string { return symbols } }
