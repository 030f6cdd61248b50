package lab

import (
	"math"
	"slices"

	"nnplay/nn/metric"
)

// Right returns the accounts of an accuracy and of the confusion matrix it is told by.
func Right(accuracy, confusion string, c metric.Confusion) []Account {
	k, all := len(c), 0
	for _, row := range c {
		for _, n := range row {
			all += n
		}
	}
	diagonal := Shares(confusion, k*k, func(at int) float64 {
		if at%(k+1) != 0 {
			return 0
		}
		return 1 / float64(all)
	})
	return []Account{
		Single(accuracy, c.Accuracy(), Made{By: "accuracy", Terms: diagonal}),
		{
			Name: confusion, Shape: []int{k, k}, Dims: []string{"truth", "prediction"},
			Value: func(at int) float64 { return float64(c[at/k][at%k]) }, Made: Given("counted"),
		},
	}
}

// Judged returns the accounts of all that Judge fills in.
func Judged(c metric.Confusion) []Account {
	const confusion = "confusion"
	// whose adds the samples that are of a class, or are taken for it, to those that a share
	// is one of.
	whose := func(s *Share, class int, taken bool) (count int) {
		for other := range c {
			truth, prediction := class, other
			if taken {
				truth, prediction = other, class
			}
			count += c[truth][prediction]
			if p := (Place{confusion, truth*len(c) + prediction}); !slices.Contains(s.With, p) {
				s.With = append(s.With, p)
			}
		}
		return count
	}
	list := Right("accuracy", confusion, c)
	for _, measure := range []struct {
		name  string
		of    func(class int) float64
		taken []bool // whose samples the right ones are a share of
	}{{"precision", c.Precision, []bool{true}}, {"recall", c.Recall, []bool{false}}, {"f1", c.F1, []bool{false, true}}} {
		made := func(class int) Made {
			share, all := Share{Place: Place{confusion, class*len(c) + class}}, 0
			for _, taken := range measure.taken {
				all += whose(&share, class, taken)
			}
			if all > 0 {
				share.Factor = float64(len(measure.taken)) / float64(all)
			}
			return Made{By: measure.name, Terms: []Share{share}}
		}
		if len(c) == 2 {
			list = append(list, Single(measure.name, measure.of(1), made(1)))
			continue
		}
		each := Account{Name: measure.name + "/class", Shape: []int{len(c)}, Dims: []string{"class"}, Value: measure.of, Made: made}
		occurs := func(class int) float64 {
			if s := new(Share); whose(s, class, false)+whose(s, class, true) > 0 {
				return 1
			}
			return 0
		}
		var occurring float64
		for class := range c {
			occurring += occurs(class)
		}
		terms := Shares(each.Name, len(c), func(class int) float64 { return occurs(class) / occurring })
		list = append(list, Single(measure.name, c.Of(measure.of), Made{By: "mean", Terms: terms}), each)
	}
	return list
}

// Ranked returns the accounts of the area under the ROC curve: of how many negative
// samples each positive one scores above, equal ones counting half (Mann and Whitney).
func Ranked(scores []float64, positive []bool) []Account {
	var below []float64
	for i, p := range positive {
		if !p {
			below = append(below, scores[i])
		}
	}
	slices.Sort(below)
	above := make([]float64, len(scores))
	pairs := float64(len(below) * (len(scores) - len(below)))
	for i, score := range scores {
		if positive[i] {
			from, _ := slices.BinarySearch(below, score)
			to, _ := slices.BinarySearch(below, math.Nextafter(score, math.Inf(1)))
			above[i] = float64(from+to) / 2
		}
	}
	each := Listed("auc/sample", "sample", above, Given("ranked"))
	terms := Shares(each.Name, len(scores), func(i int) float64 {
		if !positive[i] {
			return 0
		}
		return 1 / pairs
	})
	return []Account{Single("auc", metric.AUC(scores, positive), Made{By: "auc", Terms: terms}), each}
}

// Determined returns the accounts of the coefficient of determination, given those of the
// predictions (n) by a name, of whose program they are results.
func Determined(predicted, target []float64, result func(at int) Made) []Account {
	n := len(target)
	var mean, residuals, deviations float64
	for _, v := range target {
		mean += v
	}
	mean /= float64(n)
	off, away := make([]float64, n), make([]float64, n)
	for i, v := range target {
		off[i], away[i] = v-predicted[i], v-mean
		residuals, deviations = residuals+off[i]*off[i], deviations+away[i]*away[i]
	}
	difference := func(of string, shared bool) func(int) Made {
		return func(at int) Made {
			from := Place{of, at}
			if shared {
				from.At = 0
			}
			return Made{By: "difference", Terms: []Share{{Place: Place{"r2/target", at}, Factor: 1}, {Place: from, Factor: -1}}}
		}
	}
	squares := func(name string, values []float64) Made {
		return Made{By: "squares", Terms: Shares(name, n, func(at int) float64 { return values[at] })}
	}
	return []Account{
		Single("r2", metric.R2(predicted, target), Made{By: "r2", Terms: []Share{
			{Place: Place{"r2/one", 0}, Factor: 1},
			{Place: Place{"r2/residuals", 0}, Factor: -1 / deviations, With: []Place{{"r2/deviations", 0}}},
		}}),
		Single("r2/one", 1, Made{Given: "constant"}),
		Single("r2/residuals", residuals, squares("r2/residual", off)),
		Single("r2/deviations", deviations, squares("r2/deviation", away)),
		Single("r2/mean", mean, Made{By: "mean", Terms: Shares("r2/target", n, func(int) float64 { return 1 / float64(n) })}),
		Listed("r2/residual", "sample", off, difference("r2/predicted", false)),
		Listed("r2/deviation", "sample", away, difference("r2/mean", true)),
		Listed("r2/predicted", "sample", predicted, result),
		Listed("r2/target", "sample", target, Given("data")),
	}
}
