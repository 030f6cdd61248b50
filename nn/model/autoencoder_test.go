//go:build !js

package model_test

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn"
	"nnplay/nn/f32"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

const (
	width  = 12
	images = 600
)

// shapes returns images (n, width·width) of a disc, a square or a cross, of
// many sizes and places.
func shapes(seed uint32, n int) []float32 {
	s := rng.New(uint64(seed), rng.Data)
	x := make([]float32, n*width*width)
	for i := range n {
		cx, cy, r := s.Uniform(4, 8), s.Uniform(4, 8), s.Uniform(2, 4)
		for row := range width {
			for column := range width {
				dx, dy := f32.Abs(float32(column)+0.5-cx), f32.Abs(float32(row)+0.5-cy)
				inside := []bool{
					f32.Sqrt(float32(dx*dx)+float32(dy*dy)) < r,
					max(dx, dy) < r,
					min(dx, dy) < 1 && max(dx, dy) < r,
				}[i%3]
				if inside {
					x[(i*width+row)*width+column] = 1
				}
			}
		}
	}
	return x
}

// A squeeze is how an autoencoder is made and trained.
type squeeze struct {
	variational    bool
	loss           string
	hidden         []int
	rate, klWeight float32
	steps          int
	bound          float64    // of the mean error of a pixel of the reconstructions
	divergence     [2]float64 // in nats: at least, at most
}

func (c squeeze) prepare(t testing.TB, engine program.Engine, seed uint32) *subject {
	t.Helper()
	loss, ok := nn.FindLoss(c.loss)
	if !ok {
		t.Fatalf("no loss %s", c.loss)
	}
	he, _ := nn.FindInitializer("he")
	relu, _ := nn.FindActivation("relu")
	m := model.Autoencoder{
		Pixels: width * width, Hidden: c.hidden, Code: 2, Variational: c.variational,
		Activation: relu, Initializer: he, Loss: loss,
	}
	mem := nn.NewMemory()
	m.RecordStep(mem.Graph("step").Input("train", images, m.Pixels).RandomRows(32), constantRate("adam"))
	m.RecordView(mem.Graph("view").Input("test", images/4, m.Pixels))
	m.RecordDecoder(mem.Graph("decoder").Input("codes", 9, 2))
	s := prepare(t, mem, engine, seed)
	s.set(t, "train", shapes(seed, images)...)
	s.set(t, "test", shapes(seed+1000, images/4)...)
	s.set(t, nn.HyperLearningRate, c.rate)
	if c.variational {
		s.set(t, model.HyperKLWeight, c.klWeight)
	}
	for i := range 9 {
		s.unit.Slice(s.arena, "codes")[2*i] = float32(i%3) - 1
		s.unit.Slice(s.arena, "codes")[2*i+1] = float32(i/3) - 1
	}
	return s
}

// absoluteError is the mean error of a pixel of test images.
func (s *subject) absoluteError() float64 {
	s.run("view", 1)
	y := s.probe("view", "reconstruction")
	var sum float64
	for i, x := range s.unit.Slice(s.arena, "test") {
		sum += math.Abs(float64(x - y[i]))
	}
	return sum / float64(len(y))
}

// squeezes are settings that work, as games are. A white image is off by 0.49.
var squeezes = []squeeze{
	{false, "mse", []int{32}, 0.005, 0, 1000, 0.1, [2]float64{0, 0}},
	{true, "bce", []int{32}, 0.005, 1, 1000, 0.11, [2]float64{3, 6}},
}

// TestAutoencoder holds the squeezes to their bounds, on images not seen, and
// the codes of the variational one to a few nats.
func TestAutoencoder(t *testing.T) {
	for _, c := range squeezes {
		t.Run(fmt.Sprint("variational ", c.variational), func(t *testing.T) {
			for _, seed := range rngtest.Seeds(t) {
				s := c.prepare(t, simdtest.New, seed)
				before := s.absoluteError()
				s.run("step", c.steps)
				after := s.absoluteError()
				divergence := 0.
				if c.variational {
					divergence = float64(s.probe("view", "loss/kl")[0])
				}
				t.Logf("seed %d: from %.3f to %.3f, divergence %.2f", seed, before, after, divergence)
				if !(before > 0.4) || !(after <= c.bound) {
					t.Errorf("seed %d: a pixel is off by %v, then by %v, want at most %v", seed, before, after, c.bound)
				}
				if divergence < c.divergence[0] || divergence > c.divergence[1] {
					t.Errorf("seed %d: a divergence of %v, want from %v to %v", seed, divergence, c.divergence[0], c.divergence[1])
				}
			}
		})
	}
}
