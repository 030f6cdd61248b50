package table

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// DateOrders are the orders of day, month and year that can be chosen; years of
// four digits that come first need no order.
var DateOrders = []string{"dmy", "mdy"}

// A date is the numbers of one, as they stand.
type date struct {
	parts    [3]int // year, month and day; or two of which either may be the day, and the year
	yearLast bool
	clock    float64 // days since midnight

	monthFirst bool // may be: it depends on the order
}

// parseDate reads a date: 2010-01-31, 2010/1, 31.1.2010, 1/31/10, 31 Jan 2010,
// Jan 2010, Jan-10, Sunday, 31 January 2010, 31. Januar 2010, 2010-Q1, 2010年1月31日, 20100131; a time of the day may follow, or stand alone.
func parseDate(cell string) (d date, ok bool) {
	if len(cell) < 4 || len(cell) > 40 {
		return d, false
	}
	cell = withoutWeekday(cell)
	day, clock := cell, ""
	if i := strings.IndexByte(cell, ':'); i >= 0 {
		from := strings.LastIndexAny(cell[:i], " T")
		if from < 0 { // a time alone
			d.parts = [3]int{1970, 1, 1}
			d.clock, ok = parseClock(cell)
			return d, ok
		}
		day, clock = cell[:from], cell[from+1:]
	}
	if clock != "" {
		if d.clock, ok = parseClock(clock); !ok {
			return d, false
		}
	}
	if len(day) == 8 && strings.Trim(day, "0123456789") == "" {
		return d, day >= "1900" && day < "2100" && d.set([]string{day[:4], day[4:6], day[6:]}, 0)
	}
	var words [3]string
	n, sign := 0, rune(0)
	start := 0
	for i, r := range day + "\x00" {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 'à' && r <= 'ü' {
			continue
		}
		word := day[start:i]
		start = i + len(string(r))
		switch {
		case word == "" && (r == ' ' || r == 0): // ", " and the end
			continue
		case word == "" || n == 3 || len(word) > maxMonth:
			return d, false
		case r != 0 && !strings.ContainsRune("-/. ,年月日", r):
			return d, false
		case n == 0:
			sign = r
		case sign != r && r != 0 && r != ' ' && strings.ContainsRune("-/.", sign):
			return d, false
		}
		words[n] = word
		n++
	}
	if n < 2 || n == 2 && strings.ContainsRune("., ", sign) && !slices.ContainsFunc(words[:n], isMonth) {
		return d, false
	}
	return d, d.set(words[:n], sign)
}

// isCompactDate tells whether digits alone are a date: 20100131.
func isCompactDate(cell string) bool {
	if len(cell) != 8 {
		return false
	}
	_, ok := parseDate(cell)
	return ok
}

// months are how the names of each begin: English, German, French, Spanish.
var months = [][]string{
	{"jan", "ene"}, {"feb", "fév", "fev"}, {"mar", "mär"}, {"apr", "avr", "abr"}, {"may", "mai"}, {"jun", "juin"},
	{"jul", "juil"}, {"aug", "aoû", "aou", "ago"}, {"sep"}, {"oct", "okt"}, {"nov"}, {"dec", "dez", "déc", "dic"},
}

// weekdays are English ones, as programs write them before a date.
var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// withoutWeekday leaves out a weekday before a date.
func withoutWeekday(cell string) string {
	i := strings.IndexAny(cell, ", ")
	if i < 3 || !slices.Contains(weekdays, strings.ToLower(cell[:3])) {
		return cell
	}
	return strings.TrimLeft(cell[i:], ", ")
}

func isMonth(word string) bool { return monthCalled(word) > 0 }

// monthCalled returns the month of an English name, or the first of a quarter, or 0.
func monthCalled(word string) int {
	if len(word) == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4' {
		return 3*int(word[1]-'1') + 1
	}
	if len(word) < 3 || len(word) > maxMonth {
		return 0
	}
	word = strings.ToLower(word)
	return 1 + slices.IndexFunc(months, func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(word, name) })
	})
}

// maxMonth is the longest name of a month, in bytes.
const maxMonth = 10

