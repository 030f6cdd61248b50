package experiment

import (
	"slices"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// handKey is the key of the pair that lists what was changed by hand.
const handKey = "hand"

// text returns what a course tells beside the settings as they are now, "" if nothing:
// at step 0 what it begins with where that is something else, then its changes, as a link
// has them, and what was changed by hand. Unlike a link it is as long as it has to be.
func (c course) text(now lab.Spec) string {
	var pairs []setting.Pair
	for _, change := range slices.Concat(c.begin.Differences(now, 0), c.log) {
		pairs = append(pairs, change.Pair())
	}
	if len(c.hand) > 0 {
		pairs = append(pairs, setting.Pair{Key: handKey, Value: setting.FormatList(c.hand)})
	}
	return setting.Join(pairs)
}

// parseCourse undoes text. It reports whether it could: whether the course comes to the
// settings as they are now in so many steps.
func parseCourse(now lab.Spec, text string, steps uint64) (c course, ok bool) {
	c.begin = now
	pairs, notices := setting.Split(text)
	var changes []setting.Change
	for _, p := range pairs {
		if p.Key == handKey {
			for key := range strings.SplitSeq(p.Value, ",") {
				c = c.byHand(key)
			}
			continue
		}
		change, problem := setting.ReadChange(p.Value)
		f, known := now.Family.Find(change.Key)
		switch {
		case p.Key != setting.ChangeKey || problem != "" || len(changes) >= maxLog:
			return c, false
		case change.Step > 0 || change.AboutWeight():
			changes = append(changes, change)
		case !known || f.Shows() || f.Parse(&c.begin, change.Value) != "":
			return c, false
		}
	}
	begin := c.begin
	if len(notices) > 0 || begin.Validate() != nil || len(begin.TakeLog(changes)) > 0 {
		return c, false
	}
	c.log = begin.Log
	return c, !begin.RestartsFrom(now) && c.at(steps).TrainsAs(now)
}
