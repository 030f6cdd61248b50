//go:build !js

package main

import (
	"fmt"
	"slices"
	"time"

	"nnplay/nn/experiment"
	"nnplay/web/browser"
)

// A window is what happened on a page in some seconds.
type window struct {
	seconds, frames, steps float64
	busy                   float64 // seconds of the page's thread
}

func (w window) stepsPerSecond() float64 { return w.steps / w.seconds }

// watch lets time pass and tells what happened. The page must have begun with
// full.
func watch(p *browser.Page, d time.Duration) (window, error) {
	type counts struct{ Frames, Step float64 }
	const look = `player.metrics().then(m => ({ Frames: frames_, Step: m.step }))`
	from, err := browser.Eval[counts](p, time.Minute, look)
	if err != nil {
		return window{}, err
	}
	busy, err := p.BusySeconds()
	if err != nil {
		return window{}, err
	}
	began := time.Now()
	time.Sleep(d)
	to, err := browser.Eval[counts](p, time.Minute, look)
	if err != nil {
		return window{}, err
	}
	after, err := p.BusySeconds()
	return window{time.Since(began).Seconds(), to.Frames - from.Frames, to.Step - from.Step, after - busy}, err
}

// full is an expression that loads a link and plays it at full speed, all shown,
// counting the frames.
func full(link string) string {
	return ready + fmt.Sprintf(`.then(async () => {
		await player.setState(%q);
		globalThis.frames_ = 0;
		player.addEventListener('step', () => frames_++);
		player.send({ type: 'speed', stepsPerSecond: 0 });
		await player.play();
		return (await player.metrics()).step;
	})`, link)
}

// heavy are experiments of which there is much to draw.
var heavy = []visit{
	{name: "cnn/heavy", link: "v=1&architecture=cnn&imageSide=28&filters=32,32&denseShape=64"},
	{name: "autoencoder/heavy", link: "v=1&architecture=autoencoder&imageSide=28&variational=true&encoderShape=64,64,64&codeSize=8"},
}

// frames prints what the page's thread does a frame while an experiment runs at
// full speed with everything shown, and how fast it trains then: W1, also beside
// its bare speed, the default of each architecture, and what is heavy.
func frames(b *browser.Browser, url string) error {
	p, err := b.Open(url+"/", 1440, 900, false)
	if err != nil {
		return err
	}
	defer p.Close()
	w1 := visits[0]
	if _, err := browser.Eval[float64](p, time.Minute, full(w1.link)); err != nil {
		return err
	}
	time.Sleep(time.Second)
	w, err := watch(p, 5*time.Second)
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkFrame/W1 %.0f %.2f main-thread-ms/frame %.1f frames/s %.0f samples/s\n",
		w.frames, w.busy*1e3/w.frames, w.frames/w.seconds, w.stepsPerSecond()*float64(w1.batch))

	// Paused, nothing changes and nothing should be done.
	if _, err := browser.Eval[bool](p, time.Minute, `player.pause().then(() => true)`); err != nil {
		return err
	}
	bare, err := browser.Eval[float64](p, time.Minute, `player.request({ type: 'bench', workload: 'steps' }).then(m => m.stepsPerSecond)`)
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkVisible/W1 1 %.1f %%-of-bare\n", 100*w.stepsPerSecond()/bare)
	time.Sleep(time.Second)
	idle, err := watch(p, 2*time.Second)
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkIdle 1 %.2f main-thread-%%\n", idle.busy/idle.seconds*100)

	var shown []visit
	for _, a := range experiment.Architectures[1:] {
		shown = append(shown, visit{name: a.Name, link: "v=1&architecture=" + a.Name})
	}
	for _, v := range slices.Concat(shown, heavy) {
		if _, err := browser.Eval[float64](p, time.Minute, full(v.link)); err != nil {
			return err
		}
		time.Sleep(time.Second)
		if w, err = watch(p, 3*time.Second); err != nil {
			return err
		}
		fmt.Printf("BenchmarkFrame/%s %.0f %.2f main-thread-ms/frame %.1f frames/s %.0f steps/s\n",
			v.name, w.frames, w.busy*1e3/w.frames, w.frames/w.seconds, w.stepsPerSecond())
	}
	return nil
}

// charts prints what share of its speed training keeps while the charts are
// open and follow it: of pairs of windows, in turn without and with them.
func charts(b *browser.Browser, url string) error {
	p, err := b.Open(url+"/", 1440, 900, false)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := browser.Eval[float64](p, time.Minute, full(visits[0].link)); err != nil {
		return err
	}
	const toggle = `(document.querySelector('#charts').click(), true)`
	var steps [2]float64 // without and with charts
	for i := range 9 {
		if _, err := browser.Eval[bool](p, time.Minute, toggle); err != nil {
			return err
		}
		if i == 0 { // the plotting program loads
			time.Sleep(4 * time.Second)
			continue
		}
		time.Sleep(200 * time.Millisecond)
		w, err := watch(p, 2*time.Second)
		if err != nil {
			return err
		}
		steps[1-i%2] += w.stepsPerSecond()
	}
	fmt.Printf("BenchmarkCharts/W1 1 %.1f %%-of-speed-without\n", 100*steps[1]/steps[0])
	return nil
}
