package numeral

import (
	"math"
	"time"
)

// Dates are days since 1970-01-01, fractions of them times of the day.

// The days that have dates: those of the years 1 to 9999.
const (
	firstDay = -719162
	lastDay  = 2932896
)

// IsDay tells whether a number is a day that has a date.
func IsDay(days float64) bool { return days >= firstDay && days <= lastDay }

// Time returns the time that a number of days is, in UTC; IsDay holds.
func Time(days float64) time.Time {
	day := math.Floor(days)
	clock := time.Duration(math.Round((days - day) * float64(24*time.Hour)))
	return time.Unix(int64(day)*86400, 0).UTC().Add(clock)
}

// Date writes the date that a number of days is, whole: 2010-01-31, and behind it the
// time of the day, if it has one.
func Date(days float64) string {
	if days == math.Floor(days) {
		return Time(days).Format(time.DateOnly)
	}
	return Time(days).Format("2006-01-02 15:04:05.999999999")
}

// brief is the range, in days, from which on the time of the day is not said.
const brief = 4

// Moment writes a date among others from low to high: with the time of the day where
// those are few days, and without the day where all are of 1970-01-01, as times alone are.
func Moment(days, low, high float64) string {
	switch {
	case !IsDay(days):
		return ""
	case IsClock(low, high):
		return Time(days).Format("15:04")
	case high-low < brief:
		return Time(days).Format("2006-01-02 15:04")
	}
	return Time(days).Format(time.DateOnly)
}

// IsClock tells whether days from low to high are times of the day alone, with the
// margins of an axis.
func IsClock(low, high float64) bool { return low > -0.1 && high < 1.1 }
