package paper

import (
	"strconv"
	"strings"

	"nnplay/wasm/wire"
)

// Parameter is the figure of a parameter that is shown by itself: a matrix whose
// elements can be asked, edited and frozen, its groups side by side.
var Parameter = Figure{Draw: drawParameter, Tooled: true, Parameters: true}

// Sizes of the figure, CSS pixels.
const (
	parameterTitle  = 24 // above the matrix
	parameterGroup  = 18 // above each group, where there are several
	parameterLegend = 26 // below the matrix
	parameterGap    = 10 // between groups
	mostElement     = 30 // the side of an element
	leastFramed     = 5  // that of one that is framed while it is frozen
)

// A parameter is one as a matrix: all dimensions but the last are its rows.
type parameter struct {
	*wire.Parameter
	values     []float32 // (rows, cols)
	rows, cols int
	each       int // columns of a group
}

// parameter returns what is shown, false if it is not there.
func (k *Kit) parameter() (p parameter, ok bool) {
	for i := range k.Topology.Parameters {
		if p.Parameter = &k.Topology.Parameters[i]; p.Name == k.Topology.Shown {
			p.values = k.Tensors[p.Name].F32
			p.rows, p.cols = 1, 1
			if n := len(p.Shape); n > 0 {
				p.cols = p.Shape[n-1]
			}
			if p.cols > 0 {
				p.rows = len(p.values) / p.cols
			}
			p.each = p.cols
			if n := len(p.Groups); n > 0 && p.cols%n == 0 {
				p.each = p.cols / n
			}
			return p, p.rows > 0 && p.rows*p.cols == len(p.values)
		}
	}
	return p, false
}

func drawParameter(k *Kit) Drawing {
	d := k.Blank()
	p, ok := k.parameter()
	if !ok {
		return d
	}
	r := k.Free
	name := k.Words.ParameterName(p.Name)
	size := strconv.Itoa(p.rows) + " × " + strconv.Itoa(p.cols)
	d.Labels = append(d.Labels, Text{Words: k.Fitted(name, 14, r.W-80), X: r.X, Y: r.Y + 8, Size: 14, Strong: true, Color: k.Ink})
	d.Label(size, r.X+r.W, r.Y+8, 12, 1, k.Muted)

	body := Rect(r.X, r.Y+parameterTitle, r.W, r.H-parameterTitle-parameterLegend)
	groups := p.cols / p.each
	title := float32(0) // above a group
	if groups > 1 {
		title = parameterGroup
	}
	across, w, h := p.layout(body, title)
	most := float32(0)
	for _, v := range p.values {
		if v = Abs(v); v > most && v <= 1e30 {
			most = v
		}
	}
	for i := range groups {
		box := Rect(0, 0, w*float32(p.each), h*float32(p.rows))
		box.X = body.X + float32(i%across)*(box.W+parameterGap)
		box.Y = body.Y + float32(i/across)*(title+box.H+parameterGap) + title
		if groups > 1 {
			d.Label(k.Fitted(k.groupName(p.Groups[i]), 12, box.W), box.X, box.Y-10, 12, 0, k.Muted)
		}
		k.drawGroup(&d, box, &p, i, most)
	}
	k.drawSpan(&d, r.X, r.Y+r.H-6, most)
	d.Labels = k.Legible(d.Labels)
	return d
}

// layout returns how many groups stand side by side in a rectangle, under titles of a
// height, so that elements are as large as can be, and the sides of an element.
func (p *parameter) layout(body Rectangle, title float32) (across int, w, h float32) {
	groups := p.cols / p.each
	for n := groups; n > 0; n-- {
		down := (groups + n - 1) / n
		wide := (body.W - parameterGap*float32(n-1)) / float32(n*p.each)
		high := (body.H - title*float32(down) - parameterGap*float32(down-1)) / float32(down*p.rows)
		wide, high = min(wide, mostElement), min(high, mostElement)
		wide, high = min(wide, max(3*high, 12)), min(high, max(3*wide, 12)) // no needles
		if min(wide, high) > min(w, h) {
			across, w, h = n, wide, high
		}
	}
	return max(across, 1), w, h
}

