package rnn

import (
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/setting"
)

// Act lets the reader ask a prediction too, by its "ROW,COLUMN" in what is drawn.
func (r *rnn) Act(m *lab.Machine, name, value string) (lab.Answer, error) {
	if name != "place" {
		answer, err := r.Task.Act(m, name, value)
		if err == nil && (name == "nextSample" || name == "previousSample") {
			r.ask(m, r.lastAnswer())
		}
		return answer, err
	}
	column, row := strings.CutPrefix(value, "0,")
	place, err := strconv.Atoi(column)
	if !row || err != nil || place < 0 || place >= r.Test.T {
		return lab.Answer{}, setting.Refuse(setting.BadValue, "key", name, "given", value)
	}
	r.ask(m, place)
	return lab.Answer{Static: true}, nil
}

// ask turns to a place.
func (r *rnn) ask(m *lab.Machine, place int) {
	r.place = place
	marks := m.Slice("look/place")
	clear(marks)
	marks[place] = 1
}

// lastAnswer returns the last place of the sample that is looked at that counts.
func (r *rnn) lastAnswer() (place int) {
	for i := range r.Test.T {
		if sequence.Counts(&r.Test, r.Sample*r.Test.T+i) {
			place = i
		}
	}
	return place
}
