package picture

import (
	"bytes"

	"nnplay/nn/data/images"
	"nnplay/nn/notice"
)

// A Gathering reads files one after the other: pictures, each of a class, albums, and
// images and labels in MNIST's format. Its zero value has read nothing.
type Gathering struct {
	Classes  []images.Class
	Pictures int // of all classes
	Files    int // that were read
	Albums   int // of the files

	single []*images.IDX // images without labels yet, or labels without images
}

// maxSingle is how many files in MNIST's format may wait for their other half: nobody has
// so many without meaning harm.
const maxSingle = 8

// Read takes a file; a picture becomes one of a class. Errors are of type *notice.Error.
func (g *Gathering) Read(file []byte, class string) error {
	switch {
	case g.Pictures >= images.MaxPictures:
		return images.Refuse("album-full", "limit", images.MaxPictures)
	case images.IsAlbum(file):
		a, err := images.ReadAlbum(file)
		if err != nil {
			return err
		}
		g.take(a)
		g.Albums++
	case images.IsIDX(file):
		if err := g.pair(file); err != nil {
			return err
		}
	default:
		m, err := Decode(bytes.NewReader(file))
		if err != nil {
			return err
		}
		taken := images.TakePicture(m)
		if taken.Blank() {
			return images.Refuse("picture-empty")
		}
		g.add(images.CleanName(class), taken)
	}
	g.Files++
	return nil
}

// Album returns what was read as an album.
func (g *Gathering) Album() (*images.Album, error) { return images.NewAlbum(g.Classes) }

// Left says why files in MNIST's format are left over: there is no other half, or one
// of another size. It is nil where none are.
func (g *Gathering) Left() *notice.Error {
	if len(g.single) == 0 {
		return nil
	}
	for _, a := range g.single {
		for _, b := range g.single {
			if !a.Labels() && b.Labels() {
				_, err := images.AlbumOf(a, b)
				return notice.Of(err)
			}
		}
	}
	return images.Refuse("idx-alone")
}

// pair takes a file in MNIST's format and, once its other half is there, the images of
// both.
func (g *Gathering) pair(file []byte) error {
	f, err := images.ReadIDX(bytes.NewReader(file), images.MaxPictures)
	if err != nil {
		return err
	}
	for i, other := range g.single {
		if other.Labels() == f.Labels() || other.Count != f.Count {
			continue
		}
		if f.Labels() {
			f, other = other, f
		}
		g.single = append(g.single[:i:i], g.single[i+1:]...)
		a, err := images.AlbumOf(f, other)
		if err != nil {
			return err
		}
		g.take(a)
		return nil
	}
	if len(g.single) == maxSingle {
		return images.Refuse("idx-alone")
	}
	g.single = append(g.single, f)
	return nil
}

// take adds all classes of an album.
func (g *Gathering) take(a *images.Album) {
	for _, c := range a.Classes() {
		g.add(c.Name, c.Pictures...)
	}
}

func (g *Gathering) add(class string, pictures ...images.Picture) {
	g.Pictures += len(pictures)
	for i := range g.Classes {
		if c := &g.Classes[i]; c.Name == class {
			c.Pictures = append(c.Pictures, pictures...)
			return
		}
	}
	g.Classes = append(g.Classes, images.Class{Name: class, Pictures: pictures})
}
