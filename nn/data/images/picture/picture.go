// Package picture reads files of pictures. It is a package of its own because
// the decoders are large, and only the program that opens files needs them.
package picture

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"nnplay/nn/data/images"
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

// Decode reads a picture in PNG, JPEG or GIF, whose size is checked before it is
// decoded. Its errors are of type *notice.Error.
func Decode(r io.Reader) (image.Image, error) {
	file, err := io.ReadAll(io.LimitReader(r, maxPicture+1))
	if err != nil {
		return nil, err
	}
	if len(file) > maxPicture {
		return nil, images.Refuse("picture-long", "limit", maxPicture>>20)
	}
	for _, f := range formats {
		if !bytes.HasPrefix(file, []byte(f.magic)) {
			continue
		}
		c, err := f.config(bytes.NewReader(file))
		if err != nil {
			return nil, images.Refuse("picture-damaged")
		}
		if c.Width < 1 || c.Height < 1 || c.Width > maxPixels || c.Height > maxPixels {
			return nil, images.Refuse("picture-size", "width", c.Width, "height", c.Height, "limit", maxPixels)
		}
		m, err := f.decode(bytes.NewReader(file))
		if err != nil || m.Bounds().Empty() {
			return nil, images.Refuse("picture-damaged")
		}
		return m, nil
	}
	return nil, images.Refuse("picture-kind")
}
