//go:build !js

package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"nnplay/web/browser"
)

// A site is what is opened: here, or in another checkout.
type site struct {
	name  string
	front *front
}

// lines are the lines over which the site is opened.
var lines = []struct {
	name  string
	delay time.Duration
}{{"here", 0}, {"100ms", 100 * time.Millisecond}}

// An opening is how a page opened: milliseconds from the navigation, requests before
// the trainer's program was asked for, and milliseconds until then; and seconds of processor time until it is quiet,
// by kind of process.
type opening struct {
	Paint, Ready, Step, Drawn float64
	requests                  int
	asked                     float64
	seconds                   map[string]float64
}

// watchOpening runs in a document first, and notes what an opening is made of.
const watchOpening = `if (top === self) globalThis.opening = customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	const drawn = new Promise((done) => player.addEventListener('message', ({ detail }) => {
		if (detail.type === 'canvas' && detail.event.type === 'drawn') done(performance.now());
	}));
	await player.ready;
	const Ready = performance.now();
	await player.request({ type: 'step', n: 1 });
	const Step = performance.now();
	const Drawn = await drawn;
	const Paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
	return { Paint, Ready, Step, Drawn };
});`

// start prints how the page opens, n times on the first visit and on the second, each
// first one in a browser that has just been started; the sites take turns, and what is
// printed are medians.
func start(sites []site, n int) error {
	type key struct{ site, line, visit string }
	seen := map[key][]opening{}
	for range n {
		for _, line := range lines {
			for _, s := range sites {
				both, err := open(s.front, line.delay)
				if err != nil {
					return err
				}
				for i, visit := range []string{"first", "second"} {
					k := key{s.name, line.name, visit}
					seen[k] = append(seen[k], both[i])
				}
			}
		}
	}
	for _, visit := range []string{"first", "second"} {
		for _, line := range lines {
			for _, s := range sites {
				printOpenings(strings.Trim(visit+"/"+line.name+"/"+s.name, "/"), seen[key{s.name, line.name, visit}])
			}
		}
	}
	return nil
}

// printOpenings prints the medians of some openings.
func printOpenings(name string, all []opening) {
	ms := func(of func(opening) float64) float64 { return median(all, of) }
	fmt.Printf("BenchmarkStart/%s %d %.0f paint-ms %.0f ready-ms %.0f step-ms %.0f drawn-ms %.0f requests %.0f asked-ms %.2f cpu-s", name, len(all),
		ms(func(o opening) float64 { return o.Paint }), ms(func(o opening) float64 { return o.Ready }), ms(func(o opening) float64 { return o.Step }),
		ms(func(o opening) float64 { return o.Drawn }), ms(func(o opening) float64 { return float64(o.requests) }), ms(func(o opening) float64 { return o.asked }), ms(opening.total))
	for _, kind := range slices.Sorted(maps.Keys(all[0].seconds)) {
		fmt.Printf(" %.2f %s-s", ms(func(o opening) float64 { return o.seconds[kind] }), strings.ToLower(kind))
	}
	fmt.Println()
}

// total returns the seconds of all processes.
func (o opening) total() (sum float64) {
	for _, s := range o.seconds {
		sum += s
	}
	return sum
}

// median returns the median of some number of all.
func median[T any](all []T, of func(T) float64) float64 {
	var v []float64
	for _, a := range all {
		v = append(v, of(a))
	}
	slices.SortFunc(v, cmp.Compare)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// open opens the page in a new browser, and once more.
func open(f *front, delay time.Duration) (both [2]opening, err error) {
	b, err := browser.Start(context.Background(), browser.Painted...)
	if err != nil {
		return both, err
	}
	defer b.Close()
	p, err := b.Keep()
	if err != nil {
		return both, err
	}
	for i := range both {
		if err := p.Visit(f.URL+"/healthz", browser.View{Width: 1440, Height: 900}); err != nil {
			return both, err
		}
		before, err := quiet(b)
		if err != nil {
			return both, err
		}
		f.begin(delay)
		if err := p.Visit(f.URL+"/", browser.View{Width: 1440, Height: 900, Scripts: []string{watchOpening}}); err != nil {
			return both, err
		}
		if both[i], err = browser.Eval[opening](p, time.Minute, `opening`); err != nil {
			return both, err
		}
		both[i].requests, both[i].asked = f.requests()
		after, err := quiet(b)
		if err != nil {
			return both, err
		}
		both[i].seconds = map[string]float64{}
		for id, process := range after {
			both[i].seconds[process.Kind] += process.Seconds - before[id].Seconds
		}
	}
	return both, nil
}

// quiet waits until the browser does next to nothing, half a minute at most, and
// returns its processes.
func quiet(b *browser.Browser) (map[int64]browser.Process, error) {
	const look = 500 * time.Millisecond
	last := -1.0
	for end := time.Now().Add(30 * time.Second); ; {
		processes, err := b.Processes()
		if err != nil {
			return nil, err
		}
		sum := 0.0
		for _, p := range processes {
			sum += p.Seconds
		}
		if last >= 0 && sum-last < 0.05*look.Seconds() || time.Now().After(end) {
			return processes, nil
		}
		last = sum
		time.Sleep(look)
	}
}
