package plotting

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"

	"nnplay/nn/numeral"
)

// ticks marks round numbers, few enough to be read.
type ticks struct{}

// Ticks implements plot.Ticker.
func (ticks) Ticks(lo, hi float64) []plot.Tick {
	all := plot.DefaultTicks{}.Ticks(lo, hi)
	var major []plot.Tick
	for _, t := range all {
		if t.Label != "" {
			major = append(major, plot.Tick{Value: t.Value, Label: short(t.Value)})
		}
	}
	return major
}

// powers marks the powers of ten, and, where there are few, two and five times
// them.
type powers struct{}

// Ticks implements plot.Ticker.
func (powers) Ticks(lo, hi float64) []plot.Tick {
	var marks []plot.Tick
	first, last := math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi))
	every := math.Max(1, math.Ceil((last-first)/6))
	for e := first; e <= last; e++ {
		for _, m := range []float64{1, 2, 5} {
			v := m * math.Pow(10, e)
			if v < lo*0.999 || v > hi*1.001 || m > 1 && last-first > 2 {
				continue
			}
			label := ""
			if math.Mod(e-first, every) == 0 {
				label = short(v)
			}
			marks = append(marks, plot.Tick{Value: v, Label: label})
		}
	}
	return marks
}

// short writes a number in few characters.
func short(v float64) string {
	format, unit := byte('f'), ""
	switch size := math.Abs(v); {
	case size >= 1e9, size != 0 && size < 1e-3:
		format = 'e'
	case size >= 1e6:
		v, unit = v/1e6, "M"
	case size >= 1e4:
		v, unit = v/1e3, "k"
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64) // 0.1 + 0.2 is 0.3
	return numeral.Typeset(strconv.FormatFloat(rounded, format, -1, 64)) + unit
}
