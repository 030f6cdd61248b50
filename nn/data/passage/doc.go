// Package passage reads running texts of people's own, as package table reads their
// tables. There is one way through it:
//
//	bytes     ../encoding   UTF-8, UTF-16, GB18030, Windows-1252 or -1251
//	text      tidy.go       composed characters, line ends, what can't be shown
//	          part.go       of a text that is too long its beginning, or passages of it
//
// Read goes the whole way. What it has guessed, changed or left out it tells of by
// notices; what it has guessed can be said beforehand in Choices. What comes out is what
// package sequences learns from as it stands.
//
// Texts come from outside and are hostile: bytes are counted before they are decoded,
// and what is decoded takes at most three times as many.
package passage
