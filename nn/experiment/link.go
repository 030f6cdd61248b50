package experiment

import (
	"errors"
	"strconv"
	"strings"

	"nnplay/nn/data/images"
)

// Version is the version of the links that are written, and the newest that
// can be read.
const Version = 1

// MaxLink is the length in bytes beyond which a link is refused.
const MaxLink = 8000

// Link returns the hash of the experiment, without '#': the version, a
// checksum, then each setting that is not at its architecture's default, in the
// order of Fields. It consists of letters, digits and ".,-=&" and ends in a letter or
// digit, so that programs that look for links in text take all of it.
//
//	v=1&c=c1z0&dataset=spiral&networkShape=8,8&learningRate=0.01
//
// The checksum comes early because what is lost is the end.
func (s Spec) Link() string {
	version := pair{"v", strconv.Itoa(Version)}
	original := DefaultOf(s.Architecture)
	original.Architecture = Default().Architecture
	var settings []pair
	for i := range Fields {
		f := &Fields[i]
		text := f.Get(&s)
		if text == f.Get(&original) {
			continue
		}
		switch {
		case text == "":
			text = "none"
		case f.Kind == Points && len(text) > MaxPointsInLink:
			text = pointsElsewhere(text)
		case f.Kind == Passage:
			text = textInLink(text)
		}
		settings = append(settings, pair{f.Key, text})
	}
	if len(settings) == 0 {
		return version.String()
	}
	pairs := append([]pair{version, {"c", ""}}, settings...)
	pairs[1].value = checksum(pairs)
	return joinPairs(pairs)
}

// Parse reads a link: a URL with a hash, or a hash with or without '#'. What
// it can't take as it stands it ignores or replaces, with a notice. An empty
// hash is Default; one without a version is TensorFlow Playground's. An error
// means that the link is refused: it is too long, or of a newer version.
func Parse(link string) (Spec, []Notice, error) {
	if len(link) > MaxLink {
		return Default(), nil, refuse("too-long", "length", strconv.Itoa(len(link)), "limit", strconv.Itoa(MaxLink))
	}
	pairs, notices := splitHash(hashOf(link))
	r := reader{spec: Default(), notices: notices}
	version, versioned := valueOf(pairs, "v")
	if newer(version) {
		return Default(), nil, refuse("newer", "given", version, "known", strconv.Itoa(Version))
	}
	switch {
	case versioned:
		r.version1(pairs)
	case isPlayground(pairs):
		r.playground(pairs)
	default:
		r.unknown(pairs)
	}
	r.notices = append(r.notices, r.spec.repair("")...)
	return r.spec, limited(r.notices), nil
}

// A reader gathers what a link says.
type reader struct {
	spec    Spec
	notices []Notice
}

func (r *reader) note(code string, args ...string) {
	r.notices = append(r.notices, note(code, args...))
}

// version1 reads the settings of a link of version 1. The architecture comes
// first, wherever it stands: the defaults are its own.
func (r *reader) version1(pairs []pair) {
	if name, ok := valueOf(pairs, "architecture"); ok {
		r.set("architecture", name)
		r.spec = DefaultOf(r.spec.Architecture)
	}
	for _, p := range pairs {
		switch p.key {
		case "v":
			if p.value != strconv.Itoa(Version) {
				r.note(badValue, "key", "v", "given", p.value, "used", strconv.Itoa(Version))
			}
		case "c":
			if !strings.EqualFold(p.value, checksum(pairs)) {
				r.note("checksum")
			}
		case "architecture":
		default:
			r.set(p.key, p.value)
		}
	}
}

// set takes the value of a field, or the nearest possible one.
func (r *reader) set(key, value string) {
	f, ok := FindField(key)
	if !ok {
		r.note("unknown-key", "key", key)
		return
	}
	if !f.concerns(&r.spec) {
		r.note("other-architecture", "key", key)
		return
	}
	if count, ok := elsewhere(value); ok && f.Kind == Points {
		r.note("points-elsewhere", "count", count)
		return
	}
	if f.Kind == Passage && value != "none" {
		count, isElsewhere := elsewhere(value)
		text, ok := textOfLink(value)
		switch {
		case isElsewhere:
			r.note("text-elsewhere", "count", count)
			return
		case !ok:
			r.note("unreadable", "given", value)
			return
		}
		value = text
	}
	problem := f.parse(&r.spec, value)
	if problem == picturesElsewhere {
		count, _ := images.AlbumElsewhere(value)
		r.note(problem, "count", count, "given", value)
		return
	}
	if problem != "" {
		r.note(problem, "key", key, "given", value, "used", f.shown(&r.spec))
	}
}

// unknown notes every key of a link that is nobody's.
func (r *reader) unknown(pairs []pair) {
	for _, p := range pairs {
		if _, ours := FindField(p.key); ours {
			r.note("needs-v", "key", p.key)
		} else {
			r.note("unknown-key", "key", p.key)
		}
	}
}

// newer tells whether a version is a number beyond Version.
func newer(version string) bool {
	n, err := strconv.ParseUint(version, 10, 32)
	return n > Version || errors.Is(err, strconv.ErrRange)
}

// A pair is one key=value of a hash, decoded.
type pair struct{ key, value string }

func (p pair) String() string { return p.key + "=" + p.value }

func joinPairs(pairs []pair) string {
	var b strings.Builder
	for i, p := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(p.String())
	}
	return b.String()
}

func valueOf(pairs []pair, key string) (string, bool) {
	for _, p := range pairs {
		if p.key == key {
			return p.value, true
		}
	}
	return "", false
}

// hashOf returns the part of a link that says something, without '#'. It undoes
// what messengers and editors do to links: an encoded '#', or everything
// encoded; punctuation of the sentence around it, which no value ends in.
func hashOf(link string) string {
	link = strings.TrimSpace(link)
	if _, after, found := strings.Cut(link, "#"); found {
		link = after
	} else if _, after, found := strings.Cut(link, "%23"); found {
		link = after
	} else if strings.Contains(link, "://") {
		return ""
	}
	link = strings.TrimRight(link, ".,;:!?)]}>'\"*_ ")
	if !strings.Contains(link, "=") {
		if whole, ok := unescape(link); ok {
			return whole
		}
	}
	return link
}

// splitHash separates a hash into pairs, the first of each key.
func splitHash(hash string) (pairs []pair, notices []Notice) {
	seen := map[string]string{}
	for item := range strings.SplitSeq(hash, "&") {
		item = strings.TrimPrefix(item, "amp;") // copied from HTML
		if item == "" {
			continue
		}
		k, v, _ := strings.Cut(item, "=")
		key, ok1 := unescape(k)
		value, ok2 := unescape(v)
		if !ok1 || !ok2 || key == "" {
			notices = append(notices, note("unreadable", "given", item))
			continue
		}
		if first, again := seen[key]; again {
			notices = append(notices, note("duplicate", "key", key, "used", first))
			continue
		}
		seen[key] = value
		pairs = append(pairs, pair{key, value})
	}
	return pairs, notices
}

// unescape decodes %XX; '+' stays.
func unescape(text string) (decoded string, ok bool) {
	if !strings.Contains(text, "%") {
		return text, true
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		if len(rest) < 2 {
			return "", false
		}
		v, err := strconv.ParseUint(rest[:2], 16, 8)
		if err != nil {
			return "", false
		}
		b.WriteByte(byte(v))
		text = rest[2:]
	}
}
