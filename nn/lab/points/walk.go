package points

import "nnplay/nn/lab"

// Walk implements lab.Walker: it is told where the sample lies.
func (t *perceptron) Walk(_ *lab.Machine, sample int) {
	t.walked = min(max(sample+1, 0), t.problem.train.len())
}

// walkedViews returns the place and the target of the sample that is walked with,
// "points/walked" (3), as those of pointsView; nil for none.
func (t *perceptron) walkedViews() []lab.View {
	if t.walked == 0 {
		return nil
	}
	return []lab.View{{Name: "points/walked", Shape: []int{3}, F32: placeOf(&t.problem.train.points, t.walked-1)}}
}
