package images

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Own is the name of the set of images of one's own, in links.
const Own = "own"

// Bounds of an album.
const (
	AlbumSide    = 28     // of its pictures, MNIST's; experiments make other sizes of them
	MaxPictures  = 70_000 // as many as MNIST has
	MaxClasses   = 26     // the letters
	maxClassName = 24     // characters
)

// A Picture is an image of an album: AlbumSide x AlbumSide levels from 0, the
// background, to 15, a byte each, row by row.
type Picture string

// darkest is the level of ink.
const darkest = 15

// A Class is a class of an album: its name, and its pictures in order.
type Class struct {
	Name     string
	Pictures []Picture
}

// An Album is images of one's own by class. It is never changed: what changes it
// makes another one. nil is the album that nobody has put anything into, with
// two classes.
type Album struct {
	classes []Class
	text    string
}

// untouched are the classes of nil.
var untouched = []Class{{Name: "A"}, {Name: "B"}}

// NewAlbum returns an album of classes, which it takes over.
func NewAlbum(classes []Class) (*Album, error) {
	if len(classes) > MaxClasses {
		return nil, Refuse("album-classes", "limit", MaxClasses)
	}
	n := 0
	seen := map[string]bool{}
	for _, c := range classes {
		if !validName(c.Name) || seen[c.Name] {
			return nil, Refuse("album-name", "limit", maxClassName)
		}
		seen[c.Name] = true
		n += len(c.Pictures)
	}
	if n > MaxPictures {
		return nil, Refuse("album-full", "limit", MaxPictures)
	}
	a := &Album{classes: classes}
	if n == 0 && len(classes) == len(untouched) && classes[0].Name == untouched[0].Name && classes[1].Name == untouched[1].Name {
		return nil, nil
	}
	a.text = a.describe()
	return a, nil
}

// validName tells whether a class may be called so.
func validName(name string) bool {
	n := utf8.RuneCountInString(name)
	return n > 0 && n <= maxClassName && utf8.ValidString(name) && strings.TrimSpace(name) == name &&
		strings.IndexFunc(name, func(r rune) bool { return !shows(r) }) < 0
}

// What keeps letters apart and what joins them, in words of Persian and within emoji.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

func shows(r rune) bool { return unicode.IsPrint(r) || r == nonJoiner || r == joiner }

// CleanName makes a name of a class of what somebody wrote or called a folder,
// "" if nothing is left.
func CleanName(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(text) {
		if n == maxClassName {
			break
		}
		if r != utf8.RuneError && shows(r) {
			b.WriteRune(r)
			n++
		}
	}
	return strings.TrimSpace(b.String())
}

// Classes returns the classes, which belong to the album.
func (a *Album) Classes() []Class {
	if a == nil {
		return untouched
	}
	return a.classes
}

// Len returns the number of pictures of all classes.
func (a *Album) Len() (n int) {
	for _, c := range a.Classes() {
		n += len(c.Pictures)
	}
	return n
}

// Names returns the names of the classes.
func (a *Album) Names() (names []string) {
	for _, c := range a.Classes() {
		names = append(names, c.Name)
	}
	return names
}

// changed returns an album of copies of the classes, changed by a function.
func (a *Album) changed(change func(classes []Class) []Class) (*Album, error) {
	return NewAlbum(change(append([]Class(nil), a.Classes()...)))
}

// has refuses a class that there is not.
func (a *Album) has(class int) error {
	if class < 0 || class >= len(a.Classes()) {
		return Refuse("album-class", "class", class)
	}
	return nil
}

// Add puts pictures into a class.
func (a *Album) Add(class int, pictures ...Picture) (*Album, error) {
	if err := a.has(class); err != nil {
		return nil, err
	}
	return a.changed(func(classes []Class) []Class {
		was := classes[class].Pictures
		classes[class].Pictures = append(was[:len(was):len(was)], pictures...)
		return classes
	})
}

// AddClass appends a class; without a name it gets the first letter, or number,
// that is free.
func (a *Album) AddClass(name string) (*Album, error) {
	if name == "" {
		name = a.freeName()
	}
	return a.changed(func(classes []Class) []Class { return append(classes, Class{Name: name}) })
}

func (a *Album) freeName() string {
	taken := map[string]bool{}
	for _, name := range a.Names() {
		taken[name] = true
	}
	for i := 0; ; i++ {
		name := strconv.Itoa(i)
		if i < 26 {
			name = string(rune('A' + i))
		}
		if !taken[name] {
			return name
		}
	}
}

// Rename gives a class another name.
func (a *Album) Rename(class int, name string) (*Album, error) {
	if err := a.has(class); err != nil {
		return nil, err
	}
	return a.changed(func(classes []Class) []Class {
		classes[class].Name = name
		return classes
	})
}

// RemoveClass takes a class and its pictures away.
func (a *Album) RemoveClass(class int) (*Album, error) {
	if err := a.has(class); err != nil {
		return nil, err
	}
	return a.changed(func(classes []Class) []Class { return append(classes[:class], classes[class+1:]...) })
}

// Remove takes a picture of a class away.
func (a *Album) Remove(class, picture int) (*Album, error) {
	if err := a.has(class); err != nil {
		return nil, err
	}
	was := a.Classes()[class].Pictures
	if picture < 0 || picture >= len(was) {
		return nil, Refuse("album-class", "class", class)
	}
	return a.changed(func(classes []Class) []Class {
		classes[class].Pictures = append(append([]Picture(nil), was[:picture]...), was[picture+1:]...)
		return classes
	})
}

// Clear takes all pictures away; the classes stay.
func (a *Album) Clear() (*Album, error) {
	return a.changed(func(classes []Class) []Class {
		for i := range classes {
			classes[i].Pictures = nil
		}
		return classes
	})
}

// Merge adds the classes of another album: those of the same name go together.
// Classes that nobody has named or put anything into give way to others.
func (a *Album) Merge(other *Album) (*Album, error) {
	return a.changed(func(classes []Class) []Class {
		if a.Len() == 0 {
			classes = keepNamed(classes, other)
		}
		for _, c := range other.Classes() {
			at := 0
			for at < len(classes) && classes[at].Name != c.Name {
				at++
			}
			if at == len(classes) {
				classes = append(classes, Class{Name: c.Name})
			}
			was := classes[at].Pictures
			classes[at].Pictures = append(was[:len(was):len(was)], c.Pictures...)
		}
		return classes
	})
}

// keepNamed leaves out classes that nobody has named, unless the other album has
// pictures for one of them.
func keepNamed(classes []Class, other *Album) (kept []Class) {
	unnamed := func(name string) bool { return name == untouched[0].Name || name == untouched[1].Name }
	if slices.ContainsFunc(other.Names(), unnamed) {
		return classes
	}
	for _, c := range classes {
		if !unnamed(c.Name) {
			kept = append(kept, c)
		}
	}
	return kept
}

// Write makes an image of another side of the picture: elements from 0 to 1.
func (p Picture) Write(image []float32, side int) {
	var levels [AlbumSide * AlbumSide]uint8
	for i := range levels {
		levels[i] = 255 / darkest * p[i]
	}
	scale(image, levels[:], AlbumSide, side)
}

// PictureOf makes a picture of levels from 0 to 255, (AlbumSide, AlbumSide).
func PictureOf(levels []uint8) Picture {
	var b [AlbumSide * AlbumSide]byte
	for i := range b {
		b[i] = byte((int(levels[i])*darkest + 127) / 255)
	}
	return Picture(b[:])
}
