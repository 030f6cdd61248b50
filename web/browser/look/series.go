//go:build !js

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nnplay/web/browser"
)

// The sizes of a screen that a series has, in CSS pixels: a lecturer's, a desktop,
// a laptop, a tablet and three phones.
var sizes = []struct{ width, height int }{
	{2560, 1440}, {1440, 900}, {1280, 720}, {820, 1180}, {390, 844}, {360, 640}, {320, 568},
}

var languages = []string{"en", "zh-Hans"}

// A state is how much of the settings is open, which makes a difference where
// they stand beside the network.
type state struct {
	name   string // after the view's
	press  string // of the page, in JavaScript
	narrow bool   // whether there is something to see of it below wide
}

// wide is the width from which the settings stand beside the network, in CSS pixels.
const wide = 1100

var states = []state{
	{"-workshop", `document.querySelector('#workshop:not([hidden])')?.click()`, false},
	{"", `document.querySelectorAll('.fold[aria-expanded="true"]').forEach((fold) => fold.click())`, true},
}

// series takes a view in all sizes, themes and languages: NAME-SIZE-THEME-LANGUAGE.png,
// and NAME-workshop-... with all settings open. Only another language loads the page
// anew: what stands on it is a run that has trained already.
func (c camera) series(v view) error {
	for _, language := range languages {
		spoken, err := v.in(language)
		if err != nil {
			return err
		}
		if err := c.turn(v.name, language, spoken); err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
	}
	return nil
}

// turn takes a series in one language.
func (c camera) turn(name, language string, v view) error {
	p, err := c.open(v)
	if err != nil {
		return err
	}
	defer p.Close()
	visit, err := browser.Eval[bool](p, time.Minute, `document.documentElement.dataset.visit !== undefined`)
	if err != nil {
		return err
	}
	for _, s := range states {
		if visit && !s.narrow {
			continue // all settings open are the workshop, which is seen without a visit
		}
		if _, err := browser.Eval[bool](p, time.Minute, `(`+s.press+`, scrollTo(0, 0), document.activeElement.blur(), true)`); err != nil {
			return err
		}
		for _, size := range sizes {
			if size.width < wide && !s.narrow {
				continue
			}
			if err := p.Resize(size.width, size.height); err != nil {
				return err
			}
			for _, theme := range []string{"light", "dark"} {
				if err := p.Dark(theme == "dark"); err != nil {
					return err
				}
				shot, err := settled(p)
				if err != nil {
					return err
				}
				picture := fmt.Sprintf("%s%s-%dx%d-%s-%s.png", name, s.name, size.width, size.height, theme, language)
				if err := os.WriteFile(filepath.Join(c.out, picture), shot, 0o644); err != nil {
					return err
				}
			}
		}
	}
	complaints(name, p)
	return nil
}

// The canvas goes on drawing for a while after something has changed: a picture is
// settled when it stays the same after that. Something may move for ever.
const (
	painting = 700 * time.Millisecond
	still    = 300 * time.Millisecond
	restive  = 12 * time.Second
)

// settled takes pictures, as PNG, until two are the same.
func settled(p *browser.Page) ([]byte, error) {
	began := time.Now()
	time.Sleep(painting)
	for last := []byte(nil); ; time.Sleep(still) {
		shot, err := p.Screenshot()
		if err != nil || bytes.Equal(shot, last) || time.Since(began) > restive {
			return shot, err
		}
		last = shot
	}
}
