package experiment_test

import (
	"fmt"

	"nnplay/nn/experiment"
)

func ExampleSpec_Link() {
	s := experiment.Default()
	s.Dataset = "spiral"
	s.NetworkShape = []int{8, 8}
	s.LearningRate = 0.01
	fmt.Println(s.Link())
	// Output: v=1&c=c1z0&dataset=spiral&networkShape=8,8&learningRate=0.01
}

func ExampleParse() {
	s, notices, err := experiment.Parse("https://example.org/#v=1&dataset=spiral&noise=500&optimiser=adam")
	if err != nil {
		fmt.Println(err)
	}
	for _, n := range notices {
		fmt.Println(n)
	}
	fmt.Println(s.Dataset, s.Noise, s.Optimizer)
	// Output:
	// noise: 500 is not possible; the nearest value, 80, is used.
	// There is no setting called “optimiser”; it was ignored.
	// spiral 80 sgd
}
