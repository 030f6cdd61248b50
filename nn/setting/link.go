package setting

import (
	"errors"
	"strconv"
	"strings"
)

// Version is the version of the links that are written, and the newest that
// can be read.
const Version = 1

// MaxLink is the length in bytes beyond which a link is refused.
const MaxLink = 8000

// The keys of links that are no settings.
const (
	VersionKey  = "v"
	checksumKey = "c"
)

// Write returns the hash, without '#', of the settings that are not at their
// defaults: the version, a checksum, then the settings in their order and what is
// changed on the way. It consists of letters, digits and ".,-=&", in changes ":", and
// ends in a letter or digit, so that programs that look for links in text take all of it.
//
//	v=1&c=c1z0&dataset=spiral&networkShape=8,8&learningRate=0.01
//	v=1&c=q1wn&learningRate=0.1&at=200:learningRate=0.01
//
// The checksum comes early because what is lost is the end.
func Write(settings []Pair) string {
	version := Pair{VersionKey, strconv.Itoa(Version)}
	if len(settings) == 0 {
		return version.String()
	}
	pairs := append([]Pair{version, {checksumKey, ""}}, settings...)
	pairs[1].Value = Checksum(pairs)
	return Join(pairs)
}

// Check returns the notice of a pair that is no setting, nil if it is as it should
// be; isSetting says that it is one.
func Check(p Pair, pairs []Pair) (n *Notice, isSetting bool) {
	switch {
	case p.Key == VersionKey && p.Value != strconv.Itoa(Version):
		n := Note(BadValue, "key", VersionKey, "given", p.Value, "used", strconv.Itoa(Version))
		return &n, false
	case p.Key == checksumKey && !strings.EqualFold(p.Value, Checksum(pairs)):
		n := Note("checksum")
		return &n, false
	}
	return nil, p.Key != VersionKey && p.Key != checksumKey
}

// Newer tells whether a version is a number beyond Version.
func Newer(version string) bool {
	n, err := strconv.ParseUint(version, 10, 32)
	return n > Version || errors.Is(err, strconv.ErrRange)
}

// A Pair is one key=value of a hash, decoded.
type Pair struct{ Key, Value string }

// String returns the pair as a link has it.
func (p Pair) String() string { return p.Key + "=" + p.Value }

// Join returns the hash that consists of the pairs.
func Join(pairs []Pair) string {
	var b strings.Builder
	for i, p := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(p.String())
	}
	return b.String()
}

// ValueOf returns the value of a key, and whether it is given.
func ValueOf(pairs []Pair, key string) (string, bool) {
	for _, p := range pairs {
		if p.Key == key {
			return p.Value, true
		}
	}
	return "", false
}

// HashOf returns the part of a link that says something, without '#'. It undoes
// what messengers and editors do to links: an encoded '#', or everything
// encoded; punctuation of the sentence around it, which no value ends in.
func HashOf(link string) string {
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

// Split separates a hash into pairs, the first of each key, and all changes.
func Split(hash string) (pairs []Pair, notices []Notice) {
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
			notices = append(notices, Note("unreadable", "given", item))
			continue
		}
		if first, again := seen[key]; again && key != ChangeKey {
			notices = append(notices, Note("duplicate", "key", key, "used", first))
			continue
		}
		seen[key] = value
		pairs = append(pairs, Pair{key, value})
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
