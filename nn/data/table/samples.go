package table

import "nnplay/nn/data/rows"

// Samples are rows of a table as numbers to learn from.
type Samples struct {
	Inputs  []string  // what each input is called: a column, or one of its categories
	Targets []string  // the columns that are predicted
	Classes []string  // the names of the classes, if the target is one
	X       []float32 // (rows, inputs)
	Y       []float32 // (rows, targets): values, or the number of a class
	Lines   []int     // of the rows
	Lacking int       // rows that were left out, for a value is missing

	origins []rows.Input // of each input
}

// Len returns the number of rows.
func (s *Samples) Len() int { return len(s.Lines) }

// Samples returns the rows that have all values of the columns that are inputs and
// targets by their roles. A category becomes an input of 0 and 1. Of a single
// target, kind says whether it is "classes" or "values", or "" for what suits it;
// several are values.
func (t *Table) Samples(kind string) (*Samples, error) {
	c := Choice{Target: -1}
	var targets []int
	for i := range t.Columns {
		switch t.Columns[i].Role {
		case Input:
			c.Inputs = append(c.Inputs, i)
		case Target:
			targets = append(targets, i)
		}
	}
	if len(c.Inputs) == 0 || len(targets) == 0 {
		return nil, refuse("csv-choice")
	}
	rows, _, lacking := t.complete(append(targets, c.Inputs...))
	n := len(rows.Rows)
	if n == 0 {
		return nil, refuse("csv-no-rows")
	}
	if err := rows.checkInputs(c, MaxCells/n); err != nil {
		return nil, err
	}
	s := &Samples{Lines: rows.Lines, Lacking: lacking}
	x, names := rows.columns(c.Inputs)
	s.Inputs, s.origins, s.X = names, rows.origins(c.Inputs), interleave(x, n)
	var y [][]float64
	for _, i := range targets {
		values := kind == "values" || len(targets) > 1 || kind == "" && rows.Kind(i) == "values"
		column, classes, err := rows.targets(i, values, false)
		if err != nil {
			return nil, err
		}
		s.Targets, s.Classes = append(s.Targets, rows.Columns[i].Name), classes
		y = append(y, column)
	}
	s.Y = interleave(y, n)
	return s, nil
}

// interleave puts columns of n numbers beside each other.
func interleave(columns [][]float64, n int) []float32 {
	out := make([]float32, n*len(columns)) // (n, columns)
	for k, column := range columns {
		for i, v := range column {
			out[i*len(columns)+k] = float32(v)
		}
	}
	return out
}
