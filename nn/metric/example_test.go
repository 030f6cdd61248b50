package metric_test

import (
	"fmt"

	"nnplay/nn/metric"
)

// A confusion matrix counts what was predicted of what is true.
func ExampleConfusion() {
	truth, predicted := []int{0, 0, 0, 1, 1}, []int{0, 0, 1, 1, 0}
	c := metric.NewConfusion(truth, predicted, 2)
	fmt.Println(c)
	fmt.Printf("accuracy %.2f, precision %.2f, recall %.2f\n", c.Accuracy(), c.Of(c.Precision), c.Of(c.Recall))
	// Output:
	// [[2 1] [1 1]]
	// accuracy 0.60, precision 0.50, recall 0.50
}
