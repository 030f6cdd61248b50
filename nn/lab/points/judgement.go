package points

import "nnplay/nn/lab"

// A judgement is which samples a classifier got wrong, and when.
type judgement struct {
	known       bool
	steps       uint64
	train, test []uint8 // 1 for each sample that is taken for another class
}

// judge notes the classes of outputs that were just evaluated.
func (t *perceptron) judge(m *lab.Machine, trainOut, testOut []float32) {
	t.judged = judgement{true, m.Steps, t.wrong(&t.problem.train, trainOut), t.wrong(&t.problem.test, testOut)}
}

// Forget says that what was judged is no longer true.
func (t *perceptron) Forget() { t.judged = judgement{} }

func (t *perceptron) wrong(s *split, out []float32) []uint8 {
	k := t.problem.units
	flags := make([]uint8, s.len())
	for i := range flags {
		if t.problem.classify(out[i*k:(i+1)*k]) != int(s.points.Y[i]) {
			flags[i] = 1
		}
	}
	return flags
}

// wrongViews returns which of the points that Static shows are taken for
// another class; none for regression.
func (t *perceptron) wrongViews(m *lab.Machine) []lab.View {
	if t.problem.classes == 0 || t.problem.empty {
		return nil
	}
	if !t.judged.known || t.judged.steps != m.Steps {
		_, trainOut := t.evaluate(m, &t.problem.train)
		_, testOut := t.evaluate(m, &t.problem.test)
		t.judge(m, trainOut, testOut)
	}
	view := func(name string, flags []uint8) lab.View {
		n := min(len(flags), maxShown)
		return lab.View{Name: name, Shape: []int{n}, U8: append([]uint8{}, flags[:n]...)}
	}
	return []lab.View{view("wrong/train", t.judged.train), view("wrong/test", t.judged.test)}
}
