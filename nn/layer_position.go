package nn

import "nnplay/nn/f32"

// A Position is a way to tell a Transformer where a token stands. One of the
// two functions is nil, or both.
type Position struct {
	Name string
	// Add adds to the tokens' vectors x (B, T, D) what tells their places.
	Add func(x *Tensor, name string) *Tensor
	// Turn changes the queries and the keys of attention heads (B, T, H, D/H).
	Turn func(x *Tensor) *Tensor
}

// Positions is the table of positions, a row each.
var Positions = []Position{
	{Name: "none"},
	{Name: "sinusoidal", Add: func(x *Tensor, _ string) *Tensor { return x.Add(sinusoids(x.graph, x.Dim(1), x.Dim(2))) }},
	{Name: "learned", Add: LearnedPosition},
	{Name: "rotary", Turn: Rotary},
}

// FindPosition returns the position of that name.
func FindPosition(name string) (Position, bool) {
	return find(Positions, name, func(p Position) string { return p.Name })
}

// LearnedPosition adds row t of name/weight (T, D) to the vectors of place t.
func LearnedPosition(x *Tensor, name string) *Tensor {
	t, d := x.Dim(1), x.Dim(2)
	return x.Add(x.graph.Param(Parameter{Name: name + "/weight", Shape: []int{t, d}, Init: embeddingNormal, FanIn: t, FanOut: d}))
}

// sinusoids returns the table (T, D) of Vaswani et al. 2017, section 3.5: the
// sine of t·10000^(-2i/D) in the columns 2i, its cosine in the columns 2i+1.
func sinusoids(g *Graph, t, d int) *Tensor {
	return g.Table(sized("sinusoids", t, d), func(v []float32) {
		for i := range v {
			row, column := i/d, i%d
			if angle := angle(row, column/2*2, d); column%2 == 0 {
				v[i] = f32.Sin(angle)
			} else {
				v[i] = f32.Cos(angle)
			}
		}
	}, t, d)
}

// angle returns t·10000^(-i/d) in radians.
func angle(t, i, d int) float32 {
	const ln10000 = 9.210340371976184
	return float32(t) * f32.Exp(-float32(i)*ln10000/float32(d))
}

// Rotary turns each pair of elements i and i+D/2 of x (B, T, H, D) by an angle
// that grows with the place, t·10000^(-2i/D), so that the products of queries
// and keys depend on the distance alone (Su et al. 2021). D must be even.
func Rotary(x *Tensor) *Tensor {
	defer x.graph.Mark("rotary")()
	g, t, half := x.graph, x.Dim(1), x.Dim(3)/2
	table := func(name string, of func(float32) float32) *Tensor {
		return g.Table(sized("rotary/"+name, t, half), func(v []float32) {
			for i := range v {
				v[i] = of(angle(i/half, 2*(i%half), 2*half))
			}
		}, t, 1, half)
	}
	cos, sin := table("cos", f32.Cos), table("sin", f32.Sin)
	a, b := x.Slice(-1, 0, half), x.Slice(-1, half, 2*half)
	return Concat(-1, a.Mul(cos).SubMul(b, sin), b.Mul(cos).AddMul(a, sin))
}
