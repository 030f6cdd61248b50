package cnn

import (
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/cnn"
	"nnplay/nn/lab/labtest"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// cnnKit returns the kit of a network that was trained for some steps, on a desktop.
func cnnKit(t *testing.T, link string) (figure, *experiment.Run) {
	t.Helper()
	run := labtest.Open(t, cnn.Family, "v=1&architecture=cnn&samples=16&"+link)
	run.Step(1)
	topology := run.Topology()
	s := &paper.Scene{Topology: &topology, Tensors: map[string]wire.Tensor{}}
	for _, v := range append(run.Static(), run.Dynamic()...) {
		s.Tensors[v.Name] = wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8}
	}
	k := figure{papertest.Kit(s)}
	k.View = map[string]int{}
	k.Free = paper.Rect(18, 18, 744, 480)
	return k, run
}

// TestNoTestImages holds that the figure of own images of which there are none says
// so, and claims nothing.
func TestNoTestImages(t *testing.T) {
	k, _ := cnnKit(t, "filters=2&images=own")
	var said []string
	for _, label := range draw(k.Kit).Labels {
		said = append(said, label.Words)
	}
	all := strings.Join(said, "\n")
	if !strings.Contains(all, "No test images") || !strings.Contains(all, "No image yet") || strings.Contains(all, " wrong") {
		t.Errorf("without images it says\n%s", all)
	}
}

// Sizes of the figure: a desktop, a laptop, a tablet, a phone.
var cnnSizes = []paper.Rectangle{paper.Rect(18, 18, 744, 480), paper.Rect(18, 18, 697, 300), paper.Rect(18, 18, 740, 560), paper.Rect(18, 18, 340, 460)}

// wholeCNN has all that a figure draws.
const wholeCNN = "filters=3,4&denseShape=5&globalPooling=true"

// manyMaps has more of everything than there is room for.
const manyMaps = "imageSide=20&filters=40,12&kernel=5&padding=2"

// TestCNNFits holds, at every size and on every page, that nothing stands outside
// of the canvas.
func TestCNNFits(t *testing.T) {
	for _, link := range []string{wholeCNN, manyMaps, "filters=none&denseShape=32,8", "filters=4,4,4,4,4,4,4,4,4,4,4,4&pooling=none&imageSide=8"} {
		k, _ := cnnKit(t, link)
		for _, k.Free = range cnnSizes {
			for _, focus := range []int{0, 1, 2} {
				k.View["focus"] = focus
				d := draw(k.Kit)
				inside := func(what string, r paper.Rectangle) {
					const slack = 1
					if !(r.X >= k.Free.X-slack && r.Y >= k.Free.Y-slack && r.X+r.W <= k.Free.X+k.Free.W+slack && r.Y+r.H <= k.Free.Y+k.Free.H+slack) {
						t.Errorf("%s in %v, focus %d: %s %v", link, k.Free, focus, what, r)
					}
				}
				for _, p := range d.Pictures {
					inside("a picture", p.Box)
				}
				for i := range d.Spots {
					inside("a spot", d.Spots[i].Box)
				}
			}
		}
	}
}

// turnPages draws every page of every pager, and passes each drawing on.
func turnPages(k figure, see func(d *paper.Drawing)) {
	tried := map[string]bool{}
	var visit func()
	visit = func() {
		key := ""
		for _, name := range []string{"layers", "kernels", "gradients", "conv1", "conv2", "conv3", "conv4", "pool1", "pool2", "pool3", "pool4", "window"} {
			for _, part := range []string{"", "/filters", "/channels"} {
				key += strconv.Itoa(k.View[name+part]) + " "
			}
		}
		if tried[key] {
			return
		}
		tried[key] = true
		d := draw(k.Kit)
		see(&d)
		for i := range d.Spots {
			if s := &d.Spots[i]; s.Turn != nil && s.Rows == 0 { // a button
				before := map[string]int{}
				for name, page := range k.View {
					before[name] = page
				}
				s.Turn(k.View, 0, 0)
				if k.View["focus"] == before["focus"] {
					visit()
				}
				k.View = before
			}
		}
	}
	visit()
}

