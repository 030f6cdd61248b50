package landscape

import (
	"math"
	"math/rand/v2"
	"testing"

	"nnplay/nn"
)

// plain returns a way that lies in a plane: from corner to corner of a bent line.
func plain(r *rand.Rand, size, n int) [][]float32 {
	u, v, c := make([]float64, size), make([]float64, size), make([]float64, size)
	for i := range size {
		u[i], v[i], c[i] = r.NormFloat64(), r.NormFloat64(), r.NormFloat64()
	}
	way := make([][]float32, n)
	for k := range way {
		way[k] = make([]float32, size)
		x, y := float64(k)/float64(n), math.Pow(float64(k)/float64(n), 3)
		for i := range size {
			way[k][i] = float32(c[i] + x*u[i] + y*v[i])
		}
	}
	return way
}

// TestPrincipal holds that of a way in a plane nothing is lost: the two directions explain
// all of it, are orthogonal and of length 1, and lead back to the weights.
func TestPrincipal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		size, n := 3+r.IntN(500), 3+r.IntN(40)
		way := plain(r, size, n)
		p, err := Principal(way)
		if err != nil {
			t.Fatal(err)
		}
		if all := p.Explained[0] + p.Explained[1]; math.Abs(all-1) > 1e-6 || p.Explained[0] < p.Explained[1] {
			t.Errorf("%v of the variance is explained", p.Explained)
		}
		var uu, uv float64
		for i, u := range p.Directions[0] {
			uu, uv = uu+u*u, uv+u*p.Directions[1][i]
		}
		if math.Abs(uu-1) > 1e-6 || math.Abs(uv) > 1e-6 {
			t.Errorf("the first direction is %v long, and their product is %v", math.Sqrt(uu), uv)
		}
		back := make([]float32, size)
		for k, w := range way {
			x, y := p.Project(w)
			if k == 0 && (x > 1e-9 || y > 1e-9) || k == n-1 && (x != 0 || y != 0) {
				t.Errorf("weights %d of %d are at %v, %v", k, n, x, y)
			}
			p.At(x, y, back)
			for i := range back {
				if math.Abs(float64(back[i]-w[i])) > 1e-4 {
					t.Fatalf("weight %d comes back as %v, it was %v", i, back[i], w[i])
				}
			}
		}
	}
}

// TestStill refuses ways that have no two directions, and such as lead to infinity.
func TestStill(t *testing.T) {
	inf := float32(math.Inf(1))
	for _, way := range [][][]float32{
		{}, {{1, 2}}, {{1, 2}, {1, 2}, {1, 2}}, {{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {{0, 0}, {1, inf}, {2, 1}}, {{0, 0}, {1, float32(math.NaN())}, {2, 1}},
	} {
		if _, err := Principal(way); err == nil {
			t.Errorf("%v has a plane", way)
		}
	}
}

// TestRandom holds that a direction is as long in each filter as the weights are, and
// that biases stay.
func TestRandom(t *testing.T) {
	mem := nn.NewMemory()
	g := mem.Graph("net")
	x := g.Input("x", 5, 3)
	g.Param(nn.Parameter{Name: "weight", Shape: []int{3, 4}})
	g.Param(nn.Parameter{Name: "bias", Shape: []int{4}})
	g.Param(nn.Parameter{Name: "kernel", Shape: []int{3, 3, 2, 5}})
	_ = x
	unit := mem.Link()
	weights := unit.Weights(unit.NewArena())
	r := rand.New(rand.NewPCG(3, 4))
	for i := range weights {
		weights[i] = float32(r.NormFloat64())
	}
	p := Random(weights, unit.Parameters(), 7)
	for _, q := range unit.Parameters() {
		filters := q.Shape[len(q.Shape)-1]
		for d, direction := range p.Directions {
			for f := range filters {
				var long, own float64
				for i := f; i < q.Len(); i += filters {
					long += direction[q.Offset()+i] * direction[q.Offset()+i]
					own += float64(weights[q.Offset()+i]) * float64(weights[q.Offset()+i])
				}
				if len(q.Shape) == 1 {
					own = 0
				}
				if math.Abs(long-own) > 1e-6*(1+own) {
					t.Errorf("direction %d of %s, filter %d: %v, and the weights are %v long", d, q.Name, f, math.Sqrt(long), math.Sqrt(own))
				}
			}
		}
	}
	if again := Random(weights, unit.Parameters(), 7); again.Directions[0][0] != p.Directions[0][0] || p.Directions[0][0] == p.Directions[1][0] {
		t.Error("directions are not drawn by the seed")
	}
}

// TestMap holds that a map has the ways on it, and the loss at its nodes.
func TestMap(t *testing.T) {
	way := plain(rand.New(rand.NewPCG(5, 6)), 50, 12)
	p, err := Principal(way)
	if err != nil {
		t.Fatal(err)
	}
	var places []float64
	for _, w := range way {
		x, y := p.Project(w)
		places = append(places, x, y)
	}
	m := Around(p, places)
	bowl := func(weights []float32) float64 {
		x, y := p.Project(weights)
		return x*x + y*y
	}
	for m.Left() > 0 {
		m.Fill(100, bowl)
	}
	for i := 0; i < len(places); i += 2 {
		if places[i] <= m.Box[0] || places[i] >= m.Box[1] || places[i+1] <= m.Box[2] || places[i+1] >= m.Box[3] {
			t.Errorf("%v, %v is not on the map %v", places[i], places[i+1], m.Box)
		}
	}
	side, heights := m.Grid()
	if side != Side {
		t.Fatalf("a full map has %d nodes in a row", side)
	}
	for i, loss := range heights {
		if x, y := m.node(i); math.Abs(loss-x*x-y*y) > 1e-4*(1+loss) {
			t.Errorf("at %v, %v the loss is %v", x, y, loss)
		}
	}
}

// TestGrid holds that a map gets finer: at any time what is known is the losses of a grid
// over the whole of it, the coarsest one row by row.
func TestGrid(t *testing.T) {
	p := Plane{Center: []float32{0, 0}, Directions: [2][]float64{{1, 0}, {0, 1}}}
	m := Around(p)
	slope := func(weights []float32) float64 { return float64(weights[0]) + 10*float64(weights[1]) }
	for known := range Side*Side + 1 {
		side, heights := m.Grid()
		want := min(known, 9*9)
		switch {
		case known == Side*Side:
			want = Side * Side
		case known >= 17*17:
			want = 17 * 17
		}
		if len(heights) != want || want > 9*9 && side*side != want {
			t.Fatalf("of %d known nodes there are %d, %d in a row", known, len(heights), side)
		}
		for i, h := range heights {
			x, y := -1+2*float64(i%side)/float64(side-1), -1+2*float64(i/side)/float64(side-1)
			if math.Abs(h-x-10*y) > 1e-5 {
				t.Fatalf("of %d known nodes, at %v, %v the height is %v", known, x, y, h)
			}
		}
		m.Fill(1, slope)
	}
}

// TestKept holds that trails of large networks stay within what there is room for.
func TestKept(t *testing.T) {
	for _, tt := range []struct{ n, size, want int }{{1, 32, mostSteps}, {9, 10_000, mostSteps}, {9, 50_000, 18}, {9, 1_000_000, leastKept}, {1, 0, mostSteps}} {
		if got := kept(tt.n, tt.size); got != tt.want {
			t.Errorf("each of %d trails of %d weights tells of %d steps, want %d", tt.n, tt.size, got, tt.want)
		}
	}
}
