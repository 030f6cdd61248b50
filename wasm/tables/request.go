package main

import (
	"encoding/json"
	"errors"

	"nnplay/nn/data/table"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// A desk answers requests about one table, the last that was read.
type desk struct{ table *table.Table }

// A summary is what a page shows of a table.
type summary struct {
	Header    bool            `json:"header"`
	Rows      int             `json:"rows"`
	Total     int             `json:"total"`
	Columns   []column        `json:"columns"`
	Preview   [][]string      `json:"preview"`
	Inputs    []int           `json:"inputs"` // suggested
	Target    int             `json:"target"`
	Encoding  string          `json:"encoding"`
	Separator string          `json:"separator"`
	Pixels    int             `json:"pixels"`
	Notices   []notice.Notice `json:"notices"`
}

// A lack is what a choice of columns leaves out.
type lack struct {
	Rows    int             `json:"rows"` // that remain
	Missing []table.Missing `json:"missing"`
	Lacking int             `json:"lacking"`
}

type column struct {
	Name    string `json:"name"`
	Numeric bool   `json:"numeric"`
	Kind    string `json:"kind"` // as a target
	profile
}

// A profile is what a column holds.
type profile struct {
	Place     int        `json:"place"`
	Holds     table.Kind `json:"holds"`
	Role      table.Role `json:"role"`
	Missing   int        `json:"missing"`
	Low       float64    `json:"low"`
	High      float64    `json:"high"`
	Histogram []int      `json:"histogram"`
}

// A drawing is what a choice of columns has become.
type drawing struct {
	Text      string          `json:"text"`
	Points    int             `json:"points"`
	Values    bool            `json:"values"`
	Classes   []string        `json:"classes"`
	Inputs    []string        `json:"inputs"`
	Axes      []string        `json:"axes"`
	Notices   []notice.Notice `json:"notices"`
	Explained float64         `json:"explained"`
}

// previewRows is how many rows a page shows.
const previewRows = 8

// handlers obey the commands, by type. They answer with JSON.
var handlers = map[string]func(*desk, protocol.Message) ([]byte, error){
	"read": func(d *desk, c protocol.Message) ([]byte, error) { return d.read(c.Bytes("text"), c.Text("choices")) },
	"passage": func(_ *desk, c protocol.Message) ([]byte, error) {
		return readPassage(c.Bytes("text"), c.Text("choices"))
	},
	"check": func(d *desk, c protocol.Message) ([]byte, error) { return d.check([]byte(c.Text("choice"))) },
	"draw":  func(d *desk, c protocol.Message) ([]byte, error) { return d.draw([]byte(c.Text("choice"))) },
}

// obey answers a command.
func (d *desk) obey(c protocol.Message) (map[string]any, *notice.Error) {
	answer, err := handlers[c.Type()](d, c)
	if err != nil {
		return nil, notice.Of(err)
	}
	return map[string]any{"json": string(answer)}, nil
}

// read takes a table and answers with its summary as JSON.
func (d *desk) read(text []byte, choices string) ([]byte, error) {
	d.table = nil
	var c table.Choices
	if choices != "" {
		if err := json.Unmarshal([]byte(choices), &c); err != nil {
			return nil, err
		}
	}
	t, err := table.Read(text, c)
	if err != nil {
		return nil, err
	}
	d.table = t
	suggested := t.Suggest()
	s := summary{
		Header: t.Header, Rows: len(t.Rows), Total: t.Total, Preview: t.Rows[:min(previewRows, len(t.Rows))],
		Inputs: append([]int{}, suggested.Inputs...), Target: suggested.Target,
		Encoding: t.Encoding, Separator: t.Separator, Pixels: t.Pixels, Notices: t.Notices,
	}
	for i, c := range t.Columns {
		s.Columns = append(s.Columns, column{c.Name, c.Numeric(), t.Kind(i), profile{
			c.Place, c.Kind, c.Role, c.Lacking, c.Low, c.High, append([]int{}, c.Histogram...),
		}})
	}
	return json.Marshal(s)
}

// choose reads a choice {inputs, target, kind}, as JSON.
func (d *desk) choose(choice []byte) (c table.Choice, err error) {
	if d.table == nil {
		return c, errors.New("no table is read")
	}
	return c, json.Unmarshal(choice, &c)
}

// check answers with the rows that a choice leaves out.
func (d *desk) check(choice []byte) ([]byte, error) {
	c, err := d.choose(choice)
	if err != nil {
		return nil, err
	}
	rows, missing, lacking := d.table.Complete(c)
	return json.Marshal(lack{len(rows.Rows), missing, lacking})
}

// draw makes a drawing of the table.
func (d *desk) draw(choice []byte) ([]byte, error) {
	c, err := d.choose(choice)
	if err != nil {
		return nil, err
	}
	points, report, err := d.table.Draw(c)
	if err != nil {
		return nil, err
	}
	if report.Axes == nil {
		report.Axes = []string{} // null is no list
	}
	return json.Marshal(drawing{
		Text: points.String(), Points: points.Len(), Values: report.Values,
		Classes: report.Classes, Inputs: report.Inputs, Axes: report.Axes, Explained: report.Explained,
		Notices: append([]notice.Notice{}, report.Notices...),
	})
}
