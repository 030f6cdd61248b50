package main

import (
	"encoding/hex"
	"slices"
	"strconv"

	"nnplay/nn/data/images"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// newShelf returns what can be undone of an album that nobody has changed.
func newShelf() undoing[*images.Album] {
	return undoing[*images.Album]{most: 60, size: (*images.Album).Len, room: 4 * images.MaxPictures}
}

// changeAlbum changes the images of one's own.
func (s *session) changeAlbum(c command) *failure {
	op := c.Op()
	if s.run == nil {
		return fail("no-experiment")
	}
	if op == "undo" || op == "redo" {
		return s.changeAlbumAgain(c, op)
	}
	was := s.albumHere()
	next, f := changedAlbum(was, c)
	if f != nil {
		return f
	}
	s.shelf.changed(was)
	return s.takeAlbum(c, next)
}

// changedAlbum does what can be done to an album.
func changedAlbum(a *images.Album, c command) (next *images.Album, f *failure) {
	var err error
	switch c.Op() {
	case "draw":
		levels, problem := hex.DecodeString(c.Text("value"))
		if problem != nil || len(levels) != images.AlbumSide*images.AlbumSide || slices.Max(levels) == 0 {
			return nil, fail("bad-field", "field", "value")
		}
		next, err = a.Add(c.Whole("index"), images.PictureOf(levels))
	case "merge":
		if next, err = images.ReadAlbum(c.Bytes("bytes")); err == nil {
			next, err = a.Merge(next)
		}
	case "take":
		next, err = images.ReadAlbum(c.Bytes("bytes"))
	case "addClass":
		next, err = a.AddClass(images.CleanName(c.Text("value")))
	case "rename":
		next, err = a.Rename(c.Whole("index"), images.CleanName(c.Text("value")))
	case "removeClass":
		next, err = a.RemoveClass(c.Whole("index"))
	case "remove":
		next, err = a.Remove(c.Whole("index"), c.Whole("n"))
	case "clear":
		next, err = a.Clear()
	}
	if err != nil {
		return nil, notice.Of(err)
	}
	return next, nil
}

// albumHere returns the images of one's own of the present experiment, nil if it
// has none.
func (s *session) albumHere() *images.Album {
	a, _ := s.run.Spec().Holds(setting.Pictures).(*images.Album)
	return a
}

// takeAlbum gives the run other images.
func (s *session) takeAlbum(c command, a *images.Album) *failure {
	spec := s.run.Spec()
	notices, err := s.families.Take(&spec, setting.Pictures, a)
	if err != nil {
		return notice.Of(err)
	}
	return s.update(c, spec, notices)
}

// changeAlbumAgain goes a change back, or forth.
func (s *session) changeAlbumAgain(c command, op string) *failure {
	again := s.shelf.undo
	if op == "redo" {
		again = s.shelf.redo
	}
	next, ok := again(s.albumHere())
	if !ok {
		s.state(c.ID(), nil, false)
		return nil
	}
	return s.takeAlbum(c, next)
}

// remembered returns the album with a text among those that can be gone back
// or forth to.
func (s *session) remembered(text string) (*images.Album, bool) {
	for _, list := range [][]*images.Album{s.shelf.past, s.shelf.future} {
		for _, a := range list {
			if a.Text() == text {
				return a, true
			}
		}
	}
	return nil, false
}

// refill gives a spec whose link means images that it does not carry those
// images, if they are here, and rows of a table alike.
func (s *session) refill(spec lab.Spec, notices []setting.Notice) (lab.Spec, []setting.Notice) {
	spec, notices = s.refillTable(spec, notices)
	text, missing := setting.PicturesMissing(notices)
	if !missing {
		return spec, notices
	}
	a := s.albumHere()
	if a.Text() != text {
		var found bool
		if a, found = s.remembered(text); !found {
			return spec, notices
		}
	}
	spec.Hold(setting.Pictures, a)
	return spec, slices.DeleteFunc(slices.Clone(notices), func(n setting.Notice) bool {
		t, ok := setting.PicturesMissing([]setting.Notice{n})
		return ok && t == text
	})
}

// album answers with the classes and what can be undone; a full answer has the
// images too, as a file.
func (s *session) album(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	a := s.albumHere()
	var classes []any
	for _, class := range a.Classes() {
		classes = append(classes, map[string]any{"name": class.Name, "count": len(class.Pictures)})
	}
	m := message{
		"type": "album", "classes": classes, "text": a.Text(), "carried": a.Carried(), "mostClasses": images.MaxClasses, "side": images.AlbumSide,
		"undo": len(s.shelf.past), "redo": len(s.shelf.future), "name": "nnplay-images-" + strconv.Itoa(a.Len()) + ".nnalbum",
	}
	if c.Flag("full") {
		m["file"] = a.File()
	}
	s.answer(c.ID(), m)
	return nil
}

// maxShownPictures is the most pictures of one answer.
const maxShownPictures = 200

// pictures answers with some pictures of a class, a byte of 0 to 15 an element; of a
// class that there is no longer, as of another album that has come between, with none.
func (s *session) pictures(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	index, classes := c.Whole("index"), s.albumHere().Classes()
	var of []images.Picture
	if index < len(classes) {
		of = classes[index].Pictures
	}
	first := min(c.Whole("first"), len(of))
	last := min(first+min(c.Whole("n"), maxShownPictures), len(of))
	levels := []byte{}
	for _, p := range of[first:last] {
		levels = append(levels, p...)
	}
	s.answer(c.ID(), message{"type": "pictures", "index": index, "first": first, "pictures": levels})
	return nil
}
