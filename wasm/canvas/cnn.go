package main

// figureCNN shows what a convolutional network sees, from left to right: the
// image and what of it decides, every feature map of every stage, kernels and
// their gradients below them, the probabilities of the classes, and which class
// is taken for which, with an image of each case.
func figureCNN(k *kit) drawing {
	var d drawing
	v := k.vision()
	_, _, _, _, lens := k.focused(v)
	l := arrangeVision(k.free, k.narrow(), lens, k.topology.Classes)
	k.drawLooked(&d, v, l)
	if v.convolves() {
		k.drawMaps(&d, v, l.maps)
		if lens {
			k.drawLens(&d, v, l.kernels)
		} else {
			k.drawKernels(&d, v, l.kernels)
		}
	} else {
		whole := l.maps
		whole.h = l.kernels.y + l.kernels.h - whole.y
		whole.w -= float32(len(v.flat)) * (flatWide + columnGap)
		k.drawTemplates(&d, v, whole)
		k.drawFlat(&d, v, rect{whole.x + whole.w + columnGap, whole.y, l.maps.w - whole.w, whole.h})
	}
	k.drawClasses(&d, l.classes)
	k.drawConfusion(&d, v, l.confusion)
	return d
}

// A vision is what is known of a network's images.
type vision struct {
	image         []float32 // (rows, cols), the first channel
	rows, cols    int
	layers        []imageLayer // the image first, then what each layer of images makes of it
	flat          []flatLayer  // what layers of single numbers make of that
	imageBox      rect         // where the image is drawn
	saliencyBox   rect
	sample, total int
	class         int // of the image, -1 where nobody knows
}

// An imageLayer is what a layer of images makes of the image: rows x cols
// elements of several channels, channels innermost.
type imageLayer struct {
	name                 string // "conv1", ...; "" is the image
	out                  []float32
	rows, cols, channels int
	window               slide
	boxes                []rect    // where each channel is drawn; those without a width are not
	fields               []float32 // (rows, depth, 2) what rows and columns see of each layer before
	depth                int       // layers before
}

// A flatLayer is what a layer of single numbers makes of the image: the means of
// global pooling, or a fully connected hidden layer.
type flatLayer struct {
	name string
	out  []float32
}

// A slide is how a layer's window moves over the images before.
type slide struct {
	size, step, padding, spread int
	average                     bool
}

// vision gathers what there is to see.
func (k *kit) vision() *vision {
	v := &vision{class: -1}
	if image, shape := k.values("look/image", 3); image != nil && len(image) > 0 {
		v.rows, v.cols = shape[0], shape[1]
		v.layers = []imageLayer{{out: image, rows: shape[0], cols: shape[1], channels: shape[2], boxes: make([]rect, shape[2])}}
		v.image = v.layers[0].plane(0)
	}
	if class, _ := k.values("look/class", 1); len(class) == 1 {
		v.class = int(class[0])
	}
	if sample, _ := k.values("look/sample", 1); len(sample) == 2 {
		v.sample, v.total = int(sample[0]), int(sample[1])
	}
	for _, l := range k.topology.Layers {
		if out, _ := k.values(l.Name+"/out", 1); len(out) > 0 && l.Name != "output" {
			v.flat = append(v.flat, flatLayer{l.Name, out})
		}
		out, shape := k.values(l.Name+"/out", 3)
		if len(l.Shape) != 3 || out == nil || v.image == nil {
			continue
		}
		layer := imageLayer{name: l.Name, out: out, rows: shape[0], cols: shape[1], channels: shape[2], boxes: make([]rect, shape[2])}
		if fields, shape := k.values(l.Name+"/fields", 3); fields != nil && shape[0] == layer.rows && shape[2] == 2 {
			layer.fields, layer.depth = fields, shape[1]
		}
		if w, _ := k.values(l.Name+"/window", 1); len(w) == 5 {
			layer.window = slide{int(w[0]), int(w[1]), int(w[2]), int(w[3]), w[4] > 0}
			v.layers = append(v.layers, layer)
		}
	}
	return v
}

// convolves tells whether there are layers of images.
func (v *vision) convolves() bool { return len(v.layers) > 1 }

// at returns an element of a channel; 0 beyond the borders.
func (l *imageLayer) at(row, col, channel int) float32 {
	if row < 0 || col < 0 || row >= l.rows || col >= l.cols {
		return 0
	}
	return l.out[(row*l.cols+col)*l.channels+channel]
}

// plane returns one channel, row by row.
func (l *imageLayer) plane(channel int) []float32 {
	out := make([]float32, l.rows*l.cols)
	for i := range out {
		out[i] = l.out[i*l.channels+channel]
	}
	return out
}

// most returns the largest size of a number of all channels.
func largestOf(values []float32) (most float32) {
	for _, v := range values {
		if size := abs(v); size > most && size <= 1e30 {
			most = size
		}
	}
	return max(most, 1e-12)
}

// A visionLayout says where the parts of the figure go.
type visionLayout struct{ image, saliency, maps, kernels, classes, confusion rect }

const (
	captioned = 400 // height of a figure that explains its confusion matrix
	titleHigh = 20  // a title and the room below it
	partGap   = 24  // between parts
)