// TestCNNShowsAll turns pages until every feature map, every kernel and every
// kernel's gradient was seen.
func TestCNNShowsAll(t *testing.T) {
	for _, c := range []struct {
		link           string
		maps, kernels  int
		smallest, most float32
	}{
		{wholeCNN, 3 + 3 + 4 + 4, 3 + 12, leastMap, 72},
		{"imageSide=20&filters=64,6", 64 + 64 + 6 + 6, 64 + 64*6, leastMap, 72},
		{"", 8 + 8 + 16 + 16, 8 + 8*16, leastMap, 72},
	} {
		k, _ := cnnKit(t, c.link)
		for _, k.Free = range []paper.Rectangle{cnnSizes[0], cnnSizes[3], laptop} {
			maps, kernels := map[string]bool{}, map[string]bool{}
			turnPages(k, func(d *paper.Drawing) {
				for i := range d.Spots {
					s := &d.Spots[i]
					switch {
					case s.Turn != nil && s.Rows > 0: // a feature map
						if s.Box.W < c.smallest || s.Box.W > c.most {
							t.Fatalf("%s in %v: a map of %v", c.link, k.Free, s.Box.W)
						}
						name, _ := s.Tip(0, 0)
						maps[name] = true
					case s.Rows > 0 && s.Tip != nil && s.Action == "":
						for cell := range s.Rows * s.Cols {
							if name, _ := s.Tip(cell/s.Cols, cell%s.Cols); strings.Contains(name, " → ") {
								kernels[name] = true
							}
						}
					}
				}
			})
			if len(maps) != c.maps || len(kernels) != 2*c.kernels {
				t.Errorf("%s in %v: %d maps of %d, %d kernels and gradients of %d", c.link, k.Free, len(maps), c.maps, len(kernels), 2*c.kernels)
			}
		}
	}
}

// laptop is what a window of 1280 x 720 leaves the figure while all settings are open.
var laptop = paper.Rect(18, 50, 618, 290)

// TestKernelsAlone holds that in a laptop's window all kernels are seen at once, and
// their gradients at a press.
func TestKernelsAlone(t *testing.T) {
	k, _ := cnnKit(t, "")
	k.Free = laptop
	d := draw(k.Kit)
	pages, said := 0, ""
	for _, s := range d.Spots {
		if s.Turn != nil && s.Rows == 0 {
			pages++
		}
	}
	for _, l := range d.Labels {
		said += l.Words + "|"
	}
	if pages != 2 || !strings.Contains(said, "|Kernels|") {
		t.Errorf("%d buttons turn pages, and it says %s", pages, said)
	}
}

// TestCNNReceptiveField frames what an element sees on the image and on the layers
// between.
func TestCNNReceptiveField(t *testing.T) {
	k, _ := cnnKit(t, "filters=3,4") // 16 x 16, windows of 3 that keep the size, and pooling of 2
	draw(k.Kit)
	v := k.vision()
	k.drawLooked(&paper.Drawing{}, v, arrangeVision(k.Free, false, 10))
	k.drawMaps(&paper.Drawing{}, v, paper.Rect(200, 20, 300, 300))
	conv2 := 3
	list := v.sees(conv2, 4, 0, 2)
	// Three by three of pool1, of which two columns are there; four by six of
	// conv1 and of the image one more all around.
	want := map[int][4]int{0: {5, 0, 13, 5}, 1: {6, 0, 12, 4}, 2: {3, 0, 6, 2}}
	found := 0
	for at, w := range want {
		l := &v.layers[at]
		for _, box := range l.boxes {
			frame := part(box, l.rows, l.cols, w[0], w[1], w[2], w[3])
			for _, r := range list {
				if r == frame {
					found++
				}
			}
		}
	}
	if found != 1+3+3 || len(list) != found+1 {
		t.Errorf("%d frames of %d are right: %v", found, len(list), list)
	}
	if own := v.sees(2, 0, 0, 1); len(own) != 3 { // the image, its saliency, one map
		t.Errorf("of a pooled element %d frames", len(own))
	}
}

