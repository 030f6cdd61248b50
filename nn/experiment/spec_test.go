package experiment

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/data/images"
)

// randomSpec returns a valid spec in which about half of the fields differ
// from the default.
func randomSpec(r *rand.Rand) Spec {
	s := DefaultOf(architectures[max(0, r.IntN(2*len(architectures))-len(architectures))]) // most have the first
	for i := range Fields {
		f := &Fields[i]
		if f.Key == "architecture" || !f.concerns(&s) || r.IntN(2) == 0 {
			continue
		}
		if problem := f.parse(&s, randomText(r, f)); problem != "" {
			panic(f.Key + ": " + problem)
		}
	}
	s.repair("")
	return s
}

// randomText returns the text of a valid value.
func randomText(r *rand.Rand, f *Field) string {
	pick := func() string { return f.Options[r.IntN(len(f.Options))] }
	switch f.Kind {
	case Enum:
		if !f.PerLayer {
			return pick()
		}
		items := make([]string, 1+r.IntN(MaxLayers))
		for i := range items {
			items[i] = pick()
		}
		return strings.Join(items, ",")
	case List:
		items := make([]string, 1+r.IntN(len(f.Options)))
		for i := range items {
			items[i] = pick()
		}
		return strings.Join(items, ",")
	case Bool:
		return strconv.FormatBool(r.IntN(2) == 0)
	case Int:
		return strconv.Itoa(int(f.Min) + r.IntN(int(f.Max-f.Min)+1))
	case Float:
		v := f.Min + r.Float32()*(f.Max-f.Min)
		if r.IntN(2) == 0 { // small ones too
			v = f.Min + float32(math.Exp(-20*r.Float64()))*(f.Max-f.Min)
		}
		return strconv.FormatFloat(float64(min(max(v, f.Min), f.Max)), 'g', -1, 32)
	case Shape:
		items := make([]string, r.IntN(MaxLayers+1))
		for i := range items {
			items[i] = strconv.Itoa(1 + r.IntN(MaxUnits))
		}
		return strings.Join(items, ",")
	case Points:
		d := data.Drawing{Values: r.IntN(2) == 0}
		for range r.IntN(60) {
			d.Add(12*r.Float32()-6, 12*r.Float32()-6, float32(r.IntN(5)))
		}
		return d.String()
	case Passage:
		if r.IntN(2) == 0 {
			return ""
		}
		return strings.TrimSpace(strings.Repeat(string([]rune("ab 零一\n")[r.IntN(5)])+"x ", 100+r.IntN(700)))
	case Pictures:
		var a *images.Album
		for range r.IntN(20) {
			var err error
			if a, err = a.Add(r.IntN(2), images.PictureOf(slices.Repeat([]uint8{uint8(r.IntN(256))}, images.AlbumSide*images.AlbumSide))); err != nil {
				panic(err)
			}
		}
		return a.Text()
	case Seed:
		return strconv.FormatUint(uint64(r.Uint32()), 10)
	}
	panic("no random value for " + f.Kind)
}

// TestRandomSpecsRun checks that what is valid can be run.
func TestRandomSpecsRun(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 25 {
		s := randomSpec(r)
		run, err := New(s)
		if err != nil {
			t.Fatalf("%s: %v", s.Link(), err)
		}
		run.Step(1)
		if run.Steps() != 1 || !run.Spec().Equal(s) {
			t.Errorf("%s: %v", s.Link(), run)
		}
	}
}

