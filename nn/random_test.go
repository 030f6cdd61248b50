package nn

import (
	"math"
	"testing"

	"nnplay/nn/f32"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// TestNormal holds normal random numbers to their formula, bit by bit: Box and
// Muller's, of the uniform numbers of two instructions.
func TestNormal(t *testing.T) {
	const rows, columns = 33, 3
	mem := NewMemory()
	g := mem.Graph("draw")
	normal := g.Normal(rows, columns).Named("normal")
	g.Tick()
	u := mem.Link()
	arena := u.NewArena()
	key := [2]uint32{7, rng.Noise}
	for i, k := range key {
		u.Slice(arena, RandomKey)[i] = math.Float32frombits(k)
	}
	run := program.NewInterpreter(arena)
	var sum, squares float64
	const draws = 20
	for draw := range uint32(draws) {
		run.Run(u.Programs["draw"], 1)
		uniform := func(use uint32, e int) float32 {
			block := rng.Block(key, [4]uint32{uint32(e / 4), use, draw, 0})
			return float32(block[e%4]>>8) / (1 << 24)
		}
		for e, got := range u.Tensor(arena, normal) {
			radius := f32.Sqrt(float32(-2 * f32.Log(1-uniform(0, e))))
			want := float32(radius * f32.Cos(float32(2*math.Pi*uniform(1, e))))
			if math.Float32bits(got) != math.Float32bits(want) {
				t.Fatalf("number %d of draw %d is %v, want %v", e, draw, got, want)
			}
			sum += float64(got)
			squares += float64(got * got)
		}
	}
	const n = draws * rows * columns
	if mean, variance := sum/n, squares/n; math.Abs(mean) > 5/math.Sqrt(n) || math.Abs(variance-1) > 5*math.Sqrt(2./n) {
		t.Errorf("mean %v, variance %v", mean, variance)
	}
}

// TestRandomRows holds that a minibatch consists of rows of the table, each
// about as often as any other, and others at each run.
func TestRandomRows(t *testing.T) {
	const rows, batch, runs = 10, 8, 500
	mem := NewMemory()
	g := mem.Graph("draw")
	minibatch := g.Input("table", rows, 2).RandomRows(batch).Named("minibatch")
	g.Tick()
	u := mem.Link()
	arena := u.NewArena()
	table := u.Slice(arena, "table")
	for i := range rows {
		table[2*i], table[2*i+1] = float32(i), float32(-i)
	}
	run := program.NewInterpreter(arena)
	var count [rows]int
	for range runs {
		run.Run(u.Programs["draw"], 1)
		y := u.Tensor(arena, minibatch)
		for i := 0; i < len(y); i += 2 {
			if y[i] != -y[i+1] {
				t.Fatalf("(%v, %v) is no row", y[i], y[i+1])
			}
			count[int(y[i])]++
		}
	}
	const mean = runs * batch / rows
	for i, n := range count {
		if math.Abs(float64(n-mean)) > 5*math.Sqrt(mean) {
			t.Errorf("row %d is drawn %d times, want about %d", i, n, mean)
		}
	}
}
