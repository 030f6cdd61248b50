package sequence

import (
	"math"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
)

var _ lab.Accountant = (*Task)(nil)

// Accounts implements lab.Accountant.
func (q *Task) Accounts(m *lab.Machine) (list []lab.Account) {
	if n := min(q.Train.N, q.Test.N) / q.Judged * q.Judged; n > 0 {
		b := book{q, &q.Train, "train", q.Learners[0], q.judge(m, &q.Train, n)[0], n}
		list = append(list, b.loss("trainLoss")...)
		list = append(list, b.right("trainAccuracy", q.language())...)
	}
	test := q.judge(m, &q.Test, q.Test.N)
	b := book{q, &q.Test, "test", q.Learners[0], test[0], q.Test.N}
	loss := "testLoss"
	if q.wholeTrains() {
		loss = "perplexity/loss"
	}
	list = append(list, b.loss(loss)...)
	list = append(list, b.right("accuracy", q.language())...)
	switch {
	case q.language():
		value := math.Exp(test[0].loss)
		list = append(list, lab.Single("perplexity", value, lab.Made{By: "perplexity", Kind: "map", Terms: []lab.Share{{Place: lab.Place{Name: loss}, Factor: value}}}))
	case q.Tokens():
		list = append(list, b.right("token-accuracy", true)...)
	}
	for i, rival := range test[1:] {
		b.learner, b.grade = q.Learners[1+i], rival
		list = append(list, b.loss("rival-loss")...)
		list = append(list, b.right("rival-accuracy", q.language())...)
	}
	return list
}

// A book is what the numbers are told by of a learner on the first n of some samples.
type book struct {
	task    *Task
	data    *sequences.Data
	name    string // of the samples
	learner Learner
	grade   grade
	n       int
}

// loss returns the accounts of a mean loss: each group of samples that is judged at once
// counts for as many places as count in it.
func (b book) loss(name string) []lab.Account {
	each := name + "/group"
	counted := b.task.counted(b.data, 0, b.n)
	terms := lab.Shares(each, len(b.grade.losses), func(i int) float64 {
		return b.task.counted(b.data, i*b.task.Judged, (i+1)*b.task.Judged) / counted
	})
	return []lab.Account{
		lab.Single(name, b.grade.loss, lab.Made{By: "group-mean", Terms: terms}),
		lab.Listed(each, "group", b.grade.losses, func(i int) lab.Made { return lab.Made{Result: b.result(i*b.task.Judged, "loss", 0)} }),
	}
}

// right returns the accounts of an accuracy: of all places that count, or of the samples
// with all of theirs right. There are none of values.
func (b book) right(name string, places bool) []lab.Account {
	g := &b.grade
	if g.right == nil {
		return nil
	}
	t := g.places
	place := func(at int) lab.Made {
		return lab.Made{Result: b.result(at/t, "right", at%(b.task.Judged*t))}
	}
	each := lab.Account{
		Name: name + "/place", Shape: []int{b.n, t}, Dims: []string{"sample", "place"},
		Value: func(at int) float64 { return float64(g.right[at]) }, Made: place,
	}
	count := func(at int) float64 {
		if g.target[at] == sequences.Ignored {
			return 0
		}
		return 1
	}
	if places {
		var all float64
		for at := range g.target {
			all += count(at)
		}
		made := lab.Made{By: "mean", Terms: lab.Shares(each.Name, len(g.target), func(at int) float64 { return count(at) / all })}
		return []lab.Account{lab.Single(name, g.share(sequences.TokenAccuracy), made), each}
	}
	samples := make([]float64, b.n)
	for i := range samples {
		samples[i] = 1
		for at := i * t; at < (i+1)*t; at++ {
			if count(at) > 0 {
				samples[i] = min(samples[i], float64(g.right[at]))
			}
		}
	}
	return append(lab.Mean(name, "sample", samples, func(i int) lab.Made {
		made := lab.Made{By: "whole", Kind: "minimum"}
		for at := i * t; at < (i+1)*t; at++ {
			if count(at) > 0 {
				made.Terms = append(made.Terms, lab.Share{Place: lab.Place{Name: each.Name, At: at}})
			}
		}
		for i := range made.Terms { // the first of the least
			if v := g.right[made.Terms[i].At]; float64(v) == samples[made.Terms[0].At/t] {
				made.Terms[i].Factor = 1
				break
			}
		}
		return made
	}), each)
}

// result returns an element of what the program that evaluates computes of the group of a
// sample.
func (b book) result(sample int, tensor string, at int) *lab.Result {
	first := sample / b.task.Judged * b.task.Judged
	return &lab.Result{
		Program: "evaluate", Tensor: b.learner.Name(tensor), At: at,
		Load: func(m *lab.Machine) { b.task.Write(m, "evaluate", b.data, first) }, Loaded: lab.Place{Name: b.name, At: first},
	}
}
