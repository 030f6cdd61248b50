//go:build !js

package main

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
)

// The sizes of a screen that a view is taken in, and whether two pictures of one
// stand side by side or one below the other.
var sizes = []struct {
	name          string
	width, height int
	beside        bool
}{
	{"large", 2560, 1440, false},
	{"desktop", 1440, 900, false},
	{"laptop", 1280, 720, false},
	{"tablet", 820, 1180, true},
	{"phone", 390, 844, true},
	{"small", 360, 740, true},
	{"smallest", 320, 640, true},
}

var languages = []string{"en", "zh-Hans"}

// narrow is a sheet's width in which four pictures still stand side by side, in pixels.
const narrow = 2880

// gap is what lies between two pictures, in pixels.
const gap = 8

// sheets takes a view in all sizes, themes and languages. A sheet has a size, the
// light theme in one language and the dark one in the other; where that is small,
// all four.
func (c camera) sheets(v view) error {
	for _, size := range sizes {
		v.width, v.height = size.width, size.height
		var light, dark []image.Image
		for _, language := range languages {
			spoken, err := v.in(language)
			if err != nil {
				return err
			}
			pictures, err := c.take(spoken, false, true)
			if err != nil {
				return err
			}
			light, dark = append(light, pictures[0]), append(dark, pictures[1])
		}
		name := v.name + "-" + size.name
		one, other := []image.Image{light[0], dark[1]}, []image.Image{light[1], dark[0]}
		if 4*size.width < narrow {
			if err := c.write(name, sheet(append(one, other...), size.beside)); err != nil {
				return err
			}
			continue
		}
		for i, pictures := range [][]image.Image{one, other} {
			if err := c.write(fmt.Sprintf("%s-%d", name, i+1), sheet(pictures, size.beside)); err != nil {
				return err
			}
		}
	}
	return nil
}

// sheet puts pictures of one size on one.
func sheet(pictures []image.Image, beside bool) image.Image {
	step := pictures[0].Bounds().Size().Add(image.Pt(gap, gap))
	if beside {
		step.Y = 0
	} else {
		step.X = 0
	}
	last := step.Mul(len(pictures) - 1)
	out := image.NewRGBA(image.Rectangle{Max: pictures[0].Bounds().Size().Add(last)})
	draw.Draw(out, out.Bounds(), image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	for i, p := range pictures {
		at := image.Rectangle{Max: p.Bounds().Size()}.Add(step.Mul(i))
		draw.Draw(out, at, p, p.Bounds().Min, draw.Src)
	}
	return out
}
