package table

import "strings"

// Separators are the names of what separates values.
var Separators = []string{"comma", "semicolon", "tab", "pipe", "spaces"}

// separators has a row each: its character, and how readily it is believed where
// two fit as well. Tabs hardly ever occur within values, spaces often do.
var separators = []struct {
	name      string
	character byte
	prior     float64
}{
	{"comma", ',', 0.002},
	{"semicolon", ';', 0.003},
	{"tab", '\t', 0.004},
	{"pipe", '|', 0.001},
	{"spaces", ' ', 0},
}

func separatorCalled(name string) byte {
	for _, s := range separators {
		if s.name == name {
			return s.character
		}
	}
	return ','
}

func separatorName(character byte) string {
	for _, s := range separators {
		if s.character == character {
			return s.name
		}
	}
	return ""
}

// guessSeparator returns that which gives most of the first lines the same number
// of values, at least two; and of those, the one with more numbers among them:
// 5,04;5,46 has two with semicolons, and one and two scraps with commas.
func guessSeparator(text string) byte {
	best, most := byte(','), 0.0
	for _, s := range separators {
		if score := fitness(source{text: head(text), separator: s.character, quotes: true}); score > 0 && score+s.prior > most {
			best, most = s.character, score+s.prior
		}
	}
	return best
}

// head returns the first whole lines of a text.
func head(text string) string {
	if len(text) <= headBytes {
		return text
	}
	if end := strings.LastIndexAny(text[:headBytes], "\r\n"); end > 0 {
		return text[:end]
	}
	return text[:headBytes]
}

// fitness returns the share of records that have as many values as most, and half
// the share of numbers among those; 0 where most have one value only.
func fitness(from source) float64 {
	widths := map[int]int{}
	values := map[int]int{} // by width: cells that are numbers or dates
	s := from.scan()
	records := 0
	for records < headRecords {
		r, ok, err := s.next()
		if !ok || err != nil {
			break
		}
		records++
		width := max(r.used, 1)
		widths[width]++
		for i, cell := range r.cells[:r.used] {
			if i < 50 && looksNumeric(cell) {
				values[width]++
			}
		}
	}
	width := mode(widths)
	if width < 2 {
		return 0
	}
	same := float64(widths[width])
	return same/float64(records) + 0.5*float64(values[width])/(same*float64(min(width, 50)))
}

// mode returns the most frequent number, the greatest of several.
func mode(counts map[int]int) (best int) {
	for n, count := range counts {
		if count > counts[best] || count == counts[best] && n > best {
			best = n
		}
	}
	return best
}

// sepLine returns what Excel's first line, "sep=;", says, and where the text goes
// on behind it.
func sepLine(text string) (separator byte, line string, after int) {
	end := strings.IndexAny(text[:min(len(text), 16)], "\r\n")
	if end < 0 {
		return 0, "", 0
	}
	line = strings.Trim(text[:end], "\" ")
	if len(line) != len("sep=;") || !strings.EqualFold(line[:4], "sep=") || strings.ContainsRune("\"-+.0123456789", rune(line[4])) {
		return 0, "", 0
	}
	return line[4], line, end
}
