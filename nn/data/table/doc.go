// Package table reads tables of people's own: whatever a spreadsheet, a
// database, a statistics program or somebody's script has written as text. There
// is one way through it, and each stage is a file or two:
//
//	bytes     ../encoding   UTF-8, UTF-16, GB18030, Windows-1252 or -1251
//	text      records.go    records: lines, except where quotation marks hold one together
//	          separator.go  what separates the values of a record
//	records   layout.go     where the table is among its lines: titles, header, rows, footnotes
//	          sample.go     which of its rows are used, where there are too many
//	columns   column.go     the kind of each, its range, what is missing, a histogram
//	          number.go     1,234.5 and 1.234,5 and (１２%), as the whole column has it
//	          date.go       dates as days
//	roles     role.go       input, target or left out
//	rows      vectors.go    columns of numbers, an input a category
//	          samples.go    rows of numbers to learn from
//	          rows.go       as an experiment carries them: package rows
//	          draw.go       or points in the plane, by their two principal components
//
// Read goes the whole way. Whatever it has to guess can be said beforehand in
// Choices, whose zero value guesses everything; and whatever it has guessed, left
// out or changed it tells of by a notice, so that a page can show what was
// understood before it is used. To change a guess is to read once more with a
// choice more: a table is a function of the bytes and the choices and of nothing
// else, here as in a browser.
//
// Guesses look at the whole column, not at a cell: in "950", "1,000" the comma
// stands between thousands since three digits follow it wherever it occurs. A guess
// that meets a few exceptions stands, and the exceptions are named by their lines;
// a guess that meets many is another guess.
//
// Tables come from outside and are hostile. The bounds are constants in bounds.go:
// bytes are counted before they are decoded, and records and their cells are
// counted in one pass that keeps nothing before a second one keeps some. Decoded
// text takes at most three times the bytes of the file, cells 16 bytes each, and
// they are parts of the text. What can't be read is refused with a notice.Error
// that says what is wrong, where, and what to do.
//
// The package stands apart from package data since its tables of Chinese
// characters and gonum cost a program some hundred kilobytes.
package table
