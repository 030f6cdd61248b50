package images

import (
	"strconv"
	"strings"
)

// An Error says why a file is refused. Its code names the translation
// "error.CODE".
type Error struct {
	Code string
	Args map[string]string
	Text string
}

// Error implements error with the English sentence.
func (e *Error) Error() string { return e.Text }

// texts are the English sentences by code.
var texts = map[string]string{
	"album-class":     "There is no such class, or no such image in it.",
	"album-classes":   "There are too many classes: {limit} are possible.",
	"album-damaged":   "The file of images is damaged.",
	"album-full":      "There are too many images: {limit} are possible.",
	"album-name":      "A class needs a name of 1 to {limit} characters that no other class has.",
	"idx-kind":        "This is neither a file of images nor one of labels in MNIST's format (IDX).",
	"idx-size":        "The images have {width} x {height} elements; 1 x 1 to {limit} x {limit} are possible.",
	"idx-empty":       "The file holds no images.",
	"idx-long":        "The file is too long: {limit} MB are allowed.",
	"idx-short":       "The file ends early: it announces {want} entries and has {count}.",
	"idx-gzip":        "The file can't be unpacked: it is damaged.",
	"idx-alone":       "There are images in MNIST's format without their labels, or labels without their images: open both files together.",
	"idx-pair":        "There are {images} images and {labels} labels: the two files don't belong together.",
	"idx-label":       "Image {image} has the label {label}; 0 to {limit} are possible.",
	"picture-kind":    "This is no picture that can be read: PNG, JPEG and GIF can, and files in MNIST's format.",
	"picture-long":    "The picture's file is too long: {limit} MB are allowed.",
	"picture-size":    "The picture has {width} x {height} pixels; {limit} x {limit} are possible.",
	"picture-damaged": "The picture is damaged.",
}

// Codes lists the codes of errors.
func Codes() []string {
	var codes []string
	for code := range texts {
		codes = append(codes, code)
	}
	return codes
}

// Refuse makes an error; args are names and numbers in turn.
func Refuse(code string, args ...any) *Error { return refuse(code, args...) }

func refuse(code string, args ...any) *Error {
	e := &Error{Code: code, Args: map[string]string{}, Text: texts[code]}
	for i := 0; i < len(args); i += 2 {
		name, value := args[i].(string), strconv.Itoa(args[i+1].(int))
		e.Args[name] = value
		e.Text = strings.ReplaceAll(e.Text, "{"+name+"}", value)
	}
	return e
}
