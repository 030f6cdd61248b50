// Package paper is what figures are made of. A figure takes a kit, what there is
// to draw and to draw with, and makes a drawing of it: shapes, pictures and texts
// in CSS pixels, and spots that can be asked and chosen. All of it is plain Go
// and knows of no screen.
//
// What several figures share lives here too: colors and words (color.go,
// words.go), networks of dense layers (net.go), the plane (plane.go). What one
// figure alone needs lives beside that figure.
package paper
