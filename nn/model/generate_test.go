package model

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/rng"
)

// draws counts what a sampler picks, of n draws.
func draws(o Sampler, logits []float32, n int) []int {
	s := rng.New(7, rng.Noise)
	count := make([]int, len(logits))
	for range n {
		count[o.Next(logits, s)]++
	}
	return count
}

// TestSampler compares what is picked with the probabilities that the
// definitions give, worked out in float64: softmax of the logits over the
// temperature, of the most probable k, of as few as have p together.
func TestSampler(t *testing.T) {
	logits := []float32{1, 2, -1, 2.5, 0.5, -30}
	// At a temperature of 1 in falling order: 0.501, 0.304, 0.112, 0.068, 0.015
	// and next to nothing, of the tokens 3, 1, 0, 4, 2 and 5.
	order := []int{3, 1, 0, 4, 2, 5}
	for _, c := range []struct {
		sampler Sampler
		kept    int // of order
	}{
		{Sampler{Temperature: 1}, 6},
		{Sampler{Temperature: 0.5}, 6},
		{Sampler{Temperature: 2}, 6},
		{Sampler{Temperature: 1, TopK: 1}, 1},
		{Sampler{Temperature: 1, TopK: 2}, 2},
		{Sampler{Temperature: 1, TopK: 5}, 5},
		{Sampler{Temperature: 1, TopK: 99}, 6},
		{Sampler{Temperature: 1, TopP: 0.49}, 1},
		{Sampler{Temperature: 1, TopP: 0.51}, 2},
		{Sampler{Temperature: 1, TopP: 0.79}, 2},
		{Sampler{Temperature: 1, TopP: 0.81}, 3},
		{Sampler{Temperature: 1, TopP: 1}, 6},
		{Sampler{Temperature: 1, TopP: 1e-9}, 1},
		// At 0.1 the first has 0.993, at 10 no more than 0.229.
		{Sampler{Temperature: 0.1, TopP: 0.99}, 1},
		{Sampler{Temperature: 10, TopP: 0.3}, 2},
		// Of the first three the first two have 0.878.
		{Sampler{Temperature: 1, TopK: 3, TopP: 0.87}, 2},
		{Sampler{Temperature: 1, TopK: 3, TopP: 0.89}, 3},
		{Sampler{Temperature: 1, TopK: 2, TopP: 0.99}, 2},
	} {
		want := make([]float64, len(logits))
		var total float64
		for _, i := range order[:c.kept] {
			want[i] = math.Exp(float64(logits[i]) / float64(c.sampler.Temperature))
			total += want[i]
		}
		const n = 20000
		for i, got := range draws(c.sampler, logits, n) {
			p := want[i] / total
			if p == 0 && got > 0 {
				t.Errorf("%+v: token %d, which is cut off, was picked %d times", c.sampler, i, got)
			}
			// Five standard deviations of a binomial distribution.
			if off := math.Abs(float64(got) - n*p); off > 5*math.Sqrt(n*p*(1-p))+0.5 {
				t.Errorf("%+v: token %d was picked %d times of %d, with a probability of %.4f", c.sampler, i, got, n, p)
			}
		}
	}
}

// TestSamplerCold holds that a temperature of 0 takes the largest, the first of
// equals, without a random number, and that a small one comes to the same.
func TestSamplerCold(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		logits []float32
		want   int
	}{
		{[]float32{1, 3, 2}, 1}, {[]float32{3, 3, 1}, 0}, {[]float32{-5}, 0}, {[]float32{nan, -1, nan, 0}, 3}, {[]float32{nan, nan}, 0},
	} {
		s := rng.New(1, rng.Noise)
		before := *s
		if got := (Sampler{TopK: 2, TopP: 0.9}).Next(c.logits, s); got != c.want || *s != before {
			t.Errorf("%v: %d, want %d; a random number was taken: %v", c.logits, got, c.want, *s != before)
		}
	}
	if count := draws(Sampler{Temperature: 0.01}, []float32{1, 1.2, 0.9}, 1000); count[1] != 1000 {
		t.Errorf("at a temperature of 0.01 %v", count)
	}
}

// TestSampleNaN holds that what is no number is never picked, however hot.
func TestSampleNaN(t *testing.T) {
	nan := float32(math.NaN())
	if count := draws(Sampler{Temperature: 2}, []float32{nan, 0, nan, 0}, 1000); count[0]+count[2] > 0 || count[1] < 400 || count[3] < 400 {
		t.Errorf("%v", count)
	}
}

// TestGenerate goes on with a chain whose next token follows from the last two:
// windows are filled from the left and slide when they are full, the text ends
// where it says so, and the same seed gives the same text.
func TestGenerate(t *testing.T) {
	const context, vocabulary = 4, 7
	var windows [][]float32
	next := func(tokens []float32, place int) []float32 {
		windows = append(windows, slices.Clone(tokens[:place+1]))
		logits := make([]float32, vocabulary)
		logits[(int(tokens[place])+1)%vocabulary] = 1
		return logits
	}
	said := Sampler{}.Generate([]int{2, 3}, 5, context, nil, next, nil)
	if !slices.Equal(said, []int{4, 5, 6, 0, 1}) {
		t.Errorf("said %v", said)
	}
	want := [][]float32{{2, 3}, {2, 3, 4}, {2, 3, 4, 5}, {3, 4, 5, 6}, {4, 5, 6, 0}}
	if !slices.EqualFunc(windows, want, slices.Equal) {
		t.Errorf("read %v, want %v", windows, want)
	}
	if said := (Sampler{}).Generate([]int{2}, 9, context, nil, next, func(token int) bool { return token == 5 }); !slices.Equal(said, []int{3, 4}) {
		t.Errorf("said %v before a 5", said)
	}
	if said := (Sampler{}).Generate(nil, 9, context, nil, next, nil); len(said) > 0 {
		t.Errorf("said %v after nothing", said)
	}
	hot := func(seed uint64) []int {
		return Sampler{Temperature: 1}.Generate([]int{0}, 40, context, rng.New(seed, rng.Noise), next, nil)
	}
	if !slices.Equal(hot(1), hot(1)) || slices.Equal(hot(1), hot(2)) {
		t.Errorf("seed 1 says %v and %v, seed 2 %v", hot(1), hot(1), hot(2))
	}
}
