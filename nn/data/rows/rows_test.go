package rows

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/notice"
)

// sample returns n rows of k inputs, the last of which are two of one column of
// categories, and t values or a class.
func sample(t testing.TB, n, k, targets int, classes []string) *Rows {
	t.Helper()
	r := Rows{Classes: classes}
	for i := range k {
		r.Inputs = append(r.Inputs, Input{Name: "input " + string(rune('a'+i%26)), Column: "column", Kind: Number})
	}
	r.Inputs[k-1].Kind = Category
	for range targets {
		r.Targets = append(r.Targets, "Zielgröße")
	}
	for i := range n * k {
		r.X = append(r.X, float32(math.Sin(float64(i*i)))*1e4)
	}
	for i := range n * targets {
		y := float32(i) / 7
		if classes != nil {
			y = float32(i % len(classes))
		}
		r.Y = append(r.Y, y)
	}
	made, err := New(r)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func same(a, b *Rows) bool {
	return slices.Equal(a.Inputs, b.Inputs) && slices.Equal(a.Targets, b.Targets) && slices.Equal(a.Classes, b.Classes) &&
		(a.Classes == nil) == (b.Classes == nil) && slices.Equal(a.X, b.X) && slices.Equal(a.Y, b.Y) && a.Text() == b.Text()
}

// TestCode writes rows for files and for links, and reads the very same numbers.
func TestCode(t *testing.T) {
	for _, c := range []struct {
		name    string
		rows    *Rows
		carried bool
	}{
		{"one", sample(t, 1, 1, 1, nil), true},
		{"classes", sample(t, 60, 4, 1, []string{"setosa", "杂色", "virginica"}), true},
		{"several targets", sample(t, 20, 5, 3, nil), true},
		{"many rows", sample(t, 5000, 4, 1, nil), false},
		{"many inputs", sample(t, 40, 1000, 1, []string{"no", "yes"}), false},
	} {
		text := c.rows.Text()
		if c.rows.Carried() != c.carried || len(text) > MaxText || strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") != "" {
			t.Errorf("%s: carried %v, %.80s of %d characters", c.name, c.rows.Carried(), text, len(text))
		}
		again, err := Decode(c.rows.Encode())
		if err != nil || !same(again, c.rows) {
			t.Errorf("%s: the file holds other rows: %v", c.name, err)
		}
		parsed, ok := Parse(text)
		if ok != c.carried || ok && !same(parsed, c.rows) {
			t.Errorf("%s: the text holds other rows", c.name)
		}
		count, elsewhere := Elsewhere(text)
		if elsewhere == c.carried || elsewhere && count == "0" {
			t.Errorf("%s: %q rows are elsewhere", c.name, count)
		}
		if count, ok := Elsewhere(c.rows.Reference()); !ok || count == "0" {
			t.Errorf("%s: the reference %s says nothing", c.name, c.rows.Reference())
		}
	}
	if r, ok := Parse(""); r != nil || !ok || r.Text() != "" || !r.Carried() || r.Len() != 0 || r.Width() != 0 || r.IsValues() {
		t.Error("no rows are some")
	}
}

// TestNames shortens names to what can be shown.
func TestNames(t *testing.T) {
	r, err := New(Rows{
		Inputs:  []Input{{Name: "  a\tb\u200b ", Column: strings.Repeat("é", 100)}},
		Targets: []string{"\xff\x00y"}, X: []float32{1}, Y: []float32{1},
	})
	if err != nil {
		t.Fatal(err)
	}
	if in := r.Inputs[0]; in.Name != "a b" || in.Column != strings.Repeat("é", MaxName-1)+"…" || r.Targets[0] != "y" {
		t.Errorf("names %q, %q", in, r.Targets)
	}
}

