package points

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data/rows"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/program"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// classRows returns n rows of k inputs around different places; the class hangs on the
// first two.
func classRows(t testing.TB, n, k int) *rows.Rows {
	t.Helper()
	r := rows.Rows{Targets: []string{"kind"}, Classes: []string{"no", "yes"}}
	stream := rng.New(3, 7)
	for i := range k {
		name := "column " + strconv.Itoa(i+1)
		r.Inputs = append(r.Inputs, rows.Input{Name: name, Column: name, Kind: rows.Number})
	}
	for range n {
		var row []float32
		for i := range k {
			row = append(row, float32(100*i)+float32((1+float32(i))*stream.Normal()))
		}
		class := float32(0)
		if row[0]+(row[min(1, k-1)]-float32(100*min(1, k-1)))/2 > 0 {
			class = 1
		}
		r.X, r.Y = append(r.X, row...), append(r.Y, class)
	}
	return newRows(t, r)
}

// valueRows returns n rows of k inputs and two targets of other sizes.
func valueRows(t testing.TB, n, k int) *rows.Rows {
	t.Helper()
	r := rows.Rows{Targets: []string{"price", "share"}}
	stream := rng.New(4, 7)
	for i := range k {
		name := "column " + strconv.Itoa(i+1)
		r.Inputs = append(r.Inputs, rows.Input{Name: name, Column: name, Kind: rows.Number})
	}
	for range n {
		var sum float32
		for range k {
			v := stream.Normal()
			sum += v
			r.X = append(r.X, v)
		}
		r.Y = append(r.Y, 200_000+float32(50_000*sum), float32(0.3*sum)/float32(k))
	}
	return newRows(t, r)
}

