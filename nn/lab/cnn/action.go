package cnn

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/data/images"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// sketchSide is the side of the picture that a reader draws: images of other
// sides are made of it.
const sketchSide = 28

// Act chooses what is looked at: another test image, one that is taken for
// another class, the image of a cell of the confusion matrix ("ROW,COL"), or
// what the reader has drawn.
func (c *cnn) Act(m *lab.Machine, name, value string) (lab.Answer, error) {
	var texts map[string]string
	switch name {
	case "nextSample":
		c.look(m, c.sample+1)
	case "previousSample":
		c.look(m, c.sample-1)
	case "nextMistake", "previousMistake":
		step := 1
		if name == "previousMistake" {
			step = -1
		}
		texts = map[string]string{"mistakes": c.lookAtMistake(m, step)}
	case "example":
		if !c.lookAtExample(m, value) {
			return lab.Answer{}, setting.Refuse(setting.BadValue, "key", name, "given", value)
		}
	case "sketch":
		levels, err := hex.DecodeString(value)
		if err != nil || len(levels) != sketchSide*sketchSide {
			return lab.Answer{}, setting.Refuse(setting.BadValue, "key", name, "given", value)
		}
		if slices.Max(levels) == 0 {
			c.look(m, c.sample)
			break
		}
		c.drawn = images.Scaled(levels, sketchSide, c.net.Height)
		copy(m.Slice("look/x"), c.looked(m))
		texts = map[string]string{"seen": c.seen(m)}
	default:
		return lab.Answer{}, setting.Refuse("no-action", "given", name)
	}
	return lab.Answer{Static: true, Texts: texts}, nil
}

// look chooses a test image; the last is followed by the first.
func (c *cnn) look(m *lab.Machine, sample int) {
	n := c.test.Len()
	c.sample, c.drawn = (sample+n)%n, nil
	copy(m.Slice("look/x"), c.looked(m))
}

// lookAtMistake chooses the next test image, in steps of 1 or -1, that is taken
// for another class, and returns how many there are.
func (c *cnn) lookAtMistake(m *lab.Machine, step int) string {
	if c.own.Images.Lacking() {
		return "0 / 0"
	}
	predicted, n := c.judgeTest(m).predicted, c.test.Len()
	mistaken := func(i int) bool { return predicted[i] != int(c.test.Y[i]) }
	mistakes := 0
	for i := range n {
		if mistaken(i) {
			mistakes++
		}
	}
	for away := 1; away <= n; away++ {
		if i := (c.sample + step*away + n*n) % n; mistaken(i) {
			c.look(m, i)
			break
		}
	}
	return fmt.Sprintf("%d / %d", mistakes, n)
}

// lookAtExample chooses the next test image of a cell of the confusion matrix.
func (c *cnn) lookAtExample(m *lab.Machine, cell string) bool {
	row, col, _ := strings.Cut(cell, ",")
	truth, errTruth := strconv.Atoi(row)
	guess, errGuess := strconv.Atoi(col)
	if errTruth != nil || errGuess != nil {
		return false
	}
	predicted, n := c.judgeTest(m).predicted, c.test.Len()
	for away := 1; away <= n; away++ {
		if i := (c.sample + away) % n; int(c.test.Y[i]) == truth && predicted[i] == guess {
			c.look(m, i)
			return true
		}
	}
	return truth >= 0 && truth < c.net.Outputs && guess >= 0 && guess < c.net.Outputs // it has none
}

// seen tells the three most probable classes of the image that is looked at.
func (c *cnn) seen(m *lab.Machine) string {
	m.Run("look")
	named := min(len(c.symbols), c.net.Outputs) // of own images there may be less than two classes
	p := slices.Clone(m.Probe("look", "output/out")[:named])
	var list []string
	for range min(3, named) {
		best := lab.Largest(p)
		list = append(list, fmt.Sprintf("%s (%.0f %%)", c.symbols[best], 100*p[best]))
		p[best] = -1
	}
	return strings.Join(list, ", ")
}
