package metric

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// agree allows for the rounding of float64 and nothing else; NaN agrees with NaN.
func agree(a, b float64) bool {
	return math.Abs(a-b) <= 1e-12 || a != a && b != b
}

var nan = math.NaN()

// TestConfusion works measures out by hand.
func TestConfusion(t *testing.T) {
	for _, c := range []struct {
		name                                       string
		truth, predicted                           []int
		classes                                    int
		want                                       Confusion
		accuracy                                   float64
		precision, recall, f1                      []float64 // of each class
		summaryPrecision, summaryRecall, summaryF1 float64   // of the positive class, or macro
	}{
		{
			name:  "two classes",
			truth: []int{1, 1, 1, 1, 0, 0, 0, 0, 0, 0}, predicted: []int{1, 1, 1, 0, 1, 0, 0, 0, 0, 0},
			classes: 2, want: Confusion{{5, 1}, {1, 3}},
			accuracy:  8. / 10,
			precision: []float64{5. / 6, 3. / 4}, recall: []float64{5. / 6, 3. / 4}, f1: []float64{5. / 6, 3. / 4},
			summaryPrecision: 3. / 4, summaryRecall: 3. / 4, summaryF1: 3. / 4,
		},
		{
			name:  "three classes",
			truth: []int{0, 0, 0, 1, 1, 2}, predicted: []int{0, 0, 1, 1, 2, 2},
			classes: 3, want: Confusion{{2, 1, 0}, {0, 1, 1}, {0, 0, 1}},
			accuracy:  4. / 6,
			precision: []float64{1, 1. / 2, 1. / 2}, recall: []float64{2. / 3, 1. / 2, 1}, f1: []float64{4. / 5, 1. / 2, 2. / 3},
			summaryPrecision: 2. / 3, summaryRecall: 13. / 18, summaryF1: 59. / 90,
		},
		{
			name:  "a class that is never predicted, and one that never occurs",
			truth: []int{0, 1}, predicted: []int{0, 2},
			classes: 3, want: Confusion{{1, 0, 0}, {0, 0, 1}, {0, 0, 0}},
			accuracy:  1. / 2,
			precision: []float64{1, 0, 0}, recall: []float64{1, 0, 0}, f1: []float64{1, 0, 0},
			summaryPrecision: 1. / 3, summaryRecall: 1. / 3, summaryF1: 1. / 3,
		},
		{
			name:  "two of five classes occur",
			truth: []int{2, 4, 4}, predicted: []int{2, 4, 4},
			classes: 5, want: Confusion{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 2}},
			accuracy:  1,
			precision: []float64{0, 0, 1, 0, 1}, recall: []float64{0, 0, 1, 0, 1}, f1: []float64{0, 0, 1, 0, 1},
			summaryPrecision: 1, summaryRecall: 1, summaryF1: 1,
		},
		{
			name:    "no samples",
			classes: 2, want: Confusion{{0, 0}, {0, 0}},
			accuracy:  nan,
			precision: []float64{0, 0}, recall: []float64{0, 0}, f1: []float64{0, 0},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := NewConfusion(c.truth, c.predicted, c.classes)
			if !slices.EqualFunc(got, c.want, slices.Equal) {
				t.Fatalf("counts are %v, want %v", got, c.want)
			}
			check := func(what string, got, want float64) {
				t.Helper()
				if !agree(got, want) {
					t.Errorf("%s is %v, want %v", what, got, want)
				}
			}
			check("accuracy", got.Accuracy(), c.accuracy)
			for class := range c.classes {
				check(fmt.Sprint("precision of class ", class), got.Precision(class), c.precision[class])
				check(fmt.Sprint("recall of class ", class), got.Recall(class), c.recall[class])
				check(fmt.Sprint("F1 of class ", class), got.F1(class), c.f1[class])
			}
			check("precision", got.Of(got.Precision), c.summaryPrecision)
			check("recall", got.Of(got.Recall), c.summaryRecall)
			check("F1", got.Of(got.F1), c.summaryF1)
		})
	}
}

// TestAUC counts the pairs of a positive and a negative sample that scores put
// in order, a tie counting half.
func TestAUC(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name     string
		scores   []float64
		positive []bool
		want     float64
	}{
		{"perfect", []float64{0.1, 0.2, 0.8, 0.9}, []bool{false, false, true, true}, 1},
		{"backwards", []float64{0.9, 0.8, 0.2, 0.1}, []bool{false, false, true, true}, 0},
		{"one pair of four in the wrong order", []float64{0.1, 0.4, 0.35, 0.8}, []bool{false, false, true, true}, 3. / 4},
		{"one pair of four tied", []float64{0.1, 0.5, 0.5, 0.8}, []bool{false, false, true, true}, 3.5 / 4},
		{"all tied", []float64{3, 3, 3, 3, 3}, []bool{true, false, false, true, false}, 1. / 2},
		{"unequal classes", []float64{-2, 5, 1, 0, 3}, []bool{false, false, true, false, false}, 2. / 4},
		{"infinite scores", []float64{-inf, inf, 0}, []bool{false, true, false}, 1},
		{"no positive sample", []float64{1, 2}, []bool{false, false}, nan},
		{"no negative sample", []float64{1, 2}, []bool{true, true}, nan},
		{"no samples", nil, nil, nan},
		{"a score that is not a number", []float64{1, nan}, []bool{true, false}, nan},
	} {
		t.Run(c.name, func(t *testing.T) {
			scores := slices.Clone(c.scores)
			if got := AUC(scores, c.positive); !agree(got, c.want) {
				t.Errorf("AUC is %v, want %v", got, c.want)
			}
			if !slices.EqualFunc(scores, c.scores, func(a, b float64) bool { return a == b || a != a && b != b }) {
				t.Errorf("scores were changed to %v", scores)
			}
		})
	}
}

// TestROC walks down the thresholds of the example of TestAUC.
func TestROC(t *testing.T) {
	tpr, fpr := ROC([]float64{0.1, 0.4, 0.35, 0.8}, []bool{false, false, true, true})
	wantTPR, wantFPR := []float64{0, 0.5, 0.5, 1, 1}, []float64{0, 0, 0.5, 0.5, 1}
	if !slices.Equal(tpr, wantTPR) || !slices.Equal(fpr, wantFPR) {
		t.Errorf("ROC is %v over %v, want %v over %v", tpr, fpr, wantTPR, wantFPR)
	}
}

func TestR2(t *testing.T) {
	for _, c := range []struct {
		name              string
		predicted, target []float64
		want              float64
	}{
		{"perfect", []float64{1, 2, 3}, []float64{1, 2, 3}, 1},
		{"the mean", []float64{2, 2, 2}, []float64{1, 2, 3}, 0},
		{"worse than the mean", []float64{3, 2, 1}, []float64{1, 2, 3}, 1 - 8./2},
		// Errors 0.5, 0.5, 0, 1; targets of mean 2.875.
		{"close", []float64{2.5, 0, 2, 8}, []float64{3, -0.5, 2, 7}, 1 - 1.5/29.1875},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := R2(c.predicted, c.target); !agree(got, c.want) {
				t.Errorf("R² is %v, want %v", got, c.want)
			}
		})
	}
}
