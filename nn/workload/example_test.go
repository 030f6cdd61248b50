package workload_test

import (
	"fmt"

	"nnplay/nn/program"
	"nnplay/nn/workload"
)

// A workload runs on any engine, to the same bits.
func Example() {
	w, _ := workload.Find("W1")
	run, err := w.Start(program.Interpret)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, steps := range []int{0, 100, 1900} {
		run.Step(steps)
		fmt.Printf("%.3f\n", run.Loss())
	}
	// Output:
	// 1.104
	// 0.740
	// 0.087
}
