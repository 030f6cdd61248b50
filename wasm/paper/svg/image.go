package svg

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"

	"nnplay/wasm/paper"
)

// pictures writes those pictures whose cells blend, or those whose cells do not.
func (w *writer) pictures(light, dark []paper.Picture, smooth bool) {
	for i := range light {
		l, d := &light[i], &light[i]
		if len(dark) == len(light) && dark[i].Rows == l.Rows && dark[i].Cols == l.Cols {
			d = &dark[i]
		}
		if l.Smooth != smooth || !whole(l) || !whole(d) || !w.sees(l.Box, 0) {
			continue
		}
		rows, cols := l.Rows, l.Cols
		if smooth {
			rows, cols = min(rows, w.cells(l.Box.H)), min(cols, w.cells(l.Box.W))
		}
		place := func(row, col int) (y, x float32) {
			if !smooth {
				return float32(row), float32(col)
			}
			return float32(l.Rows-1) * middle(row, rows), float32(l.Cols-1) * middle(col, cols)
		}
		var c cells
		if l.Pixels == nil && d.Pixels == nil {
			c = leveled(rows, cols, func(row, col int) float32 {
				y, x := place(row, col)
				return between(l.Rows, l.Cols, y, x, func(i int) float32 { return float32(l.Levels[i]) / 255 })
			}, func(level float32) [2]paper.Pixel {
				i := int(255*level + 0.5)
				return [2]paper.Pixel{l.Table[i], d.Table[i]}
			})
		} else {
			c = colored(rows, cols, func(row, col int) [2]paper.Pixel {
				y, x := place(row, col)
				return [2]paper.Pixel{blended(l, y, x), blended(d, y, x)}
			})
		}
		w.image(l.Box, l.Round, smooth, c)
	}
}

// heats writes arrays that blend before they get a color.
func (w *writer) heats(light, dark []paper.Heat) {
	for i := range light {
		h := &light[i]
		if h.Side < 1 || len(h.Levels) < h.Side*h.Side || !w.sees(h.Box, 0) {
			continue
		}
		ends := [2]paper.Color{h.End, h.End}
		if len(dark) == len(light) {
			ends[1] = dark[i].End
		}
		n := w.cells(h.Box.W)
		if h.Scale != paper.StepHeat {
			n = min(n, h.Side)
		}
		last := float32(h.Side - 1)
		w.image(h.Box, h.Round, true, leveled(n, n, func(row, col int) float32 {
			y, x := middle(row, n)*float32(h.Side)-0.5, middle(col, n)*float32(h.Side)-0.5
			return between(h.Side, h.Side, paper.Clamp(y, 0, last), paper.Clamp(x, 0, last), func(i int) float32 { return float32(h.Levels[i]) / 255 })
		}, func(level float32) [2]paper.Pixel {
			return [2]paper.Pixel{heatColor(paper.Light, h.Scale, ends[0], level).Pixel(), heatColor(paper.Dark, h.Scale, ends[1], level).Pixel()}
		}))
	}
}

// cells returns in how many cells a length of what blends is written.
func (w *writer) cells(length float32) int {
	const least = 3 // CSS pixels a cell
	return max(2, min(int(length/least), w.most))
}

// middle returns where the middle of a cell is, of 0 .. 1.
func middle(i, n int) float32 { return (float32(i) + 0.5) / float32(n) }

// between returns a value between those of cells.
func between(rows, cols int, y, x float32, at func(i int) float32) float32 {
	top, left := int(y), int(x)
	bottom, right := min(top+1, rows-1), min(left+1, cols-1)
	fy, fx := y-float32(top), x-float32(left)
	return (at(top*cols+left)*(1-fx)+at(top*cols+right)*fx)*(1-fy) + (at(bottom*cols+left)*(1-fx)+at(bottom*cols+right)*fx)*fy
}

// heatColor returns the color of a level of 0 .. 1.
func heatColor(theme *paper.Theme, scale paper.HeatScale, end paper.Color, level float32) paper.Color {
	v := 2*level - 1
	switch {
	case scale == paper.ShareHeat:
		v = level
	case scale == paper.StepHeat && v < 0:
		v = -0.75
	case scale == paper.StepHeat:
		v = 0.75
	}
	if v < 0 {
		end = theme.Negative
	}
	return paper.Mix(theme.Zero, end, paper.Abs(v))
}

