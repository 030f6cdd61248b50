package experiment

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/setting"
)

// byHand is the link of a textbook's example with its initial weights, which anybody
// can write.
const byHand = "v=1&dataset=xor-rows&networkShape=2&activation=sigmoid&outputActivation=sigmoid&loss=half-sse&learningRate=0.1&batchSize=1&seed=3" +
	"&weights=hidden1.weight,0.5,0.9,0.4,1,hidden1.bias,-0.8,0.1,output.weight,-1.2,1.1,output.bias,-0.3"

// The numbers are those of Negnevitsky, Artificial Intelligence: A Guide to
// Intelligent Systems, second edition 2005, section 6.4: the row (1, 1) of XOR, an
// iteration of backpropagation at a rate of 0.1. His thresholds are biases of the
// other sign.
func TestTextbook(t *testing.T) {
	run := mustRun(t, byHand)
	run.Step(1)
	for name, want := range map[string][]float64{
		"hidden1/weight": {0.5038, 0.8985, 0.4038, 0.9985}, "hidden1/bias": {-0.7962, 0.0985},
		"output/weight": {-1.2067, 1.0888}, "output/bias": {-0.3127},
	} {
		for i, v := range run.Machine().Slice(name) {
			if math.Abs(float64(v)-want[i]) > 0.00005 {
				t.Errorf("%s[%d] is %v after a step; the book has %v", name, i, v, want[i])
			}
		}
	}
}

func TestGivenWeights(t *testing.T) {
	const link = "v=1&networkShape=3&weights="
	for _, tt := range []struct {
		name, weights string
		want          []float32 // of the output layer's weights and bias; NaN is what is drawn
		unplaced      string
	}{
		{"all of a parameter", "output.weight,1,2,3", []float32{1, 2, 3, 0}, ""},
		{"one of them", "output.weight.1.0,7", []float32{nan, 7, nan, 0}, ""},
		{"one after all", "output.weight.1.0,7,output.weight,1,2,3,output.bias,4", []float32{1, 7, 3, 4}, ""},
		{"too many", "output.weight,1,2,3,4", []float32{nan, nan, nan, 0}, "output/weight"},
		{"no such element", "output.weight.3.0,1", []float32{nan, nan, nan, 0}, "output/weight"},
		{"no such layer", "hidden2.weight,1,output.bias,5", []float32{nan, nan, nan, 5}, "hidden2/weight"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			drawn, run := mustRun(t, "v=1&networkShape=3").Machine(), mustRun(t, link+tt.weights)
			for range 2 {
				got := slices.Concat(run.Machine().Slice("output/weight"), run.Machine().Slice("output/bias"))
				for i, v := range slices.Concat(drawn.Slice("output/weight"), drawn.Slice("output/bias")) {
					if tt.want[i] == tt.want[i] {
						v = tt.want[i]
					}
					if got[i] != v {
						t.Errorf("%v, not %v", got, tt.want)
					}
				}
				run.Step(10)
				run.Reset()
			}
			told := ""
			for _, n := range run.Unplaced() {
				told = n.Args["given"]
			}
			if told != tt.unplaced {
				t.Errorf("it is said that %q has no place, not %q", told, tt.unplaced)
			}
		})
	}
}

var nan = float32(math.NaN())

// TestFirstWeights sets weights before the first step: then they are the
// experiment's, and its link leads to the same ones.
func TestFirstWeights(t *testing.T) {
	for _, link := range []string{"v=1", "v=1&weights=hidden1.weight,1,2,3,4,5,6,7,8", "v=1&architecture=gan",
		"v=1&architecture=cnn&batchSize=1&filters=2&denseShape=3", "v=1&architecture=rnn&cell=lstm&units=3&batchSize=1", "v=1&architecture=transformer&width=8&batchSize=1"} {
		run := mustRun(t, link)
		for _, p := range run.Machine().Unit.Parameters() {
			if err := run.SetWeight(p.Name, p.Len()-1, 0.25); err != nil {
				t.Fatal(err)
			}
			if err := run.SetWeight(p.Name, p.Len()-1, 0.75); err != nil {
				t.Fatal(err)
			}
		}
		if strings.Trim(Link(run.Spec()), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-=&") != "" || len(Link(run.Spec())) > setting.MaxLink {
			t.Errorf("%s is no link", Link(run.Spec()))
		}
		if run.Edited() {
			t.Errorf("%s: it is said to tell less than there is", link)
		}
		again := mustRun(t, Link(run.Spec()))
		if again.Fingerprint() != run.Fingerprint() || len(again.Unplaced()) > 0 {
			t.Errorf("%s: %s leads to other weights", link, Link(run.Spec()))
		}
		run.Step(2)
		again.Step(2)
		if again.Fingerprint() != run.Fingerprint() {
			t.Errorf("%s: other weights after two steps", link)
		}
		p := run.Machine().Unit.Parameters()[0]
		run.SetWeight(p.Name, 0, 3)
		if !run.Edited() || Link(run.Spec()) != Link(again.Spec()) {
			t.Errorf("%s: a weight that is set later is an initial one", link)
		}
	}
}
