//go:build !js

package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"nnplay/nn/workload"
)

//go:embed pytorch.py
var torchScript string

// pythons are where a Python with PyTorch may be: a system's own has what its
// packages brought, even where another comes first in PATH.
var pythons = []string{"python3", "/usr/bin/python3"}

// startTorch finds a Python with PyTorch. Each workload is a process.
func startTorch(b *bench) (runner, func(), error) {
	for _, python := range pythons {
		if exec.Command(python, "-c", "import torch").Run() == nil {
			return func(w workload.Workload) (result, error) { return torch(python, newProblem(w, b.seconds)) }, func() {}, nil
		}
	}
	return nil, nil, fmt.Errorf("%w: python3 has no module torch (Debian: apt-get install python3-torch libopenblas0-pthread)", errAbsent)
}

// ownKernels returns an environment that leaves OpenBLAS to choose its kernels
// for this processor: some systems prescribe older ones, which would handicap
// it. That its results are right the losses show.
func ownKernels(environment []string) []string {
	return slices.DeleteFunc(slices.Clone(environment), func(v string) bool {
		return strings.HasPrefix(v, "OPENBLAS_CORETYPE=") || strings.HasPrefix(v, "OPENBLAS_L2_SIZE=")
	})
}

// plainBLAS is how pytorch.py calls a PyTorch without a fast one.
const plainBLAS = "plain BLAS"

// torch runs a problem in PyTorch, at one thread as in a browser.
func torch(python string, p problem) (r result, err error) {
	in, err := json.Marshal(p)
	if err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, python, "-c", torchScript)
	cmd.Env = append(ownKernels(os.Environ()), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}
