package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/data/rows"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
	"nnplay/wasm/wire"
)

// someRows returns n rows of k inputs with two classes.
func someRows(t testing.TB, n, k int) *rows.Rows {
	t.Helper()
	r := rows.Rows{Targets: []string{"kind"}, Classes: []string{"no", "yes"}}
	for i := range k {
		r.Inputs = append(r.Inputs, rows.Input{Name: "column " + strconv.Itoa(i), Column: "column", Kind: rows.Number})
	}
	for i := range n * k {
		r.X = append(r.X, float32(i*i%1013))
	}
	for i := range n {
		r.Y = append(r.Y, float32(i%2))
	}
	made, err := rows.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// grainyRows are more than a link carries.
func grainyRows(t testing.TB) *rows.Rows {
	t.Helper()
	r := *someRows(t, 3000, 6)
	r.X = slices.Clone(r.X)
	stream := rng.New(5, 6)
	for i := range r.X {
		r.X[i] = stream.Normal()
	}
	made, err := rows.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// codesOf returns the codes of a state's notices.
func codesOf(m message) (all string) {
	for _, n := range m["notices"].([]any) {
		all += " " + n.(map[string]any)["code"].(string)
	}
	return strings.TrimSpace(all)
}

// TestTable makes rows the data from whatever was learned before, writes the choices
// that suit them into the link, and tells what they are.
func TestTable(t *testing.T) {
	few, many := someRows(t, 4, 3), someRows(t, 40, 3)
	for _, c := range []struct {
		from                               string
		take                               []*rows.Rows
		notices, share, preprocess, family string
	}{
		{"", []*rows.Rows{many}, "standardized", "50", "standardize", "mlp"},
		{"", []*rows.Rows{few}, "standardized all-train", "100", "standardize", "mlp"},
		{"", []*rows.Rows{few, many}, "repaired", "50", "standardize", "mlp"},
		{"v=1&architecture=cnn", []*rows.Rows{many}, "standardized", "50", "standardize", "mlp"},
		{"v=1&preprocess=minmax&percTrainData=80", []*rows.Rows{many}, "", "80", "minmax", "mlp"},
		{"v=1&dataset=table&table=" + few.Text(), []*rows.Rows{many}, "", "50", "none", "mlp"},
	} {
		st := newStage(t)
		st.send("load", "link", c.from)
		st.take("state")
		var m message
		for _, r := range c.take {
			st.send("table", "op", "take", "rows", r.Encode())
			m = st.take("state")
		}
		spec := m["spec"].(map[string]any)
		if got := codesOf(m); got != c.notices || spec["percTrainData"] != c.share || spec["preprocess"] != c.preprocess || spec["architecture"] != c.family || spec["dataset"] != "table" {
			t.Errorf("%.40s: %s, %v%%, %v, %v, %v", c.from, got, spec["percTrainData"], spec["preprocess"], spec["architecture"], spec["dataset"])
		}
		st.send("set", "key", "plane", "value", "2,1")
		st.take("state")
		st.send("columns", "full", true)
		d := st.take("columns")
		last := c.take[len(c.take)-1]
		columns := d["columns"].([]any)
		third := columns[2].(map[string]any)
		lo, hi := last.Range(2)
		if len(columns) != 3 || third["name"] != "column 2" || third["column"] != "column" || third["kind"] != "number" || third["low"] != float64(lo) || third["high"] != float64(hi) ||
			d["rows"] != last.Len() || d["plane"] != "2,1" || d["text"] != last.Text() || d["carried"] != true || len(d["classes"].([]any)) != 2 {
			t.Errorf("%.40s: %v", c.from, d)
		}
		if again, err := rows.Decode(d["file"].([]byte)); err != nil || again.Text() != last.Text() {
			t.Errorf("%.40s: the file holds others: %v", c.from, err)
		}
		st.send("table", "op", "take", "rows", last.Encode())
		if spec := st.take("state")["spec"].(map[string]any); spec["plane"] != "0,1" {
			t.Errorf("%.40s: another table has the plane %v", c.from, spec["plane"])
		}
	}
}

// TestTableRefused answers what is no table by its code.
func TestTableRefused(t *testing.T) {
	st := loaded(t)
	st.send("columns")
	if m := st.take("error"); m["code"] != "no-table" {
		t.Errorf("of no table is told: %v", m)
	}
	for _, c := range []struct {
		code string
		args []any
	}{
		{"rows-damaged", []any{"op", "take", "rows", []byte("harm")}},
		{"rows-damaged", []any{"op", "back", "rows", someRows(t, 5, 2).Encode()[:30]}},
		{"bad-field", []any{"op", "take"}},
		{"bad-field", []any{"op", "fly"}},
	} {
		st.send("table", c.args...)
		if m := st.take("error"); m["code"] != c.code {
			t.Errorf("%v: %v", c.args[:2], m)
		}
	}
	st.send("load", "link", "v=1&dataset=table")
	st.take("state")
	st.send("play")
	if m := st.take("error"); m["code"] != "no-rows" {
		t.Errorf("training on nothing: %v", m)
	}
	st.send("load", "link", "v=1&architecture=cnn")
	st.take("state")
	st.send("table", "op", "back", "rows", someRows(t, 5, 2).Encode())
	if m := st.take("error"); m["code"] != "no-table" {
		t.Errorf("brought back to images: %v", m)
	}
}

// TestTableComesBack goes back to an experiment whose rows no link carries: the
// session still has them, or the page brings them.
func TestTableComesBack(t *testing.T) {
	large := grainyRows(t)
	st := loaded(t)
	st.send("table", "op", "take", "rows", large.Encode())
	st.take("state")
	st.send("set", "key", "plane", "value", "5,3")
	m := st.take("state")
	link := m["link"].(string)
	if !strings.Contains(link, "table="+large.Text()) || len(link) > 200 {
		t.Fatalf("the link is %.200s", link)
	}
	for _, command := range []string{"load", "restore"} {
		for _, away := range []string{"table", "cnn", "points"} {
			switch away {
			case "table":
				st.send("table", "op", "take", "rows", someRows(t, 5, 2).Encode())
			case "cnn":
				st.send("set", "key", "architecture", "value", away)
			case "points":
				st.send("load", "link", "v=1&dataset=xor")
			}
			st.take("state")
			st.send(command, "link", link)
			if m := st.take("state"); m["link"] != link || codesOf(m) != "" {
				t.Errorf("%s from %s: %.200v, %v", command, away, m["link"], m["notices"])
			}
		}
	}
	other := newStage(t)
	other.send("load", "link", link)
	if m := other.take("state"); codesOf(m) != "rows-elsewhere" || m["spec"].(map[string]any)["plane"] != "5,3" {
		t.Errorf("a page without the rows says %v", m["notices"])
	}
	other.send("table", "op", "back", "rows", large.Encode())
	if m := other.take("state"); m["link"] != link || codesOf(m) != "" {
		t.Errorf("with them it has the link %.200v, %v", m["link"], m["notices"])
	}
}

// TestClassNames holds that the names of classes come and go with points, as those of
// their columns do.
func TestClassNames(t *testing.T) {
	st := drawn(t)
	var d data.Drawing
	d.Add(1, 1, 0)
	d.Add(2, 2, 1)
	for i, c := range []struct{ op, value, want string }{
		{"take", d.String(), "no\nyes"},
		{"add", "3,3,1", "no\nyes"},
		{"clear", "", ""},
		{"undo", "", "no\nyes"},
	} {
		st.send("draw", "op", c.op, "value", c.value, "classes", "no\nyes")
		st.take("state")
		if got := st.run.Spec().Get("classNames"); got != c.want {
			t.Errorf("%d, %s: the classes are called %q, want %q", i, c.op, got, c.want)
		}
	}
	st.send("draw", "op", "take", "value", d.String())
	st.take("state")
	if got := st.run.Spec().Get("classNames"); got != "" {
		t.Errorf("classes without names are called %q", got)
	}
}

// TestPlaneFrame sends the still pictures again for another plane, and not for what
// does not change them.
func TestPlaneFrame(t *testing.T) {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) { return experiment.New(spec) }
	st.send("load", "link", "v=1&dataset=table&table="+someRows(t, 30, 4).Text())
	st.take("state")
	seen := func(full bool) (still []string) {
		t.Helper()
		st.send("frame", "full", full)
		st.rest()
		s, err := wire.Decode(st.take("frame")["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		for _, tensor := range s.Tensors {
			if tensor.Still {
				still = append(still, tensor.Name)
			}
		}
		return still
	}
	if still := seen(true); !slices.Contains(still, "points/train") || !slices.Contains(still, "features/heat") {
		t.Errorf("the first frame has %v", still)
	}
	for _, c := range []struct {
		key, value string
		again      bool
	}{{"plane", "3,1", true}, {"discretize", "true", false}, {"plane", "3,1", false}, {"plane", "1,3", true}} {
		st.send("set", "key", c.key, "value", c.value)
		if m := st.take("state"); m["restarted"] != false {
			t.Errorf("%s=%s restarts", c.key, c.value)
		}
		if still := seen(false); slices.Contains(still, "points/train") != c.again {
			t.Errorf("%s=%s: the frame has %v", c.key, c.value, still)
		}
	}
}
