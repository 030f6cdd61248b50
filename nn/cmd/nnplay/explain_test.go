//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"
)

const neuron = "#v=1&dataset=xor&networkShape=2&batchSize=3&samples=20"

// command runs a command line, which must succeed without a warning.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out, warnings strings.Builder
	if err := run(args, &out, &warnings); err != nil || warnings.Len() > 0 {
		t.Fatalf("%q: %v, %q", args, err, warnings.String())
	}
	return out.String()
}

// TestExplain holds what people read: the number, how it was made, and of what.
func TestExplain(t *testing.T) {
	const value = `-?[0-9.e-]+`
	for want, args := range map[string][]string{
		`^hidden1/sum\[1,0\] @\d+ = V
sum \(forward, linear\): z = Σ w·x \+ b
  1 +× V +hidden1/bias\[0\] @1
  V +× V +minibatch/x\[1,0\] @\d+ +by hidden1/weight\[0,0\] @1 = V
  V +× V +minibatch/x\[1,1\] @\d+ +by hidden1/weight\[1,0\] @1 = V
$`: {"-tensor", "hidden1/sum", "-index", "1,0"},
		`^hidden1/weight\[1,0\] update @\d+ = V
sum \(update, update, sgd\): w − η·g
  1 +× V +hidden1/weight\[1,0\] @1
  -0.03 +× V +hidden1/weight\[1,0\] gradient @\d+ +by learningRate @1 = 0.03
$`: {"-tensor", "hidden1/weight", "-index", "1,0", "-of", "update", "-steps", "4"},
		`(?s)^output/bias\[0\] gradient @\d+ = V\nsum .*
difference: V of the loss by 1e-05, the gradient V: agrees
$`: {"-tensor", "output/bias", "-index", "0", "-of", "gradient", "-difference"},
		`^learningRate @1 = 0.03
given \(before\): setting
$`: {"-tensor", "learningRate"},
		`^metric/recall update @0 = V
sum \(judged, recall\): TP / \(TP \+ FN\)
  V +× V +metric/confusion\[1,1\] update @0  by metric/confusion\[1,0\] update @0 = V, metric/confusion\[1,1\] update @0 = V
$`: {"-tensor", "metric/recall", "-of", "update"},
		`^metric/trainLoss/sample\[3\] @0 = V
map \(loss, bce, mean\): ln\(1 \+ exp z\) − t·z
  V +× V +output/sum\[3,0\] @\d+
  V +× V +evaluate/y\[3,0\] update @\d+
$`: {"-tensor", "metric/trainLoss/sample", "-index", "3"},
		`^cursor update @\d+ = 3
sum \(forward\): a \+ b
`: {"-tensor", "cursor", "-of", "update", "-unfold"},
	} {
		got := command(t, append([]string{"explain", neuron}, args...)...)
		if !regexp.MustCompile(strings.ReplaceAll(want, "V", value)).MatchString(got) {
			t.Errorf("%q:\n%s", args, got)
		}
	}
}

// TestExplainJSON holds what scripts read, and that a term can be asked in turn.
func TestExplainJSON(t *testing.T) {
	type number struct {
		Tensor string
		Index  []int
		Of     string
		At     int
		Value  float64
		Factor float64
	}
	var x struct {
		number
		Kind, Symbols, LaTeX, Phase string
		Marks                       []string
		Terms                       []number
	}
	explain := func(args ...string) {
		t.Helper()
		x.Terms = nil
		if err := json.Unmarshal([]byte(command(t, append([]string{"explain", neuron, "-steps", "2", "-json"}, args...)...)), &x); err != nil {
			t.Fatal(err)
		}
	}
	explain("-tensor", "output/weight", "-index", "1,0", "-of", "gradient")
	if x.Kind != "sum" || x.Phase != "backward" || x.Symbols == "" || x.LaTeX == "" || len(x.Terms) != 3 {
		t.Fatalf("%+v", x)
	}
	term := x.Terms[2]
	if term.Tensor != "output/sum" || term.Of != "gradient" || len(term.Index) != 2 || term.Index[0] != 2 {
		t.Fatalf("the last sample's share is %+v", term)
	}
	explain("-tensor", term.Tensor, "-index", "2,0", "-of", term.Of)
	if x.Value != term.Value || x.At != term.At {
		t.Errorf("%+v opens as %+v", term, x.number)
	}
}

// TestTensors lists names, dimensions and roles.
func TestTensors(t *testing.T) {
	text := command(t, "tensors", neuron)
	for _, want := range []string{
		`(?m)^hidden1/weight +input 2, unit 2 +parameter *$`,
		`(?m)^hidden1/sum +batch 3, unit 2 +result +step$`,
		`(?m)^learningRate +hyper-parameter *$`,
	} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("no line %s in\n%s", want, text)
		}
	}
	var list []struct {
		Name       string
		Shape      []int
		Dimensions []string
		Role       string
		Gradient   bool
	}
	if err := json.Unmarshal([]byte(command(t, "tensors", "-json", neuron)), &list); err != nil {
		t.Fatal(err)
	}
	for _, l := range list {
		if l.Role == "" || l.Shape == nil || len(l.Shape) != len(l.Dimensions) || l.Role == "constant" {
			t.Errorf("%+v", l)
		}
	}
}

// TestExplainRefuses answers what there is not with a sentence, and what is no
// command with the usage.
func TestExplainRefuses(t *testing.T) {
	var out, explained strings.Builder
	for _, args := range [][]string{{"-tensor", "hidden7/weight"}, {"-tensor", "hidden1/weight", "-index", "5,5"}, {"-tensor", "hidden1/sum", "-index", "0,0", "-of", "update"}} {
		if err := run(append([]string{"explain", neuron}, args...), &out, &explained); err == nil || errors.Is(err, errUsage) || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%q: %v", args, err)
		}
	}
	for _, args := range [][]string{{"explain"}, {"explain", "a", "b"}, {"explain", neuron, "-index", "one"}, {"explain", neuron, "-steps", "-1"}, {"tensors"}} {
		explained.Reset()
		if err := run(args, &out, &explained); !errors.Is(err, errUsage) || explained.Len() == 0 {
			t.Errorf("%q: %v", args, err)
		}
	}
}
