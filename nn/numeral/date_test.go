package numeral

import "testing"

func TestDate(t *testing.T) {
	for _, c := range []struct {
		days float64
		want string
	}{
		{0, "1970-01-01"}, {19750, "2024-01-28"}, {-1, "1969-12-31"}, {19750.5, "2024-01-28 12:00:00"}, {-0.25, "1969-12-31 18:00:00"},
		{firstDay, "0001-01-01"}, {lastDay, "9999-12-31"}, {0.000000001, "1970-01-01 00:00:00.0000864"},
	} {
		if got := Date(c.days); got != c.want {
			t.Errorf("%v is %q, want %q", c.days, got, c.want)
		}
	}
	for _, c := range []struct {
		days, low, high float64
		want            string
	}{
		{19750.5, 19000, 20000, "2024-01-28"}, {19750.5, 19750, 19752, "2024-01-28 12:00"}, {0.75, 0, 1, "18:00"}, {1e9, 0, 2e9, ""},
	} {
		if got := Moment(c.days, c.low, c.high); got != c.want {
			t.Errorf("%v is %q, want %q", c.days, got, c.want)
		}
	}
}
