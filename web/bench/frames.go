//go:build !js

package main

import (
	"fmt"
	"slices"
	"time"

	"nnplay/nn/lab/all"
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
		player.addEventListener('message', (event) => { if (event.detail.type === 'progress') frames_++; });
		player.send({ type: 'speed', stepsPerSecond: 0 });
		await player.play();
		return (await player.metrics()).step;
	})`, link)
}

// A scene is an experiment that is drawn.
type scene struct{ name, link string }

// heavyScenes are those in which there is most to draw.
var heavyScenes = []scene{
	{"rnn-heavy", "v=1&architecture=rnn&sequence=rhymes-en&length=128&cell=lstm&rival=gru&units=64&layers=2&batchSize=4"},
	{"transformer-heavy", "v=1&architecture=transformer&sequence=rhymes-en&length=128&blocks=4&heads=8&width=64&batchSize=1"},
	{"cnn-heavy", "v=1&architecture=cnn&imageSide=28&filters=32,32&denseShape=64"},
	{"autoencoder-heavy", "v=1&architecture=autoencoder&imageSide=28&variational=true&encoderShape=64,64,64&codeSize=8"},
}

// frames prints what the page's thread does a frame while an experiment runs at
// full speed with everything shown, and how fast it trains then: W1 and W2, also
// beside their bare speed, the default of each architecture, and what is most to
// draw.
func frames(b *browser.Browser, url string) error {
	p, err := b.Open(url+"/", 1440, 900, false)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := browser.Eval[float64](p, time.Minute, full(visits[0].link)); err != nil {
		return err
	}
	time.Sleep(settles)
	if _, err := browser.Eval[bool](p, time.Minute, `player.pause().then(() => true)`); err != nil {
		return err
	}
	for _, v := range visits {
		if err := visible(p, v); err != nil {
			return err
		}
	}
	time.Sleep(time.Second)
	idle, err := watch(p, 2*time.Second)
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkIdle 1 %.2f main-thread-%%\n", idle.busy/idle.seconds*100)

	scenes := slices.Clone(heavyScenes)
	for _, a := range all.Families[1:] {
		scenes = append(scenes, scene{a.Name, "v=1&architecture=" + a.Name})
	}
	for _, s := range scenes {
		if _, err := browser.Eval[float64](p, time.Minute, full(s.link)); err != nil {
			return err
		}
		time.Sleep(time.Second)
		w, err := watch(p, 3*time.Second)
		if err != nil {
			return err
		}
		fmt.Printf("BenchmarkFrame/%s %.0f %.2f main-thread-ms/frame %.1f frames/s %.0f steps/s\n",
			s.name, w.frames, w.busy*1e3/w.frames, w.frames/w.seconds, w.stepsPerSecond())
	}
	return nil
}

// visible prints what a visit is like, and its speed beside that with nothing
// drawn, which is measured before and after. It leaves the page paused.
func visible(p *browser.Page, v visit) error {
	bare := func() (float64, error) {
		return browser.Eval[float64](p, time.Minute, `player.request({ type: 'bench', workload: 'steps' }).then(m => m.stepsPerSecond)`)
	}
	if _, err := browser.Eval[bool](p, time.Minute, ready+fmt.Sprintf(`.then(() => player.setState(%q)).then(() => true)`, v.link)); err != nil {
		return err
	}
	before, err := bare()
	if err != nil {
		return err
	}
	if _, err := browser.Eval[float64](p, time.Minute, full(v.link)); err != nil {
		return err
	}
	time.Sleep(time.Second)
	w, err := watch(p, 5*time.Second)
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkFrame/%s %.0f %.2f main-thread-ms/frame %.1f frames/s %.0f samples/s\n",
		v.name, w.frames, w.busy*1e3/w.frames, w.frames/w.seconds, w.stepsPerSecond()*float64(v.batch))
	if _, err := browser.Eval[bool](p, time.Minute, `player.pause().then(() => true)`); err != nil {
		return err
	}
	after, err := bare()
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkVisible/%s 1 %.1f %%-of-bare\n", v.name, 100*w.stepsPerSecond()/((before+after)/2))
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