// TestCNNLens shows all products of an element that was chosen, over several
// pages, and closes again.
func TestCNNLens(t *testing.T) {
	k, _ := cnnKit(t, "filters=5,4")
	for _, k.Free = range cnnSizes {
		k.View = map[string]int{}
		d := draw(k.Kit)
		v := k.vision()
		for i := range d.Spots {
			if name, _ := d.Spots[i].Tip(0, 0); strings.HasPrefix(name, "Conv 2 · 3 ") && d.Spots[i].Turn != nil {
				d.Spots[i].Turn(k.View, 2, 6)
				break
			}
		}
		if _, c, row, col, ok := k.focused(v); !ok || c != 2 || row != 2 || col != 6 {
			t.Fatalf("%v: chosen is %v", k.Free, k.View)
		}
		seen := map[string]bool{}
		turnPages(k, func(d *paper.Drawing) {
			for i := range d.Spots {
				s := &d.Spots[i]
				if s.Rows != 3 || s.Cols != 3 {
					continue
				}
				for cell := range 9 {
					name, lines := s.Tip(cell/3, cell%3)
					seen[name+strconv.Itoa(cell)+lines[0]] = true
				}
			}
		})
		want := 0
		for c, taps := range k.taps(v, 3, 2, 6, 2) {
			for cell, tap := range taps {
				want++
				if line := "Input channel " + strconv.Itoa(c+1) + strconv.Itoa(cell) + paper.Number(tap.w, 3) + " × " + paper.Number(tap.x, 3) + " = " + paper.Number(tap.w*tap.x, 3); !seen[line] {
					t.Errorf("%v: no %s", k.Free, line)
				}
			}
		}
		if want != 45 {
			t.Errorf("%d products", want)
		}
	}
}

// TestCNNParts asks the other parts: saliency, probabilities, the confusion matrix, the
// means and the units of dense layers.
func TestCNNParts(t *testing.T) {
	k, run := cnnKit(t, wholeCNN)
	d := draw(k.Kit)
	var told []string
	for i := range d.Spots {
		s := &d.Spots[i]
		name, lines := s.Tip(0, 0)
		told = append(told, name+": "+strings.Join(lines, ", "))
		if s.Action == "example" && (s.Rows != 10 || s.Cols != 10 || i != len(d.Spots)-1) {
			t.Errorf("the confusion matrix has %d x %d cells", s.Rows, s.Cols)
		}
	}
	all := strings.Join(told, "\n")
	value := func(name string) string { return paper.Number(k.Tensors[name].F32[0], 3) }
	for _, want := range []string{
		"(1, 1): x = " + value("look/image"), "(1, 1): ∂z/∂x = " + value("saliency"), "Means · 1: mean of map 1, = " + value("global/out"),
		"Dense 1 · 1: relu(Σ w·a + b) = " + value("hidden1/out"), "0: p = " + paper.Number(k.Tensors["output/out"].F32[0], 4), "0 recognized: ",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q of\n%s", want, all)
		}
	}
	if _, err := run.Act("example", "3,3"); err != nil { // what a cell is chosen for
		t.Error(err)
	}
}

// TestCNNElements holds that a cell of a kernel, of the lens and of a template is
// the element of the parameter that it shows.
func TestCNNElements(t *testing.T) {
	for _, c := range []struct {
		link  string
		view  map[string]int
		least int
	}{
		{"filters=3,4", map[string]int{}, 9 * (3 + 12)},
		{"filters=3,4", map[string]int{"focus": 3, "channel": 2, "row": 4, "col": 5}, 2 * 9 * 3},
		{"filters=none&denseShape=5", map[string]int{}, 5 * 256},
	} {
		k, _ := cnnKit(t, c.link)
		k.View = c.view
		seen := map[any]bool{}
		turnPages(k, func(d *paper.Drawing) {
			for i := range d.Spots {
				s := &d.Spots[i]
				if s.Part == nil {
					continue
				}
				for cell := range s.Rows * s.Cols {
					row, col := cell/s.Cols, cell%s.Cols
					part := s.Part(row, col)
					if part.Parameter == "" && (part.Layer == "output" || k.Tensors[part.Layer+"/out"].F32 != nil || part.Layer == "image") {
						continue // what the network says has no parameter
					}
					e := k.Element(part.Parameter, part.Index)
					if e.Parameter == "" {
						t.Fatalf("%s: cell %d of spot %d is %+v", c.link, cell, i, part)
					}
					seen[[2]any{e, s.CellBox(row, col)}] = true // in the lens an element is in two places
					_, lines := s.Tip(row, col)
					if told := strings.Join(lines, " "); !strings.Contains(told, paper.Number(e.Value, 2)) && !strings.Contains(told, paper.Number(e.Value, 3)) {
						t.Errorf("%s: %v is not in %q", c.link, e, told)
					}
					if !s.Box.Grown(1).Contains(s.CellBox(row, col).Center()) {
						t.Errorf("%s: %v is at %v, out of %v", c.link, e, s.CellBox(row, col), s.Box)
					}
				}
			}
		})
		if n := len(seen); n < c.least {
			t.Errorf("%s: %d elements", c.link, n)
		}
	}
}
