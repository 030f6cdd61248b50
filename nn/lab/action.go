package lab

// An Action is something a reader can do to what is shown that is no setting: it
// changes nothing that training computes, and no link carries it. A page offers
// a control for each; Run.Act does it.
type Action struct {
	Name string // of Run.Act, and of the translation action.NAME
	Kind ActionKind

	Options        []string // of a Choice; their translations are action.NAME.OPTION
	Min, Max, Step float32  // of a Number
	Sweeps         bool     // a Number that can run from Min to Max by itself
	Every          float32  // seconds after which a Button can press itself again and again; 0: it can't
	Side           int      // of a Sketch: pixels
	Most           int      // of a Text: characters
	Takes          []string // how a Text may look: the translations takes.NAME; see Taker
	Default        string

	// Applies returns why there is nothing to do, "" if there is; nil: always.
	Applies func(*Spec) string
}

// An ActionKind is what the value of an action looks like.
type ActionKind string

// The kinds of actions.
const (
	Button ActionKind = "button" // no value
	Number ActionKind = "number" // Min to Max, by a slider
	Choice ActionKind = "choice" // one of the options
	Text   ActionKind = "text"   // a line of text, and a button that sends it
	// Sketch is a picture drawn by hand: Side·Side gray levels as hexadecimal
	// digits, two a pixel, row by row; all 0 when nothing is drawn.
	Sketch ActionKind = "sketch"
)