func TestDefault(t *testing.T) {
	if err := Default().Validate(); err != nil {
		t.Error(err)
	}
	if got := Default().Link(); got != "v=1" {
		t.Errorf("link of the default: %q", got)
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		start, key, value, want, code string // code: of the error
	}{
		{"", "learningRate", "0.1", "0.1", ""},
		{"", "learningRate", " 1e-5 ", "0.00001", ""},
		{"", "learningRate", "1e-7", "1e-7", ""},
		{"", "learningRate", "0", "0.03", "out-of-range"},
		{"", "learningRate", "1e999", "0.03", "out-of-range"},
		{"", "learningRate", "NaN", "0.03", "bad-value"},
		{"", "learningRate", "Infinity", "0.03", "bad-value"},
		{"", "learningRate", "fast", "0.03", "bad-value"},
		{"", "biasInit", "-0", "0", ""},
		{"", "noise", "50", "50", ""},
		{"", "noise", "12.5", "0", "out-of-range"},
		{"", "samples", "1e3", "1000", ""},
		{"", "activation", "ReLU", "relu", ""},
		{"", "activation", "relu,tanh", "relu,tanh", ""},
		{"", "activation", "relu,relu", "relu", ""},
		{"", "activation", "relu,tanh,relu", "tanh", "combination"},
		{"", "activation", "softmax", "tanh", "bad-value"},
		{"", "networkShape", "8, 8,8", "8,8,8", ""},
		{"", "networkShape", "", "", ""},
		{"", "networkShape", "0", "", ""},
		{"", "networkShape", "4,0", "4,2", "out-of-range"},
		{"", "networkShape", "4,x", "4,2", "bad-value"},
		{"", "networkShape", strings.Repeat("1,", 12) + "1", "4,2", "out-of-range"},
		{"", "features", "sinX,x", "x,sinX", ""},
		{"", "features", "", "x,y", "bad-value"},
		{"", "features", "x,z", "x,y", "bad-value"},
		{"", "hide", "text,loss,loss", "loss,text", ""},
		{"", "seed", "4294967295", "4294967295", ""},
		{"", "seed", "4294967296", "1", "bad-value"},
		{"", "seed", "-1", "1", "bad-value"},
		{"", "discretize", "true", "true", ""},
		{"", "discretize", "yes", "false", "bad-value"},
		{"", "color", "red", "", "unknown-key"},
		{"dataset=reg-plane", "outputActivation", "softmax", "auto", "combination"},
		{"dataset=reg-plane", "loss", "bce", "auto", "combination"},
		{"networkShape=64,64,64,64,64,64,64,64,64,64,64,64", "batchSize", "1000", "10", "combination"},
	} {
		s := mustParse(t, "v=1&"+c.start)
		err := s.Set(c.key, c.value)
		code := ""
		if e, ok := err.(*Error); ok {
			code = e.Code
		}
		if got := s.Get(c.key); code != c.code || got != c.want {
			t.Errorf("%s: Set(%s, %q) = %v, value %q; want code %q, value %q", c.start, c.key, c.value, err, got, c.code, c.want)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("after Set(%s, %q): %v", c.key, c.value, err)
		}
	}
}

// TestChange checks which settings follow a change, and the notices.
func TestChange(t *testing.T) {
	for _, c := range []struct {
		start, key, value string
		want, notices     string // other settings than the default's; codes:keys
	}{
		{"", "learningRate", "1000", "learningRate=100", "out-of-range:learningRate"},
		{"", "learningRate", "NaN", "", "bad-value:learningRate"},
		{"outputActivation=softmax&loss=cce", "loss", "hinge", "loss=hinge", "repaired:outputActivation"},
		{"outputActivation=tanh&loss=hinge", "outputActivation", "softmax", "outputActivation=softmax", "repaired:loss"},
		{"loss=bce", "dataset", "reg-plane", "dataset=reg-plane", "repaired:loss"},
		{"outputActivation=tanh&loss=half-mse", "dataset", "reg-plane", "dataset=reg-plane&loss=half-mse", "repaired:outputActivation"},
		{"outputActivation=tanh&loss=half-mse", "dataset", "xor", "dataset=xor&outputActivation=tanh&loss=half-mse", ""},
		{"activation=relu,tanh", "networkShape", "3,3,3", "networkShape=3,3,3&activation=relu,tanh,tanh", ""},
		{"activation=relu,tanh", "networkShape", "3", "networkShape=3&activation=relu", ""},
		{"activation=relu,tanh", "networkShape", "", "networkShape=none", ""},
	} {
		s := mustParse(t, "v=1&"+c.start)
		notices, err := s.Change(c.key, c.value)
		if err != nil {
			t.Error(err)
		}
		want := mustParse(t, "v=1&"+c.want)
		if !s.Equal(want) {
			t.Errorf("%s: Change(%s, %q): %s, want %s", c.start, c.key, c.value, s.Link(), want.Link())
		}
		if got := codes(notices); got != c.notices {
			t.Errorf("%s: Change(%s, %q): notices %s, want %s", c.start, c.key, c.value, got, c.notices)
		}
	}
	s := Default()
	if _, err := s.Change("color", "red"); err == nil {
		t.Error("Change took an unknown key")
	}
}

