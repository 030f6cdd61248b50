// Package liberationmonobold stands in for the font of that name.
package liberationmonobold

import "golang.org/x/image/font/gofont/goregular"

// TTF is Go Regular.
var TTF = goregular.TTF
