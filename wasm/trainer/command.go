package main

import (
	"math"
	"strconv"
)

// A command is a message to the trainer: its fields by name. Values are
// strings, float64s, bools and []byte; nil stands for anything else that was there.
type command map[string]any

// fieldNames are the fields that commands have.
var fieldNames = []string{"type", "id", "link", "key", "value", "n", "stepsPerSecond", "full", "workload", "points", "op", "more", "accuracy", "flat", "steps",
	"name", "index", "frozen", "layer", "first", "second", "saved", "bytes"}

// maxBytes bounds a field that holds bytes.
const maxBytes = 64 << 20

// maxSteps is the most steps that one command can ask for.
const maxSteps = 1e9

// text returns a field that must be a string.
func (c command) text(name string) (string, *failure) {
	v, ok := c[name].(string)
	if !ok {
		return "", fail("bad-field", "field", name)
	}
	return v, nil
}

// value returns a field as the text of a setting: numbers and truth values
// are as good as their texts.
func (c command) value(name string) (string, *failure) {
	switch v := c[name].(type) {
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), nil
	}
	return "", fail("bad-field", "field", name)
}

// count returns a field that must be a number of steps, 1 if it is left out.
func (c command) count(name string) (int, *failure) {
	if _, given := c[name]; !given {
		return 1, nil
	}
	v, ok := c[name].(float64)
	if !ok || v != math.Trunc(v) || v < 0 || v > maxSteps {
		return 0, fail("bad-count", "field", name, "limit", strconv.Itoa(maxSteps))
	}
	return int(v), nil
}

// rate returns a field that must be a number from 0 to maxSteps.
func (c command) rate(name string) (float64, *failure) {
	v, ok := c[name].(float64)
	if !ok || !(v >= 0 && v <= maxSteps) {
		return 0, fail("bad-field", "field", name)
	}
	return v, nil
}

// id returns what the answer is to repeat, nil if there is nothing.
func (c command) id() any {
	switch c["id"].(type) {
	case string, float64:
		return c["id"]
	}
	return nil
}

// A failure is why a command was not obeyed. Its code names the translation
// "error.CODE".
type failure struct {
	code string
	args map[string]string
	text string
}

// failures are the English sentences by code; those of settings and links come
// from package experiment.
var failures = map[string]string{
	"bad-count":        "The number of steps must be a whole number from 0 to a thousand million.",
	"bad-field":        "The command has a field that is missing or of the wrong type.",
	"internal":         "Something went wrong inside the trainer. Reset or reload to go on.",
	"interrupted":      "The training was interrupted by another command.",
	"no-experiment":    "No experiment is loaded yet.",
	"no-images":        "There are not enough images to train on. Add at least two.",
	"no-points":        "There are no points to train on. Draw some first.",
	"not-drawing":      "Points can be drawn on a data set of your own only.",
	"too-many-jobs":    "Too many commands are waiting.",
	"too-many-points":  "A drawing can hold {limit} points at most.",
	"unknown-command":  "The trainer does not know this command.",
	"unknown-workload": "The trainer knows no workload of the name {workload}.",
}

// fail makes a failure; args are names and values in turn.
func fail(code string, args ...string) *failure {
	f := &failure{code: code, args: map[string]string{}, text: failures[code]}
	for i := 0; i < len(args); i += 2 {
		f.args[args[i]] = args[i+1]
	}
	return f
}
