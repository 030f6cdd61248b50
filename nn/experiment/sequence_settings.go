package experiment

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/data/sequences"
)

// options returns what a task has to know of the settings.
func (s *Sequence) options(layout sequences.Layout) sequences.Options {
	return sequences.Options{Length: s.Length, Layout: layout, Text: s.Text}
}

// task returns the task of a spec.
func (s *Sequence) task() *sequences.Task {
	if task, ok := sequences.Find(s.Task); ok {
		return task
	}
	return &sequences.Tasks[0]
}

// beginSequence gives a task that was just chosen the length that is its own.
func (s *Spec) beginSequence() {
	if task := s.Sequence.task(); task.Length > 0 {
		s.Sequence.Length = task.Length
	}
}

// repairSequence brings the length within the bounds of the task, and takes
// another optimizer for the one that has no minibatches.
func (s *Spec) repairSequence() (notices []Notice) {
	if s.Optimizer == fullBatch {
		s.Optimizer = "adam"
		notices = append(notices, note("repaired", "key", "optimizer", "given", fullBatch, "used", s.Optimizer))
	}
	task := s.Sequence.task()
	if given := s.Sequence.Length; task.Max > 0 {
		s.Sequence.Length = min(max(given, task.Min), task.Max)
		if s.Sequence.Length != given {
			notices = append(notices, note("out-of-range", "key", "length", "given", strconv.Itoa(given), "used", strconv.Itoa(s.Sequence.Length)))
		}
	}
	return notices
}

// limitSequence makes minibatches smaller that would need too much memory, by
// the numbers that a network keeps at each place.
func (s *Spec) limitSequence(cells int) []Notice {
	places, _ := s.Sequence.task().Places(s.Sequence.options(sequences.Causal))
	limit := max(1, maxCells/(cells*places))
	if s.BatchSize <= limit {
		return nil
	}
	given := strconv.Itoa(s.BatchSize)
	s.BatchSize = limit
	return []Notice{note("too-large", "key", "batchSize", "given", given, "used", strconv.Itoa(limit))}
}

func whenLengthIsOpen(s *Spec) string { return unless(s.Sequence.task().Max > 0, fixedLength) }

func whenOwnText(s *Spec) string { return unless(s.Sequence.Task == sequences.OwnText, ownTextOnly) }

// whenReadWhole applies where the answer is a single one at the end: a network
// that reads backwards would see any other before it says it.
func whenReadWhole(s *Spec) string {
	task := s.Sequence.task()
	if task.Paired() {
		answer, _ := task.Places(s.Sequence.options(sequences.Separate))
		return unless(answer == 1, causalOnly)
	}
	return unless(task.Name == "adding", causalOnly)
}

// whenContinuous applies to running text.
func whenContinuous(s *Spec) string {
	task := s.Sequence.task()
	return unless(task.Metric == sequences.Perplexity && task.Max > 0, textOnly)
}

// Texts of one's own: how a link carries them.

// maxTextInLink is the longest text, in bytes, that a link carries, so that the
// other settings find room beside it within MaxLink. A longer one stays on the
// page.
const maxTextInLink = 4500

// CarriesText tells whether the link of the spec carries its text.
func (s Spec) CarriesText() bool { return len(s.Sequence.Text) <= maxTextInLink }

// textInLink returns a text as letters, digits, hyphens and underscores, the last
// a letter; or how many characters it has, if they are too many.
func textInLink(text string) string {
	if len(text) > maxTextInLink {
		return "n" + strconv.Itoa(utf8.RuneCountInString(text))
	}
	return "t" + base64.RawURLEncoding.EncodeToString([]byte(text)) + "z"
}

// textOfLink undoes textInLink.
func textOfLink(value string) (text string, ok bool) {
	body, first := strings.CutPrefix(value, "t")
	body, last := strings.CutSuffix(body, "z")
	if !first || !last || len(body) > 2*maxTextInLink {
		return "", false
	}
	b, err := base64.RawURLEncoding.DecodeString(body)
	return string(b), err == nil
}

// parseText sets a text and returns what was wrong with it.
func parseText(p *string, text string) (problem string) {
	if text == "" || text == "none" {
		*p = ""
		return ""
	}
	cleaned, err := sequences.Clean(text)
	if err != nil {
		return "text-short"
	}
	*p = strings.TrimSpace(cleaned)
	return ""
}
