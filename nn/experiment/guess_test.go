//go:build !js

package experiment_test

import (
	"math"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng"
	"nnplay/nn/simd/simdtest"
)

// TestGuess takes all weights away, so that a network says nothing but its output's
// biases whatever it reads, and searches for the best of these: the loss is what
// guessing gives. All training samples are judged in these experiments.
func TestGuess(t *testing.T) {
	for _, link := range []string{
		"v=1&dataset=circle&samples=100&noise=20", "v=1&dataset=spiral3&samples=120", "v=1&dataset=blobs&classes=4&samples=50&outputActivation=sigmoid",
		"v=1&dataset=circle&samples=90&outputActivation=tanh&loss=half-mse", "v=1&dataset=xor&samples=90&loss=hinge", "v=1&dataset=waves&samples=80",
		"v=1&dataset=reg-plane&samples=60&loss=huber", "v=1&dataset=reg-gauss&samples=60&outputActivation=sigmoid", "v=1&dataset=two-outputs&networkShape=2&loss=half-sse",
		"v=1&architecture=cnn&samples=250&filters=2&images=shapes",
		"v=1&architecture=autoencoder&samples=60&imageSide=8&encoderShape=none", "v=1&architecture=autoencoder&samples=60&imageSide=8&encoderShape=none&pixelLoss=mse&variational=true",
		"v=1&architecture=rnn&samples=64&units=3&sequence=temporal-order&length=8", "v=1&architecture=rnn&samples=64&units=3&sequence=adding&length=8",
		"v=1&architecture=rnn&samples=64&units=3&sequence=sines&length=10",
		"v=1&architecture=transformer&samples=64&width=4&heads=1&sequence=sort&length=3",
	} {
		t.Run(link, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := families.Parse(link)
			if err != nil || len(notices) > 0 {
				t.Fatal(notices, err)
			}
			run := labtest.Train(t, simdtest.New, spec, 0)
			var biases []float32
			for _, p := range run.Machine().Unit.Parameters() {
				values := run.Machine().Slice(p.Name)
				clear(values)
				if strings.HasSuffix(p.Name, "output/bias") && !strings.HasPrefix(p.Name, "encoder") {
					biases = values
				}
			}
			least := descend(biases, func() float64 { return run.Metrics().TrainLoss })
			if guess := run.Guess().Loss; math.Abs(guess-least) > 1e-3*least+1e-4 {
				t.Errorf("guessing gives %v, and the best bias %v", guess, least)
			}
		})
	}
}

// descend makes a convex function of some values as small as it gets, one value after
// the other by golden sections, and returns how small it is. What is near the best value
// is as good in the second order, so that hundredths are near enough.
func descend(values []float32, f func() float64) float64 {
	const reach, near, golden = 12, 0.01, 1 / math.Phi
	for range 3 {
		for i := range values {
			at := func(v float64) float64 {
				values[i] = float32(v)
				return f()
			}
			lo, hi := -float64(reach), float64(reach)
			left, right := hi-golden*(hi-lo), lo+golden*(hi-lo)
			atLeft, atRight := at(left), at(right)
			for hi-lo > near {
				if atLeft > atRight {
					lo, left, atLeft = left, right, atRight
					right = lo + golden*(hi-lo)
					atRight = at(right)
				} else {
					hi, right, atRight = right, left, atLeft
					left = hi - golden*(hi-lo)
					atLeft = at(left)
				}
			}
			values[i] = float32((lo + hi) / 2)
		}
	}
	return f()
}

// TestGuessOfFlows draws ways from noise to data: the mean one is missed by as much as
// guessing gives.
func TestGuessOfFlows(t *testing.T) {
	const link, n = "v=1&architecture=diffusion&samples=400", 200000
	spec, _, err := families.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	run := labtest.Train(t, simdtest.New, spec, 0)
	data := run.Machine().Slice("real") // (samples, 2)
	s := rng.New(1, rng.Noise)
	var sum, squares [2]float64
	for i := range 2 * n {
		way := float64(data[i%len(data)] - s.Normal())
		sum[i%2] += way / n
		squares[i%2] += way * way / n
	}
	missed := (squares[0] - sum[0]*sum[0] + squares[1] - sum[1]*sum[1]) / 2
	if guess := run.Guess().Loss; math.Abs(guess-missed) > 0.02*missed {
		t.Errorf("guessing gives %v, and of %d ways %v", guess, n, missed)
	}
}

// TestNoGuess holds that there is none where a loss says nothing, or there are no data.
func TestNoGuess(t *testing.T) {
	for _, link := range []string{"v=1&architecture=gan", "v=1&dataset=own", "v=1&architecture=cnn&images=own", "v=1&architecture=autoencoder&images=own"} {
		spec, _, err := families.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		run, err := experiment.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		if guess := run.Guess(); !math.IsNaN(guess.Loss) {
			t.Errorf("%s: guessing gives %v", link, guess)
		}
	}
}
