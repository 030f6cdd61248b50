package main

import (
	"encoding/hex"
	"errors"
	"slices"
	"strconv"

	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
)

// newShelf returns what can be undone of an album that nobody has changed.
func newShelf() undoing[*images.Album] {
	return undoing[*images.Album]{most: 60, size: (*images.Album).Len, room: 4 * images.MaxPictures}
}

// changeAlbum changes the images of one's own:
//
//	draw   index CLASS, value HEX   adds a picture, levels of images.AlbumSide² pixels
//	merge  bytes FILE               adds the classes and pictures of another album
//	take   bytes FILE               replaces the album
//	addClass value NAME, rename index value NAME, removeClass index
//	remove index CLASS, n PICTURE   takes one away
//	clear, undo, redo
func (s *session) changeAlbum(c command) *failure {
	op, f := c.text("op")
	if f != nil {
		return f
	}
	if s.run == nil {
		return fail("no-experiment")
	}
	if op == "undo" || op == "redo" {
		return s.changeAlbumAgain(c, op)
	}
	was := s.run.Spec().Images.Album
	next, f := changedAlbum(was, op, c)
	if f != nil {
		return f
	}
	s.shelf.changed(was)
	return s.takeAlbum(c, next)
}

// changedAlbum does what can be done to an album.
func changedAlbum(a *images.Album, op string, c command) (*images.Album, *failure) {
	class, _ := c.count("index")
	name, _ := c["value"].(string)
	file, _ := c["bytes"].([]byte)
	var next *images.Album
	var err error
	switch op {
	case "draw":
		levels, problem := hex.DecodeString(name)
		if problem != nil || len(levels) != images.AlbumSide*images.AlbumSide || slices.Max(levels) == 0 {
			return nil, fail("bad-field", "field", "value")
		}
		next, err = a.Add(class, images.PictureOf(levels))
	case "merge", "take":
		if next, err = images.ReadAlbum(file); err == nil && op == "merge" {
			next, err = a.Merge(next)
		}
	case "addClass":
		next, err = a.AddClass(images.CleanName(name))
	case "rename":
		next, err = a.Rename(class, images.CleanName(name))
	case "removeClass":
		next, err = a.RemoveClass(class)
	case "remove":
		picture, f := c.count("n")
		if f != nil {
			return nil, f
		}
		next, err = a.Remove(class, picture)
	case "clear":
		next, err = a.Clear()
	default:
		return nil, fail("bad-field", "field", "op")
	}
	if err != nil {
		return nil, albumFailure(err)
	}
	return next, nil
}

// albumFailure makes a failure of an error from package images.
func albumFailure(err error) *failure {
	var e *images.Error
	if errors.As(err, &e) {
		return &failure{code: e.Code, args: e.Args, text: e.Text}
	}
	return fail("internal", "detail", err.Error())
}

// takeAlbum gives the run other images.
func (s *session) takeAlbum(c command, a *images.Album) *failure {
	spec := s.run.Spec()
	notices, err := spec.TakeAlbum(a)
	if err != nil {
		return refusal(err)
	}
	return s.update(c, spec, notices)
}

// changeAlbumAgain goes a change back, or forth.
func (s *session) changeAlbumAgain(c command, op string) *failure {
	again := s.shelf.undo
	if op == "redo" {
		again = s.shelf.redo
	}
	next, ok := again(s.run.Spec().Images.Album)
	if !ok {
		s.state(c.id(), nil, false)
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
// images, if they are here.
func (s *session) refill(spec experiment.Spec, notices []experiment.Notice) (experiment.Spec, []experiment.Notice) {
	text, missing := experiment.AlbumMissing(notices)
	if !missing {
		return spec, notices
	}
	a := s.run.Spec().Images.Album
	if a.Text() != text {
		var found bool
		if a, found = s.remembered(text); !found {
			return spec, notices
		}
	}
	spec.Images.Album = a
	return spec, slices.DeleteFunc(slices.Clone(notices), func(n experiment.Notice) bool {
		t, ok := experiment.AlbumMissing([]experiment.Notice{n})
		return ok && t == text
	})
}

// album answers with the classes and what can be undone; a full answer has the
// images too, as a file.
func (s *session) album(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	a := s.run.Spec().Images.Album
	var classes []any
	for _, class := range a.Classes() {
		classes = append(classes, map[string]any{"name": class.Name, "count": len(class.Pictures)})
	}
	m := message{
		"type": "album", "classes": classes, "text": a.Text(), "carried": a.Carried(), "mostClasses": images.MaxClasses, "side": images.AlbumSide,
		"undo": len(s.shelf.past), "redo": len(s.shelf.future), "name": "nnplay-images-" + strconv.Itoa(a.Len()) + ".nnalbum",
	}
	if full, _ := c["full"].(bool); full {
		m["file"] = a.File()
	}
	s.answer(c.id(), m)
	return nil
}

// maxShownPictures is the most pictures of one answer.
const maxShownPictures = 200

// pictures answers with some pictures of a class, a byte of 0 to 15 an element.
func (s *session) pictures(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	var v [3]int
	for i, field := range []string{"index", "first", "n"} {
		var f *failure
		if v[i], f = c.count(field); f != nil {
			return f
		}
	}
	classes := s.run.Spec().Images.Album.Classes()
	if v[0] >= len(classes) {
		return fail("bad-field", "field", "index")
	}
	of := classes[v[0]].Pictures
	first := min(v[1], len(of))
	last := min(first+min(v[2], maxShownPictures), len(of))
	var levels []byte
	for _, p := range of[first:last] {
		levels = append(levels, p...)
	}
	s.answer(c.id(), message{"type": "pictures", "index": v[0], "first": first, "pictures": levels})
	return nil
}
