package main

import (
	"math"
	"strings"
)

const (
	kernelCell  = 2.2 // the least side of a kernel's element
	kernelGap   = 14  // between the kernels of two layers
	kernelLarge = 26  // the most from a kernel to the next
)

// drawKernels draws the kernels of each convolution, a row an input channel and
// a column a filter, and beside or below them the gradient of the last step.
// Where there is no room for all, pages can be turned.
func (k *kit) drawKernels(d *drawing, v *vision, r rect) {
	var layers []int
	for i := range v.layers {
		if strings.HasPrefix(v.layers[i].name, "conv") {
			layers = append(layers, i)
		}
	}
	if len(layers) == 0 {
		return
	}
	k.title(d, k.words.text("canvas.kernels", "Kernels, and their gradients"), r.x, r.y, r.w)
	r.y, r.h = r.y+titleHigh, r.h-titleHigh
	room := max(int((r.w+kernelGap)/(96+kernelGap)), 1)
	if len(layers) > room {
		k.drawPager(d, "kernels", rect{r.x, r.y, min(r.w, 150), pagerHigh}, len(layers), room, k.words.text("canvas.layers", "Layers"))
		r.y, r.h = r.y+pagerHigh+4, r.h-pagerHigh-4
	}
	from, to := k.pageOf("kernels", len(layers), room)
	layers = layers[from:to]
	// Wider are those with more kernels.
	var total float32
	share := make([]float32, len(layers))
	for i, at := range layers {
		share[i] = float32(math.Sqrt(float64(v.layers[at].channels*v.layers[at-1].channels))) + 3
		total += share[i]
	}
	for i, at := range layers {
		width := (r.w - kernelGap*float32(len(layers)-1)) * share[i] / total
		k.drawKernelsOf(d, &v.layers[at], rect{r.x, r.y, width, r.h})
		r.x += width + kernelGap
	}
}

// A kernelSheet says how kernels and their gradients lie on a page.
type kernelSheet struct {
	rows, cols int     // input channels and filters that are shown
	pitch      float32 // from a kernel to the next
	dx, dy     float32 // from the kernels to their gradients
}

// kernelSheetOf arranges kernels of a size in a rectangle: gradients lie below
// them, or beside them where that makes them larger. As many rows and columns
// are taken away as it takes for the elements to be seen.
func kernelSheetOf(r rect, size, rows, cols int) kernelSheet {
	const apart = 10
	s := kernelSheet{rows: rows, cols: cols}
	for {
		below := min(r.w/float32(s.cols), (r.h-apart)/float32(2*s.rows), kernelLarge)
		beside := min((r.w-apart)/float32(2*s.cols), r.h/float32(s.rows), kernelLarge)
		if below >= beside {
			s.pitch, s.dx, s.dy = below, 0, below*float32(s.rows)+apart
		} else {
			s.pitch, s.dx, s.dy = beside, beside*float32(s.cols)+apart, 0
		}
		if s.pitch >= kernelCell*float32(size)+1 || s.rows*s.cols == 1 {
			return s
		}
		if s.cols > 1 && (s.cols >= s.rows || s.rows == 1) {
			s.cols--
		} else {
			s.rows--
		}
	}
}

func (k *kit) drawKernelsOf(d *drawing, l *imageLayer, r rect) {
	w, shape := k.values(l.name+"/kernel", 4)
	if len(w) == 0 {
		return
	}
	size, channels, filters := shape[0], shape[2], shape[3]
	gradient, _ := k.values(l.name+"/kernel/gradient", 4)
	k.caption(d, k.layerName(l.name), r.x, r.y+4, r.w)
	body := rect{r.x, r.y + 14, r.w, r.h - 14}
	rows, cols := channels, filters
	wrap := channels == 1 && filters > 4 // in two rows
	if wrap {
		rows, cols = 2, (filters+1)/2
	}
	sheet := kernelSheetOf(body, size, rows, cols)
	if sheet.rows*sheet.cols < rows*cols {
		body.y, body.h = body.y+pagerHigh+4, body.h-pagerHigh-4
		sheet = kernelSheetOf(body, size, rows, cols)
		across, down := rect{r.x, r.y + 12, min(r.w, 130), pagerHigh}, rect{r.x, r.y + 12, min(r.w, 130), pagerHigh}
		if sheet.cols < cols && sheet.rows < rows {
			across.w = min((r.w-8)/2, 130)
			down.x, down.w = across.x+across.w+8, across.w
		}
		k.drawPager(d, l.name+"/filters", across, cols, sheet.cols, k.words.text("canvas.filters", "Filters"))
		k.drawPager(d, l.name+"/channels", down, rows, sheet.rows, k.words.text("canvas.channels", "Input channels"))
	}
	firstRow, lastRow := k.pageOf(l.name+"/channels", rows, sheet.rows)
	firstCol, lastCol := k.pageOf(l.name+"/filters", cols, sheet.cols)
	down, across := lastRow-firstRow, lastCol-firstCol
	kernel := func(row, col int) (channel, filter int) {
		if wrap {
			return 0, (firstRow+row)*cols + firstCol + col
		}
		return firstRow + row, firstCol + col
	}
	for which, values := range [][]float32{w, gradient} {
		if len(values) != len(w) {
			continue
		}
		at := rect{body.x + sheet.dx*float32(which), body.y + sheet.dy*float32(which), sheet.pitch * float32(across), sheet.pitch * float32(down)}
		most := largestOf(values)
		inset := min(1, sheet.pitch*0.1)
		for i := range down * across {
			c, f := kernel(i/across, i%across)
			if f >= filters {
				break
			}
			box := rect{at.x + float32(i%across)*sheet.pitch, at.y + float32(i/across)*sheet.pitch, sheet.pitch - inset, sheet.pitch - inset}
			d.pictures = append(d.pictures, picture{box: box, rows: size, cols: size, levels: signed(kernelOf(values, size, channels, filters, c, f), most), table: &k.levels})
		}
		d.spots = append(d.spots, spot{
			box: at, rows: down, cols: across,
			tip: func(row, col int) (string, []string) {
				c, f := kernel(row, col)
				if f >= filters {
					return "", nil
				}
				name := k.layerName(l.name) + " · " + number(float32(c+1), 0) + " → " + number(float32(f+1), 0)
				if which == 1 {
					name += " · " + k.words.text("canvas.gradient", "gradient")
				}
				return name, matrixLines(kernelOf(values, size, channels, filters, c, f), size)
			},
			marks: func(row, col int) []rect {
				if _, f := kernel(row, col); f < filters && l.boxes[f].w > 0 {
					return []rect{l.boxes[f]}
				}
				return nil
			},
		})
	}
}

// kernelOf returns the kernel (size, size) from an input channel to a filter of
// kernels (size, size, channels, filters).
func kernelOf(values []float32, size, channels, filters, channel, filter int) []float32 {
	out := make([]float32, size*size)
	for i := range out {
		out[i] = values[(i*channels+channel)*filters+filter]
	}
	return out
}

// matrixLines writes a matrix, a line a row.
func matrixLines(values []float32, cols int) (lines []string) {
	for i := 0; i+cols <= len(values); i += cols {
		var words []string
		for _, v := range values[i : i+cols] {
			words = append(words, number(v, 2))
		}
		lines = append(lines, strings.Join(words, "   "))
	}
	return lines
}
