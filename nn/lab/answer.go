package lab

// An Answer is what an action came to.
type Answer struct {
	Texts   map[string]string
	Numbers map[string][]float32
	Static  bool // the static views have changed
	Edited  bool // the network was changed: the link no longer tells all
	Steps   int  // of training that it completed; negative: that it took back
	Paused  bool // training must not go on by itself: it is gone through slowly
	Caption *Caption
}

// A Caption says what is shown at the moment.
type Caption struct {
	Key           string // of the translations canvas.KEY, its title, and said.KEY
	Args          map[string]string
	Number, Count int // of the captions that follow each other
	Turn, Turns   int // how often this one comes before the next ones do, if more than once
}
