package images

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
)

// Bounds of pictures.
const (
	maxPicture = 16 << 20 // bytes of a file
	maxPixels  = 4096     // along a side
)

// formats has a row a format: how its files begin, and what reads them. Of a
// moving picture it is the first frame.
var formats = []struct {
	magic  string
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}{
	{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
	{"\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
	{"GIF8", gif.DecodeConfig, gif.Decode},
}

// A Preparation makes inputs of a picture.
type Preparation struct {
	Side   int  // of the image
	Color  bool // red, green and blue; else brightness
	Invert bool // dark becomes light: what is drawn on paper
}

// Channels returns the channels of an element.
func (p Preparation) Channels() int {
	if p.Color {
		return 3
	}
	return 1
}

// ReadPicture reads a picture in PNG, JPEG or GIF and makes a small square of
// the middle of it, (Side, Side, Channels) from 0 to 1. What is transparent is
// white. The picture's size is checked before it is decoded.
func ReadPicture(r io.Reader, p Preparation) ([]float32, error) {
	m, err := decode(r)
	if err != nil {
		return nil, err
	}
	return p.apply(m), nil
}

// decode reads a picture, whose size is checked before.
func decode(r io.Reader) (image.Image, error) {
	file, err := io.ReadAll(io.LimitReader(r, maxPicture+1))
	if err != nil {
		return nil, err
	}
	if len(file) > maxPicture {
		return nil, refuse("picture-long", "limit", maxPicture>>20)
	}
	for _, f := range formats {
		if !bytes.HasPrefix(file, []byte(f.magic)) {
			continue
		}
		c, err := f.config(bytes.NewReader(file))
		if err != nil {
			return nil, refuse("picture-damaged")
		}
		if c.Width < 1 || c.Height < 1 || c.Width > maxPixels || c.Height > maxPixels {
			return nil, refuse("picture-size", "width", c.Width, "height", c.Height, "limit", maxPixels)
		}
		m, err := f.decode(bytes.NewReader(file))
		if err != nil || m.Bounds().Empty() {
			return nil, refuse("picture-damaged")
		}
		return m, nil
	}
	return nil, refuse("picture-kind")
}

// apply averages the pixels that each element covers, in whole numbers: a
// scaler in floating point may differ from machine to machine.
func (p Preparation) apply(m image.Image) []float32 {
	b := m.Bounds()
	size := min(b.Dx(), b.Dy())
	left, top := b.Min.X+(b.Dx()-size)/2, b.Min.Y+(b.Dy()-size)/2
	span := func(i int) (from, to int) {
		from = i * size / p.Side
		return from, max((i+1)*size/p.Side, from+1)
	}
	out := make([]float32, 0, p.Side*p.Side*p.Channels())
	for row := range p.Side {
		y0, y1 := span(row)
		for col := range p.Side {
			x0, x1 := span(col)
			var sum [3]uint64
			for y := y0; y < y1; y++ {
				for x := x0; x < x1; x++ {
					c := onWhite(m.At(left+x, top+y))
					for i := range sum {
						sum[i] += uint64(c[i])
					}
				}
			}
			out = p.add(out, sum, uint64((y1-y0)*(x1-x0)))
		}
	}
	return out
}

// onWhite returns the color of a pixel on white paper, 16 bits a channel.
func onWhite(c color.Color) [3]uint32 {
	r, g, b, a := c.RGBA() // multiplied by a already
	return [3]uint32{r + 0xffff - a, g + 0xffff - a, b + 0xffff - a}
}

// add appends an element, from the sums over n pixels.
func (p Preparation) add(out []float32, sum [3]uint64, n uint64) []float32 {
	values := sum[:]
	if !p.Color {
		// The weights of ITU-R BT.601, as in package image/color.
		values = []uint64{(19595*sum[0] + 38470*sum[1] + 7471*sum[2] + 1<<15) >> 16}
	}
	for _, v := range values {
		share := float32(v/n) / 0xffff
		if p.Invert {
			share = 1 - share
		}
		out = append(out, share)
	}
	return out
}
