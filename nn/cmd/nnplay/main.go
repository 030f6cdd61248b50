//go:build !js

// Nnplay trains experiments natively: the same link, the same steps, the same
// bits as in the browser.
//
//	nnplay train LINK -steps N [-every K] [-data FILE] [-goal METRIC:VALUE]
//
// prints a line every K steps and, last, the fingerprint of the weights. FILE is what
// one would drop on the page: a table, an album of images that was saved there or, for
// an experiment on sequences, a text. It fails where a goal is not reached. What the link
// changes on the way (at=200:learningRate=0.01) is changed, and printed first.
//
//	nnplay presets [-json]
//
// lists the presets, a line each: their links, and what they reach in how many steps.
//
//	nnplay verify [-steps N] [-presets a,b]
//
// trains presets by the interpreter and as compiled to WebAssembly, and fails
// if they differ.
//
//	nnplay explain LINK -tensor NAME -index I,J,... [-steps N] [-of gradient|update] [-unfold] [-difference] [-json]
//
// prints which numbers a number of step N was made of, and how.
//
//	nnplay tensors LINK [-json]
//
// lists the tensors whose numbers can be explained.
//
//	nnplay ablate LINK -steps N [-tensor NAME] [-json]
//
// prints how well the network does without each unit, channel and head.
//
//	nnplay landscape LINK -steps N [-random] [-beside OPTIMIZERS] [-json]
//
// prints the loss over the plane in which the run has moved the most, and its way there.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

const usage = `usage: nnplay train LINK -steps N [-every K] [-data FILE] [-goal METRIC:VALUE]
       nnplay presets [-json]
       nnplay verify [-steps N] [-presets NAMES]
       nnplay explain LINK -tensor NAME -index I,J,... [-steps N] [-of OF] [-unfold]
                      [-difference] [-json]
       nnplay tensors LINK [-json]
       nnplay ablate LINK -steps N [-tensor NAME] [-json]
       nnplay landscape LINK -steps N [-random] [-beside OPTIMIZERS] [-json]

train   trains the experiment that LINK holds (a whole address, or what follows
        its '#') for N steps, reporting every K steps, and prints the
        fingerprint of the weights. It learns from FILE if there is one: a
        table, an album of images or, where the experiment takes texts, a text.
        With a goal, such as accuracy:0.95, it fails where that is not reached.
        What the link changes on the way is printed first, and done
presets lists the presets: name, family, steps, what they reach, link
verify  trains presets, those of NAMES (with commas) or all, by the interpreter
        and as compiled to WebAssembly, and prints whether they agree
explain prints of which numbers an element of a tensor was made in step N, and
        how: its value, as the step computed with it; its gradient, as it came
        back; or the update, what the step made of it. Each term can be
        explained in turn: @A behind its name is its -at A. With -difference
        its gradient is compared with a finite difference
tensors lists the tensors of a step: name, dimensions, role and, of results,
        the program that computes them
ablate  prints, after N steps, how well the network does as it is, and without each
        unit, channel and head of a result, or of all; of a parameter, without each
        element
landscape prints, after N steps, the way of the run on the plane in which it has
        moved the most, or on a random one, with those of other optimizers from
        the same start; as JSON the loss at the nodes of a grid besides
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
		case "presets":
			return runPresets(args[1:], stdout, stderr)
		case "verify":
			return runVerify(args[1:], stdout, stderr)
		case "explain":
			return runExplain(args[1:], stdout, stderr)
		case "tensors":
			return runTensors(args[1:], stdout, stderr)
		case "ablate":
			return runAblate(args[1:], stdout, stderr)
		case "landscape":
			return runLandscape(args[1:], stdout, stderr)
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

func runPresets(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("nnplay presets", flag.ContinueOnError)
	flags.SetOutput(stderr)
	asJSON := flags.Bool("json", false, "print a JSON object a line")
	if err := flags.Parse(args); err != nil {
		return errUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	return listPresets(*asJSON, stdout)
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
	wanted := flags.String("goal", "", "fail unless `METRIC:VALUE` is reached: accuracy, loss, or a score of the experiment's")
	every := flags.Int("every", 0, "report every so many steps; 0 reports at the end only")
	link, err := linkAnd(flags, args, stderr)
	if err != nil {
		return err
	}
	if *steps < 0 || *every < 0 {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	g, err := parseGoal(*wanted)
	if err != nil {
		return err
	}
	return train(link, *data, *steps, *every, g, stdout, stderr)
}
