//go:build !js

package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"time"

	"nnplay/nn/workload"
	"nnplay/web/browser"
)

// human writes a number with three digits at most: 12.3 M, 230 k.
func human(v float64) string {
	for _, unit := range []struct {
		size float64
		name string
	}{{1e6, " M"}, {1e3, " k"}} {
		if v >= 0.9995*unit.size {
			return digits(v/unit.size) + unit.name
		}
	}
	return digits(v)
}

func digits(v float64) string {
	switch {
	case v < 9.995:
		return fmt.Sprintf("%.2f", v)
	case v < 99.95:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

// table returns the speeds, and how many times faster nnplay is than each, in
// Markdown.
func table(rows []row, workloads []workload.Workload) string {
	var out strings.Builder
	head := func(title string) {
		fmt.Fprintf(&out, "| %s |", title)
		for _, w := range workloads {
			fmt.Fprintf(&out, " %s |", w.Name)
		}
		out.WriteString("\n|---|" + strings.Repeat("--:|", len(workloads)) + "\n")
	}
	head("training samples/s")
	for _, r := range rows {
		fmt.Fprintf(&out, "| %s |", r.title)
		for _, w := range workloads {
			fmt.Fprintf(&out, " %s |", r.results[w.Name].cell())
		}
		out.WriteString("\n")
	}
	if len(rows) < 2 || rows[0].name != nnplay.name {
		return out.String()
	}
	out.WriteString("\n")
	head("nnplay's speed in multiples of")
	for _, r := range rows[1:] {
		fmt.Fprintf(&out, "| %s |", r.title)
		for _, w := range workloads {
			ours, theirs := rows[0].results[w.Name], r.results[w.Name]
			if ours.measured() && theirs.measured() {
				fmt.Fprintf(&out, " %s |", digits(ours.SamplesPerSecond/theirs.SamplesPerSecond))
			} else {
				out.WriteString(" - |")
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}

func (r result) measured() bool { return r.err == nil && !r.Absent }

func (r result) cell() string {
	switch {
	case r.err != nil:
		return "failed"
	case r.Absent:
		return "-"
	case r.Note != "":
		return human(r.SamplesPerSecond) + " (" + r.Note + ")"
	}
	return human(r.SamplesPerSecond)
}

// Systems begin with nnplay's weights, and round differently: their losses
// agree within a part of sameBefore before training and sameAfter after it. One
// that does not train as the workload says has a loss that falls by nnplay's
// factor to a power between 1/alike and alike.
const (
	sameBefore = 1e-3
	sameAfter  = 0.1
	alike      = 1.5
)

// check tells which systems failed, and which do not learn as nnplay does.
func check(rows []row, workloads []workload.Workload) []string {
	var failures []string
	for _, w := range workloads {
		ours := result{Absent: true}
		for _, r := range rows {
			got := r.results[w.Name]
			if r.name == nnplay.name {
				ours = got
			}
			if problem := compare(got, ours); problem != "" {
				failures = append(failures, fmt.Sprintf("%s, %s: %s", r.title, w.Name, problem))
			}
		}
	}
	for _, r := range rows {
		if strings.Contains(r.title, plainBLAS) {
			failures = append(failures, r.title+": without OpenBLAS it is many times slower (Debian: apt-get install libopenblas0-pthread)")
		}
	}
	return failures
}

// compare tells what is wrong with a result, beside nnplay's if there is one.
func compare(got, ours result) string {
	if got.err != nil {
		return got.err.Error()
	}
	if got.Absent {
		return ""
	}
	loss := fmt.Sprintf("the loss goes from %.4f to %.4f", got.Before, got.After)
	if !(got.After < got.Before) {
		return loss
	}
	if !ours.measured() {
		return ""
	}
	loss += fmt.Sprintf(", nnplay's from %.4f to %.4f", ours.Before, ours.After)
	power := math.Log(got.Before/got.After) / math.Log(ours.Before/ours.After)
	switch {
	case !(math.Abs(got.Before/ours.Before-1) < sameBefore):
		return loss
	case !got.Differs && !(math.Abs(got.After/ours.After-1) < sameAfter):
		return loss
	case got.Differs && !(power > 1/alike && power < alike):
		return loss
	}
	return ""
}

// machine returns a line that tells when and on what the numbers were got.
func (b *bench) machine() (string, error) {
	p, err := b.chromium.Open(b.url+"/peers/page.html", 800, 600, false)
	if err != nil {
		return "", err
	}
	defer p.Close()
	version, err := browser.Eval[string](p, time.Minute, `navigator.userAgentData.getHighEntropyValues(['fullVersionList'])
		.then((v) => v.fullVersionList.find((b) => b.brand === 'Chromium')).then((b) => b.brand + ' ' + b.version)`)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, %s, %s", time.Now().Format(time.DateOnly), processor(), version), nil
}

// processor returns the processor's name, where the system tells it.
func processor() string {
	file, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if name, value, _ := strings.Cut(lines.Text(), ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}
