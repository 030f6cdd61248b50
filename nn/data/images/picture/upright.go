package picture

import (
	"image"
	"image/color"
)

// A turned is a picture as it is to be seen, of one that is stored mirrored or lying on
// its side.
type turned struct {
	stored      image.Image
	orientation int // of Exif
}

// upright returns a picture as it is to be seen.
func upright(m image.Image, orientation int) image.Image {
	if orientation == 1 {
		return m
	}
	return turned{m, orientation}
}

func (t turned) ColorModel() color.Model { return t.stored.ColorModel() }

// lies tells whether rows are stored as columns.
func (t turned) lies() bool { return t.orientation >= 5 }

func (t turned) Bounds() image.Rectangle {
	width, height := t.stored.Bounds().Dx(), t.stored.Bounds().Dy()
	if t.lies() {
		width, height = height, width
	}
	return image.Rect(0, 0, width, height)
}

// At finds the pixel as the table of Exif 2.32, 4.6.4.A, says: which side of what is to
// be seen the first row is, and which the first column.
func (t turned) At(x, y int) color.Color {
	b := t.stored.Bounds()
	if t.lies() {
		x, y = y, x
	}
	switch t.orientation {
	case 2, 3, 7, 8:
		x = b.Dx() - 1 - x
	}
	switch t.orientation {
	case 3, 4, 6, 7:
		y = b.Dy() - 1 - y
	}
	return t.stored.At(b.Min.X+x, b.Min.Y+y)
}
