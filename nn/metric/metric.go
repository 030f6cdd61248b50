// Package metric says how good predictions are. It looks on and decides
// nothing: no metric stands on the way from a link to its weights.
package metric

import (
	"math"

	"gonum.org/v1/gonum/integrate"
	"gonum.org/v1/gonum/stat"
)

// A Confusion counts samples by true class (row) and predicted class (column).
type Confusion [][]int

// NewConfusion returns the counts for pairs of class indices below classes.
func NewConfusion(truth, predicted []int, classes int) Confusion {
	c := make(Confusion, classes)
	for i := range c {
		c[i] = make([]int, classes)
	}
	for i, t := range truth {
		c[t][predicted[i]]++
	}
	return c
}

// Accuracy is the share of samples predicted right, NaN if there are none.
func (c Confusion) Accuracy() float64 {
	var right, all int
	for i, row := range c {
		right += row[i]
		for _, n := range row {
			all += n
		}
	}
	return float64(right) / float64(all)
}

// Precision is the share of right ones among the samples predicted to be of
// the class; 0 if none were (scikit-learn's convention).
func (c Confusion) Precision(class int) float64 {
	var n int
	for i := range c {
		n += c[i][class]
	}
	return ratio(c[class][class], n)
}

// Recall is the share of the class's samples that were found; 0 if it has none.
func (c Confusion) Recall(class int) float64 {
	var n int
	for _, k := range c[class] {
		n += k
	}
	return ratio(c[class][class], n)
}

// F1 is the harmonic mean of precision and recall; 0 if both are.
func (c Confusion) F1(class int) float64 {
	p, r := c.Precision(class), c.Recall(class)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Of returns a measure of the positive class 1 where there are two classes,
// and its mean ("macro") over all that occur, as truth or as prediction, where
// there are more.
func (c Confusion) Of(measure func(class int) float64) float64 {
	if len(c) == 2 {
		return measure(1)
	}
	var sum float64
	n := 0
	for class := range c {
		if c.occurs(class) {
			sum += measure(class)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// occurs tells whether a sample is of a class, or was taken for one.
func (c Confusion) occurs(class int) bool {
	for other := range c {
		if c[class][other]+c[other][class] > 0 {
			return true
		}
	}
	return false
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// ROC returns the receiver operating characteristic of scores, higher meaning
// positive: true and false positive rates at falling thresholds, from (0, 0)
// to (1, 1). It returns nil if a class is missing or a score is NaN.
func ROC(scores []float64, positive []bool) (tpr, fpr []float64) {
	y := append([]float64(nil), scores...)
	classes := append([]bool(nil), positive...)
	var positives int
	for i, p := range classes {
		if p {
			positives++
		}
		if math.IsNaN(y[i]) {
			return nil, nil
		}
	}
	if positives == 0 || positives == len(y) {
		return nil, nil
	}
	stat.SortWeightedLabeled(y, classes, nil)
	tpr, fpr, _ = stat.ROC(nil, y, classes, nil)
	return tpr, fpr
}

// AUC is the area under the ROC curve: the chance that a positive sample
// scores above a negative one. It is NaN where there is no curve.
func AUC(scores []float64, positive []bool) float64 {
	tpr, fpr := ROC(scores, positive)
	if tpr == nil {
		return math.NaN()
	}
	return integrate.Trapezoidal(fpr, tpr)
}

// R2 is the coefficient of determination, 1 - Σ(t-p)²/Σ(t-mean)².
func R2(predicted, target []float64) float64 {
	return stat.RSquaredFrom(predicted, target, nil)
}
