// Nnplay trains experiments natively: the same link, the same steps, the same
// bits as in the browser.
//
//	nnplay train LINK -steps N [-every K]
//
// prints a line every K steps and, last, the fingerprint of the weights.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

const usage = `usage: nnplay train LINK -steps N [-every K]

train   trains the experiment that LINK holds (a whole address, or what follows
        its '#') for N steps, reporting every K steps, and prints the
        fingerprint of the weights
`

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
	if len(args) == 0 || args[0] != "train" {
		fmt.Fprint(stderr, usage)
		return errUsage
	}
	flags := flag.NewFlagSet("nnplay train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	steps := flags.Int("steps", 1000, "number of optimizer steps")
	every := flags.Int("every", 0, "report every so many steps; 0 reports at the end only")
	var links []string
	for rest := args[1:]; len(rest) > 0; rest = flags.Args() {
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
	return train(links[0], *steps, *every, stdout, stderr)
}
