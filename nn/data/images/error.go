package images

import (
	"strconv"

	"nnplay/nn/notice"
)

// Errors are the English sentences of errors by code.
var Errors = notice.Texts{
	"album-class":     "There is no such class, or no such image in it.",
	"album-classes":   "There are too many classes: at most {limit} are possible.",
	"album-damaged":   "The file of images is damaged.",
	"album-full":      "There are too many images: at most {limit} are possible.",
	"album-name":      "A class needs a name of 1 to {limit} characters that no other class has.",
	"idx-kind":        "This is neither an image file nor a label file in MNIST's format (IDX).",
	"idx-size":        "The images have {width} × {height} pixels; 1 × 1 to {limit} × {limit} are possible.",
	"idx-empty":       "The file holds no images.",
	"idx-long":        "The file is too large: at most {limit} MB are allowed.",
	"idx-short":       "The file ends early: it announces {want} {want|entry|entries} and has {count}.",
	"idx-gzip":        "The file can't be unpacked: it is damaged.",
	"idx-alone":       "There are images in MNIST's format without their labels, or labels without their images: open both files together.",
	"idx-pair":        "There are {images} {images|image|images} and {labels} {labels|label|labels}: the two files don't belong together.",
	"idx-label":       "Image {image} has the label {label}; labels must be from 0 to {limit}.",
	"picture-empty":   "Of this picture nothing can be seen at 28 × 28 pixels.",
	"picture-kind":    "This file can't be read as a picture. PNG, JPEG, GIF, WebP, BMP, SVG and files in MNIST's format can: save it as PNG or JPEG.",
	"picture-long":    "The picture's file is too large: at most {limit} MB are allowed.",
	"picture-side":    "The picture has {width} × {height} pixels; at most {limit} are possible along a side. Make it smaller and try again.",
	"picture-size":    "The picture has {width} × {height} pixels; of its kind at most {limit} million are possible. Make it smaller and try again.",
	"picture-variant": "Pictures of this kind, though of a known format, are not read. Save the picture as PNG or JPEG.",
	"picture-damaged": "The picture is damaged.",
}

// Refuse makes an error of a file that is refused; args are names and numbers in
// turn.
func Refuse(code string, args ...any) *notice.Error {
	texts := make([]string, len(args))
	for i := 0; i < len(args); i += 2 {
		texts[i], texts[i+1] = args[i].(string), strconv.Itoa(args[i+1].(int))
	}
	return Errors.Refuse(code, texts...)
}
