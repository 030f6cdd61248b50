package nn

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// An Initializer fills a fresh weight matrix (FanIn, FanOut), row by row.
type Initializer struct {
	Name string
	// Fill writes the values; scale is the user's factor on the spread.
	Fill func(w []float32, p *Parameter, scale float32, s *rng.Stream)
	// Unscaled says that the scale has no effect.
	Unscaled bool
}

// Initializers is the table of initializers, a row each.
var Initializers = []Initializer{
	{Name: "zeros", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) { clear(w) }, Unscaled: true},
	{Name: "constant", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) { fill(w, scale) }},
	{Name: "uniform", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) { uniform(w, scale, s) }},
	{Name: "normal", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) { normal(w, scale, s) }},
	// Glorot and Bengio, Understanding the difficulty of training deep
	// feedforward neural networks, 2010: variance 2/(FanIn+FanOut).
	{Name: "xavier", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
		uniform(w, scale*f32.Sqrt(6/float32(p.FanIn+p.FanOut)), s)
	}},
	{Name: "xavier-normal", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
		normal(w, scale*f32.Sqrt(2/float32(p.FanIn+p.FanOut)), s)
	}},
	// He et al., Delving deep into rectifiers, 2015: variance 2/FanIn.
	{Name: "he", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
		uniform(w, scale*f32.Sqrt(6/float32(p.FanIn)), s)
	}},
	{Name: "he-normal", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
		normal(w, scale*f32.Sqrt(2/float32(p.FanIn)), s)
	}},
	{Name: "orthogonal", Fill: orthogonal},
}

// DefaultInitializer is what layers begin with where none is chosen.
func DefaultInitializer() Initializer { return Must(FindInitializer("xavier")) }

func fill(w []float32, v float32) {
	for i := range w {
		w[i] = v
	}
}

func uniform(w []float32, bound float32, s *rng.Stream) {
	for i := range w {
		w[i] = s.Uniform(-bound, bound)
	}
}

func normal(w []float32, deviation float32, s *rng.Stream) {
	for i := range w {
		w[i] = deviation * s.Normal()
	}
}

// orthogonal makes the rows of w orthonormal, or the columns where there are
// fewer of those, times scale: Gram-Schmidt, twice for accuracy, on normal
// random numbers (Saxe, McClelland and Ganguli 2013).
func orthogonal(w []float32, p *Parameter, scale float32, s *rng.Stream) {
	rows, cols := p.FanIn, len(w)/p.FanIn
	count, length, step, next := rows, cols, 1, cols
	if rows > cols {
		count, length, step, next = cols, rows, cols, 1
	}
	for i := 0; i < count; i++ {
		for {
			for k := range length {
				w[i*next+k*step] = s.Normal()
			}
			for range 2 {
				for j := range i {
					d := dotStrided(w, i*next, j*next, step, length)
					for k := range length {
						w[i*next+k*step] -= float32(d * w[j*next+k*step])
					}
				}
			}
			if n := f32.Sqrt(dotStrided(w, i*next, i*next, step, length)); n > 1e-3 {
				for k := range length {
					w[i*next+k*step] /= n
				}
				break
			}
		}
	}
	for i := range w {
		w[i] *= scale
	}
}

func dotStrided(w []float32, a, b, step, n int) float32 {
	var s float32
	for k := range n {
		s += float32(w[a+k*step] * w[b+k*step])
	}
	return s
}

// Initialize gives every parameter its first value. The same seed gives the
// same weights, and a parameter's depend on its name's place alone.
func (u *Unit) Initialize(arena []float32, seed uint64, scale float32) {
	for i, p := range u.mem.parameters {
		p.Init.Fill(u.Slice(arena, p.Name), p, scale, rng.Fork(seed, rng.Init, uint64(i)))
	}
}
