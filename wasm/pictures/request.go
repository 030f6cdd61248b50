package main

import (
	"bytes"
	"encoding/json"

	"nnplay/nn/data/images"
	"nnplay/nn/data/images/picture"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// A desk gathers what is read, file by file, until it is asked for all of it.
// Its zero value has read nothing.
type desk struct {
	classes []images.Class
	count   int
	single  []*images.IDX // images without labels yet, or labels without images
	files   int
	albums  int // of the files
}

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

// read takes a file: a picture of a class, an album, or images or labels in
// MNIST's format. It answers with what there is so far.
func (d *desk) read(file []byte, class string) ([]byte, error) {
	switch {
	case d.count >= images.MaxPictures:
		return nil, images.Refuse("album-full", "limit", images.MaxPictures)
	case images.IsAlbum(file):
		a, err := images.ReadAlbum(file)
		if err != nil {
			return nil, err
		}
		d.take(a)
		d.albums++
	case images.IsIDX(file):
		if err := d.pair(file); err != nil {
			return nil, err
		}
	default:
		m, err := picture.Decode(bytes.NewReader(file))
		if err != nil {
			return nil, err
		}
		taken := images.TakePicture(m)
		if taken.Blank() {
			return nil, images.Refuse("picture-empty")
		}
		d.add(images.CleanName(class), taken)
	}
	d.files++
	return d.summary()
}

func (d *desk) summary() ([]byte, error) {
	return json.Marshal(summary{Pictures: d.count, Classes: len(d.classes), Whole: d.files == 1 && d.albums == 1, Left: left(d.single)})
}

// pair takes a file in MNIST's format and, once its other half is there, the
// images of both.
func (d *desk) pair(file []byte) error {
	f, err := images.ReadIDX(bytes.NewReader(file), images.MaxPictures)
	if err != nil {
		return err
	}
	for i, other := range d.single {
		if other.Labels() == f.Labels() || other.Count != f.Count {
			continue
		}
		if f.Labels() {
			f, other = other, f
		}
		d.single = append(d.single[:i:i], d.single[i+1:]...)
		a, err := images.AlbumOf(f, other)
		if err != nil {
			return err
		}
		d.take(a)
		return nil
	}
	if len(d.single) == 8 { // nobody has so many without meaning harm
		return images.Refuse("idx-alone")
	}
	d.single = append(d.single, f)
	return nil
}

// take adds all classes of an album.
func (d *desk) take(a *images.Album) {
	for _, c := range a.Classes() {
		d.add(c.Name, c.Pictures...)
	}
}

func (d *desk) add(class string, pictures ...images.Picture) {
	d.count += len(pictures)
	for i := range d.classes {
		if c := &d.classes[i]; c.Name == class {
			c.Pictures = append(c.Pictures, pictures...)
			return
		}
	}
	d.classes = append(d.classes, images.Class{Name: class, Pictures: pictures})
}

// finish returns what was read as an album's file, and forgets it.
func (d *desk) finish() (answer, file []byte, err error) {
	read := *d
	*d = desk{}
	a, err := images.NewAlbum(read.classes)
	if err != nil {
		return nil, nil, err
	}
	answer, err = read.summary()
	return answer, a.File(), err
}

// left says why files in MNIST's format are left over: there is no other half,
// or one of another size. It says nothing of none.
func left(single []*images.IDX) *notice.Error {
	if len(single) == 0 {
		return nil
	}
	for _, a := range single {
		for _, b := range single {
			if !a.Labels() && b.Labels() {
				_, err := images.AlbumOf(a, b)
				return notice.Of(err)
			}
		}
	}
	return notice.Of(images.Refuse("idx-alone"))
}
