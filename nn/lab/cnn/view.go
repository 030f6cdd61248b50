package cnn

import (
	"slices"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// Topology tells the layers, of which those of images have a shape (H, W, C),
// and what the classes are called.
func (c *cnn) Topology() topology.Topology {
	return topology.Topology{
		Problem: "classification", Inputs: c.test.Dim, Layers: lab.Layers("", c.net.Layers(), c.own.Dropout), Classes: c.net.Outputs, Symbols: c.symbols,
	}
}

// Static returns what the image is that is looked at, and how windows slide:
//
//	look/image    (H, W, C)
//	look/class    (1) its class, -1 where nobody knows: it was drawn; -2: there is none
//	look/sample   (2) its number, and of how many
//	NAME/fields   (H, n, 2) which rows of each of the n layers before, the image
//	              first, a row sees, from and to; columns are alike
//	NAME/window   (5) size, stride, padding and dilation of a layer of images, and
//	              1 where it takes means
func (c *cnn) Static(m *lab.Machine) []lab.View {
	class, sample, of := float32(-1), c.sample, c.test.Len()
	switch {
	case c.walked > 0:
		sample, of = c.walked-1, c.train.Len()
		class = c.train.Y[sample]
	case c.drawn != nil:
	case c.own.Images.Lacking():
		class = -2
	default:
		class = c.test.Y[c.sample]
	}
	views := []lab.View{
		{Name: "look/image", Shape: []int{c.net.Height, c.net.Width, c.net.Channels}, F32: c.looked(m)},
		{Name: "look/class", Shape: []int{1}, F32: []float32{class}},
		{Name: "look/sample", Shape: []int{2}, F32: []float32{float32(sample), float32(of)}},
	}
	layers := c.net.Images()
	for at, l := range layers[1:] {
		if l.Kind == "global" {
			continue
		}
		fields := make([]float32, 0, 2*l.Height*(at+1))
		for y := range l.Height {
			for _, before := range layers[:at+1] {
				field, _ := c.net.Receptive(l.Name, before.Name, y, y)
				fields = append(fields, float32(field.Top), float32(field.Bottom))
			}
		}
		views = append(views, lab.View{Name: l.Name + "/fields", Shape: []int{l.Height, at + 1, 2}, F32: fields})
		w, average := l.Window, float32(0)
		if l.Kind == "pool" && c.own.Pooling == string(model.AveragePooling) {
			average = 1
		}
		views = append(views, lab.View{Name: l.Name + "/window", Shape: []int{5}, F32: []float32{
			float32(w.Size), float32(w.Step()), float32(w.Padding), float32(w.Spread()), average,
		}})
	}
	return views
}

// Dynamic returns the parameters, the gradient of the kernels in the step
// before, what each layer makes of the image (NAME/out), "saliency", and
//
//	confusion          (K, K) how many images of a class, a row, were taken for which
//	confusion/images   (K, K, H, W) one of each, as levels of 0 to 1
func (c *cnn) Dynamic(m *lab.Machine) []lab.View {
	views := lab.ParameterViews(m)
	if m.Steps > 0 {
		for _, p := range m.Unit.Parameters() {
			if strings.HasSuffix(p.Name, "/kernel") {
				views = append(views, lab.GradientView(m, p))
			}
		}
	}
	m.Run("look")
	for _, p := range m.Unit.Graph("look").Probes() {
		shape := p.Tensor.Shape()[1:] // of one image
		if p.Name == "saliency" {
			shape = []int{c.net.Height, c.net.Width, c.net.Channels}
		}
		views = append(views, lab.View{Name: p.Name, Shape: slices.Clone(shape), F32: slices.Clone(m.Unit.Tensor(m.Arena, p.Tensor))})
	}
	return append(views, c.confusionViews(m)...)
}

func (c *cnn) confusionViews(m *lab.Machine) []lab.View {
	k, h, w := c.net.Outputs, c.net.Height, c.net.Width
	counts, images := make([]float32, k*k), make([]uint8, k*k*h*w)
	var predicted []int
	if !c.own.Images.Lacking() {
		predicted = c.judgeTest(m).predicted
	}
	for i, guess := range predicted {
		cell := int(c.test.Y[i])*k + guess
		counts[cell]++
		if counts[cell] == 1 {
			for at, v := range c.test.X[i*c.test.Dim : i*c.test.Dim+h*w] {
				images[cell*h*w+at] = uint8(255*v + 0.5)
			}
		}
	}
	return []lab.View{
		{Name: "confusion", Shape: []int{k, k}, F32: counts},
		{Name: "confusion/images", Shape: []int{k, k, h, w}, U8: images},
	}
}