// drawGroup draws the columns of a group; of what is frozen each element has a frame.
func (k *Kit) drawGroup(d *Drawing, box Rectangle, p *parameter, group int, most float32) {
	first := group * p.each
	values := make([]float32, 0, p.rows*p.each)
	for row := range p.rows {
		values = append(values, p.values[row*p.cols+first:][:p.each]...)
	}
	d.Pictures = append(d.Pictures, Picture{Box: box, Rows: p.rows, Cols: p.each, Levels: Signed(values, most), Table: &k.Levels})
	d.Over.Frame(box, 0, 1, k.Line)
	spot := Spot{Box: box, Rows: p.rows, Cols: p.each}
	at := func(row, col int) int { return row*p.cols + first + col }
	if frozen := k.Tensors[p.Name+"/frozen"].U8; len(frozen) == len(p.values) && min(box.W/float32(p.each), box.H/float32(p.rows)) >= leastFramed {
		for i := range values {
			if row, col := i/p.each, i%p.each; frozen[at(row, col)] != 0 {
				d.Over.Frame(spot.CellBox(row, col), 0, 1.5, k.Ink)
			}
		}
	}
	spot.Part = func(row, col int) Part { return Part{Parameter: p.Name, Index: at(row, col)} }
	spot.Tip = func(row, col int) (string, []string) {
		e := k.Element(p.Name, at(row, col))
		name := k.Words.ParameterName(p.Name)
		if len(p.Groups) > 1 && group < len(p.Groups) {
			name += " · " + k.groupName(p.Groups[group])
		}
		place := " (" + strconv.Itoa(col+1) + ")"
		if p.rows > 1 {
			place = " (" + strconv.Itoa(row+1) + ", " + strconv.Itoa(col+1) + ")"
		}
		lines := []string{"w = " + Number(e.Value, 3)}
		if e.HasGradient {
			lines = append(lines, k.Words.Text("canvas.gradient", "gradient")+" "+Gradient(e.Gradient))
		}
		if e.Frozen {
			lines = append(lines, k.Words.Text("canvas.frozen", "frozen"))
		}
		return name + place, lines
	}
	d.Spots = append(d.Spots, spot)
}

// drawSpan says what the colors mean, with its middle at y.
func (k *Kit) drawSpan(d *Drawing, x, y, most float32) {
	levels := make([]uint8, 64)
	for i := range levels {
		levels[i] = uint8(i * 255 / (len(levels) - 1))
	}
	low := Number(-most, 2)
	d.Label(low, x, y, 11, 0, k.Muted)
	x += k.Measure(low, 11) + 6
	d.Pictures = append(d.Pictures, Picture{Box: Rect(x, y-4, 90, 8), Rows: 1, Cols: len(levels), Levels: levels, Table: &k.Levels})
	d.Label(Number(most, 2), x+96, y, 11, 0, k.Muted)
}

// groupName names a gate, or a head by its number.
func (k *Kit) groupName(group string) string {
	if n, err := strconv.Atoi(group); err == nil {
		return k.Words.Say("canvas.head", "Head {n}", "n", strconv.Itoa(n))
	}
	return k.Words.Text("canvas.gate."+group, group)
}

// ParameterName names a parameter by the scopes that it is in: "block0/mlp/up/weight"
// is that of block 1, feed-forward, first layer, weights.
func (d Dictionary) ParameterName(name string) string {
	var words []string
	for scope := range strings.SplitSeq(name, "/") {
		scope, reverse := strings.CutSuffix(scope, "-reverse")
		key := strings.TrimRight(scope, "0123456789")
		word := d.Text("parameter."+key, key)
		if number, err := strconv.Atoi(scope[len(key):]); err == nil {
			if key == "block" { // counted from 0
				number++
			}
			word += " " + strconv.Itoa(number)
		}
		if reverse {
			word += " ←"
		}
		words = append(words, word)
	}
	return strings.Join(words, " · ")
}
