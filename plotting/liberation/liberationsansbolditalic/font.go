// Package liberationsansbolditalic stands in for the font of that name.
package liberationsansbolditalic

import "golang.org/x/image/font/gofont/goregular"

// TTF is Go Regular.
var TTF = goregular.TTF
