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

// guessSeparator returns that which fits the first lines best.
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

// fitness tells how well a separator fits a text: by the share of records that have
// as many values as most, at least two; by the share of numbers among those; and by
// the share of scraps, which hold another separator: commas make "5", "04;5" and
// "46" of 5,04;5,46.
func fitness(from source) float64 {
	widths, numbers, scraps := map[int]int{}, map[int]int{}, map[int]int{} // of the records by their cells
	used := map[[2]int]int{}                                               // records by their cells, and by those up to the last that is not empty
	records, leading := 0, 0
	for s := from.scan(); records < headRecords; {
		r, ok, err := s.next()
		if err != nil && from.quotes && quotedLines(from.text) > 2 {
			from.quotes = false
			return fitness(from)
		}
		if !ok || err != nil {
			break
		}
		if leading++; records == 0 && leading <= maxTold && strings.ContainsRune("#%@", rune(r.raw[0])) {
			continue // a comment
		}
		records++
		width := len(r.cells)
		widths[width]++
		used[[2]int{width, r.used}]++
		for i, cell := range r.cells[:min(width, maxTold)] {
			switch {
			case looksNumeric(cell):
				numbers[width]++
			case r.quote>>i&1 == 0 && strings.ContainsAny(cell, ",;\t|"):
				scraps[width]++
			}
		}
	}
	width := mode(widths)
	same := 0
	for shape, n := range used {
		if shape[0] == width || shape[1] == width {
			same += n
		}
	}
	if width < 2 || from.separator == ' ' && 10*same < 7*records { // prose has spaces too
		return 0
	}
	cells := float64(widths[width] * min(width, maxTold))
	return float64(same)/float64(records) + 0.3*float64(numbers[width])/cells - 0.5*float64(scraps[width])/cells
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
