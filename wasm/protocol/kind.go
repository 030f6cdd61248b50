package protocol

import (
	"math"
	"strconv"
)

// A Kind is what a field of a command holds.
type Kind uint8

const (
	Text   Kind = iota // a text
	Value              // of a setting: a text, or a number or truth value, which are as good as theirs
	Number             // any number: whoever takes it looks whether it makes sense, as NaN
	Amount             // a number from 0
	Index              // a whole number from 0
	Count              // of steps, a whole number from 0
	Flag               // a truth value
	Bytes              // a Uint8Array
	Files              // of people's own; no program takes them
)

// MaxSteps is the most steps that one command can ask for.
const MaxSteps = 1e9

// maxLength bounds a text and bytes, in bytes.
const maxLength = 64 << 20

// kinds has a row a Kind.
var kinds = [...]struct {
	typescript string  // its type there
	words      string  // what that does not say
	unit       string  // of its Most
	code       string  // by which anything else is refused
	without    any     // what stands for an optional field that is left out
	most       float64 // the largest number, or the most bytes, where a field has no Most
	take       func(v any, most float64) (any, bool)
}{
	Text:   {"string", "", " bytes", "bad-field", "", maxLength, takeText},
	Value:  {"string | number | boolean", "", " bytes", "bad-field", "", maxLength, takeValue},
	Number: {"number", "", "", "bad-field", 0., math.MaxFloat64, takeNumber},
	Amount: {"number", "From 0.", "", "bad-field", 0., MaxSteps, takeAmount},
	Index:  {"number", "A whole number from 0.", "", "bad-field", 0., math.MaxInt32, takeWhole},
	Count:  {"number", "A whole number from 0 to a thousand million.", "", "bad-count", 1., MaxSteps, takeWhole},
	Flag:   {"boolean", "", "", "bad-field", false, 0, takeFlag},
	Bytes:  {"Uint8Array", "", " bytes", "bad-field", []byte(nil), maxLength, takeBytes},
	Files:  {"Array<File>", "", "", "bad-field", nil, 0, takeFiles},
}

func takeText(v any, most float64) (any, bool) {
	text, ok := v.(string)
	return text, ok && len(text) <= int(most)
}

func takeValue(v any, most float64) (any, bool) {
	switch v := v.(type) {
	case bool:
		return strconv.FormatBool(v), true
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), true
	}
	return takeText(v, most)
}

func takeNumber(v any, _ float64) (any, bool) {
	n, ok := v.(float64)
	return n, ok
}

func takeAmount(v any, most float64) (any, bool) {
	n, ok := v.(float64)
	return n, ok && n >= 0 && n <= most
}

func takeWhole(v any, most float64) (any, bool) {
	n, ok := v.(float64)
	if !ok || n != math.Trunc(n) || !(n >= 0 && n <= most) {
		return 0, false
	}
	return int(n), true
}

func takeFlag(v any, _ float64) (any, bool) {
	on, ok := v.(bool)
	return on, ok
}

func takeBytes(v any, most float64) (any, bool) {
	b, ok := v.([]byte)
	return b, ok && len(b) <= int(most)
}

func takeFiles(any, float64) (any, bool) { return nil, false }