// TestEffective checks outputs and losses that are left to the data.
func TestEffective(t *testing.T) {
	for _, c := range []struct{ link, output, loss string }{
		{"", "sigmoid", "bce"},
		{"dataset=rings", "softmax", "cce"},
		{"dataset=blobs&classes=2", "sigmoid", "bce"},
		{"dataset=blobs&classes=4", "softmax", "cce"},
		{"dataset=reg-plane", "linear", "mse"},
		{"dataset=reg-plane&outputActivation=sigmoid", "sigmoid", "mse"},
		{"outputActivation=tanh", "tanh", "mse"},
		{"outputActivation=softmax", "softmax", "cce"},
		{"loss=cce", "softmax", "cce"},
		{"dataset=rings&loss=bce", "sigmoid", "bce"},
		{"loss=hinge", "linear", "hinge"},
		{"loss=mse", "sigmoid", "mse"},
		{"dataset=rings&loss=huber", "softmax", "huber"},
	} {
		s := mustParse(t, "v=1&"+c.link)
		if s.Output() != c.output || s.LossFunction() != c.loss {
			t.Errorf("%s: %s and %s, want %s and %s", c.link, s.Output(), s.LossFunction(), c.output, c.loss)
		}
	}
}

// TestValidate checks that specs that no link gives are refused.
func TestValidate(t *testing.T) {
	for name, damage := range map[string]func(*Spec){
		"zero":          func(s *Spec) { *s = Spec{Activation: []string{"tanh"}} },
		"NaN":           func(s *Spec) { s.LearningRate = float32(math.NaN()) },
		"Inf":           func(s *Spec) { s.Clip = float32(math.Inf(1)) },
		"negative zero": func(s *Spec) { s.BiasInit = float32(math.Copysign(0, -1)) },
		"data set":      func(s *Spec) { s.Dataset = "cats" },
		"feature order": func(s *Spec) { s.Features = []string{"y", "x"} },
		"no activation": func(s *Spec) { s.Activation = nil },
		"units":         func(s *Spec) { s.NetworkShape = []int{1000} },
		"activations":   func(s *Spec) { s.Activation = []string{"relu", "tanh", "relu"} },
		"combination":   func(s *Spec) { s.OutputActivation, s.Loss = "softmax", "hinge" },
		"size": func(s *Spec) {
			s.NetworkShape = slices.Repeat([]int{64}, 12)
			s.BatchSize = 1024
		},
	} {
		s := Default()
		damage(&s)
		if s.Validate() == nil {
			t.Errorf("%s: valid", name)
		}
	}
}

func TestRestartsFrom(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"", "learningRate=0.1", false},
		{"", "showTestData=true", false},
		{"", "seed=2", true},
		{"", "dropout=0.5", true},
		{"dropout=0.2", "dropout=0.5", false},
		{"networkShape=0&dropout=0", "networkShape=0&dropout=0.5", false}, // does not apply
		{"", "classes=5", false},
		{"dataset=blobs", "dataset=blobs&classes=5", true},
		{"", "outputActivation=sigmoid&loss=bce", false}, // what auto is
		{"", "loss=mse", true},
	} {
		from, to := mustParse(t, "v=1&"+c.from), mustParse(t, "v=1&"+c.to)
		if got := to.RestartsFrom(from); got != c.want {
			t.Errorf("from %q to %q: %v", c.from, c.to, got)
		}
	}
}

func TestFormatFloat(t *testing.T) {
	for v, want := range map[float32]string{
		0: "0", 1: "1", 0.03: "0.03", 1e-5: "0.00001", 3e-6: "3e-6", 1e-7: "1e-7", 123456: "123456",
		1e6: "1e6", 1.5e10: "1.5e10", -0.1: "-0.1", 0.33333334: "0.33333334",
	} {
		if got := formatFloat(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}

func mustParse(t *testing.T, link string) Spec {
	t.Helper()
	s, notices, err := Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%s: %v %v", link, notices, err)
	}
	return s
}

// codes writes notices as "code:key", separated by spaces.
func codes(notices []Notice) string {
	var items []string
	for _, n := range notices {
		item := n.Code
		if key := n.Args["key"]; key != "" {
			item += ":" + key
		}
		items = append(items, item)
	}
	return strings.Join(items, " ")
}
