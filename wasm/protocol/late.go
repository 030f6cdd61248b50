package protocol

// The programs that a page loads late are asked one thing after the other. What
// cannot be done is answered by {error}, a Refusal; else an answer has its fields,
// those that are not bytes as one JSON text, json. Charts have theirs as they are.

// Plots is what the program of the charts understands.
var Plots = Commands{
	{Type: "draw", Doc: "Draws a chart.", Answer: "drawn", Fields: []Field{
		{Name: "request", Kind: Text, Most: 8 << 20, Doc: "The chart and its format, as JSON."},
	}},
}

// PlotsAnswers are what it posts.
func PlotsAnswers() Answers {
	return Answers{
		{"drawn", "A chart.", []Property{
			{Name: "file", Of: String, Doc: "An SVG or a CSV."},
			{Name: "box", Of: ListOf{Float}, Doc: "Where its data are in the SVG: left, top, right, bottom."},
			{Name: "range", Of: ListOf{Float}, Doc: "The ends of its axes: least x, greatest x, least y, greatest y."},
		}},
	}
}

// Tables is what the reader of tables understands.
var Tables = Commands{
	{Type: "read", Doc: "Reads a table.", Answer: "table", Fields: []Field{
		{Name: "text", Kind: Bytes, Most: 20<<20 + 1, Doc: "One byte more than a table may have is enough to be refused."},
		{Name: "choices", Kind: Text, Most: 1 << 20, Optional: true, Doc: "What is not to be guessed, as JSON: table.Choices."},
		{Name: "size", Kind: Amount, Most: 1 << 50, Optional: true, Doc: "Of the whole file, where the bytes are its beginning."},
	}},
	{Type: "again", Doc: "Reads the table once more.", Answer: "table", Fields: []Field{
		{Name: "choices", Kind: Text, Most: 1 << 20, Doc: "As before."},
	}},
	{Type: "album", Doc: "Makes an album of a table whose inputs are pixels.", Answer: "album"},
	{Type: "passage", Doc: "Reads a running text; the table stays.", Answer: "passage", Fields: []Field{
		{Name: "text", Kind: Bytes, Most: 20<<20 + 1, Doc: "Of a longer one so much is enough to be told so."},
		{Name: "choices", Kind: Text, Most: 1 << 10, Optional: true, Doc: "What is not to be guessed, as JSON: passage.Choices."},
	}},
	{Type: "draw", Doc: "Makes a drawing of a choice of columns.", Answer: "drawn", Fields: []Field{choice}},
	{Type: "learn", Doc: "Makes rows to learn from, of the columns by their roles.", Answer: "learned", Fields: []Field{
		{Name: "kind", Kind: Text, Doc: `Of the target: "classes", "values", or "" for what suits it.`},
	}},
}

// told is a sentence about a table or a text.
var told = &Object{"Told", "Tells how a table, or a text, was understood.", []Property{
	{Name: "code", Of: String, Doc: `Names the translation "table.CODE", of a text "passage.CODE".`},
	{Name: "args", Of: MapOf{String}, Doc: "What stands for its {names}."},
	{Name: "text", Of: String, Doc: "The sentence in English."},
	{Name: "warning", Of: Boolean, Doc: "Somebody should look at it."},
}}

