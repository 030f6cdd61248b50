// Package picture reads files of pictures. It is a package of its own because
// the decoders are large, and only the program that opens files needs them.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"

	"nnplay/nn/data/images"
)

// Bounds of pictures.
const (
	maxPicture = 32 << 20  // bytes of a file
	maxDecoded = 256 << 20 // bytes that it takes while it is decoded
	maxPixels  = 1 << 14   // along a side
)

// formats has a row a format: how its files begin, with any byte for a dot, what reads
// them, where they say how they are turned, and how many bytes a pixel takes while it
// is decoded. Of a moving picture it is the first frame.
var formats = []struct {
	magic  string
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
	exif   func(file []byte) []byte
	pixel  func(file []byte, c image.Config) int
}{
	{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode, exifOfPNG, byModel},
	{"\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode, exifOfJPEG, ofJPEG},
	{"GIF8", gif.DecodeConfig, gif.Decode, nil, byModel},
	{"RIFF....WEBP", webp.DecodeConfig, webp.Decode, exifOfWebP, byModel},
	{"BM", bmp.DecodeConfig, bmp.Decode, nil, byModel},
}

// byModel returns how many bytes a pixel of a color model takes.
func byModel(_ []byte, c image.Config) int {
	if _, indexed := c.ColorModel.(color.Palette); indexed {
		return 1
	}
	switch c.ColorModel {
	case color.GrayModel:
		return 1
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	return 4
}

// ofJPEG returns how many bytes a pixel of a JPEG takes. A progressive one keeps the
// coefficients of three components, of four bytes each, until its end.
func ofJPEG(file []byte, _ image.Config) int {
	const components, coefficient = 3, 4
	if isProgressive(file) {
		return components * (1 + coefficient)
	}
	return components
}

// begins tells whether a file begins with the magic of a format.
func begins(file []byte, magic string) bool {
	if len(file) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '.' && file[i] != magic[i] {
			return false
		}
	}
	return true
}

// Decode reads a picture in PNG, JPEG, GIF, WebP or BMP, and turns it upright as its
// Exif says. Its size is checked before it is decoded. Its errors are of type
// *notice.Error.
func Decode(r io.Reader) (image.Image, error) {
	file, err := io.ReadAll(io.LimitReader(r, maxPicture+1))
	if err != nil {
		return nil, err
	}
	if len(file) > maxPicture {
		return nil, images.Refuse("picture-long", "limit", maxPicture>>20)
	}
	for _, f := range formats {
		if !begins(file, f.magic) {
			continue
		}
		file = firstFrame(file)
		c, err := f.config(bytes.NewReader(file))
		if isVariant(err) {
			return nil, images.Refuse("picture-variant")
		}
		if err != nil || c.Width < 1 || c.Height < 1 {
			return nil, images.Refuse("picture-damaged")
		}
		if c.Width > maxPixels || c.Height > maxPixels {
			return nil, images.Refuse("picture-side", "width", c.Width, "height", c.Height, "limit", maxPixels)
		}
		if most := maxDecoded / f.pixel(file, c); c.Width*c.Height > most {
			return nil, images.Refuse("picture-size", "width", c.Width, "height", c.Height, "limit", most/1_000_000)
		}
		m, err := f.decode(bytes.NewReader(file))
		if isVariant(err) {
			return nil, images.Refuse("picture-variant")
		}
		if err != nil || m.Bounds().Empty() {
			return nil, images.Refuse("picture-damaged")
		}
		if f.exif == nil {
			return m, nil
		}
		return upright(m, orientationOf(f.exif(file))), nil
	}
	return nil, images.Refuse("picture-kind")
}

// isVariant tells whether a picture is well formed, but of a kind that its format's
// reader does not know.
func isVariant(err error) bool {
	var ofJPEG jpeg.UnsupportedError
	var ofPNG png.UnsupportedError
	return errors.Is(err, bmp.ErrUnsupported) || errors.As(err, &ofJPEG) || errors.As(err, &ofPNG)
}
