// Package liberationsansregular stands in for the font of that name.
package liberationsansregular

import "golang.org/x/image/font/gofont/goregular"

// TTF is Go Regular.
var TTF = goregular.TTF
