package points

import (
	"strings"

	"nnplay/nn/data/rows"
	"nnplay/nn/lab/plane"
	"nnplay/nn/numeral"
)

// tableCSV returns rows of one's own with all inputs and targets, in their own order;
// classes by their names and dates as such. nil where there are none.
func tableCSV(r *rows.Rows) []byte {
	if r == nil {
		return nil
	}
	var names []string
	for _, in := range r.Inputs {
		names = append(names, quoted(in.Name))
	}
	for _, name := range r.Targets {
		names = append(names, quoted(name))
	}
	out := []byte(strings.Join(names, ",") + "\n")
	k, t := len(r.Inputs), len(r.Targets)
	for i := range r.Len() {
		for j, v := range r.X[i*k : (i+1)*k] {
			if r.Inputs[j].Kind == rows.Date && numeral.IsDay(float64(v)) {
				out = append(out, numeral.Date(float64(v))...)
			} else {
				out = plane.AppendNumbers(out, v)
			}
			out = append(out, ',')
		}
		if y := r.Y[i*t : (i+1)*t]; r.IsValues() {
			out = plane.AppendNumbers(out, y...)
		} else {
			out = append(out, quoted(r.Classes[int(y[0])])...)
		}
		out = append(out, '\n')
	}
	return out
}

// quoted writes a text as a cell.
func quoted(text string) string {
	if strings.ContainsAny(text, ",;\"") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}
