package cnn

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

const (
	kernelCell  = 2.2 // the least side of a kernel's element
	kernelLeast = 2   // and of one where all kernels are shown, and no gradients
	kernelGap   = 14  // between the kernels of two layers
	kernelLarge = 26  // the most from a kernel to the next
)

// drawKernels draws the kernels of each convolution, a row an input channel and
// a column a filter, and beside or below them the gradient of the last step.
// Where there is no room for all, pages can be turned: from kernels to gradients or,
// if that is not enough, from some of both to others.
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
	titled := r
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
	var boxes []paper.Rectangle
	both, alone := true, true // whether there is room for all
	for i, at := range layers {
		box := paper.Rect(r.X, r.Y, (r.W-kernelGap*float32(len(layers)-1))*share[i]/total, r.H)
		boxes = append(boxes, box)
		r.X += box.W + kernelGap
		size, rows, cols := k.kernelsOf(&v.layers[at])
		b, a := kernelsFit(kernelBody(box), size, rows, cols)
		both, alone = both && b, alone && a
	}
	title, shown := k.Words.Text("canvas.kernels", "Kernels, and their gradients"), kernelsAndGradients
	if !both && alone {
		const turn = 56
		k.drawPager(d, "gradients", paper.Rect(titled.X+titled.W-turn, titled.Y-3, turn, pagerHigh), 2, 1, title)
		from, _ := k.pageOf("gradients", 2, 1)
		title, shown = k.Words.Text("canvas.kernelsAlone", "Kernels"), kernelsAlone
		if from == 1 {
			title, shown = k.Words.Text("canvas.kernelGradients", "Gradients of the kernels"), gradientsAlone
		}
		titled.W -= turn + 6
	} else if k.Fitted(title, paper.LeastText, titled.W/boldness) != title {
		title = k.Words.Text("canvas.kernelsAlone", "Kernels")
	}
	k.title(d, title, titled.X, titled.Y, titled.W)
	for i, at := range layers {
		k.drawKernelsOf(d, &v.layers[at], boxes[i], shown)
	}
}

// What is shown of kernels.
const (
	kernelsAlone = iota
	gradientsAlone
	kernelsAndGradients
)

// kernelBody returns where kernels are drawn, below the name of their layer.
func kernelBody(r paper.Rectangle) paper.Rectangle {
	return paper.Rect(r.X, r.Y+14, r.W, r.H-14)
}

// kernelsOf returns the side of a layer's kernels, and in how many rows and columns
// all of them are: those of a single channel in two rows.
func (k figure) kernelsOf(l *imageLayer) (size, rows, cols int) {
	_, shape := k.Values(l.name+"/kernel", 4)
	if len(shape) != 4 {
		return 1, 1, 1
	}
	if size, rows, cols = shape[0], shape[2], shape[3]; rows == 1 && cols > 4 {
		return size, 2, (cols + 1) / 2
	}
	return size, rows, cols
}

// kernelsFit tells whether a rectangle has room for all kernels of a size, with their
// gradients and alone.
func kernelsFit(r paper.Rectangle, size, rows, cols int) (both, alone bool) {
	s := kernelSheetOf(r, size, rows, cols)
	pitch := min(r.W/float32(cols), r.H/float32(rows))
	return s.rows*s.cols == rows*cols, pitch >= kernelLeast*float32(size)+1
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

// drawKernelsOf draws the kernels of a layer, their gradients, or both.
func (k figure) drawKernelsOf(d *paper.Drawing, l *imageLayer, r paper.Rectangle, shown int) {
	w, shape := k.Values(l.name+"/kernel", 4)
	if len(w) == 0 {
		return
	}
	channels, filters := shape[2], shape[3]
	size, rows, cols := k.kernelsOf(l)
	wrap := rows > channels
	gradient, _ := k.Values(l.name+"/kernel/gradient", 4)
	k.caption(d, k.layerName(l.name), r.X, r.Y+4, r.W)
	body := kernelBody(r)
	sheet := kernelSheetOf(body, size, rows, cols)
	if shown != kernelsAndGradients {
		sheet = kernelSheet{rows: rows, cols: cols, pitch: min(body.W/float32(cols), body.H/float32(rows), kernelLarge)}
	}
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
		if len(values) != len(w) || shown != kernelsAndGradients && which != shown {
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
