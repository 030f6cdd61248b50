package data_test

import (
	"fmt"

	"nnplay/nn/data"
	"nnplay/nn/rng"
)

// A data set makes points from random numbers, the same on every machine. What a
// network reads of them are features, scaled as the training points say.
func Example() {
	circle, _ := data.Find("circle")
	points := circle.Points(rng.New(1, rng.Data), circle.Count, 0, 0.1)
	train, test := data.Split(points, 50)
	fmt.Println(train.Len(), test.Len())

	x1, _ := data.FindFeature("x")
	square, _ := data.FindFeature("xSquared")
	x := data.Expand(train, []data.Feature{x1, square}) // (N, 2)
	standardize, _ := data.FindPreprocess("standardize")
	standardize.Fit(x, 2).Apply(x)
	fmt.Printf("%.2f %.2f is of class %v\n", x[0], x[1], train.Y[0])
	// Output:
	// 250 250
	// -2.02 2.34 is of class 0
}

// A set may know its true function.
func ExampleSet() {
	rings, _ := data.Find("rings")
	class := []float32{0}
	for _, x := range []float32{1, 3, 5} {
		rings.Known([]float32{x, 0}, class)
		fmt.Print(class, " ")
	}
	// Output: [0] [1] [2]
}

// A generative model learns a distribution of the plane.
func ExampleDistribution() {
	ring, _ := data.FindDistribution("ring")
	for _, v := range ring.Samples(rng.New(1, rng.Data), 2) {
		fmt.Printf("%.2f ", v)
	}
	// Output:
	// -0.08 -1.28 -1.24 -0.25
}
