package sequences_test

import (
	"fmt"

	"nnplay/nn/data/sequences"
	"nnplay/nn/rng"
)

// A task makes samples: what is read and what is to be predicted at each place.
func Example() {
	task, _ := sequences.Find("reverse")
	o := sequences.Options{Length: 4}
	vocabulary := task.Vocabulary(o)
	d := task.Make(rng.New(3, rng.Data), 1, o)
	for place := range d.T {
		answer := "what does not count"
		if target := d.Target[place]; target != sequences.Ignored {
			answer = vocabulary[sequences.Index(target)]
		}
		fmt.Println(vocabulary[sequences.Index(d.X[place])], "then", answer)
	}
	// Output:
	// b then what does not count
	// c then what does not count
	// b then what does not count
	// b then what does not count
	// → then b
	// b then b
	// b then c
	// c then b
}
