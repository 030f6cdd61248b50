// Package cnn is the figure of a convolutional network.
package cnn

import "nnplay/wasm/paper"

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw, Tooled: true, Parameters: true}

// draw shows what a convolutional network sees, from left to right: the
// image and what of it decides, every feature map of every stage, kernels and
// their gradients below them, the probabilities of the classes, and which class
// is taken for which, with an image of each case. Where there is no room for that, it
// shows one picture.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	var d paper.Drawing
	v := k.vision()
	k = k.turned(v)
	if brief(k.Free) {
		k.drawBrief(&d, v)
		d.Labels = k.Legible(d.Labels)
		return d
	}
	l := arrangeVision(k.Free, k.Narrow(), k.Topology.Classes)
	d.Plan.Sheet = l.kernels.Y - 4
	k.drawLooked(&d, v, l)
	if d.Main = l.image; v.saliencyBox.W > 0 {
		d.Main = l.image.Around(l.saliency)
	}
	if v.convolves() {
		k.drawMaps(&d, v, l.maps)
		if _, _, _, _, chosen := k.focused(v); chosen {
			k.drawLens(&d, v, l.kernels)
		} else {
			k.drawKernels(&d, v, l.kernels)
		}
	} else {
		whole := l.maps
		whole.H = l.kernels.Y + l.kernels.H - whole.Y
		whole.W -= float32(len(v.flat)) * (flatWide + columnGap)
		k.drawTemplates(&d, v, whole)
		k.drawFlat(&d, v, paper.Rect(whole.X+whole.W+columnGap, whole.Y, l.maps.W-whole.W, whole.H))
	}
	k.drawClasses(&d, v, l.classes)
	k.drawConfusion(&d, v, l.confusion)
	d.Labels = k.Legible(d.Labels)
	return d
}

// A figure is a kit that knows the tensors of a convolutional network.
type figure struct{ *paper.Kit }