// whole tells whether a picture has all of its cells.
func whole(p *paper.Picture) bool {
	n := p.Rows * p.Cols
	return n > 0 && (len(p.Pixels) >= n || p.Table != nil && len(p.Levels) >= n)
}

// pixel returns the color of a cell.
func pixel(p *paper.Picture, i int) paper.Pixel {
	if p.Pixels != nil {
		return p.Pixels[i]
	}
	return p.Table[p.Levels[i]]
}

// blended returns the color between cells of a picture.
func blended(p *paper.Picture, y, x float32) (mixed paper.Pixel) {
	for shift := 0; shift < 32; shift += 8 {
		v := between(p.Rows, p.Cols, y, x, func(i int) float32 { return float32(pixel(p, i) >> shift & 255) })
		mixed |= paper.Pixel(v+0.5) << shift
	}
	return mixed
}

// A cells is the cells of an image, of few colors.
type cells struct {
	rows, cols int
	at         []uint8          // (rows, cols), of the colors
	colors     [][2]paper.Pixel // in both themes
}

// mostColors bounds the colors of an image.
const mostColors = 65

// leveled makes cells of levels of 0 .. 1. Their colors are those of the whole scale, so
// that images of the same scale have equal parts.
func leveled(rows, cols int, level func(row, col int) float32, color func(level float32) [2]paper.Pixel) cells {
	c := cells{rows: rows, cols: cols}
	for i := range mostColors {
		c.colors = append(c.colors, color(float32(i)/(mostColors-1)))
	}
	for row := range rows {
		for col := range cols {
			c.at = append(c.at, uint8((mostColors-1)*level(row, col)+0.5))
		}
	}
	return c
}

// colored makes cells of colors, the less exactly the more there are.
func colored(rows, cols int, color func(row, col int) [2]paper.Pixel) cells {
	all := make([][2]paper.Pixel, 0, rows*cols)
	for row := range rows {
		for col := range cols {
			all = append(all, color(row, col))
		}
	}
	for coarse := 0; ; coarse++ {
		c := cells{rows: rows, cols: cols, at: make([]uint8, len(all))}
		known := map[[2]paper.Pixel]int{}
		for i, pair := range all {
			pair = [2]paper.Pixel{coarser(pair[0], coarse), coarser(pair[1], coarse)}
			k, ok := known[pair]
			if !ok {
				k = len(c.colors)
				known[pair] = k
				c.colors = append(c.colors, pair)
			}
			c.at[i] = uint8(k)
		}
		if len(c.colors) <= mostColors {
			return c
		}
	}
}

// coarser returns a color without so many of the last bits of its parts.
func coarser(p paper.Pixel, bits int) paper.Pixel {
	if bits == 0 {
		return p
	}
	part := paper.Pixel(0xff>>bits<<bits) * 0x010101
	return p&part | paper.Pixel(1<<(bits-1))*0x010101 | 0xff000000
}

// image writes cells into a box: once if both themes agree, else for each of them.
func (w *writer) image(box paper.Rectangle, round float32, smooth bool, c cells) {
	w.end()
	look := ""
	if !smooth {
		look = ` image-rendering="pixelated"`
	}
	if round >= 1.5 {
		look += ` clip-path="inset(0 round ` + number(round) + `px)"`
	}
	classes := []string{"light", "dark"}
	if equal(c.colors) {
		classes = []string{""}
	}
	for theme, class := range classes {
		if class != "" {
			class = attribute("class", class)
		}
		w.line(`<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"%s%s href="data:image/png;base64,%s"/>`,
			number(box.X), number(box.Y), number(max(box.W, 0)), number(max(box.H, 0)), look, class, base64.StdEncoding.EncodeToString(c.png(theme)))
	}
}

// equal tells whether the colors are the same in both themes.
func equal(colors [][2]paper.Pixel) bool {
	for _, c := range colors {
		if c[0] != c[1] {
			return false
		}
	}
	return true
}

// png returns the cells in the colors of a theme. The files of both differ in their
// colors alone, so that together they are compressed to little more than one.
func (c cells) png(theme int) []byte {
	palette := make(color.Palette, len(c.colors))
	for i, pair := range c.colors {
		p := pair[theme]
		palette[i] = color.RGBA{uint8(p), uint8(p >> 8), uint8(p >> 16), 255}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&b, &image.Paletted{Pix: c.at, Stride: c.cols, Rect: image.Rect(0, 0, c.cols, c.rows), Palette: palette})
	if err != nil {
		panic(err) // it has cells, and few colors
	}
	return b.Bytes()
}
