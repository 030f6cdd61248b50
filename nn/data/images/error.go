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
	"idx-kind":        "This is neither a file of images nor one of labels in MNIST's format (IDX).",
	"idx-size":        "The images have {width} x {height} elements; 1 x 1 to {limit} x {limit} are possible.",
	"idx-empty":       "The file holds no images.",
	"idx-long":        "The file is too long: {limit} MB are allowed.",
	"idx-short":       "The file ends early: it announces {want} entries and has {count}.",
	"idx-gzip":        "The file can't be unpacked: it is damaged.",
	"idx-pair":        "There are {images} images and {labels} labels: the two files don't belong together.",
	"idx-label":       "Image {image} has the label {label}; 0 to {limit} are possible.",
	"picture-kind":    "This is no picture that can be read: PNG, JPEG and GIF can.",
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

// refuse makes an error; args are names and values in turn.
func refuse(code string, args ...any) *Error {
	e := &Error{Code: code, Args: map[string]string{}, Text: texts[code]}
	for i := 0; i < len(args); i += 2 {
		name, value := args[i].(string), strconv.Itoa(args[i+1].(int))
		e.Args[name] = value
		e.Text = strings.ReplaceAll(e.Text, "{"+name+"}", value)
	}
	return e
}