// arrangeVision gives the maps most of the middle, unless the kernels give way to
// a lens.
func arrangeVision(free rect, narrow, lens bool, classes int) visionLayout {
	var l visionLayout
	share := float32(0.64)
	if lens {
		share = 0.46
	}
	bars := float32(classes) * 15
	if narrow {
		side := clamp(free.w*0.27, 60, 120)
		l.image = rect{free.x, free.y + titleHigh, side, side}
		l.saliency = rect{free.x + side + 10, l.image.y, side, side}
		l.classes = rect{l.saliency.x + side + 14, free.y, free.x + free.w - l.saliency.x - side - 14, titleHigh + side}
		rest := free.h - titleHigh - side - 14
		l.maps = rect{free.x, free.y + free.h - rest, free.w, rest * 0.5}
		lower := rect{free.x, l.maps.y + l.maps.h + 12, free.w, rest*0.5 - 12}
		l.confusion = lower
		l.confusion.w = min(lower.h, lower.w*0.56)
		l.confusion.x += lower.w - l.confusion.w
		l.kernels = lower
		l.kernels.w = lower.w - l.confusion.w - 14
		return l
	}
	side := clamp(min(free.w*0.21, (free.h-2*titleHigh-14)/2), 60, 240)
	l.image = rect{free.x, free.y + titleHigh, side, side}
	l.saliency = rect{free.x, l.image.y + side + 14 + titleHigh, side, side}
	right := clamp(min(free.w*0.3, free.h*0.55), 150, 420)
	x := free.x + free.w - right
	l.classes = rect{x, free.y, right, titleHigh + min(bars, free.h*0.38)}
	under := l.classes.y + l.classes.h + 14
	l.confusion = rect{x, under, right, free.y + free.h - under}
	l.maps = rect{free.x + side + partGap, free.y, x - free.x - side - 2*partGap, free.h * share}
	l.kernels = rect{l.maps.x, free.y + l.maps.h + 12, l.maps.w, free.h - l.maps.h - 12}
	return l
}

// title writes what a part is, smaller where there is little width.
func (k *kit) title(d *drawing, words string, x, y, width float32) {
	size := clamp(13*width/(1.12*k.measure(words, 13)), 9, 13)
	d.labels = append(d.labels, text{words: words, x: x, y: y + 9, size: size, strong: true, color: k.ink})
}

// caption writes a small text in the middle of a width, if it fits.
func (k *kit) caption(d *drawing, words string, x, y, width float32) {
	if k.measure(words, 11) <= width {
		d.label(words, x, y, 11, 0, k.muted)
	}
}

// drawLooked draws the image and its saliency.
func (k *kit) drawLooked(d *drawing, v *vision, l visionLayout) {
	if v.image == nil {
		return
	}
	v.imageBox, v.layers[0].boxes[0] = l.image, l.image
	name := k.words.text("canvas.drawn", "Your drawing")
	if v.class >= 0 {
		name = k.words.say("canvas.image", "Image {n}", "n", number(float32(v.sample+1), 0))
	}
	k.title(d, name, l.image.x, l.image.y-titleHigh, l.image.w)
	d.pictures = append(d.pictures, picture{box: l.image, rows: v.rows, cols: v.cols, levels: shares(v.image, 1), table: &k.grays})
	d.frame(l.image, 2, 1, k.theme.line)
	d.spots = append(d.spots, spot{box: l.image, rows: v.rows, cols: v.cols, tip: func(row, col int) (string, []string) {
		return place(row, col), []string{"x = " + number(v.image[row*v.cols+col], 3)}
	}})
	if y := l.saliency.y + l.saliency.h + 20; y+8 < k.free.y+k.free.h && !k.narrow() {
		k.drawScale(d, rect{l.saliency.x, y - 4, l.saliency.w, 8})
	}
	s, shape := k.values("saliency", 3)
	if s == nil || shape[0] != v.rows || shape[1] != v.cols {
		return
	}
	layer := imageLayer{out: s, rows: v.rows, cols: v.cols, channels: shape[2]}
	plane := layer.plane(0)
	v.saliencyBox = l.saliency
	k.title(d, k.words.text("canvas.saliency", "What decides"), l.saliency.x, l.saliency.y-titleHigh, l.saliency.w)
	d.pictures = append(d.pictures, picture{box: l.saliency, rows: v.rows, cols: v.cols, levels: signed(plane, 0), table: &k.levels})
	d.frame(l.saliency, 2, 1, k.theme.line)
	d.spots = append(d.spots, spot{
		box: l.saliency, rows: v.rows, cols: v.cols,
		tip: func(row, col int) (string, []string) {
			return place(row, col), []string{"∂z/∂x = " + number(plane[row*v.cols+col], 3)}
		},
		marks: func(row, col int) []rect { return []rect{part(l.image, v.rows, v.cols, row, col, row+1, col+1)} },
	})
}

// drawScale says what the colors mean.
func (k *kit) drawScale(d *drawing, r rect) {
	less, more := k.words.text("canvas.against", "against it"), k.words.text("canvas.for", "for it")
	left, right := k.measure(less, 11)+8, k.measure(more, 11)+8
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = uint8(i * 4)
	}
	_, y := r.center()
	d.label(less, r.x, y, 11, 0, k.muted)
	d.label(more, r.x+r.w, y, 11, 1, k.muted)
	d.pictures = append(d.pictures, picture{box: rect{r.x + left, r.y, max(r.w-left-right, 1), r.h}, rows: 1, cols: len(ramp), levels: ramp, table: &k.levels})
}

// place tells a row and a column, counted from 1.
func place(row, col int) string {
	return "(" + number(float32(row+1), 0) + ", " + number(float32(col+1), 0) + ")"
}

// part returns where rows top to bottom and columns left to right of a picture
// are, their ends not included.
func part(box rect, rows, cols, top, left, bottom, right int) rect {
	w, h := box.w/float32(cols), box.h/float32(rows)
	return rect{box.x + float32(left)*w, box.y + float32(top)*h, float32(right-left) * w, float32(bottom-top) * h}
}
