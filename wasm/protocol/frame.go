package protocol

// Frame is what the document in the frame of <nn-play> obeys itself; it hands
// the trainer everything else.
var Frame = Commands{
	{Type: "theme", Doc: "Chooses the colors.", Fields: []Field{{Name: "value", Kind: Text, Doc: `"auto", "light" or "dark".`}}},
	{Type: "lang", Doc: "Chooses the language.", Fields: []Field{{Name: "value", Kind: Text, Doc: `Its tag, which names its folder in web/i18n: "en".`}}},
	{Type: "locked", Doc: "Chooses what the reader cannot change.", Fields: []Field{
		{Name: "value", Kind: Text, Doc: `"all", or keys of settings and "weights", between spaces.`},
	}},
	{Type: "zoom", Doc: "Chooses how large all is drawn.", Fields: []Field{{Name: "value", Kind: Text, Doc: `How many times as large as usual, from "1" to "2".`}}},
	{Type: "through", Doc: "Goes slowly through the step that comes, beside the drawing, or no longer.", Fields: []Field{{Name: "value", Kind: Text, Doc: `"open" or "close".`}}},
	{Type: "numbers", Doc: "Chooses whether numbers on the drawing can be asked where they come from: the host tells.", Fields: []Field{{Name: "value", Kind: Text, Doc: `"1", or "" for no.`}}},
	{Type: "screenshot", Doc: "Asks for what the canvas shows.", Answer: "screenshot"},
	{Type: "open", Doc: "Reads files, which become the data.", Answer: "opened", Fields: []Field{
		{Name: "files", Kind: Files},
		{Name: "classes", Kind: Text, Doc: "What the picture in each is of, a line each."},
	}},
}

// FrameAnswers are what that document says itself. A frame of the trainer's
// stays with the canvas; progress comes in its place.
func FrameAnswers() Answers {
	return Answers{
		{"progress", "What a frame tells beside its picture.", []Property{
			{Name: "metrics", Of: OrNull{metrics}, Doc: "Null while they take too much of the time."},
			{Name: "step", Of: OrNull{Float}},
			{Name: "playing", Of: Boolean},
			{Name: "busy", Of: Boolean, Doc: "It goes on without another command."},
		}},
		{"through", "Whether a step is gone through.", []Property{{Name: "on", Of: Boolean}}},
		{"asked", "Somebody wants to know where a number comes from.", []Property{
			{Name: "tensor", Of: String, Doc: "A parameter's name, a result's or a layer's."},
			{Name: "element", Of: Float, Doc: "Which element of it, in what one sample has, from 0."},
			{Name: "of", Of: String, Doc: `"value", "gradient" or "update".`},
		}},
		{"canvas", "What happened on the canvas.", []Property{{Name: "event", Of: Unknown}}},
		{"screenshot", "What the canvas shows.", []Property{{Name: "picture", Of: Plain("Blob"), Doc: "A PNG."}}},
		{"opened", "What files have become.", []Property{
			{Name: "kind", Of: String, Doc: `"table", "pictures" or "text".`},
			{Name: "count", Of: Float, Doc: "Rows, pictures or characters."},
			{Name: "inputs", Of: ListOf{String}, Doc: "The columns of a table that are inputs."},
			{Name: "targets", Of: ListOf{String}, Doc: "Those that are learned."},
			{Name: "classes", Of: OrNull{ListOf{String}}, Doc: "Null: there are none."},
			{Name: "notices", Of: ListOf{fileRemark}, Doc: "What was understood, left out or changed; warnings first."},
			{Name: "refused", Of: ListOf{&Object{"RefusedFile", "A picture that was not read.", []Property{
				{Name: "name", Of: String},
				{Name: "code", Of: String, Doc: `Names the translation "error.CODE".`},
				{Name: "text", Of: String},
			}}}},
		}},
	}
}

// fileRemark is a sentence about a file; programs that are loaded late say it as told.
var fileRemark = &Object{"FileRemark", told.Doc, told.Fields}
