package table

import (
	"nnplay/nn/data/rows"
	"nnplay/nn/notice"
)

// Rows returns the samples as an experiment carries them.
func (s *Samples) Rows() (*rows.Rows, error) {
	return rows.New(rows.Rows{Inputs: s.origins, Targets: s.Targets, Classes: s.Classes, X: s.X, Y: s.Y})
}

// origins tells which column each input comes from.
func (t *Table) origins(columns []int) (inputs []rows.Input) {
	for _, i := range columns {
		c := &t.Columns[i]
		if c.Numeric() {
			inputs = append(inputs, rows.Input{Name: c.Name, Column: c.Name, Kind: rows.Kind(c.Kind)})
			continue
		}
		for _, category := range c.Categories {
			inputs = append(inputs, rows.Input{Name: c.Name + " = " + notice.Clean(category, maxName), Column: c.Name, Kind: rows.Category})
		}
	}
	return inputs
}
