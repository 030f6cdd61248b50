// Package images makes and reads images for classification: digits and shapes
// drawn from strokes, MNIST's files, and pictures of one's own.
//
// An image is Side x Side numbers from 0, the background, to 1, row by row from
// the top, all channels of an element next to one another: the inputs of a
// sample of data.Points, whose target is the class.
//
//	draw.go      one image: a figure, distorted, thick, noisy
//	figure.go    strokes: lines and curves
//	digits.go    the digits
//	shapes.go    the shapes
//	idx.go       MNIST's files
//	picture/     files of pictures: PNG, JPEG and GIF
//	prepare.go   what pictures go through to be like MNIST's
//	album.go     images of one's own by class
//	album_code.go  how links and files carry them
package images
