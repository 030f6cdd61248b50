package main

import (
	"nnplay/nn/data/images"
	"nnplay/nn/data/table"
)

// An imaged is what a page is told of an album that was made of a table.
type imaged struct {
	Pictures int      `json:"pictures"`
	Side     int      `json:"side"`
	Classes  []string `json:"classes"`
	Lacking  int      `json:"lacking"`
	Notices  []told   `json:"notices"`
}

// album makes an album of the table's pixels.
func (d *desk) album() (*imaged, []byte, error) {
	if d.table == nil {
		return nil, nil, errNoTable
	}
	m, err := d.table.Images()
	if err != nil {
		return nil, nil, err
	}
	a, err := images.AlbumOfLevels(m.Side, m.Levels, m.Labels, m.Classes)
	if err != nil {
		return nil, nil, err
	}
	return &imaged{a.Len(), m.Side, a.Names(), m.Lacking, tell(m.Notices, table.Warns)}, a.File(), nil
}