// A vision is what is known of a network's images.
type vision struct {
	image         []float32 // (rows, cols), the first channel
	rows, cols    int
	layers        []imageLayer    // the image first, then what each layer of images makes of it
	flat          []flatLayer     // what layers of single numbers make of that
	imageBox      paper.Rectangle // where the image is drawn
	saliencyBox   paper.Rectangle
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
	boxes                []paper.Rectangle // where each channel is drawn; those without a width are not
	pager                paper.Rectangle   // for those that are not; without a width if all are drawn
	fields               []float32         // (rows, depth, 2) what rows and columns see of each layer before
	depth                int               // layers before
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
func (k figure) vision() *vision {
	v := &vision{class: -1}
	if image, shape := k.Values("look/image", 3); image != nil && len(image) > 0 {
		v.rows, v.cols = shape[0], shape[1]
		v.layers = []imageLayer{{out: image, rows: shape[0], cols: shape[1], channels: shape[2], boxes: make([]paper.Rectangle, shape[2])}}
		v.image = v.layers[0].plane(0)
	}
	if class, _ := k.Values("look/class", 1); len(class) == 1 {
		v.class = int(class[0])
	}
	if sample, _ := k.Values("look/sample", 1); len(sample) == 2 {
		v.sample, v.total = int(sample[0]), int(sample[1])
	}
	for _, l := range k.Topology.Layers {
		if out, _ := k.Values(l.Name+"/out", 1); len(out) > 0 && l.Name != "output" {
			v.flat = append(v.flat, flatLayer{l.Name, out})
		}
		out, shape := k.Values(l.Name+"/out", 3)
		if len(l.Shape) != 3 || out == nil || v.image == nil {
			continue
		}
		layer := imageLayer{name: l.Name, out: out, rows: shape[0], cols: shape[1], channels: shape[2], boxes: make([]paper.Rectangle, shape[2])}
		if fields, shape := k.Values(l.Name+"/fields", 3); fields != nil && shape[0] == layer.rows && shape[2] == 2 {
			layer.fields, layer.depth = fields, shape[1]
		}
		if w, _ := k.Values(l.Name+"/window", 1); len(w) == 5 {
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
		if size := paper.Abs(v); size > most && size <= 1e30 {
			most = size
		}
	}
	return max(most, 1e-12)
}

// A visionLayout says where the parts of the figure go.
type visionLayout struct{ image, saliency, maps, kernels, classes, confusion paper.Rectangle }

const (
	captioned = 400 // height of a figure that explains its confusion matrix
	titleHigh = 20  // a title and the room below it
	partGap   = 24  // between parts
)

// arrangeVision gives the maps most of the middle.
func arrangeVision(free paper.Rectangle, narrow bool, classes int) visionLayout {
	const share = 0.64
	var l visionLayout
	bars := float32(classes) * 15
	if narrow {
		side := paper.Clamp(free.W*0.27, 60, 120)
		l.image = paper.Rect(free.X, free.Y+titleHigh, side, side)
		l.saliency = paper.Rect(free.X+side+10, l.image.Y, side, side)
		l.classes = paper.Rect(l.saliency.X+side+14, free.Y, free.X+free.W-l.saliency.X-side-14, titleHigh+side)
		rest := free.H - titleHigh - side - 14
		l.maps = paper.Rect(free.X, free.Y+free.H-rest, free.W, rest*0.5)
		lower := paper.Rect(free.X, l.maps.Y+l.maps.H+12, free.W, rest*0.5-12)
		l.confusion = lower
		l.confusion.W = min(lower.H, lower.W*0.56)
		l.confusion.X += lower.W - l.confusion.W
		l.kernels = lower
		l.kernels.W = lower.W - l.confusion.W - 14
		return l
	}
	side := paper.Clamp(min(free.W*0.21, (free.H-2*titleHigh-14)/2), 60, 240)
	l.image = paper.Rect(free.X, free.Y+titleHigh, side, side)
	l.saliency = paper.Rect(free.X, l.image.Y+side+14+titleHigh, side, side)
	right := paper.Clamp(min(free.W*0.3, free.H*0.55), 150, 420)
	x := free.X + free.W - right
	l.classes = paper.Rect(x, free.Y, right, titleHigh+min(bars, free.H*0.38))
	under := l.classes.Y + l.classes.H + 14
	l.confusion = paper.Rect(x, under, right, free.Y+free.H-under)
	l.maps = paper.Rect(free.X+side+partGap, free.Y, x-free.X-side-2*partGap, free.H*share)
	l.kernels = paper.Rect(l.maps.X, free.Y+l.maps.H+12, l.maps.W, free.H-l.maps.H-12)
	return l
}

// boldness is how much wider strong letters are, about.
const boldness = 1.08

// title writes what a part is, smaller where there is little width, and cut off where
// there is less.
func (k figure) title(d *paper.Drawing, words string, x, y, width float32) {
	size := paper.Clamp(13*width/(boldness*k.Measure(words, 13)), paper.LeastText, 13)
	d.Labels = append(d.Labels, paper.Text{Words: k.Fitted(words, size, width/boldness), X: x, Y: y + 9, Size: size, Strong: true, Color: k.Ink})
}

// caption writes a small text in the middle of a width, if it fits.
func (k figure) caption(d *paper.Drawing, words string, x, y, width float32) {
	if k.Measure(words, 11) <= width {
		d.Label(words, x, y, 11, 0, k.Muted)
	}
}

// drawLooked draws the image and its saliency.
func (k figure) drawLooked(d *paper.Drawing, v *vision, l visionLayout) {
	if v.image == nil {
		return
	}
	k.title(d, k.sampleName(v), l.image.X, l.image.Y-titleHigh, l.image.W)
	k.drawImage(d, v, l.image)
	if y := l.saliency.Y + l.saliency.H + 20; y+8 < k.Free.Y+k.Free.H && !k.Narrow() {
		k.drawScale(d, paper.Rect(l.saliency.X, y-4, l.saliency.W, 8))
	}
	s, shape := k.Values("saliency", 3)
	if s == nil || shape[0] != v.rows || shape[1] != v.cols {
		return
	}
	layer := imageLayer{out: s, rows: v.rows, cols: v.cols, channels: shape[2]}
	plane := layer.plane(0)
	v.saliencyBox = l.saliency
	k.title(d, k.Words.Text("canvas.saliency", "Saliency"), l.saliency.X, l.saliency.Y-titleHigh, l.saliency.W)
	d.Pictures = append(d.Pictures, paper.Picture{Box: l.saliency, Rows: v.rows, Cols: v.cols, Levels: paper.Signed(plane, 0), Table: &k.Levels})
	d.Over.Frame(l.saliency, 2, 1, k.Theme.Line)
	d.Spots = append(d.Spots, paper.Spot{
		Box: l.saliency, Rows: v.rows, Cols: v.cols,
		Tip: func(row, col int) (string, []string) {
			return place(row, col), []string{"∂z/∂x = " + paper.Number(plane[row*v.cols+col], 3)}
		},
		Marks: func(row, col int) []paper.Rectangle {
			return []paper.Rectangle{part(l.image, v.rows, v.cols, row, col, row+1, col+1)}
		},
	})
}

// sampleName says what image it is.
func (k figure) sampleName(v *vision) string {
	switch {
	case v.class < -1:
		return k.Words.Text("canvas.noImage", "No image yet")
	case v.class >= 0:
		return k.Words.Say("canvas.image", "Image {n}", "n", paper.Number(float32(v.sample+1), 0))
	}
	return k.Words.Text("canvas.drawn", "Your drawing")
}

// drawImage draws the image, whose pixels can be asked.
func (k figure) drawImage(d *paper.Drawing, v *vision, r paper.Rectangle) {
	v.imageBox, v.layers[0].boxes[0] = r, r
	d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: v.rows, Cols: v.cols, Levels: paper.Shares(v.image, 1), Table: &k.Grays})
	d.Over.Frame(r, 2, 1, k.Theme.Line)
	l := &v.layers[0]
	d.Spots = append(d.Spots, paper.Spot{Box: r, Rows: v.rows, Cols: v.cols, Tip: func(row, col int) (string, []string) {
		return place(row, col), []string{"x = " + paper.Number(v.image[row*v.cols+col], 3)}
	}, Part: func(row, col int) paper.Part { return l.partOf(row, col, 0) }})
	d.StandUnits("minibatch/x", v.rows*v.cols, func(i int) (paper.Rectangle, bool) {
		return part(r, v.rows, v.cols, i/v.cols, i%v.cols, i/v.cols+1, i%v.cols+1), true
	})
}

