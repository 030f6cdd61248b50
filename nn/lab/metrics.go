package lab

import (
	"math"

	"nnplay/nn/metric"
)

// Metrics tells how well the network does now. What does not apply is NaN or nil.
type Metrics struct {
	Step          uint64
	Epoch         float64
	TrainLoss     float64
	TestLoss      float64
	Accuracy      float64 // of the test set, or of the training set where there is no test set
	TrainAccuracy float64
	Precision     float64 // these too of the test set; of class 1, or the mean over classes
	Recall        float64
	F1            float64
	AUC           float64 // two classes only
	R2            float64 // regression only
	Confusion     [][]int
	Scores        []Score // what else a family tells, the most telling first
}

// A Score is a number that says how well a network does, beside its losses.
type Score struct {
	Name  string // of the translation score.NAME
	Value float64
}

// NoMetrics returns metrics of which none applies.
func NoMetrics() Metrics {
	nan := math.NaN()
	return Metrics{
		TrainLoss: nan, TestLoss: nan, Accuracy: nan, TrainAccuracy: nan,
		Precision: nan, Recall: nan, F1: nan, AUC: nan, R2: nan,
	}
}

// Judge fills in what a confusion matrix of the test set tells.
func (m *Metrics) Judge(c metric.Confusion) {
	m.Accuracy, m.Confusion = c.Accuracy(), c
	m.Precision, m.Recall, m.F1 = c.Of(c.Precision), c.Of(c.Recall), c.Of(c.F1)
}

// Largest returns the index of the largest number, the first of several.
func Largest(values []float32) int {
	best := 0
	for i, v := range values {
		if v > values[best] {
			best = i
		}
	}
	return best
}
