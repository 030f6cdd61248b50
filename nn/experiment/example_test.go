package experiment_test

import (
	"fmt"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

// families are those that a program has; it may have fewer.
var families = experiment.Families(all.Families)

func ExampleLink() {
	s := families.Default()
	for key, value := range map[string]string{"dataset": "spiral", "networkShape": "8,8", "learningRate": "0.01"} {
		if err := s.Set(key, value); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(experiment.Link(s))
	// Output: v=1&c=c1z0&dataset=spiral&networkShape=8,8&learningRate=0.01
}

func ExampleFamilies_Parse() {
	s, notices, err := families.Parse("https://example.org/#v=1&dataset=spiral&noise=500&optimiser=adam")
	if err != nil {
		fmt.Println(err)
	}
	for _, n := range notices {
		fmt.Println(n)
	}
	fmt.Println(s.Get("dataset"), s.Get("noise"), s.Optimizer)
	// Output:
	// noise: 500 is out of range; the nearest value, 80, is used.
	// There is no setting called “optimiser”; it was ignored.
	// spiral 80 sgd
}
