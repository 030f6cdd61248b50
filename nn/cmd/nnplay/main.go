//go:build !js

// Nnplay trains experiments natively: the same link, the same steps, the same
// bits as in the browser.
//
//	nnplay train LINK -steps N [-every K] [-data FILE]
//
// prints a line every K steps and, last, the fingerprint of the weights. FILE is what
// one would drop on the page: a table, an album of images that was saved there or, for
// an experiment on sequences, a text.
//
//	nnplay verify [-steps N] [-presets a,b]
//
// trains presets by the interpreter and as compiled to WebAssembly, and fails
// if they differ.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

const usage = `usage: nnplay train LINK -steps N [-every K] [-data FILE]
       nnplay verify [-steps N] [-presets NAMES]

train   trains the experiment that LINK holds (a whole address, or what follows
        its '#') for N steps, reporting every K steps, and prints the
        fingerprint of the weights. It learns from FILE if there is one: a
        table, an album of images or, where the experiment takes texts, a text
verify  trains presets, those of NAMES (with commas) or all, by the interpreter
        and as compiled to WebAssembly, and prints whether they agree
`

// families are those that the command knows.
var families = experiment.Families(all.Families)

// errUsage says that the command line was wrong and has been explained.
var errUsage = errors.New("usage")

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	if !errors.Is(err, errUsage) {
		fmt.Fprintln(os.Stderr, "nnplay:", err)
		os.Exit(1)
	}
	os.Exit(2)
}

func run(args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 {
		switch args[0] {
		case "train":
			return runTrain(args[1:], stdout, stderr)
		case "verify":
			return runVerify(args[1:], stdout, stderr)
		}
	}
	fmt.Fprint(stderr, usage)
	return errUsage
}

// newFlags returns the flags of a command, with the number of steps, which all
// commands have.
func newFlags(command string, stderr io.Writer) (*flag.FlagSet, *int) {
	flags := flag.NewFlagSet("nnplay "+command, flag.ContinueOnError)
	flags.SetOutput(stderr)
	return flags, flags.Int("steps", 1000, "number of optimizer steps")
}

func runVerify(args []string, stdout, stderr io.Writer) error {
	flags, steps := newFlags("verify", stderr)
	presets := flags.String("presets", "", "the names of `presets`, with commas; all, if empty")
	if err := flags.Parse(args); err != nil {
		return errUsage
	}
	if flags.NArg() > 0 || *steps < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	return verifyPresets(*presets, *steps, stdout)
}

func runTrain(args []string, stdout, stderr io.Writer) error {
	flags, steps := newFlags("train", stderr)
	data := flags.String("data", "", "learn from this `file`: a table, an album of images, a text, or a folder of pictures")
	every := flags.Int("every", 0, "report every so many steps; 0 reports at the end only")
	var links []string
	for rest := args; len(rest) > 0; rest = flags.Args() {
		if !strings.HasPrefix(rest[0], "-") { // flags may follow the link
			links = append(links, rest[0])
			rest = rest[1:]
		}
		if err := flags.Parse(rest); err != nil {
			return errUsage
		}
	}
	if len(links) != 1 || *steps < 0 || *every < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	return train(links[0], *data, *steps, *every, stdout, stderr)
}