// drawScale says what the colors mean.
func (k figure) drawScale(d *paper.Drawing, r paper.Rectangle) {
	less, more := k.Words.Text("canvas.against", "against"), k.Words.Text("canvas.for", "for")
	left, right := k.Measure(less, 11)+8, k.Measure(more, 11)+8
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = uint8(i * 4)
	}
	_, y := r.Center()
	d.Label(less, r.X, y, 11, 0, k.Muted)
	d.Label(more, r.X+r.W, y, 11, 1, k.Muted)
	d.Pictures = append(d.Pictures, paper.Picture{Box: paper.Rect(r.X+left, r.Y, max(r.W-left-right, 1), r.H), Rows: 1, Cols: len(ramp), Levels: ramp, Table: &k.Levels})
}

// place tells a row and a column, counted from 1.
func place(row, col int) string {
	return "(" + paper.Number(float32(row+1), 0) + ", " + paper.Number(float32(col+1), 0) + ")"
}

// part returns where rows top to bottom and columns left to right of a picture
// are, their ends not included.
func part(box paper.Rectangle, rows, cols, top, left, bottom, right int) paper.Rectangle {
	w, h := box.W/float32(cols), box.H/float32(rows)
	return paper.Rect(box.X+float32(left)*w, box.Y+float32(top)*h, float32(right-left)*w, float32(bottom-top)*h)
}
