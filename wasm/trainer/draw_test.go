package main

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/experiment"
)

// drawn returns a stage with an empty drawing.
func drawn(t *testing.T) *stage {
	st := newStage(t)
	st.send("load", "link", "v=1&dataset=own")
	st.take("state")
	return st
}

// marks asks for the points and returns them, three numbers each.
func (st *stage) marks() (points []float32, undo, redo int) {
	st.t.Helper()
	st.send("points")
	m := st.take("points")
	b := m["points"].([]byte)
	for i := 0; i < len(b); i += 4 {
		points = append(points, math.Float32frombits(binary.LittleEndian.Uint32(b[i:])))
	}
	return points, m["undo"].(int), m["redo"].(int)
}

func TestDraw(t *testing.T) {
	st := drawn(t)
	for i, c := range []struct {
		op, value        string
		more             bool
		want, undo, redo int
	}{
		{"add", "1.5,-3,1", false, 1, 1, 0},
		{"add", "0,0,0;0.6,0,0", false, 3, 2, 0},
		{"add", "0,0.6,0", true, 4, 2, 0},
		{"undo", "", false, 1, 1, 1},
		{"redo", "", false, 4, 2, 0},
		{"erase", "0,0,0.7", false, 1, 3, 0},
		{"erase", "0,0,0.7", false, 1, 3, 0}, // nothing there
		{"undo", "", false, 4, 2, 1},
		{"clear", "", false, 0, 3, 0},
		{"undo", "", false, 4, 2, 1},
		{"from", "circle", false, 500, 3, 0},
		{"undo", "", false, 4, 2, 1},
		{"undo", "", false, 1, 1, 2},
		{"undo", "", false, 0, 0, 3},
		{"undo", "", false, 0, 0, 3},
		{"add", "1,1,2", false, 1, 1, 0},
	} {
		st.send("draw", "op", c.op, "value", c.value, "more", c.more, "id", 7.0)
		if m := st.take("state"); m["id"] != 7.0 {
			t.Errorf("%d: %v", i, m)
		}
		points, undo, redo := st.marks()
		if len(points) != 3*c.want || undo != c.undo || redo != c.redo {
			t.Errorf("%d, %s %s: %d points, undo %d, redo %d", i, c.op, c.value, len(points)/3, undo, redo)
		}
	}
	points, _, _ := st.marks()
	if d := points[0] - 1; d > 0.01 || d < -0.01 || points[2] != 2 {
		t.Errorf("points %v", points)
	}
	if classes := st.run.Spec().Get("classes"); classes != "3" {
		t.Errorf("%s classes", classes)
	}
}

// TestDrawTrainsAll draws by hand on nothing: a few points all train, and the link says
// so. Many, and points that are added to others, keep the share that is set.
func TestDrawTrainsAll(t *testing.T) {
	few, many := strings.Repeat("1,1,0;", experiment.FewRows-2)+"2,2,1", strings.Repeat("1,1,0;", experiment.FewRows-1)+"2,2,1"
	for _, c := range []struct{ name, link, value, want string }{
		{"few", "v=1&dataset=own", few, "100"},
		{"few values", "v=1&dataset=own-values", few, "100"},
		{"many", "v=1&dataset=own", many, "50"},
		{"to others", "v=1&dataset=own&percTrainData=30&points=cL0a1L0a9", few, "30"},
	} {
		st := newStage(t)
		st.send("load", "link", c.link)
		st.take("state")
		st.send("draw", "op", "add", "value", c.value)
		m := st.take("state")
		if spec := m["spec"].(map[string]any); spec["percTrainData"] != c.want {
			t.Errorf("%s: %v%% of the points train, want %s", c.name, spec["percTrainData"], c.want)
		}
		again := newStage(t)
		again.send("load", "link", m["link"])
		if spec := again.take("state")["spec"].(map[string]any); spec["percTrainData"] != c.want {
			t.Errorf("%s: by the link %v%% train, want %s", c.name, spec["percTrainData"], c.want)
		}
	}
}

func TestDrawRefuses(t *testing.T) {
	st := drawn(t)
	for _, c := range []struct{ op, value, code string }{
		{"add", "", "bad-field"},
		{"add", "1,2", "bad-field"},
		{"add", "1,2,3,4", "bad-field"},
		{"add", "1,2,x", "bad-field"},
		{"add", "NaN,2,1", "bad-field"},
		{"add", strings.Repeat("1,1,1;", 1<<14), "bad-field"},
		{"erase", "1,2", "bad-field"},
		{"from", "cats", "bad-field"},
		{"from", "own", "bad-field"},
		{"take", "xyz", "bad-field"},
		{"take", "c0000x", "bad-field"},
		{"fly", "", "bad-field"},
	} {
		st.send("draw", "op", c.op, "value", c.value)
		if m := st.take("error"); m["code"] != c.code {
			t.Errorf("%s %.20s: %v", c.op, c.value, m)
		}
	}
	for _, name := range []string{"play", "train", "step"} {
		st.send(name)
		if m := st.take("error"); m["code"] != "no-points" {
			t.Errorf("%s: %v", name, m)
		}
	}
	st.send("set", "key", "dataset", "value", "xor")
	st.take("state")
	st.send("draw", "op", "add", "value", "1,1,1")
	if m := st.take("error"); m["code"] != "not-drawing" {
		t.Errorf("%v", m)
	}
}

