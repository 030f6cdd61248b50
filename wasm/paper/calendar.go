package paper

import (
	"math"
	"strconv"
	"time"

	"nnplay/nn/numeral"
)

// A Day is a date of an axis: days since 1970-01-01, and what is written there.
type Day struct {
	Value float32
	Words string
}

// The steps of an axis of dates. Those below a month are so many days; its months and
// years are those of the calendar.
var (
	daySteps   = []float64{1. / 96, 1. / 24, 1. / 8, 1. / 4, 1, 2, 7, 14}
	monthSteps = []int{1, 3, 6}
	yearSteps  = []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000}
)

const (
	daysOfMonth = 365.2425 / 12
	monthsAYear = 12
)

// Days returns at most so many dates of an axis from lo to hi, as short as they can be:
// a year, or a month of it, or a day of that, or a time. What all of them lack is said
// once: the years, or of times the day.
func Days(lo, hi float32, most int) (days []Day, common string) {
	from, to := float64(lo), float64(hi)
	if !(to > from) || most < 1 || !numeral.IsDay(from) || !numeral.IsDay(to) {
		return nil, ""
	}
	for _, step := range daySteps {
		if (to-from)/step <= float64(most) {
			return dayTicks(from, to, step), dayCommon(from, to, step)
		}
	}
	for _, step := range monthSteps {
		if (to-from)/(daysOfMonth*float64(step)) <= float64(most) {
			return monthTicks(from, to, step), years(from, to)
		}
	}
	for _, step := range yearSteps {
		if (to-from)/(daysOfMonth*monthsAYear*float64(step)) <= float64(most) {
			return monthTicks(from, to, monthsAYear*step), ""
		}
	}
	return nil, ""
}

// dayTicks are dates in steps of days, or of parts of a day.
func dayTicks(from, to, step float64) (days []Day) {
	format := "01-02"
	if step < 1 {
		format = "15:04"
	}
	for k := math.Ceil(from / step); k*step <= to; k++ {
		days = append(days, Day{float32(k * step), numeral.Time(k * step).Format(format)})
	}
	return days
}

// dayCommon is what days, and times, lack.
func dayCommon(from, to, step float64) string {
	switch {
	case step >= 1:
		return years(from, to)
	case numeral.IsClock(from, to):
		return ""
	}
	first, last := numeral.Date(math.Floor(from)), numeral.Date(math.Floor(to))
	if first == last {
		return first
	}
	return first + " – " + last
}

// monthTicks are the first days of every so manieth month: January is its year.
func monthTicks(from, to float64, step int) (days []Day) {
	first := numeral.Time(from)
	for k := first.Year() * monthsAYear / step * step; ; k += step {
		t := time.Date(k/monthsAYear, time.Month(k%monthsAYear+1), 1, 0, 0, 0, 0, time.UTC)
		at := float64(t.Unix()) / 86400
		switch {
		case at > to:
			return days
		case at < from:
			continue
		}
		words := t.Format("01")
		if k%monthsAYear == 0 {
			words = strconv.Itoa(t.Year())
		}
		days = append(days, Day{float32(at), words})
	}
}

// years says which years there are from one day to another.
func years(from, to float64) string {
	first, last := numeral.Time(from).Year(), numeral.Time(to).Year()
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// Moment writes a date of an axis from lo to hi; see numeral.Moment.
func Moment(v, lo, hi float32) string {
	return numeral.Moment(float64(v), float64(lo), float64(hi))
}