// set takes the words of a date apart, and the sign between them. A month without a
// day is its first day.
func (d *date) set(words []string, sign rune) bool {
	var numbers []int
	month := 0
	for i, word := range words {
		if m := monthCalled(word); m > 0 && month == 0 && i < 2 {
			month = m
			continue
		}
		v, err := strconv.Atoi(word)
		if err != nil || len(word) > 4 || len(word) == 3 {
			return false
		}
		numbers = append(numbers, v)
	}
	yearFirst := len(words[0]) == 4 && monthCalled(words[0]) == 0
	yearLast := len(words[len(words)-1]) == 4
	switch {
	case month > 0 && len(numbers) == 1 && yearLast: // Jan 2010
		d.parts = [3]int{numbers[0], month, 1}
	case month > 0 && len(numbers) == 1 && sign == '-' && len(words) == 2 && len(words[1]) == 2 && monthCalled(words[0]) > 0: // Jan-10
		d.parts = [3]int{century(numbers[0], false), month, 1}
	case month > 0 && len(numbers) == 2 && yearFirst:
		d.parts = [3]int{numbers[0], month, numbers[1]}
	case month > 0 && len(numbers) == 2: // 31 Jan 2010, Jan 31 10
		d.parts = [3]int{century(numbers[1], yearLast), month, numbers[0]}
	case month > 0 && len(numbers) == 1 && yearFirst: // 2010-Q1
		d.parts = [3]int{numbers[0], month, 1}
	case month > 0:
		return false
	case len(numbers) == 2 && yearFirst && len(words[1]) <= 2: // 2010-01
		d.parts = [3]int{numbers[0], numbers[1], 1}
	case len(numbers) == 2 && yearLast && len(words[0]) <= 2: // 1/2010
		d.parts = [3]int{numbers[1], numbers[0], 1}
	case len(numbers) == 3 && yearFirst:
		d.parts = [3]int{numbers[0], numbers[1], numbers[2]}
	case len(numbers) == 3 && len(words[0]) <= 2 && len(words[1]) <= 2:
		d.parts, d.yearLast = [3]int{numbers[0], numbers[1], century(numbers[2], yearLast)}, true
	default:
		return false
	}
	d.monthFirst = d.yearLast && sign != '.' // 31.1.2010 is never written the other way around
	_, dmy := d.days("dmy")
	_, mdy := d.days("mdy")
	return dmy || mdy
}

// century gives a year of two digits its century: 1969 to 2068.
func century(year int, whole bool) int {
	switch {
	case whole:
		return year
	case year < 69:
		return 2000 + year
	}
	return 1900 + year
}

// days returns the days since 1970-01-01, if there is such a day.
func (d *date) days(order string) (float64, bool) {
	year, month, day := d.parts[0], d.parts[1], d.parts[2]
	if d.yearLast {
		year, day = day, year
		if order == "mdy" && d.monthFirst {
			month, day = day, month
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Day() != day || int(t.Month()) != month {
		return 0, false
	}
	return float64(t.Unix())/86400 + d.clock, true
}

// parseClock returns the share of a day: 14:30, 14:30:05.5, 2:30 PM, with a zone
// that is not looked at.
func parseClock(text string) (float64, bool) {
	text = strings.TrimSuffix(text, "Z")
	if i := strings.LastIndexAny(text, "+-"); i > 0 {
		text = text[:i]
	}
	clock, half, _ := strings.Cut(text, " ")
	for _, h := range []struct{ name, half string }{{"上午", "am"}, {"下午", "pm"}} {
		if rest, found := strings.CutPrefix(clock, h.name); found {
			clock, half = rest, h.half
		}
	}
	parts := strings.Split(clock, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	seconds, scale := 0.0, 3600.0
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		whole := i == 2 || strings.Trim(part, "0123456789") == "" && len(part) <= 2 // seconds may have a fraction
		if err != nil || part[0] < '0' || part[0] > '9' || !(v < 60) || !whole {
			return 0, false
		}
		seconds += v * scale
		scale /= 60
	}
	switch strings.ToLower(half) {
	case "pm":
		if seconds < 43200 {
			seconds += 43200
		}
	case "am":
		if seconds >= 43200 {
			seconds -= 43200
		}
	case "", "utc", "gmt":
	default:
		return 0, false
	}
	return seconds / 86400, seconds < 86400
}
