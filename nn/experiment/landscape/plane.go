// Package landscape looks at the loss of a network over a plane in the space of its
// weights: the plane in which the run itself has moved the most, or one of random
// directions (Li et al. 2018, "Visualizing the Loss Landscape of Neural Nets").
//
// A Plane is where to look, a Map what there is to see. It knows neither runs nor
// families: weights come as lists, and the loss as a function of them.
package landscape

import (
	"errors"
	"math"

	"nnplay/nn"
	"nnplay/nn/pca"
	"nnplay/nn/rng"
)

// A Plane is a plane in the space of weights: a point of it, and two directions that are
// as long as 1 on it.
type Plane struct {
	Center     []float32 // (P), as nn.Unit.Weights
	Directions [2][]float64
	// Explained is the share of the variance of the weights on the way that lies along each
	// direction, 0 to 1; NaN for directions that no way has given.
	Explained [2]float64
}

// errStill says that weights have not moved in two directions.
var errStill = errors.New("the weights have not moved in two directions yet")

// Principal returns the plane through the last of some weights (n, P) along the two
// principal directions of them all: those of the largest variance. Their signs are such
// that the way begins where both coordinates are negative or 0.
func Principal(way [][]float32) (p Plane, err error) {
	if len(way) < 3 {
		return p, errStill
	}
	components, ok := pca.Find(way)
	if !ok {
		return p, errStill
	}
	p = Plane{Center: way[len(way)-1], Directions: components.Axes, Explained: components.Shares}
	if x, y := p.Project(way[0]); x > 0 || y > 0 {
		p.flip(x > 0, y > 0)
	}
	return p, nil
}

// flip turns directions around.
func (p *Plane) flip(turn ...bool) {
	for d, direction := range p.Directions {
		for i := range direction {
			if turn[d] {
				direction[i] = -direction[i]
			}
		}
	}
}

// Random returns a plane through weights along two random directions that are normalised
// filter by filter: in each, what leads to a unit or is a filter is as long as the
// weights there are, and biases do not move (Li et al. 2018, section 4).
func Random(weights []float32, parameters []*nn.Parameter, seed uint64) Plane {
	p := Plane{Center: weights, Explained: [2]float64{math.NaN(), math.NaN()}}
	for d := range p.Directions {
		stream := rng.Fork(seed, rng.Look, uint64(d)+1)
		direction := make([]float64, len(weights))
		for _, q := range parameters {
			if len(q.Shape) < 2 {
				continue
			}
			at, filters := q.Offset(), q.Shape[len(q.Shape)-1]
			for f := range filters {
				drawn, long := 0.0, 0.0
				for i := f; i < q.Len(); i += filters {
					v := float64(stream.Normal())
					direction[at+i] = v
					drawn += v * v
					long += float64(weights[at+i]) * float64(weights[at+i])
				}
				for i := f; i < q.Len(); i += filters {
					direction[at+i] *= math.Sqrt(long / max(drawn, 1e-300))
				}
			}
		}
		p.Directions[d] = direction
	}
	return p
}

// Project returns where on the plane weights are, or what is nearest to them there, in
// lengths of the directions. They need not be orthogonal.
func (p *Plane) Project(weights []float32) (x, y float64) {
	u, v := p.Directions[0], p.Directions[1]
	var uu, uv, vv, ud, vd float64
	for i, w := range weights {
		d := float64(w) - float64(p.Center[i])
		uu, uv, vv = uu+u[i]*u[i], uv+u[i]*v[i], vv+v[i]*v[i]
		ud, vd = ud+u[i]*d, vd+v[i]*d
	}
	det := uu*vv - uv*uv
	return (ud*vv - vd*uv) / det, (vd*uu - ud*uv) / det
}

// At writes the weights that are at a place of the plane.
func (p *Plane) At(x, y float64, weights []float32) {
	for i, c := range p.Center {
		weights[i] = float32(float64(c) + x*p.Directions[0][i] + y*p.Directions[1][i])
	}
}
