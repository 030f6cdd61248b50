package setting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Change is something that is done to a run on its way, before it goes on: after
// so many steps a setting gets another value, or a weight is written or frozen.
type Change struct {
	Step uint64
	Key  string // a setting's, or of a weight: see WeightKey and FreezeKey
	// Value is the canonical text: of a setting, of a number, or "true" and "false" of what is frozen.
	Value string
}

// ChangeKey is the key of the pairs of a link that are changes; it may have several.
const ChangeKey = "at"

// Bounds of the changes that a link carries.
const (
	MaxChanges    = 100  // entries
	maxChangeText = 3000 // characters of them all
	MaxChangeStep = 1e9
	maxWeightKey  = 100 // characters
)

const freezePrefix = "freeze."

// WeightKey names an element of a parameter as a Change does, and the weights of a
// link: hidden1.weight.0.1. It has a dot, as no setting's key has.
func WeightKey(name string, index []int) string {
	key := strings.ReplaceAll(name, "/", ".")
	for _, i := range index {
		key += "." + strconv.Itoa(i)
	}
	return key
}

// FreezeKey names that an element of a parameter is frozen, or no longer.
func FreezeKey(name string, index []int) string { return freezePrefix + WeightKey(name, index) }

// Weight returns the element of a parameter that the change is about, and whether it
// freezes; ok is false where it is about a setting, or its key is none.
func (c Change) Weight() (g Given, freezes, ok bool) {
	key, freezes := strings.CutPrefix(c.Key, freezePrefix)
	if len(key) > maxWeightKey || strings.ContainsFunc(key, func(r rune) bool {
		return r != '.' && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
	}) {
		return g, freezes, false
	}
	g, ok = parseName(key)
	return g, freezes, ok && g.Index != nil && g.Name != "" && WeightKey(g.Name, g.Index) == key
}

// AboutWeight tells whether the key is that of a weight and not of a setting.
func (c Change) AboutWeight() bool { return strings.Contains(c.Key, ".") }

// Pair returns the change as a link has it:
//
//	at=200:learningRate=0.01
//	at=300:hidden1.weight.0.1=-0.5
//	at=300:freeze.hidden1.weight.0.1=true
func (c Change) Pair() Pair {
	return Pair{ChangeKey, strconv.FormatUint(c.Step, 10) + ":" + c.Key + "=" + c.Value}
}

// ParseChange undoes Change.Pair, of which it takes the value, within the bounds of a link. It returns the code of
// a notice that says what is wrong with the text, "" if nothing; what a setting's
// value may be is not its to know.
func ParseChange(text string) (c Change, problem string) {
	c, problem = ReadChange(text)
	if problem == "" && (c.Step > MaxChangeStep || c.Step == 0 && !c.AboutWeight()) {
		problem = "at-step"
	}
	return c, problem
}

// ReadChange is ParseChange for any step.
func ReadChange(text string) (c Change, problem string) {
	step, rest, found := strings.Cut(text, ":")
	key, value, equals := strings.Cut(rest, "=")
	if !found || !equals || key == "" || value == "" {
		return c, "at-unreadable"
	}
	n, err := strconv.ParseUint(step, 10, 64)
	if err != nil || strconv.FormatUint(n, 10) != step {
		return c, "at-unreadable"
	}
	c = Change{Step: n, Key: key, Value: value}
	if !c.AboutWeight() {
		return c, ""
	}
	_, freezes, ok := c.Weight()
	if !ok {
		return c, "at-unreadable"
	}
	if freezes {
		if value != "true" && value != "false" {
			return c, "at-value"
		}
		return c, ""
	}
	v, err := strconv.ParseFloat(value, 32)
	if err != nil || !(v >= -MaxWeight && v <= MaxWeight) {
		return c, "at-value"
	}
	c.Value = FormatFloat(float32(v))
	return c, ""
}

// Number returns the value of a change of a weight.
func (c Change) Number() float32 {
	v, _ := strconv.ParseFloat(c.Value, 32)
	return float32(v)
}

// CompareChanges orders changes as they are made and written: by step, then by key.
func CompareChanges(a, b Change) int {
	return cmp.Or(cmp.Compare(a.Step, b.Step), strings.Compare(a.Key, b.Key))
}

// Changed returns changes with one more, which takes the place of one of the same
// step and key.
func Changed(all []Change, c Change) []Change {
	at, found := slices.BinarySearchFunc(all, c, CompareChanges)
	if found {
		next := slices.Clone(all)
		next[at] = c
		return next
	}
	return slices.Insert(slices.Clone(all), at, c)
}

// ChangesUntil returns the changes up to a step and those that come later.
func ChangesUntil(all []Change, step uint64) (made, coming []Change) {
	at, _ := slices.BinarySearchFunc(all, step+1, func(c Change, step uint64) int { return cmp.Compare(c.Step, step) })
	return all[:at:at], all[at:]
}

// ChangesFit tells whether a link has room for changes.
func ChangesFit(all []Change) bool {
	n := 0
	for _, c := range all {
		if c.Step > MaxChangeStep {
			return false
		}
		n += len(c.Pair().String()) + 1
	}
	return len(all) <= MaxChanges && n <= maxChangeText
}

// Changes returns what the pairs of a link say of changes, in the order of the link,
// and a notice for each that can't be read, or is one too many.
func Changes(pairs []Pair) (all []Change, notices []Notice) {
	for _, p := range pairs {
		if p.Key != ChangeKey {
			continue
		}
		c, problem := ParseChange(p.Value)
		if problem == "" && len(all) == MaxChanges {
			problem = "at-most"
		}
		if problem != "" {
			notices = append(notices, NoteChange(problem, p.Value, c))
			continue
		}
		all = append(all, c)
	}
	return all, notices
}

// NoteChange makes a notice of a change that is refused: given is how it is written.
func NoteChange(code, given string, c Change) Notice {
	args := []string{"change", given}
	if c.Key != "" {
		args = append(args, "key", c.Key)
	}
	switch code {
	case "at-step":
		args = append(args, "limit", strconv.Itoa(MaxChangeStep))
	case "at-most":
		args = append(args, "most", strconv.Itoa(MaxChanges))
	}
	return Note(code, args...)
}