// TestBounds refuses what is too much, or does not go together, by its code.
func TestBounds(t *testing.T) {
	inputs := func(k int) []Input { return make([]Input, k) }
	names := func(n int) []string { return make([]string, n) }
	for _, c := range []struct {
		code string
		rows Rows
	}{
		{"rows-wide", Rows{Inputs: inputs(MaxInputs + 1), Targets: names(1), X: make([]float32, MaxInputs+1), Y: []float32{0}}},
		{"rows-targets", Rows{Inputs: inputs(1), Targets: names(MaxTargets + 1), X: []float32{0}, Y: make([]float32, MaxTargets+1)}},
		{"rows-classes", Rows{Inputs: inputs(1), Targets: names(1), Classes: names(MaxClasses + 1), X: []float32{0}, Y: []float32{0}}},
		{"rows-long", Rows{Inputs: inputs(1), Targets: names(1), X: make([]float32, MaxRows+1), Y: make([]float32, MaxRows+1)}},
		{"rows-cells", Rows{Inputs: inputs(200), Targets: names(1), X: make([]float32, 200*MaxRows), Y: make([]float32, MaxRows)}},
		{"rows-number", Rows{Inputs: inputs(1), Targets: names(1), X: []float32{float32(math.Inf(1))}, Y: []float32{0}}},
		{"rows-number", Rows{Inputs: inputs(1), Targets: names(1), X: []float32{0}, Y: []float32{float32(math.NaN())}}},
		{"rows-damaged", Rows{}},
		{"rows-damaged", Rows{Inputs: inputs(1), Targets: names(1)}},
		{"rows-damaged", Rows{Targets: names(1), Y: []float32{0}}},
		{"rows-damaged", Rows{Inputs: inputs(2), Targets: names(1), X: []float32{0}, Y: []float32{0}}},
		{"rows-damaged", Rows{Inputs: inputs(1), Targets: names(1), Classes: names(2), X: []float32{0}, Y: []float32{2}}},
		{"rows-damaged", Rows{Inputs: inputs(1), Targets: names(1), Classes: names(2), X: []float32{0}, Y: []float32{0.5}}},
		{"rows-damaged", Rows{Inputs: inputs(1), Targets: names(2), Classes: names(2), X: []float32{0}, Y: []float32{0, 1}}},
	} {
		_, err := New(c.rows)
		if refused, ok := err.(*notice.Error); !ok || refused.Code != c.code || refused.Text != Errors.Refuse(c.code, "count", refused.Args["count"], "limit", refused.Args["limit"]).Text {
			t.Errorf("%s: %v", c.code, err)
		}
	}
}

// deflated is a file that holds these numbers and bytes.
func deflated(numbers ...int) []byte {
	var head []byte
	for _, n := range numbers {
		head = binary.AppendUvarint(head, uint64(n))
	}
	b := bytes.NewBufferString(magic)
	w, _ := flate.NewWriter(b, flate.BestCompression)
	w.Write(head)
	w.Close()
	return b.Bytes()
}

// TestHostile refuses files that announce more than they hold, at once.
func TestHostile(t *testing.T) {
	whole := sample(t, 30, 3, 1, []string{"a", "b"}).Encode()
	for name, file := range map[string][]byte{
		"nothing":     nil,
		"magic alone": []byte(magic),
		"cut off":     whole[:len(whole)-9],
		"more":        append(bytes.Clone(whole), "more"...),
		"inputs":      deflated(1 << 40),
		"name":        deflated(1, 1<<30),
		"kind":        deflated(1, 0, 0, 7),
		"rows":        deflated(1, 0, 0, 0, 1, 0, 0, 1<<40),
		"no columns":  deflated(1, 0, 0, 0, 1, 0, 0, MaxRows),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Decode(file)
		runtime.ReadMemStats(&after)
		refused, ok := err.(*notice.Error)
		if used := after.TotalAlloc - before.TotalAlloc; name != "more" && (!ok || refused.Code != "rows-damaged") || used > 1<<20 {
			t.Errorf("%s: %v, with %d bytes", name, err, used)
		}
	}
}

// FuzzDecode reads whatever comes: it is refused by a code that is known, or is
// within the bounds and written again as what it is.
func FuzzDecode(f *testing.F) {
	f.Add(sample(f, 3, 2, 1, []string{"a", "b"}).Encode(), "")
	f.Add(deflated(1, 0, 0, 0, 1, 0, 0, 1), sample(f, 2, 3, 2, nil).Text())
	f.Fuzz(func(t *testing.T, file []byte, text string) {
		r, err := Decode(file)
		if refused, ok := err.(*notice.Error); err != nil && (!ok || Errors[refused.Code] == "") {
			t.Fatalf("refused with %v", err)
		}
		if err == nil {
			if err := r.check(); err != nil {
				t.Fatal(err)
			}
			if again, err := Decode(r.Encode()); err != nil || !same(again, r) {
				t.Fatalf("written again it is another: %v", err)
			}
		}
		if r, ok := Parse(text); ok && r != nil {
			if again, err := Decode(r.Encode()); err != nil || !same(again, r) {
				t.Fatalf("the text is another: %v", err)
			}
		}
	})
}
