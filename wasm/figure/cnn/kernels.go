package cnn

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

const (
	kernelCell  = 2.2 // the least side of a kernel's element
	kernelGap   = 14  // between the kernels of two layers
	kernelLarge = 26  // the most from a kernel to the next
)

// drawKernels draws the kernels of each convolution, a row an input channel and
// a column a filter, and beside or below them the gradient of the last step.
// Where there is no room for all, pages can be turned.
func (k figure) drawKernels(d *paper.Drawing, v *vision, r paper.Rectangle) {
	var layers []int
	for i := range v.layers {
		if strings.HasPrefix(v.layers[i].name, "conv") {
			layers = append(layers, i)
		}
	}
	if len(layers) == 0 {
		return
	}
	k.title(d, k.Words.Text("canvas.kernels", "Kernels, and their gradients"), r.X, r.Y, r.W)
	r.Y, r.H = r.Y+titleHigh, r.H-titleHigh
	room := max(int((r.W+kernelGap)/(96+kernelGap)), 1)
	if len(layers) > room {
		k.drawPager(d, "kernels", paper.Rect(r.X, r.Y, min(r.W, 150), pagerHigh), len(layers), room, k.Words.Text("canvas.layers", "Layers"))
		r.Y, r.H = r.Y+pagerHigh+4, r.H-pagerHigh-4
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
		width := (r.W - kernelGap*float32(len(layers)-1)) * share[i] / total
		k.drawKernelsOf(d, &v.layers[at], paper.Rect(r.X, r.Y, width, r.H))
		r.X += width + kernelGap
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
func kernelSheetOf(r paper.Rectangle, size, rows, cols int) kernelSheet {
	const apart = 10
	s := kernelSheet{rows: rows, cols: cols}
	for {
		below := min(r.W/float32(s.cols), (r.H-apart)/float32(2*s.rows), kernelLarge)
		beside := min((r.W-apart)/float32(2*s.cols), r.H/float32(s.rows), kernelLarge)
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

func (k figure) drawKernelsOf(d *paper.Drawing, l *imageLayer, r paper.Rectangle) {
	w, shape := k.Values(l.name+"/kernel", 4)
	if len(w) == 0 {
		return
	}
	size, channels, filters := shape[0], shape[2], shape[3]
	gradient, _ := k.Values(l.name+"/kernel/gradient", 4)
	k.caption(d, k.layerName(l.name), r.X, r.Y+4, r.W)
	body := paper.Rect(r.X, r.Y+14, r.W, r.H-14)
	rows, cols := channels, filters
	wrap := channels == 1 && filters > 4 // in two rows
	if wrap {
		rows, cols = 2, (filters+1)/2
	}
	sheet := kernelSheetOf(body, size, rows, cols)
	if sheet.rows*sheet.cols < rows*cols {
		body.Y, body.H = body.Y+pagerHigh+4, body.H-pagerHigh-4
		sheet = kernelSheetOf(body, size, rows, cols)
		across, down := paper.Rect(r.X, r.Y+12, min(r.W, 130), pagerHigh), paper.Rect(r.X, r.Y+12, min(r.W, 130), pagerHigh)
		if sheet.cols < cols && sheet.rows < rows {
			across.W = min((r.W-8)/2, 130)
			down.X, down.W = across.X+across.W+8, across.W
		}
		k.drawPager(d, l.name+"/filters", across, cols, sheet.cols, k.Words.Text("canvas.filters", "Filters"))
		k.drawPager(d, l.name+"/channels", down, rows, sheet.rows, k.Words.Text("canvas.channels", "Input channels"))
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
		at := paper.Rect(body.X+sheet.dx*float32(which), body.Y+sheet.dy*float32(which), sheet.pitch*float32(across), sheet.pitch*float32(down))
		most := largestOf(values)
		inset := min(1, sheet.pitch*0.1)
		for i := range down * across {
			c, f := kernel(i/across, i%across)
			if f >= filters {
				break
			}
			box := paper.Rect(at.X+float32(i%across)*sheet.pitch, at.Y+float32(i/across)*sheet.pitch, sheet.pitch-inset, sheet.pitch-inset)
			d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: size, Cols: size, Levels: paper.Signed(kernelOf(values, size, channels, filters, c, f), most), Table: &k.Levels})
		}
		spot := paper.Spot{
			Box: at, Rows: down, Cols: across,
			Tip: func(row, col int) (string, []string) {
				c, f := kernel(row, col)
				if f >= filters {
					return "", nil
				}
				name := k.layerName(l.name) + " · " + paper.Number(float32(c+1), 0) + " → " + paper.Number(float32(f+1), 0)
				if which == 1 {
					name += " · " + k.Words.Text("canvas.gradient", "gradient")
				}
				return name, matrixLines(kernelOf(values, size, channels, filters, c, f), size)
			},
			Marks: func(row, col int) []paper.Rectangle {
				if _, f := kernel(row, col); f < filters && l.boxes[f].W > 0 {
					return []paper.Rectangle{l.boxes[f]}
				}
				return nil
			},
		}
		if which == 0 {
			spot = k.elements(spot, l.name, shape, sheet.pitch, sheet.pitch-inset, kernel)
		}
		d.Spots = append(d.Spots, spot)
	}
}

// elements makes the cells of a spot of kernels their elements, which can be edited.
func (k figure) elements(kernels paper.Spot, layer string, shape []int, pitch, side float32, kernel func(row, col int) (channel, filter int)) paper.Spot {
	size, channels, filters := shape[0], shape[2], shape[3]
	s := kernels
	s.Rows, s.Cols = kernels.Rows*size, kernels.Cols*size
	s.Cell = func(row, col int) paper.Rectangle {
		box := paper.Rect(s.Box.X+float32(col/size)*pitch, s.Box.Y+float32(row/size)*pitch, side, side)
		return part(box, size, size, row%size, col%size, row%size+1, col%size+1)
	}
	s.Tip = func(row, col int) (string, []string) { return kernels.Tip(row/size, col/size) }
	s.Marks = func(row, col int) []paper.Rectangle { return kernels.Marks(row/size, col/size) }
	s.Part = func(row, col int) paper.Part {
		c, f := kernel(row/size, col/size)
		if f >= filters {
			return paper.Part{}
		}
		return weightOf(layer, size, channels, filters, row%size, col%size, c, f)
	}
	return s
}

// weightOf returns the weight at (p, q) of the kernel from an input channel to a
// filter.
func weightOf(layer string, size, channels, filters, p, q, channel, filter int) paper.Part {
	return paper.Part{
		Layer: layer, Unit: filter, Formula: "w" + place(p, q),
		Parameter: layer + "/kernel", Index: ((p*size+q)*channels+channel)*filters + filter,
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
			words = append(words, paper.Number(v, 2))
		}
		lines = append(lines, strings.Join(words, "   "))
	}
	return lines
}
