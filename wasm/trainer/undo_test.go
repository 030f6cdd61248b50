package main

import (
	"strings"
	"testing"
)

// TestUndoing goes back and forth between texts.
func TestUndoing(t *testing.T) {
	u := undoing[string]{most: 3, size: func(s string) int { return len(s) }, room: 10}
	now := ""
	for i, c := range []struct {
		do   string // a text, or "<" for undo, ">" for redo
		want string // what is there then
		past string // what is remembered, the latest last
		next string
	}{
		{"<", "", "", ""},
		{">", "", "", ""},
		{"a", "a", "-", ""},
		{"ab", "ab", "- a", ""},
		{"<", "a", "-", "ab"},
		{"<", "", "", "ab a"},
		{"<", "", "", "ab a"},
		{">", "a", "-", "ab"},
		{">", "ab", "- a", ""},
		{"<", "a", "-", "ab"},
		{"abc", "abc", "- a", ""}, // what was undone is lost
		{"abcd", "abcd", "- a abc", ""},
		{"b", "b", "a abc abcd", ""}, // three at most
		{"c", "c", "abc abcd b", ""},
		{"cccccc", "cccccc", "abcd b c", ""},
		{"d", "d", "b c cccccc", ""},
		{"dddddddddddd", "dddddddddddd", "c cccccc d", ""},
		{"e", "e", "dddddddddddd", ""}, // more than there is room for, but the latest
		{"f", "f", "e", ""},
	} {
		ok := true
		was := now
		switch c.do {
		case "<":
			was, ok = u.undo(now)
		case ">":
			was, ok = u.redo(now)
		default:
			u.changed(now)
			was = c.do
		}
		if ok {
			now = was
		}
		if now != c.want || words(u.past) != c.past || words(u.future) != c.next {
			t.Fatalf("%d, %s: %q, before %q, after %q", i, c.do, now, words(u.past), words(u.future))
		}
	}
}

// words writes a list of texts, "-" for an empty one.
func words(list []string) string {
	var all []string
	for _, text := range list {
		if text == "" {
			text = "-"
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}
