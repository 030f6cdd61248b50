package setting

// A payload is a kind of field that holds data of one's own: it may be too long
// for a link, which then says how much there is and where to look for the rest.
type payload struct {
	kind   Kind
	format func(value any) string                        // as Field.Format
	parse  func(value any, text string) (problem string) // as Field.Parse
	put    func(value, what any)                         // sets a value to what it holds, as it is
	held   func(value any) any                           // returns what it holds
	count  func(value any) string                        // how much there is: points, characters, images
	toLink func(text string) string                      // what a link says
	// ofLink undoes toLink; a notice tells why the text is not there.
	ofLink func(link string) (text string, missing *Notice)
	// refer returns what a link says that has no room for a text, of kinds that stand
	// beside another one in a link.
	refer func(text string) string
}

// payloads is the table of payloads, a row a kind.
var payloads = []payload{points, passage, pictures, table, labels, classLabels}

// payload returns the row of the field's kind, nil if it has none.
func (f *Field) payload() *payload {
	for i := range payloads {
		if payloads[i].kind == f.Kind {
			return &payloads[i]
		}
	}
	return nil
}

// Put gives a value of a payload's field what it is to hold, without looking at
// it: a string, an album of images, or rows of a table.
func (f *Field) Put(value, what any) { f.payload().put(value, what) }

// Held returns what the value of a payload's field holds.
func (f *Field) Held(value any) any { return f.payload().held(value) }

// Shown returns a value for a notice: of a payload, how much there is.
func (f *Field) Shown(value any) string {
	if p := f.payload(); p != nil {
		return p.count(value)
	}
	return f.Format(value)
}

// ToLink returns how a link says a value whose text is not that of the default.
func (f *Field) ToLink(text string) string {
	switch p := f.payload(); {
	case text == "":
		return "none"
	case p != nil:
		return p.toLink(text)
	}
	return text
}

// Refer is ToLink for a link that has no room for a payload: it says only how much
// there is.
func (f *Field) Refer(text string) string {
	if p := f.payload(); p != nil && p.refer != nil && text != "" {
		return p.refer(text)
	}
	return f.ToLink(text)
}

// OfLink undoes ToLink. Where a link does not carry what it means, a notice says
// so, and there is no text.
func (f *Field) OfLink(link string) (text string, missing *Notice) {
	if p := f.payload(); p != nil && link != "none" {
		return p.ofLink(link)
	}
	return link, nil
}

// Carries tells whether a link has room for a text of the field.
func (f *Field) Carries(text string) bool {
	p := f.payload()
	if p == nil || text == "" {
		return true
	}
	_, missing := p.ofLink(p.toLink(text))
	return missing == nil
}

// The functions of a payload whose value is its text.
func formatText(value any) string { return *value.(*string) }
func putText(value, what any)     { *value.(*string) = what.(string) }
func heldText(value any) any      { return *value.(*string) }
