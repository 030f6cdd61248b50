package nn

import (
	"fmt"

	"nnplay/nn/f32"
)

// An Attention is multi-head scaled dot-product attention (Vaswani et al. 2017):
//
//	softmax(Q·Kᵀ/√d + mask)·V
//
// for each of the heads, which have D/Heads dimensions each.
type Attention struct {
	Heads    int
	Causal   bool     // no place sees one that comes after it
	Position Position // what turns queries and keys, if it does
	Mask     *Tensor  // added to the scores (B, Heads, T, S), to which it broadcasts; may be nil
	Init     Initializer
}

// masked is added to the score of what must not be seen: e^masked is 0.
const masked = -1e9

// Apply records the attention of x (B, T, D) to memory (B, S, D), which is x
// itself in self-attention, with parameters name/query, key, value and output
// (D, D), and a bias each. It names the weights name (B, Heads, T, S) and, where
// it does not train, the queries name/query (B, T, Heads, D/Heads), the keys
// name/key (B, S, Heads, D/Heads) that the scores are made of, and the values
// name/value, shaped like the keys, that the weights mix.
func (a Attention) Apply(x, memory *Tensor, name string) *Tensor {
	g := x.graph
	defer g.Mark("attention")()
	b, t, s, d := x.Dim(0), x.Dim(1), memory.Dim(1), x.Dim(2)
	if a.Heads < 1 || d%a.Heads != 0 {
		panic(fmt.Sprintf("nn: %d heads of %d dimensions", a.Heads, d))
	}
	if a.Init.Fill == nil {
		a.Init = DefaultInitializer()
	}
	head := d / a.Heads
	heads := func(x *Tensor, part string, turn bool) *Tensor { // (B, T, D) -> (B, H, T, D/H)
		y := Linear(x, name+"/"+part, d, a.Init, 0).Reshape(b, x.Dim(1), a.Heads, head)
		if turn && a.Position.Turn != nil {
			y = a.Position.Turn(y)
		}
		return y.shown(name+"/"+part).Transpose(1, 2)
	}
	q, k, v := heads(x, "query", true), heads(memory, "key", true), heads(memory, "value", false)
	scaled := g.Mark("scores")
	scores := q.MatMul(k.Transpose(-2, -1)) // (B, H, T, S)
	scale := g.Const(1 / f32.Sqrt(float32(head)))
	if a.Causal {
		scores = causal(g, t, s).AddMul(scores, scale)
	} else {
		scores = scores.Mul(scale)
	}
	if a.Mask != nil {
		scores = scores.Add(a.Mask)
	}
	scaled()
	weights := scores.Called(name + "/scores").Softmax().Named(name)
	mixed := result([]int{b, t, a.Heads, head}, weights, v) // (B, T, H, D/H)
	weights.MatMul(v).placed(mixed.Transpose(1, 2))
	mixed.Called(name + "/mixed")
	return Linear(mixed.Reshape(b, t, d), name+"/output", d, a.Init, 0)
}

// causal returns the mask (T, S) that hides what comes after: 0 up to the place
// itself, which is the last but T-1-t.
func causal(g *Graph, t, s int) *Tensor {
	return g.Table(sized("causal", t, s), func(v []float32) {
		for i := range v {
			if i%s > i/s+s-t {
				v[i] = masked
			}
		}
	}, t, s)
}

// PaddingMask returns the mask (B, 1, 1, T) that hides the places of tokens
// (B, T) that hold a padding token.
func PaddingMask(tokens *Tensor, padding int) *Tensor {
	g := tokens.graph
	defer g.Mark("mask")()
	var mask *Tensor
	g.NoGrad(func() {
		same := g.Const(1).Greater(tokens.Plus(-float32(padding)).Abs())
		mask = same.Times(masked).Reshape(tokens.Dim(0), 1, 1, tokens.Dim(1))
	})
	return mask
}
