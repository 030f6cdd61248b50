//go:build !js

package model_test

import (
	"testing"
	"time"

	"nnplay/nn"
	drawn "nnplay/nn/data/images"
	"nnplay/nn/model"
	"nnplay/nn/rng"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// TestDigits trains a small network on 20,000 digits of 16 x 16, each seen once:
// more than 95 % of fresh ones are recognised.
func TestDigits(t *testing.T) {
	const (
		side, batch, steps, tests = 16, 32, 625, 1000
		fresh                     = batch * steps
	)
	digits, _ := drawn.Find("digits")
	style := drawn.Style{Distortion: 1, Noise: 0.1}
	pool := nn.Window{Size: 2, Stride: 2}
	m := model.CNN{
		Height: side, Width: side, Channels: 1,
		Stages: []model.Stage{
			{Filters: 8, Kernel: nn.Window{Size: 3}, Pooling: model.MaxPooling, PoolWindow: pool},
			{Filters: 16, Kernel: nn.Window{Size: 3}, Pooling: model.MaxPooling, PoolWindow: pool},
		},
		Activation: find(t, nn.FindActivation, "relu"), Normalization: nn.Must(nn.FindNormalization("none")),
		Initializer: find(t, nn.FindInitializer, "he"), Outputs: 10, OutputActivation: "softmax",
	}
	loss := find(t, nn.FindLoss, "cce")
	for _, number := range rngtest.Seeds(t) {
		seed := uint64(number)
		mem := nn.NewMemory()
		step := mem.Graph("step")
		step.Training = true
		x, target, cursor := step.Input("x", fresh, side*side), step.Input("t", fresh, 10), step.Input("cursor")
		order := step.Input("order", fresh)
		z, y := m.Record(x.Rows(order, cursor, batch))
		nn.Training{Optimizer: find(t, nn.FindOptimizer, "adam"), Schedule: nn.Must(nn.FindSchedule("constant"))}.Record(
			loss.PerSample(z, y, target.Rows(order, cursor, batch)).MeanAll())
		step.Assign(cursor, cursor.Plus(batch))
		_, y = m.Record(mem.Graph("test").Input("fresh", tests, side*side))
		unit := mem.Link()
		arena := unit.NewArena()
		unit.Initialize(arena, seed, 1)
		unit.Slice(arena, nn.HyperLearningRate)[0] = 3e-3

		train := digits.Points(rng.Fork(seed, rng.Data, 0), fresh, side, style)
		copy(unit.Slice(arena, "x"), train.X)
		for i, class := range train.Y {
			unit.Slice(arena, "t")[i*10+int(class)] = 1
			unit.Slice(arena, "order")[i] = float32(i)
		}
		test := digits.Points(rng.Fork(seed, rng.Data, 1), tests, side, style)
		copy(unit.Slice(arena, "fresh"), test.X)

		run, err := simdtest.New(arena, unit.Programs["step"], unit.Programs["test"])
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		run.Run(unit.Programs["step"], steps)
		took := time.Since(began)
		run.Run(unit.Programs["test"], 1)
		right := 0
		for i, class := range test.Y {
			p := unit.Tensor(arena, y)[i*10 : (i+1)*10]
			best := 0
			for k := range p {
				if p[k] > p[best] {
					best = k
				}
			}
			if best == int(class) {
				right++
			}
		}
		t.Logf("seed %d: %d of %d right after %d examples in %v", seed, right, tests, fresh, took)
		if right <= tests*95/100 {
			t.Errorf("seed %d: %d of %d right", seed, right, tests)
		}
	}
}
