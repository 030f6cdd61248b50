package setting

import (
	"strconv"
	"strings"

	"nnplay/nn/data"
)

// MaxPointsInLink is the longest text of points that a link carries, so that
// the other settings find room beside it within MaxLink. It is that of 1500
// points with classes, or 1200 with values. Where there are more, the link
// says only how many: the points go into a file.
const MaxPointsInLink = 6001

// points are points of one's own: the text of a data.Drawing.
var points = payload{
	kind: Points, format: formatText, put: putText, held: heldText,
	parse: parsePoints,
	count: func(value any) string { return strconv.Itoa(countPoints(*value.(*string))) },
	toLink: func(text string) string {
		if len(text) > MaxPointsInLink {
			return referPoints(text)
		}
		return text
	},
	refer: referPoints,
	ofLink: func(link string) (string, *Notice) {
		if count, ok := elsewhere(link); ok {
			n := Note("points-elsewhere", "count", count)
			return "", &n
		}
		return link, nil
	},
}

// parsePoints sets the text of points and returns what was wrong with it.
func parsePoints(value any, text string) (problem string) {
	if text == "none" {
		text = ""
	}
	d, ok := data.ParseDrawing(text)
	switch {
	case ok:
		putText(value, text)
	case d.Len() == 0:
		return BadValue
	default:
		putText(value, d.String())
		return "points-cut"
	}
	return ""
}

// countPoints returns the number of points in a valid text.
func countPoints(text string) int {
	d, _ := data.ParseDrawing(text)
	return d.Len()
}

// referPoints says only how many points there are.
func referPoints(text string) string { return "n" + strconv.Itoa(countPoints(text)) }

// elsewhere returns the number in what a link says in place of something that it
// can't carry: n and how much there is.
func elsewhere(link string) (count string, ok bool) {
	count, ok = strings.CutPrefix(link, "n")
	n, err := strconv.ParseUint(count, 10, 32)
	return strconv.FormatUint(n, 10), ok && err == nil && n > 0
}
