// Package liberationserifregular stands in for the font of that name.
package liberationserifregular

import "golang.org/x/image/font/gofont/goregular"

// TTF is Go Regular.
var TTF = goregular.TTF
