// Package liberationmonobolditalic stands in for the font of that name.
package liberationmonobolditalic

import "golang.org/x/image/font/gofont/goregular"

// TTF is Go Regular.
var TTF = goregular.TTF
