//go:build !js

// Peers measures how fast nnplay trains beside other systems that do the same:
// libraries from npm in the same Chromium, and PyTorch natively. It prints a
// Markdown table, and fails if a system does not learn as nnplay does, since a
// speed without learning says nothing.
//
//	go run ./web/bench/peers -only W1,W3 -peers convnetjs,torch -min
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nnplay/nn/workload"
	"nnplay/web/bench/npm"
	"nnplay/web/browser"
)

func main() {
	only := flag.String("only", "", "measure these `workloads` only, as in W1,W3")
	names := flag.String("peers", "", "compare with these `peers` only, of "+strings.Join(peerNames(), ","))
	dist := flag.String("dist", filepath.Join("web", "dist"), "the `folder` of the built playground")
	least := flag.Bool("min", false, "fail if nnplay is not as many times faster as it shall be")
	quick := flag.Bool("quick", false, "time for a tenth of a second only: a trial of this command")
	flag.Parse()
	if err := run(*only, *names, *dist, *quick, *least); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(only, names, dist string, quick, least bool) error {
	workloads, err := choose(workload.Workloads, only, func(w workload.Workload) string { return w.Name })
	if err != nil {
		return err
	}
	chosen, err := choose(peers, names, func(s system) string { return s.name })
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dist, "index.html")); err != nil {
		return fmt.Errorf("the playground is not built, make builds it: %w", err)
	}
	seconds := 1.0
	if quick {
		seconds = 0.1
	}
	chosen = fetched(chosen)
	site := serve(dist, workloads, seconds)
	defer site.Close()
	chromium, err := browser.Start(context.Background())
	if err != nil {
		return err
	}
	defer chromium.Close()

	b := &bench{chromium: chromium, url: site.URL, seconds: seconds}
	var rows []row
	for _, s := range append([]system{nnplay}, chosen...) {
		r, err := b.measure(s, workloads)
		if errors.Is(err, errAbsent) {
			fmt.Fprintf(os.Stderr, "%s is left out: %v\n", s.title, err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.title, err)
		}
		rows = append(rows, r)
	}
	if !slices.ContainsFunc(rows, func(r row) bool { return r.name != nnplay.name }) {
		return errors.New("there is nothing to compare with")
	}
	machine, err := b.machine()
	if err != nil {
		return err
	}
	fmt.Print(table(rows, workloads), "\n", machine, "\n")
	lines, short := demanded(rows)
	for _, line := range lines {
		fmt.Println(line)
	}
	failures := check(rows, workloads)
	for _, f := range failures {
		fmt.Println("FAIL", f)
	}
	if len(failures) > 0 {
		return fmt.Errorf("%d checks failed", len(failures))
	}
	if least && short > 0 {
		return fmt.Errorf("%d speeds fall short", short)
	}
	return nil
}

// fetched has the packages of the systems fetched, and leaves out, and tells,
// the systems whose packages could not be had.
func fetched(systems []system) []system {
	var wanted []string
	for _, s := range systems {
		wanted = append(wanted, s.packages...)
	}
	err := npm.Install(wanted...)
	if err == nil {
		return systems
	}
	fmt.Fprintln(os.Stderr, err)
	return slices.DeleteFunc(slices.Clone(systems), func(s system) bool {
		missing := !npm.Installed(s.packages...)
		if missing {
			fmt.Fprintf(os.Stderr, "%s is left out\n", s.title)
		}
		return missing
	})
}

// choose returns the elements whose names are in a list with commas; all, if
// the list is empty.
func choose[T any](all []T, list string, name func(T) string) ([]T, error) {
	if list == "" {
		return all, nil
	}
	var chosen []T
	for n := range strings.SplitSeq(list, ",") {
		i := slices.IndexFunc(all, func(e T) bool { return name(e) == n })
		if i < 0 {
			return nil, fmt.Errorf("there is no %q", n)
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}
