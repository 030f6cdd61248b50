package lab

import (
	"strings"

	"nnplay/nn/setting"
)

// A Reader gathers what a link says.
type Reader struct {
	Spec    Spec
	Notices []setting.Notice
	// Known tells whether some family has a setting of that key.
	Known func(key string) bool
}

// Note adds a notice.
func (r *Reader) Note(code string, args ...string) {
	r.Notices = append(r.Notices, setting.Note(code, args...))
}

// Set takes the value of a setting, or the nearest possible one.
func (r *Reader) Set(key, value string) {
	f, ok := r.Spec.Family.Find(key)
	switch {
	case ok:
	case r.Known(key):
		r.Note("other-architecture", "key", key)
		return
	default:
		r.Note("unknown-key", "key", key)
		return
	}
	text, missing := f.OfLink(value)
	if missing != nil {
		r.Notices = append(r.Notices, *missing)
		return
	}
	left := f.None && strings.TrimSpace(text) == "" // out, and not said to be none
	if left {
		text = setting.Nothing
	}
	if problem := f.Parse(&r.Spec, text); problem != "" {
		r.Note(problem, "key", key, "given", text, "used", f.Shown(&r.Spec))
	}
	if left {
		r.Notices = append(r.Notices, f.emptied(&r.Spec)...)
	}
}

// Unknown notes a key of a link without a version that is nobody's.
func (r *Reader) Unknown(key string) {
	if r.Known(key) {
		r.Note("needs-v", "key", key)
	} else {
		r.Note("unknown-key", "key", key)
	}
}