func TestTakeDrawing(t *testing.T) {
	st := loaded(t)
	for _, c := range []struct{ text, dataset string }{{"cL0a1L0a9", "own"}, {"v00000", "own-values"}} {
		st.send("draw", "op", "take", "value", c.text)
		m := st.take("state")
		if spec := m["spec"].(map[string]any); spec["dataset"] != c.dataset || spec["points"] != c.text {
			t.Errorf("%s: %v", c.text, spec)
		}
	}
	var d data.Drawing
	for d.Add(1, 1, 1) {
	}
	st.send("draw", "op", "take", "value", d.String())
	st.take("state")
	st.send("draw", "op", "add", "value", "1,1,1")
	if m := st.take("error"); m["code"] != "too-many-points" {
		t.Errorf("%v", m)
	}
	for range 100 {
		st.send("draw", "op", "take", "value", d.String())
		st.take("state")
	}
	size := 0
	for _, text := range st.sketch.past {
		size += len(text.text)
	}
	if size > maxUndoText+len(d.String()) {
		t.Errorf("%d characters are remembered", size)
	}
}

// TestDrawForDistributions draws for an architecture that learns where points
// lie, and gives one that learns no points a drawing.
func TestDrawForDistributions(t *testing.T) {
	st := loaded(t)
	for _, step := range []struct {
		send []any
		want map[string]any
	}{
		{[]any{"set", "key", "architecture", "value", "diffusion"}, map[string]any{"distribution": "two-moons", "points": ""}},
		{[]any{"draw", "op", "take", "value", "cL0a1"}, map[string]any{"distribution": "own", "points": "cL0a1", "architecture": "diffusion"}},
		{[]any{"draw", "op", "clear"}, map[string]any{"distribution": "own", "points": ""}},
		{[]any{"draw", "op", "undo"}, map[string]any{"points": "cL0a1"}},
		{[]any{"set", "key", "architecture", "value", "gan"}, map[string]any{"distribution": "own", "points": "cL0a1"}},
		{[]any{"set", "key", "architecture", "value", "autoencoder"}, map[string]any{"architecture": "autoencoder", "distribution": nil, "points": nil}},
		{[]any{"draw", "op", "take", "value", "v00000"}, map[string]any{"architecture": "mlp", "dataset": "own-values", "points": "v00000"}},
	} {
		st.send(step.send[0].(string), step.send[1:]...)
		spec := st.take("state")["spec"].(map[string]any)
		for key, want := range step.want {
			if spec[key] != want {
				t.Errorf("%v: %s is %v, want %v", step.send, key, spec[key], want)
			}
		}
	}
}

func TestExport(t *testing.T) {
	st := loaded(t)
	st.send("export", "id", "x")
	m := st.take("export")
	if m["id"] != "x" || m["name"] != "nnplay-circle.csv" || strings.Count(m["csv"].(string), "\n") != 501 {
		t.Errorf("%.200v", m)
	}
}

// TestDrawNames holds that names come and go with the points of a table.
func TestDrawNames(t *testing.T) {
	st := drawn(t)
	names := func() string { return st.run.Spec().Get("axisNames") }
	var d data.Drawing
	d.Add(1, 1, 0)
	d.Add(2, 2, 1)
	for i, c := range []struct{ op, value, want string }{
		{"take", d.String(), "long\nwide"},
		{"add", "3,3,1", "long\nwide"},
		{"from", "circle", ""},
		{"undo", "", "long\nwide"},
		{"clear", "", ""},
		{"undo", "", "long\nwide"},
		{"undo", "", "long\nwide"},
		{"undo", "", ""},
		{"redo", "", "long\nwide"},
	} {
		st.send("draw", "op", c.op, "value", c.value, "names", "long\nwide")
		st.take("state")
		if got := names(); got != c.want {
			t.Errorf("%d, %s: the names are %q, want %q", i, c.op, got, c.want)
		}
	}
	st.send("draw", "op", "take", "value", d.String())
	st.take("state")
	if got := names(); got != "" {
		t.Errorf("points without names have the names %q", got)
	}
}
