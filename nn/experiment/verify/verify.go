// Package verify holds engines to the promise that a link computes the same
// bits wherever it is opened: it trains presets on each and compares the
// fingerprints of the weights.
package verify

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/program"
)

// An Engine trains the experiment of a link for some steps and returns the
// fingerprint of its weights.
type Engine struct {
	Name  string
	Train func(link string, steps int) (fingerprint string, err error)
}

// Native is an engine that runs in this process.
func Native(name string, families experiment.Families, engine program.Engine) Engine {
	return Engine{name, func(link string, steps int) (string, error) {
		spec, notices, err := families.Parse(link)
		if err != nil {
			return "", err
		}
		if len(notices) > 0 {
			return "", fmt.Errorf("the link is not exact: %v", notices)
		}
		run, err := experiment.NewOn(spec, engine)
		if err != nil {
			return "", err
		}
		run.Step(steps)
		return run.Fingerprint(), nil
	}}
}

// Choose returns the presets of the families whose names are in a list with commas; all, if the
// list is empty.
func Choose(families experiment.Families, names string) ([]lab.Preset, error) {
	all := families.Presets()
	if names == "" {
		return all, nil
	}
	var chosen []lab.Preset
	for name := range strings.SplitSeq(names, ",") {
		i := slices.IndexFunc(all, func(p lab.Preset) bool { return p.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no preset %q", name)
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

// A trial is a preset on one engine.
type trial struct {
	fingerprint string
	err         error
	took        time.Duration
}

// Presets trains each preset on each engine, so many at once, and writes a line
// a preset as it is done. The first engine says what is right. It returns an
// error if a preset failed.
func Presets(out io.Writer, presets []lab.Preset, steps int, engines []Engine, workers int) error {
	if len(presets) == 0 || len(engines) < 2 {
		return errors.New("there is nothing to compare")
	}
	var (
		mutex  sync.Mutex
		next   int
		done   int
		failed []string
		trials = make([][]trial, len(presets))
		left   = make([]int, len(presets))
		group  sync.WaitGroup
	)
	for i := range presets {
		trials[i], left[i] = make([]trial, len(engines)), len(engines)
	}
	// take returns the next trial to make: all engines on a preset, then on the
	// next.
	take := func() (preset, engine int, ok bool) {
		mutex.Lock()
		defer mutex.Unlock()
		n := next
		next++
		return n / len(engines), n % len(engines), n < len(presets)*len(engines)
	}
	finish := func(preset, engine int, t trial) {
		mutex.Lock()
		defer mutex.Unlock()
		trials[preset][engine] = t
		if left[preset]--; left[preset] > 0 {
			return
		}
		done++
		verdict := judge(engines, trials[preset])
		if verdict != "ok" {
			failed = append(failed, presets[preset].Name)
		}
		fmt.Fprintf(out, "%*d/%d %-17s %d steps %.16s %s (%s)\n", len(fmt.Sprint(len(presets))), done, len(presets),
			presets[preset].Name, steps, trials[preset][0].fingerprint, verdict, times(engines, trials[preset]))
	}
	for range max(workers, 1) {
		group.Go(func() {
			for {
				p, e, ok := take()
				if !ok {
					return
				}
				began := time.Now()
				fingerprint, err := engines[e].Train(presets[p].Link, steps)
				finish(p, e, trial{fingerprint, err, time.Since(began)})
			}
		})
	}
	group.Wait()
	if len(failed) > 0 {
		return fmt.Errorf("%d of %d presets differ: %s", len(failed), len(presets), strings.Join(failed, ", "))
	}
	return nil
}

// judge says what is wrong with the trials of a preset, or "ok".
func judge(engines []Engine, trials []trial) string {
	for i, t := range trials {
		if t.err != nil {
			return fmt.Sprintf("FAILS on %s: %v", engines[i].Name, t.err)
		}
		if t.fingerprint != trials[0].fingerprint {
			return fmt.Sprintf("DIFFERS on %s: %.16s", engines[i].Name, t.fingerprint)
		}
	}
	return "ok"
}

func times(engines []Engine, trials []trial) string {
	var list []string
	for i, t := range trials {
		list = append(list, fmt.Sprintf("%s %.1f s", engines[i].Name, t.took.Seconds()))
	}
	return strings.Join(list, ", ")
}
