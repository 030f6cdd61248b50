//go:build !js

package main

import (
	"fmt"
	"io"
	"math"
	"slices"

	"nnplay/nn/experiment"
	"nnplay/nn/setting"
)

// train runs the experiment, on the data of a file unless it is "", and prints its
// progress, and fails where a goal is not reached. What was odd about the link, and what was understood of the file, goes to
// stderr.
func train(link, file string, steps, every int, goal goal, stdout, stderr io.Writer) error {
	spec, notices, err := families.Parse(link)
	if err != nil {
		return err
	}
	tell := func(notices []setting.Notice) {
		for _, n := range notices {
			fmt.Fprintln(stderr, "nnplay:", n)
		}
	}
	if file == "" {
		tell(notices)
	} else {
		missing, _ := setting.RowsMissing(notices)
		tell(slices.DeleteFunc(notices, func(n setting.Notice) bool { return n.Code == setting.RowsElsewhere }))
		was := spec.Family
		read, err := open(&spec, file, missing)
		tell(read)
		if err != nil {
			return err
		}
		if spec.Family != was {
			fmt.Fprintf(stderr, "nnplay: %s can't learn from this file; %s does, with its usual settings\n", was.Name, spec.Family.Name)
		}
	}
	if code := spec.NoData(); code != "" {
		fmt.Fprintf(stderr, "nnplay: there is nothing to train on (%s)\n", code)
	}
	if err := goal.known(spec.Family); err != nil {
		return err
	}
	tell(spec.TakeLog(spec.Log)) // a file may go together with less
	run, err := experiment.New(spec)
	if err != nil {
		return err
	}
	tell(run.Unplaced())
	if err := printLog(spec, steps, stdout); err != nil {
		return err
	}
	report := func() {
		m := run.Metrics()
		fmt.Fprintf(stdout, "step %d train-loss %s test-loss %s accuracy %s\n",
			m.Step, number(m.TrainLoss), number(m.TestLoss), number(m.Accuracy))
	}
	if every > 0 {
		report()
	}
	for done := 0; done < steps; {
		n := steps - done
		if every > 0 {
			n = min(n, every)
		}
		run.Step(n)
		done += n
		if every > 0 || done == steps {
			report()
		}
	}
	if name := run.Diverged(); name != "" {
		fmt.Fprintf(stderr, "nnplay: the run diverged: %s is no longer a number; a smaller learning rate usually helps\n", name)
	}
	if _, err = fmt.Fprintf(stdout, "fingerprint %s\n", run.Fingerprint()); err != nil {
		return err
	}
	return goal.reached(run)
}

// number prints a metric, or a dash where it does not apply.
func number(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	return fmt.Sprintf("%.6g", v)
}
