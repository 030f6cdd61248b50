package main

import (
	"encoding/json"
	"errors"

	"nnplay/nn/data/table"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// A desk answers requests about one table, the last that was read.
type desk struct {
	file  []byte
	size  int // of the whole file, of which these bytes may be the beginning
	table *table.Table
}

// handlers obey the commands, by type. They answer with JSON, and some with bytes
// besides.
var handlers = map[string]func(*desk, protocol.Message) (answer any, file []byte, err error){
	"read": func(d *desk, c protocol.Message) (any, []byte, error) {
		d.file = c.Bytes("text")
		d.size = max(int(c.Number("size")), len(d.file))
		s, err := d.read(c.Text("choices"))
		return s, nil, err
	},
	"again": func(d *desk, c protocol.Message) (any, []byte, error) {
		s, err := d.read(c.Text("choices"))
		return s, nil, err
	},
	"draw": func(d *desk, c protocol.Message) (any, []byte, error) {
		s, err := d.draw([]byte(c.Text("choice")))
		return s, nil, err
	},
	"learn": func(d *desk, c protocol.Message) (any, []byte, error) { return d.learn(c.Text("kind")) },
	"album": func(d *desk, _ protocol.Message) (any, []byte, error) { return d.album() },
	"passage": func(_ *desk, c protocol.Message) (any, []byte, error) {
		r, err := readPassage(c.Bytes("text"), c.Text("choices"))
		return r, nil, err
	},
}

// obey answers a command.
func (d *desk) obey(c protocol.Message) (map[string]any, *notice.Error) {
	answer, file, err := handlers[c.Type()](d, c)
	if err != nil {
		return nil, notice.Of(err)
	}
	text, err := json.Marshal(answer)
	if err != nil {
		return nil, notice.Of(err)
	}
	fields := map[string]any{"json": string(text)}
	if file != nil {
		fields["file"] = file
	}
	return fields, nil
}

// read reads the file by some choices, as JSON.
func (d *desk) read(choices string) (*summary, error) {
	d.table = nil
	var c table.Choices
	if choices != "" {
		if err := json.Unmarshal([]byte(choices), &c); err != nil {
			return nil, err
		}
	}
	t, err := table.Read(d.file, c)
	if err != nil {
		return nil, err
	}
	d.table = t
	return summarize(t, &c, d.size), nil
}

var errNoTable = errors.New("no table is read")

// A drawing is what a choice of columns has become.
type drawing struct {
	Text      string   `json:"text"`
	Points    int      `json:"points"`
	Values    bool     `json:"values"`
	Classes   []string `json:"classes"`
	Inputs    []string `json:"inputs"`
	Axes      []string `json:"axes"`
	Notices   []told   `json:"notices"`
	Explained float64  `json:"explained"`
}

// draw makes a drawing of the table, by a choice {inputs, target, kind}, as JSON.
func (d *desk) draw(choice []byte) (*drawing, error) {
	if d.table == nil {
		return nil, errNoTable
	}
	var c table.Choice
	if err := json.Unmarshal(choice, &c); err != nil {
		return nil, err
	}
	points, report, err := d.table.Draw(c)
	if err != nil {
		return nil, err
	}
	return &drawing{
		Text: points.String(), Points: points.Len(), Values: report.Values, Classes: report.Classes,
		Inputs: report.Inputs, Axes: append([]string{}, report.Axes...), // null is no list
		Explained: report.Explained, Notices: tell(report.Notices, table.Warns),
	}, nil
}

// A lesson is what there is to learn of the columns that are inputs and targets.
type lesson struct {
	Rows    int      `json:"rows"`
	Total   int      `json:"total"`
	Lacking int      `json:"lacking"`
	Inputs  int      `json:"inputs"`
	Columns []string `json:"columns"`
	Targets []string `json:"targets"`
	Classes []string `json:"classes"`
	Notices []told   `json:"notices"`
}

// learn makes rows to learn from, as a file, of the columns by their roles. Of a
// single target, kind says whether it is "classes" or "values", or "" for what suits it.
func (d *desk) learn(kind string) (*lesson, []byte, error) {
	if d.table == nil {
		return nil, nil, errNoTable
	}
	samples, err := d.table.Samples(kind)
	if err != nil {
		return nil, nil, err
	}
	rows, err := samples.Rows()
	if err != nil {
		return nil, nil, err
	}
	l := &lesson{
		Rows: rows.Len(), Total: d.table.Total, Lacking: samples.Lacking, Inputs: rows.Width(), Columns: []string{},
		Targets: rows.Targets, Classes: rows.Classes, Notices: tell(d.table.Notices, table.Warns),
	}
	for i := range d.table.Columns {
		if c := &d.table.Columns[i]; c.Role == table.Input {
			l.Columns = append(l.Columns, c.Name)
		}
	}
	return l, rows.Encode(), nil
}
