package autoencoder

import (
	"math"
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// Topology describes both halves, one after the other.
func (a *autoencoder) Topology() topology.Topology {
	encoder, decoder := a.net.Halves()
	return topology.Topology{
		Problem: "reconstruction", Inputs: a.net.Pixels, Classes: a.classes(), Symbols: a.own.Images.Classes(),
		Layers: append(lab.Layers(model.Encoder+"/", encoder.Layers(), 0), lab.Layers(model.Decoder+"/", decoder.Layers(), 0)...),
	}
}

// Static returns the images that are shown beside their reconstructions, one of
// each class as far as there is room, and the classes of the codes.
func (a *autoencoder) Static(m *lab.Machine) []lab.View {
	side, pixels, shown := a.own.Images.Side, a.net.Pixels, a.shown()
	first := a.first * pixels
	images, classes := slices.Clone(a.test.X[first:first+shown*pixels]), slices.Clone(a.test.Y[a.first:a.first+shown])
	if image := a.walkedImage(m); image != nil {
		copy(images, image)
		classes[0] = a.train.Y[a.walked-1]
	}
	return []lab.View{
		{Name: "images", Shape: []int{shown, side, side}, F32: images},
		{Name: "images/class", Shape: []int{shown}, F32: classes},
		{Name: "codes/class", Shape: []int{a.test.Len()}, F32: slices.Clone(a.test.Y)},
	}
}

// Dynamic returns the reconstructions, the codes of all test images, the images
// that codes all over their plane stand for, and that of the place where the
// reader stands, which is that of the image that is walked with. Of codes with more than two numbers it shows the first two;
// on the plane the others are at their means.
func (a *autoencoder) Dynamic(m *lab.Machine) []lab.View {
	var walked, made []float32
	if image := a.walkedImage(m); image != nil {
		walked, made = a.restore(m, image)
	}
	m.Run("test view")
	codes, k, side, pixels, shown := m.Probe("test view", "code"), a.net.Code, a.own.Images.Side, a.net.Pixels, a.shown()
	restored := slices.Clone(m.Probe("test view", "reconstruction")[a.first*pixels : (a.first+shown)*pixels])
	copy(restored, made)
	middle, domain := middleOf(codes, k), planeOfCodes(codes, k)
	place := func(code []float32, col, row, n int) {
		copy(code, middle)
		code[0] = domain[0] + float32((domain[1]-domain[0])*((float32(col)+0.5)/float32(n)))
		code[1] = domain[3] - float32((domain[3]-domain[2])*((float32(row)+0.5)/float32(n)))
	}
	lattice := m.Slice("lattice/codes")
	for i := range codeLattice * codeLattice {
		place(lattice[i*k:(i+1)*k], i%codeLattice, i/codeLattice, codeLattice)
	}
	cell := []float32{float32(a.walk[0]), float32(a.walk[1]), walkCells}
	place(m.Slice("walk/code"), a.walk[1], a.walk[0], walkCells)
	if walked != nil {
		copy(m.Slice("walk/code"), walked)
		cell[0] = cellOf(domain[3]-walked[1], domain[3]-domain[2])
		cell[1] = cellOf(walked[0]-domain[0], domain[1]-domain[0])
	}
	m.Run("lattice")
	m.Run("walk")
	plane := make([]float32, 0, 2*a.test.Len())
	for i := range a.test.Len() {
		plane = append(plane, codes[i*k], codes[i*k+1])
	}
	return []lab.View{
		{Name: "reconstruction", Shape: []int{shown, side, side}, F32: restored},
		{Name: "codes", Shape: []int{a.test.Len(), 2}, F32: plane},
		{Name: "codes/domain", Shape: []int{4}, F32: domain[:]},
		{Name: "codes/lattice", Shape: []int{codeLattice, codeLattice, side, side}, U8: darkness(m.Probe("lattice", "reconstruction"))},
		{Name: "walk/image", Shape: []int{side, side}, F32: slices.Clone(m.Probe("walk", "reconstruction"))},
		{Name: "walk/cell", Shape: []int{3}, F32: cell},
		{Name: "walk/code", Shape: []int{k}, F32: slices.Clone(m.Slice("walk/code"))},
	}
}

// cellOf returns the cell of walkCells where a place lies, so far into a range, or the
// nearest one; between two of them it is no whole number.
func cellOf(far, span float32) float32 {
	return min(max(far/span*walkCells-0.5, 0), walkCells-1)
}

// darkness turns pixels from 0 to 1 into levels from 0 to 255; NaN is 0.
func darkness(pixels []float32) []uint8 {
	levels := make([]uint8, len(pixels))
	for i, v := range pixels {
		if v > 0 {
			levels[i] = uint8(float32(255*min(v, 1)) + 0.5)
		}
	}
	return levels
}

// middleOf returns the mean (k) of codes (n, k).
func middleOf(codes []float32, k int) []float32 {
	middle := make([]float32, k)
	for i, v := range codes {
		middle[i%k] += v
	}
	for i := range middle {
		middle[i] /= float32(len(codes) / k)
	}
	return middle
}

// planeOfCodes returns the part of the plane to show of codes (n, k): x min, x
// max, y min, y max, all of them inside. Its borders are round numbers, so that
// it stands still while the codes move a little.
func planeOfCodes(codes []float32, k int) (domain [4]float32) {
	for axis := range 2 {
		lo, hi := math.Inf(1), math.Inf(-1)
		for i := axis; i < len(codes); i += k {
			if v := float64(codes[i]); math.Abs(v) < 1e6 {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
		if lo > hi { // diverged
			lo, hi = -1, 1
		}
		step := math.Exp2(math.Floor(math.Log2(max(hi-lo, 0.01) / 5)))
		domain[2*axis] = float32(math.Floor(lo/step) * step)
		domain[2*axis+1] = float32(math.Ceil(hi/step) * step)
	}
	return domain
}
