package main

import (
	"encoding/json"

	"nnplay/nn/data/images/picture"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// A desk gathers what is read, file by file, until it is asked for all of it.
// Its zero value has read nothing.
type desk struct{ picture.Gathering }

// A summary is what a page shows of what was read.
type summary struct {
	Pictures int `json:"pictures"`
	Classes  int `json:"classes"`
	// Whole says that all of it is one album.
	Whole bool `json:"whole"`
	// Left is why files in MNIST's format were left over.
	Left *notice.Error `json:"left,omitempty"`
}

// handlers obey the commands, by type. They answer with JSON and perhaps a file.
var handlers = map[string]func(*desk, protocol.Message) (answer, file []byte, err error){
	"read": func(d *desk, c protocol.Message) (answer, file []byte, err error) {
		answer, err = d.read(c.Bytes("bytes"), c.Text("class"))
		return answer, nil, err
	},
	"finish": func(d *desk, _ protocol.Message) (answer, file []byte, err error) { return d.finish() },
}

// obey answers a command.
func (d *desk) obey(c protocol.Message) (map[string]any, *notice.Error) {
	answer, file, err := handlers[c.Type()](d, c)
	if err != nil {
		return nil, notice.Of(err)
	}
	m := map[string]any{"json": string(answer)}
	if file != nil {
		m["file"] = file
	}
	return m, nil
}

// read takes a file. It answers with what there is so far.
func (d *desk) read(file []byte, class string) ([]byte, error) {
	if err := d.Read(file, class); err != nil {
		return nil, err
	}
	return d.summary()
}

func (d *desk) summary() ([]byte, error) {
	return json.Marshal(summary{Pictures: d.Pictures, Classes: len(d.Classes), Whole: d.Files == 1 && d.Albums == 1, Left: d.Left()})
}

// finish returns what was read as an album's file, and forgets it.
func (d *desk) finish() (answer, file []byte, err error) {
	read := *d
	*d = desk{}
	a, err := read.Album()
	if err != nil {
		return nil, nil, err
	}
	answer, err = read.summary()
	return answer, a.File(), err
}
