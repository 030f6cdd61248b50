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
	}},
	{Type: "check", Doc: "Asks which rows a choice of columns leaves out.", Answer: "checked", Fields: []Field{choice}},
	{Type: "draw", Doc: "Makes a drawing of a choice of columns.", Answer: "drawn", Fields: []Field{choice}},
}

// TablesAnswers are what it posts.
func TablesAnswers() Answers {
	return Answers{
		{"table", "What a page shows of a table.", []Property{
			{Name: "header", Of: Boolean, Doc: "Its first row holds names."},
			{Name: "rows", Of: Float},
			{Name: "columns", Of: ListOf{&Object{"Column", "A column of a table.", []Property{
				{Name: "name", Of: String},
				{Name: "numeric", Of: Boolean},
				{Name: "kind", Of: String, Doc: "What it is as a target."},
			}}}},
			{Name: "preview", Of: ListOf{ListOf{String}}, Doc: "Its first rows."},
			{Name: "inputs", Of: ListOf{Float}, Doc: "The columns that suggest themselves."},
			{Name: "target", Of: Float},
		}},
		{"checked", "What a choice of columns leaves out.", []Property{
			{Name: "rows", Of: Float, Doc: "Those that remain."},
			{Name: "missing", Of: OrNull{ListOf{&Object{"Gap", "A value that a row lacks.", []Property{
				{Name: "line", Of: Float},
				{Name: "column", Of: String},
			}}}}, Doc: "The first of them."},
			{Name: "lacking", Of: Float, Doc: "How many there are."},
		}},
		{"drawn", "A drawing of a table.", []Property{
			{Name: "text", Of: String, Doc: "As in links."},
			{Name: "points", Of: Float},
			{Name: "values", Of: Boolean, Doc: "The target is a value, not a class."},
			{Name: "classes", Of: OrNull{ListOf{String}}},
			{Name: "inputs", Of: ListOf{String}},
			{Name: "axes", Of: ListOf{String}, Doc: "What the coordinates are called."},
			{Name: "explained", Of: Float, Doc: "The share of the variance that two principal components keep; 0: there are none."},
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