// TablesAnswers are what it posts.
func TablesAnswers() Answers {
	return Answers{
		{"table", "What a page shows of a table.", []Property{
			{Name: "header", Of: Boolean, Doc: "Its first row holds names."},
			{Name: "first", Of: Float, Doc: "The line with which it begins."},
			{Name: "rows", Of: Float, Doc: "Those that are used."},
			{Name: "total", Of: Float, Doc: "Rows of the file."},
			{Name: "columns", Of: ListOf{&Object{"Column", "A column of a table.", []Property{
				{Name: "name", Of: String},
				{Name: "place", Of: Float, Doc: "In the file, counted from 0."},
				{Name: "kind", Of: String, Doc: "number, date, category or text."},
				{Name: "role", Of: String, Doc: "input, target or out."},
				{Name: "as", Of: String, Doc: "What it is as a target: classes or values."},
				{Name: "width", Of: Float, Doc: "How many inputs it makes; 0: it can be none."},
				{Name: "missing", Of: Float, Doc: "Rows without a value."},
				{Name: "low", Of: Float, Doc: "The range of numbers and dates."},
				{Name: "high", Of: Float},
				{Name: "categories", Of: ListOf{String}, Doc: "The first of them."},
				{Name: "histogram", Of: ListOf{Float}, Doc: "Rows in equal parts of the range, or of each category."},
			}}}},
			{Name: "encoding", Of: String},
			{Name: "separator", Of: String},
			{Name: "decimal", Of: String, Doc: "The decimal sign."},
			{Name: "pixels", Of: Float, Doc: "The side of the images whose pixels the inputs are, or 0."},
			{Name: "marks", Of: ListOf{String}, Doc: "What stands for a missing value beside an empty cell."},
			{Name: "missing", Of: ListOf{&Object{"Gap", "A value that a row lacks.", []Property{
				{Name: "line", Of: Float},
				{Name: "column", Of: String},
			}}}, Doc: "Rows that lack a value of an input or a target: the first of them."},
			{Name: "lacking", Of: Float, Doc: "How many there are."},
			{Name: "notices", Of: ListOf{told}, Doc: "What was understood, left out or changed; warnings first."},
			{Name: "preview", Of: ListOf{ListOf{String}}, Doc: "Its first rows."},
		}},
		{"album", "An album made of a table.", []Property{
			{Name: "pictures", Of: Float},
			{Name: "side", Of: Float, Doc: "Of the images in the table."},
			{Name: "classes", Of: ListOf{String}},
			{Name: "lacking", Of: Float, Doc: "Rows that were left out, for a value is missing."},
			{Name: "notices", Of: ListOf{told}, Doc: "What was changed."},
			{Name: "file", Of: Buffer, Doc: "The album, as a file."},
		}},
		{"passage", "A text as it is learned from.", []Property{
			{Name: "text", Of: String},
			{Name: "encoding", Of: String},
			{Name: "total", Of: Float, Doc: "Characters of which the text may have a part."},
			{Name: "long", Of: Boolean, Doc: "It has a part of them."},
			{Name: "notices", Of: ListOf{told}, Doc: "What was understood, left out or changed; warnings first."},
		}},
		{"drawn", "A drawing of a table.", []Property{
			{Name: "text", Of: String, Doc: "As in links."},
			{Name: "points", Of: Float},
			{Name: "values", Of: Boolean, Doc: "The target is a value, not a class."},
			{Name: "classes", Of: OrNull{ListOf{String}}},
			{Name: "inputs", Of: ListOf{String}},
			{Name: "axes", Of: ListOf{String}, Doc: "What the coordinates are called."},
			{Name: "notices", Of: ListOf{told}, Doc: "What was changed."},
			{Name: "explained", Of: Float, Doc: "The share of the variance that two principal components keep; 0: there are none."},
		}},
		{"learned", "Rows of a table to learn from.", []Property{
			{Name: "rows", Of: Float},
			{Name: "total", Of: Float, Doc: "Rows of the file."},
			{Name: "lacking", Of: Float, Doc: "Rows that are left out since they lack a value."},
			{Name: "inputs", Of: Float, Doc: "How many numbers are read of a row."},
			{Name: "columns", Of: ListOf{String}, Doc: "Those that are inputs."},
			{Name: "targets", Of: ListOf{String}},
			{Name: "classes", Of: OrNull{ListOf{String}}, Doc: "Null: the targets are values."},
			{Name: "notices", Of: ListOf{told}, Doc: "What was understood, left out or changed; warnings first."},
			{Name: "file", Of: Buffer, Doc: "The rows, for the trainer."},
		}},
	}
}

// Pictures is what the reader of pictures understands.
var Pictures = Commands{
	{Type: "read", Doc: "Reads a file.", Answer: "gathered", Fields: []Field{
		// MNIST's unpacked images are 47 MB.
		{Name: "bytes", Kind: Bytes, Most: 64<<20 + 1, Doc: "One byte more than a file may have is enough to be refused."},
		{Name: "class", Kind: Text, Doc: "The class that its picture is of."},
	}},
	{Type: "finish", Doc: "Asks for what was read, as an album.", Answer: "gathered"},
}

// PicturesAnswers are what it posts.
func PicturesAnswers() Answers {
	return Answers{
		{"gathered", "What was read so far.", []Property{
			{Name: "pictures", Of: Float},
			{Name: "classes", Of: Float},
			{Name: "whole", Of: Boolean, Doc: "All of it is one album."},
			{Name: "left", Of: refusal, Optional: true, Doc: "Why files in MNIST's format were left over."},
			{Name: "file", Of: Buffer, Optional: true, Doc: "The album, once it is finished."},
		}},
	}
}

var choice = Field{Name: "choice", Kind: Text, Most: 1 << 20, Doc: "{inputs, target, kind}, as JSON."}

// refusal is an Error.
var refusal = &Object{"Refusal", "Why something cannot be done.", []Property{
	{Name: "code", Of: String, Doc: `Names the translation "error.CODE".`},
	{Name: "args", Of: MapOf{String}},
	{Name: "text", Of: String, Doc: "The English sentence."},
}}
