package setting

import (
	"strconv"

	"nnplay/nn/data/images"
)

// PicturesElsewhere is the code of the notice of a link that can't carry its images.
const PicturesElsewhere = "pictures-elsewhere"

// pictures are images of one's own: an *images.Album, whose text says by itself
// where it is only a count and the beginning of a hash.
var pictures = payload{
	kind:   Pictures,
	format: func(value any) string { return (*value.(**images.Album)).Text() },
	put:    func(value, what any) { *value.(**images.Album) = what.(*images.Album) },
	held:   func(value any) any { return *value.(**images.Album) },
	parse:  parseAlbum,
	count:  func(value any) string { return strconv.Itoa((*value.(**images.Album)).Len()) },
	toLink: func(text string) string { return text },
	ofLink: func(link string) (string, *Notice) {
		if count, isElsewhere := images.AlbumElsewhere(link); isElsewhere {
			n := Note(PicturesElsewhere, "count", count, "given", link)
			return "", &n
		}
		return link, nil
	},
}

// parseAlbum sets images of one's own from their text and returns what was wrong
// with it. A text that does not carry them is that of those that are there.
func parseAlbum(value any, text string) (problem string) {
	p := value.(**images.Album)
	if text == "none" {
		text = ""
	}
	if text != "" && text == (*p).Text() {
		return ""
	}
	a, ok := images.ParseAlbum(text)
	if !ok {
		if _, elsewhere := images.AlbumElsewhere(text); elsewhere {
			return PicturesElsewhere
		}
		return BadValue
	}
	*p = a
	return ""
}

// PicturesMissing returns the text of the images that a link means but does not
// carry, from the notices of reading it.
func PicturesMissing(notices []Notice) (text string, missing bool) {
	for _, n := range notices {
		if n.Code == PicturesElsewhere {
			return n.Args["given"], true
		}
	}
	return "", false
}
