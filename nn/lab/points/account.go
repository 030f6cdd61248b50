package points

import "nnplay/nn/lab"

var _ lab.Accountant = (*perceptron)(nil)

// Accounts implements lab.Accountant.
func (t *perceptron) Accounts(m *lab.Machine) []lab.Account {
	if t.problem.empty {
		return nil
	}
	train, test := &t.problem.train, &t.problem.test
	trainLosses, trainOut := t.evaluate(m, train)
	testLosses, testOut := t.evaluate(m, test)
	list := lab.Mean("trainLoss", "sample", widen(trainLosses), t.evaluated(train, "train", "loss", 1))
	shown, shownOut, name := train, trainOut, "train"
	if test.len() > 0 {
		list = append(list, lab.Mean("testLoss", "sample", widen(testLosses), t.evaluated(test, "test", "loss", 1))...)
		shown, shownOut, name = test, testOut, "test"
	}
	if t.problem.classes == 0 {
		return append(list, lab.Determined(widen(shownOut), widen(shown.y), t.evaluated(shown, name, "output/out", t.problem.units))...)
	}
	list = append(list, lab.Judged(t.confusion(shown, shownOut))...)
	list = append(list, lab.Right("trainAccuracy", "trainAccuracy/confusion", t.confusion(train, trainOut))...)
	if t.problem.classes == 2 {
		list = append(list, lab.Ranked(t.scores(shown, shownOut))...)
	}
	return list
}

// evaluated returns where numbers of the samples of a split come from, units for each: from
// a tensor (rows, units) of the program that evaluates.
func (t *perceptron) evaluated(s *split, name, tensor string, units int) func(at int) lab.Made {
	return func(at int) lab.Made {
		first := at / units / t.rows * t.rows
		return lab.Made{Result: &lab.Result{
			Program: "evaluate", Tensor: tensor, At: at - first*units,
			Load: func(m *lab.Machine) { t.load(m, s, first) }, Loaded: lab.Place{Name: name, At: first},
		}}
	}
}
