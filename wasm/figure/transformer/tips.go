package transformer

import (
	"math"
	"strconv"

	"nnplay/wasm/paper"
)

// tipOfCell says which place looks at which, how much, of what numbers that is
// made, and what it brings.
func (k figure) tipOfCell(a *attention, row, col int) (name string, lines []string) {
	looking, seen := k.tokensOf(a)
	name = at(looking, row) + " → " + at(seen, col)
	if row >= a.rows || col >= a.cols {
		return "", nil
	}
	v := a.weights[row*a.cols+col]
	if v == 0 {
		return name, []string{k.Words.Text("canvas.unseen", "can't be seen from there")}
	}
	lines = append(lines, k.Words.Text("canvas.attention", "Attention")+" = "+paper.Number(v, 3))
	q, key := k.headVector(a, "query", row), k.headVector(a, "key", col)
	if len(q) == 0 || len(q) != len(key) {
		return name, lines
	}
	var score float32
	for i := range q {
		score += q[i] * key[i]
	}
	score /= float32(math.Sqrt(float64(len(q))))
	lines = append(lines,
		"q·k/√"+strconv.Itoa(len(q))+" = "+paper.Number(score, 2),
		"q = "+paper.Vector(q, 1), "k = "+paper.Vector(key, 1))
	value := k.headVector(a, "value", col)
	if value == nil {
		return name, lines
	}
	mixed := make([]float32, len(value))
	for s := range a.cols {
		for i, x := range k.headVector(a, "value", s) {
			mixed[i] += a.weights[row*a.cols+s] * x
		}
	}
	return name, append(lines, "v = "+paper.Vector(value, 1), k.Words.Text("canvas.headOutput", "Head output")+" Σ a·v = "+paper.Vector(mixed, 1))
}

// headVector returns the query, the key or the value of a head at a place, nil if
// it is not known.
func (k figure) headVector(a *attention, part string, place int) []float32 {
	all, shape := k.Values(a.name+"/"+part, 4) // (1, T, heads, D/heads)
	if all == nil || place >= shape[1] || a.head >= shape[2] || len(all) < shape[1]*shape[2]*shape[3] {
		return nil
	}
	return all[(place*shape[2]+a.head)*shape[3]:][:shape[3]]
}

// place returns the vector of a place of a tensor (1, T, D), nil if there is none.
func (k figure) place(name string, place int) []float32 {
	all, shape := k.Values(name, 3)
	if all == nil || place >= shape[1] || len(all) < shape[1]*shape[2] {
		return nil
	}
	return all[place*shape[2]:][:shape[2]]
}

// norm returns the length of a vector.
func norm(x []float32) float32 {
	var sum float64
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return float32(math.Sqrt(sum))
}

// tipOfNorm says what the stream carries at a place, where it enters the first
// block (column 0) or leaves one, and what that block's parts have added.
func (k figure) tipOfNorm(a *attention, row, col int) (name string, lines []string) {
	looking, _ := k.tokensOf(a)
	prefix := ""
	if a.encoder {
		prefix = "encoder/"
	}
	stream := func(col int) string {
		if col == 0 {
			return prefix + "embedding"
		}
		return prefix + "block" + strconv.Itoa(col-1) + "/residual"
	}
	x := k.place(stream(col), row)
	lines = []string{k.Words.Text("canvas.stream", "Residual stream") + ": ‖x‖ = " + paper.Number(norm(x), 2), "x = " + paper.Vector(x, 1)}
	if col == 0 {
		return at(looking, row) + " · " + k.Words.Text("canvas.embedding", "Embedding"), lines
	}
	before := k.place(stream(col-1), row)
	lines = append(lines, k.Words.Text("canvas.before", "before")+": ‖x‖ = "+paper.Number(norm(before), 2))
	sum := append([]float32(nil), before...)
	block := prefix + "block" + strconv.Itoa(col-1)
	for _, part := range [...]struct{ name, words string }{
		{"/attention/added", k.Words.Text("canvas.attention", "Attention")},
		{"/cross/added", k.Words.Text("canvas.cross", "Cross-attention")},
		{"/mlp/added", "MLP"},
	} {
		added := k.place(block+part.name, row)
		if added == nil || len(added) != len(sum) {
			continue
		}
		lines = append(lines, "+ "+part.words+": ‖Δ‖ = "+paper.Number(norm(added), 2)+", Δ = "+paper.Vector(added, 1))
		for i, v := range added {
			sum[i] += v
		}
	}
	for i, v := range sum { // what is left is the difference
		if i < len(x) {
			sum[i] = v - x[i]
		}
	}
	if norm(sum) > 0.01*(1+norm(x)) { // post-norm
		lines = append(lines, k.Words.Text("canvas.normalized", "normalized after each sum"))
	}
	return at(looking, row) + " · " + k.blockName(col-1), lines
}

// tipOfGuesses lists the likeliest tokens with their logits; the right one has a tick.
func (k figure) tipOfGuesses(read []string, i int, best []guess, want int) (name string, lines []string) {
	logits := k.place("logits", i)
	for _, g := range best {
		line := k.tokenName(float32(g.token)) + "  " + paper.Number(g.p, 3)
		if g.token < len(logits) {
			line += "  (z = " + paper.Number(logits[g.token], 2) + ")"
		}
		if g.token == want {
			line += "  ✓"
		}
		lines = append(lines, line)
	}
	return at(read, i) + " → " + k.Words.Text("canvas.prediction", "Prediction"), lines
}
