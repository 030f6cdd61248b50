package paper

import (
	"strings"
	"testing"
)

// TestDays writes axes of dates: never more than there is room for, rising, and within.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		lo, hi float32
		most   int
		want   string
	}{
		{19723, 19730, 8, "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 | 2024"},
		{19700, 19760, 5, "12-21 01-04 01-18 02-01 | 2023–2024"},
		{19723, 20088, 5, "2024 04 07 10 | 2024"},
		{19600, 21000, 5, "2024 2025 2026 2027 | "},
		{-20000, 21000, 5, "1950 2000 | "},
		{0, 1, 5, "00:00 06:00 12:00 18:00 00:00 | "},
		{19750, 19750.5, 5, "00:00 03:00 06:00 09:00 12:00 | 2024-01-28"},
		{5, 5, 5, " | "},
		{-1e9, 1e9, 5, " | "},
	} {
		days, common := Days(c.lo, c.hi, c.most)
		var words []string
		for i, d := range days {
			words = append(words, d.Words)
			if d.Value < c.lo || d.Value > c.hi || i > 0 && d.Value <= days[i-1].Value {
				t.Errorf("%v to %v: a date at %v", c.lo, c.hi, d.Value)
			}
		}
		if got := strings.Join(words, " ") + " | " + common; got != c.want {
			t.Errorf("%v to %v: %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}
