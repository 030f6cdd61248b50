package points

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/setting"
)

// TestDefault holds that the default is valid, and says nothing in a link.
func TestDefault(t *testing.T) {
	if err := Family.New().Validate(); err != nil {
		t.Error(err)
	}
	if got := experiment.Link(Family.New()); got != "v=1" {
		t.Errorf("link of the default: %q", got)
	}
}

// TestSet checks what is taken, and what is refused and changes nothing.
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
		s := labtest.Parse(t, Family, "v=1&"+c.start)
		err := s.Set(c.key, c.value)
		code := ""
		if e, ok := err.(*setting.Error); ok {
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
		s := labtest.Parse(t, Family, "v=1&"+c.start)
		notices, err := s.Change(c.key, c.value)
		if err != nil {
			t.Error(err)
		}
		want := labtest.Parse(t, Family, "v=1&"+c.want)
		if !s.Equal(want) {
			t.Errorf("%s: Change(%s, %q): %s, want %s", c.start, c.key, c.value, experiment.Link(s), experiment.Link(want))
		}
		if got := codes(notices); got != c.notices {
			t.Errorf("%s: Change(%s, %q): notices %s, want %s", c.start, c.key, c.value, got, c.notices)
		}
	}
	s := Family.New()
	if _, err := s.Change("color", "red"); err == nil {
		t.Error("Change took an unknown key")
	}
}

// with changes the family's own settings of a spec.
func with(change func(own *Settings)) func(s *lab.Spec) {
	return func(s *lab.Spec) {
		own := of(s)
		change(&own)
		s.Own = own
	}
}

// TestValidate checks that specs that no link gives are refused.
func TestValidate(t *testing.T) {
	for name, damage := range map[string]func(s *lab.Spec){
		"zero":          func(s *lab.Spec) { *s = lab.Spec{Family: Family, Own: Settings{Activation: []string{"tanh"}}} },
		"NaN":           func(s *lab.Spec) { s.LearningRate = float32(math.NaN()) },
		"Inf":           func(s *lab.Spec) { s.Clip = float32(math.Inf(1)) },
		"negative zero": with(func(own *Settings) { own.BiasInit = float32(math.Copysign(0, -1)) }),
		"data set":      with(func(own *Settings) { own.Dataset = "cats" }),
		"feature order": with(func(own *Settings) { own.Features = []string{"y", "x"} }),
		"no activation": with(func(own *Settings) { own.Activation = nil }),
		"units":         with(func(own *Settings) { own.NetworkShape = []int{1000} }),
		"activations":   with(func(own *Settings) { own.Activation = []string{"relu", "tanh", "relu"} }),
		"combination":   with(func(own *Settings) { own.OutputActivation, own.Loss = "softmax", "hinge" }),
		"size": func(s *lab.Spec) {
			with(func(own *Settings) { own.NetworkShape = slices.Repeat([]int{64}, 12) })(s)
			s.BatchSize = 1024
		},
	} {
		s := Family.New()
		damage(&s)
		if s.Validate() == nil {
			t.Errorf("%s: valid", name)
		}
	}
}

// TestRestartsFrom checks which changes begin training anew.
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
		from, to := labtest.Parse(t, Family, "v=1&"+c.from), labtest.Parse(t, Family, "v=1&"+c.to)
		if got := to.RestartsFrom(from); got != c.want {
			t.Errorf("from %q to %q: %v", c.from, c.to, got)
		}
	}
}

// codes writes notices as "code:key", separated by spaces.
func codes(notices []setting.Notice) string {
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
