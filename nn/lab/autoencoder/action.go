package autoencoder

import (
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Act shows other images, or goes to a place of the plane of codes: ROW,COL of
// walkCells each.
func (a *autoencoder) Act(_ *lab.Machine, name, value string) (lab.Answer, error) {
	switch name {
	case "nextSample", "previousSample":
		shown := a.shown()
		sets := a.test.Len() / shown
		step := 1
		if name == "previousSample" {
			step = sets - 1
		}
		a.first = (a.first/shown + step) % sets * shown
		return lab.Answer{Static: true}, nil
	case "walk":
		row, col, _ := strings.Cut(value, ",")
		r, err1 := strconv.Atoi(row)
		c, err2 := strconv.Atoi(col)
		if err1 != nil || err2 != nil || min(r, c) < 0 || max(r, c) >= walkCells {
			return lab.Answer{}, setting.Refuse(setting.OutOfRange, "key", name, "given", value)
		}
		a.walk = [2]int{r, c}
		return lab.Answer{}, nil
	}
	return lab.Answer{}, setting.Refuse("no-action", "given", name)
}