func newRows(t testing.TB, r rows.Rows) *rows.Rows {
	t.Helper()
	made, err := rows.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// onTable opens an experiment of a link on rows.
func onTable(t testing.TB, link string, r *rows.Rows) *experiment.Run {
	t.Helper()
	spec := labtest.Parse(t, Family, link)
	if notices, err := spec.Take(setting.Table, r); err != nil || len(notices) > 0 {
		t.Fatal(notices, err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// TestTable learns from all inputs of a table: the network has as many, what is drawn
// fits together, and the link gives the same weights.
func TestTable(t *testing.T) {
	for _, c := range []struct {
		name, link, dataset string
		rows                *rows.Rows
		inputs, outputs     int // drawn, put out
	}{
		{"classes", "v=1&preprocess=standardize", "table", classRows(t, 60, 5), 2, 1},
		{"softmax", "v=1&outputActivation=softmax&networkShape=3", "table", classRows(t, 40, 3), 2, 2},
		{"one input", "v=1", "table", classRows(t, 30, 1), 2, 1},
		{"many inputs", "v=1&preprocess=minmax&networkShape=none", "table", classRows(t, 25, rows.MaxInputs), 2, 1},
		{"one row", "v=1", "table", classRows(t, 1, 2), 2, 1},
		{"values", "v=1&preprocess=standardize", "table-values", valueRows(t, 60, 4), 2, 2},
		{"curve", "v=1&normalization=batch", "table-values", valueRows(t, 40, 1), 1, 2},
	} {
		run := onTable(t, c.link, c.rows)
		spec := run.Spec()
		top := run.Topology()
		if spec.Get("dataset") != c.dataset || len(top.Features) != c.rows.Width() || top.Inputs != c.inputs || run.Inputs() != c.rows.Width() ||
			top.Layers[len(top.Layers)-1].Units != c.outputs || run.Machine().Unit.Parameters()[0].Shape[0] != c.rows.Width() {
			t.Errorf("%s: %s, %d features, %d and %d inputs, layers %v", c.name, spec.Get("dataset"), len(top.Features), top.Inputs, run.Inputs(), top.Layers)
		}
		run.Step(20)
		views := slices.Concat(run.Static(), run.Dynamic(), run.Pinned(1, 1))
		if len(spec.Get("networkShape")) > 1 {
			views = append(views, run.Warped(1, 0, 1)...)
		}
		for _, v := range views {
			n := 1
			for _, d := range v.Shape {
				n *= d
			}
			if n != len(v.F32)+len(v.U8) {
				t.Errorf("%s: %s has shape %v and %d numbers", c.name, v.Name, v.Shape, len(v.F32)+len(v.U8))
			}
		}
		if pin := labtest.View(t, views, "pin/features"); len(pin.F32) != c.rows.Width() {
			t.Errorf("%s: %d features are pinned", c.name, len(pin.F32))
		}
		if m := run.Metrics(); !(m.TrainLoss >= 0) || m.Confusion == nil != c.rows.IsValues() {
			t.Errorf("%s: %+v", c.name, m)
		}
		if charts := run.Charts(&experiment.History{}); len(charts) < 3 {
			t.Errorf("%s: %d charts", c.name, len(charts))
		}
		if c.rows.Carried() {
			again, err := experiment.New(labtest.Parse(t, Family, experiment.Link(spec)))
			if err != nil {
				t.Fatal(err)
			}
			if again.Step(20); again.Fingerprint() != run.Fingerprint() {
				t.Errorf("%s: the link gives other weights", c.name)
			}
		}
	}
}

// TestPlane shows other columns while it trains on, to the same weights bit for bit.
func TestPlane(t *testing.T) {
	r := classRows(t, 80, 6)
	const link = "v=1&preprocess=standardize&dropout=0.2&normalization=batch"
	plain, looked := onTable(t, link, r), onTable(t, link, r)
	plain.Step(50)
	looked.Step(20)
	for _, plane := range []string{"2,5", "5,2", "0,1"} {
		spec := looked.Spec()
		if err := spec.Set("plane", plane); err != nil {
			t.Fatal(err)
		}
		if restarted, err := looked.Update(spec); restarted || err != nil {
			t.Fatalf("another plane restarts: %v, %v", restarted, err)
		}
		looked.Dynamic()
		looked.Pinned(3, 4)
		looked.Step(10)
		var axis [2]int
		for k, text := range strings.Split(plane, ",") {
			axis[k], _ = strconv.Atoi(text)
		}
		top := looked.Topology()
		if !slices.Equal(top.Axes, []string{r.Inputs[axis[0]].Name, r.Inputs[axis[1]].Name}) {
			t.Errorf("plane %s has the axes %v", plane, top.Axes)
		}
		for k, i := range axis {
			lo, hi := r.Range(i)
			if d := top.Domain; !(d[2*k] < lo && d[2*k] > lo-(hi-lo)/10 && d[2*k+1] > hi && d[2*k+1] < hi+(hi-lo)/10) {
				t.Errorf("plane %s: axis %d goes from %v to %v, the rows from %v to %v", plane, k, d[2*k], d[2*k+1], lo, hi)
			}
		}
		points := labtest.View(t, looked.Static(), "points/train").F32
		at := -1
		for i := range r.Len() {
			if r.X[6*i+axis[0]] == points[0] && r.X[6*i+axis[1]] == points[1] && r.Y[i] == points[2] {
				at = i
			}
		}
		if at < 0 {
			t.Errorf("plane %s: the first point %v is no row", plane, points[:3])
		}
		// What the picture says at a place is what the network answers there, the other
		// inputs at their means.
		question := slices.Clone(looked.Means())
		d := top.Domain
		for k, i := range axis {
			question[i] = d[2*k] + (d[2*k+1]-d[2*k])*0.505
		}
		question[axis[1]] = d[3] - (d[3]-d[2])*0.505
		out := looked.Predict(question)[0]
		heat := labtest.View(t, looked.Dynamic(), "output/heat").U8[50*100+50]
		if math.Abs(float64(heat)-float64(lab.Level(2*out-1))) > 1 {
			t.Errorf("plane %s: the picture has level %d, the network answers %v", plane, heat, out)
		}
	}
	if plain.Fingerprint() != looked.Fingerprint() {
		t.Error("looking at other columns changes what is learned")
	}
	for i, mean := range plain.Means() {
		if lo, hi := r.Range(i); !(mean > lo && mean < hi) {
			t.Errorf("input %d has the mean %v", i, mean)
		}
	}
}

// TestTableValues answers in the units of the targets, whatever the network learns.
func TestTableValues(t *testing.T) {
	r := valueRows(t, 200, 3)
	run := onTable(t, "v=1&preprocess=standardize&networkShape=none&percTrainData=80", r)
	run.Step(3000)
	if m := run.Metrics(); !(m.R2 > 0.99) {
		t.Errorf("R² is %v", m.R2)
	}
	out := run.Predict(r.X)
	for i := range r.Len() {
		if price, want := out[2*i], r.Y[2*i]; math.Abs(float64(price-want)) > 10_000 {
			t.Fatalf("row %d: %v, want %v", i, price, want)
		}
	}
	top := run.Topology()
	if len(top.Spans) != 2 || !(top.Spans[0][0] < 150_000 && top.Spans[0][1] > 250_000) || !strings.Contains(run.Facts()["dataset"], "price") {
		t.Errorf("spans %v, facts %v", top.Spans, run.Facts())
	}
}

// TestTableAxes names the axes: the inputs that are shown or, over a single one, the
// only target.
func TestTableAxes(t *testing.T) {
	odd := newRows(t, rows.Rows{
		Inputs: []rows.Input{{Name: "X₁X₂"}, {Name: "X₂"}, {Name: "X₁"}}, Targets: []string{"y"}, X: []float32{1, 2, 3, 4, 5, 7}, Y: []float32{0, 1},
	})
	curve := newRows(t, rows.Rows{Inputs: []rows.Input{{Name: "dose"}}, Targets: []string{"effect"}, X: []float32{1, 2, 3}, Y: []float32{5, 8, 6}})
	for _, c := range []struct {
		rows           *rows.Rows
		axes, features []string
	}{
		{odd, []string{"X₁X₂", "X₂"}, []string{"X₁X₂", "X₂", "X₁"}},
		{curve, []string{"dose", "effect"}, []string{"dose"}},
		{valueRows(t, 9, 1), []string{"column 1"}, []string{"column 1"}}, // two targets
		{classRows(t, 9, 1), []string{"column 1"}, []string{"column 1"}},
	} {
		top := onTable(t, "v=1", c.rows).Topology()
		var features []string
		for _, f := range top.Features {
			features = append(features, f.Symbol)
		}
		if !slices.Equal(top.Axes, c.axes) || !slices.Equal(features, c.features) {
			t.Errorf("axes %q, features %q; want %q, %q", top.Axes, features, c.axes, c.features)
		}
	}
}

// TestTableInLinks checks what links with rows give.
func TestTableInLinks(t *testing.T) {
	small, large, values := classRows(t, 12, 3), classRows(t, 900, 8), valueRows(t, 5, 3)
	for _, c := range []struct{ link, dataset, text, plane, notices string }{
		{"dataset=table&table=" + small.Text(), "table", small.Text(), "0,1", ""},
		{"dataset=table&plane=2,0&table=" + small.Text(), "table", small.Text(), "2,0", ""},
		{"table=" + small.Text(), "circle", small.Text(), "0,1", ""}, // kept for later
		{"dataset=table-values&table=" + values.Text(), "table-values", values.Text(), "0,1", ""},
		{"dataset=table&table=" + values.Text(), "table-values", values.Text(), "0,1", "repaired:dataset"},
		{"dataset=table&plane=0,3&table=" + small.Text(), "table", small.Text(), "0,1", "repaired:plane"},
		{"dataset=table&plane=1,1", "table", "", "0,1", "bad-value:plane"},
		{"dataset=table&plane=0,1024", "table", "", "0,1", "bad-value:plane"},
		{"dataset=table", "table", "", "0,1", ""},
		{"dataset=table&table=none", "table", "", "0,1", ""},
		{"dataset=table&plane=7,5&table=" + large.Text(), "table", "", "7,5", "rows-elsewhere"},
		{"dataset=table&table=n0-0123456789abcdef", "table", "", "0,1", "bad-value:table"},
		{"dataset=table&table=" + small.Text()[:40], "table", "", "0,1", "bad-value:table"},
		{"dataset=table&table=<script>", "table", "", "0,1", "bad-value:table"},
	} {
		s, notices, err := experiment.Families{Family}.Parse("v=1&" + c.link)
		if got := codes(notices); err != nil || s.Get("table") != c.text || s.Get("dataset") != c.dataset || s.Get("plane") != c.plane || got != c.notices {
			t.Errorf("%.60s: %s, %.40s, %s, notices %s, %v", c.link, s.Get("dataset"), s.Get("table"), s.Get("plane"), got, err)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("%.60s: %v", c.link, err)
		}
		if (s.NoData() == "no-rows") != (c.text == "") && s.Get("dataset") != "circle" {
			t.Errorf("%.60s: %q", c.link, s.NoData())
		}
	}
	if !small.Carried() || large.Carried() {
		t.Fatal("these rows do not test what they should")
	}
	s := Family.New()
	if _, err := s.Take(setting.Table, large); err != nil {
		t.Fatal(err)
	}
	if link := experiment.Link(s); s.Carried(setting.Table) || len(link) > 200 || !strings.Contains(link, "table="+large.Text()) {
		t.Errorf("the link of many rows is %.300s", link)
	}
}

// TestTableAndDrawing holds that rows and points stay while others are learned from,
// in the link too, which says less of what is not chosen where it would be too long.
func TestTableAndDrawing(t *testing.T) {
	s := labtest.Parse(t, Family, "v=1&dataset=own&points="+twoCorners)
	small := classRows(t, 12, 3)
	if _, err := s.Take(setting.Table, small); err != nil {
		t.Fatal(err)
	}
	for _, dataset := range []string{"spiral", "table", "own", "table"} {
		if _, err := s.Change("dataset", dataset); err != nil || s.Get("points") != twoCorners || s.Holds(setting.Table) != any(small) || s.Validate() != nil {
			t.Errorf("%s: %s, %v", dataset, s.Get("points"), err)
		}
	}
	if again := labtest.Parse(t, Family, experiment.Link(s)); !again.Equal(s) {
		t.Error("the link of both is another experiment")
	}
	s.Hold(setting.Points, many(1500))
	wide := classRows(t, 80, 12)
	for n := 80; !wide.Carried(); n -= 5 {
		wide = classRows(t, n, 12)
	}
	s.Hold(setting.Table, wide)
	link := experiment.Link(s)
	if len(link) > setting.MaxLink || !strings.Contains(link, "points=n1500&") || !strings.Contains(link, wide.Text()) {
		t.Errorf("the link of much has %d characters", len(link))
	}
	s.Set("dataset", "own")
	if link := experiment.Link(s); len(link) > setting.MaxLink || !strings.Contains(link, "table="+wide.Reference()) || !strings.Contains(link, many(1500)) {
		t.Errorf("the link of much drawn has %d characters", len(link))
	}
}

// TestTableApplies tells what has an effect on a table, and what on points.
func TestTableApplies(t *testing.T) {
	applies := func(r *rows.Rows, dataset string) map[string]string {
		s := Family.New()
		s.Hold(setting.Table, r)
		s.Set("dataset", dataset)
		return s.Applies()
	}
	on, off := applies(classRows(t, 9, 3), "table"), applies(nil, "own")
	for key, want := range map[string][2]string{
		"features": {"table-columns", ""}, "samples": {"table-rows", "own-points"}, "noise": {"table-rows", "own-points"}, "points": {"own-only", ""},
		"axisNames": {"own-only", ""}, "classNames": {"own-only", ""}, "table": {"", "table-only"}, "plane": {"", "table-only"}, "classes": {"blobs-only", ""},
		"percTrainData": {"", ""}, "discretize": {"", ""}, "preprocess": {"", ""},
	} {
		if got := [2]string{on[key], off[key]}; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if got := applies(valueRows(t, 9, 1), "table-values"); got["plane"] != "one-input" || got["discretize"] != "one-input" {
		t.Errorf("one input: %v, %v", got["plane"], got["discretize"])
	}
}

// TestTableExport writes all columns, classes by their names.
func TestTableExport(t *testing.T) {
	s := Family.New()
	s.Take(setting.Table, newRows(t, rows.Rows{
		Inputs:  []rows.Input{{Name: "a"}, {Name: "b, c"}, {Name: "say \"d\""}},
		Targets: []string{"kind"}, Classes: []string{"no", "yes, sir"}, X: []float32{1, 2.5, 1e-7, 4, 5, 6}, Y: []float32{1, 0},
	}))
	want := "a,\"b, c\",\"say \"\"d\"\"\",kind\n1,2.5,1e-07,\"yes, sir\"\n4,5,6,no\n"
	if got := string(s.CSV()); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.Take(setting.Table, newRows(t, rows.Rows{Inputs: []rows.Input{{Name: "x"}}, Targets: []string{"u", "v"}, X: []float32{1}, Y: []float32{-3, 0.5}}))
	if got := string(s.CSV()); got != "x,u,v\n1,-3,0.5\n" {
		t.Errorf("%q", got)
	}
}

// TestNoRows runs, and shows, a table that has no rows: nothing is learned.
func TestNoRows(t *testing.T) {
	for _, dataset := range []string{"table", "table-values"} {
		run := labtest.Open(t, Family, "v=1&dataset="+dataset)
		before := run.Fingerprint()
		run.Step(5)
		if top := run.Topology(); run.Fingerprint() != before || len(top.Features) != 2 || top.Axes != nil || top.Symbols != nil || top.Spans != nil {
			t.Errorf("%s: %+v", dataset, top)
		}
		if n := labtest.View(t, append(run.Static(), run.Dynamic()...), "points/train").Shape[0]; n != 0 || run.Means() != nil {
			t.Errorf("%s: %d points", dataset, n)
		}
		run.Metrics()
		run.Charts(&experiment.History{})
	}
}

// TestFewRows trains on what there is: at least one row.
func TestFewRows(t *testing.T) {
	for n := 1; n < 5; n++ {
		for _, share := range []string{"10", "50", "100"} {
			run := onTable(t, "v=1", classRows(t, n, 2))
			spec := run.Spec()
			if err := spec.Set("percTrainData", share); err != nil {
				t.Fatal(err)
			}
			if _, err := run.Update(spec); err != nil {
				t.Fatal(err)
			}
			views := run.Static()
			train, test := labtest.View(t, views, "points/train").Shape[0], labtest.View(t, views, "points/test").Shape[0]
			if train < 1 || train+test != n || share == "100" && test > 0 {
				t.Errorf("%d rows at %s%%: %d train, %d test", n, share, train, test)
			}
			run.Step(3)
			run.Metrics()
		}
	}
}

// TestSaveTable saves a run with the rows that its link does not carry, and goes on to
// the same weights.
func TestSaveTable(t *testing.T) {
	families := experiment.Families{Family}
	for _, r := range []*rows.Rows{classRows(t, 12, 3), classRows(t, 900, 8)} {
		run := onTable(t, "v=1&preprocess=standardize", r)
		run.Step(30)
		saved := run.Save()
		again, err := families.Resume(saved, nil, program.Interpret)
		if err != nil {
			t.Fatal(err)
		}
		run.Step(30)
		again.Step(30)
		if again.Fingerprint() != run.Fingerprint() {
			t.Error("a run that was saved goes on to others")
		}
		if carried := r.Carried(); (len(saved) > 10_000) == carried {
			t.Errorf("%d bytes are saved of %d numbers", len(saved), len(r.X))
		}
		for _, n := range []int{len(saved) / 3, len(saved) / 2, len(saved) - 1} {
			if _, err := families.Resume(saved[:n], nil, program.Interpret); err == nil {
				t.Errorf("%d of %d bytes are enough", n, len(saved))
			}
		}
	}
}
