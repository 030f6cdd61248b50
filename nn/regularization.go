package nn

// A Regularization keeps weights small or few.
type Regularization string

// The regularizations. L2 adds rate·w to the gradient, or shrinks the weight
// itself where the optimizer decouples them (Loshchilov and Hutter 2017). L1
// moves each weight towards 0 by η·rate after the update; a weight that would
// cross 0 is removed for good, as in TensorFlow Playground.
const (
	NoRegularization Regularization = "none"
	L1               Regularization = "l1"
	L2               Regularization = "l2"
)

// Regularizations lists them.
var Regularizations = []Regularization{NoRegularization, L1, L2}

// Alive returns the name of the state that tells, for a weight under L1, the
// elements that are left (1) from those that were removed (0).
func Alive(weight string) string { return weight + "/alive" }

// withL2 returns the loss with rate/2·Σw² over the weights that decay.
func withL2(loss, rate *Tensor) *Tensor {
	g := loss.graph
	defer g.Mark("l2-penalty")()
	for _, p := range g.scoped() {
		if p.Decays {
			loss = loss.AddMul(rate, g.paramOf(p).Square().SumAll().Times(0.5))
		}
	}
	return loss
}

// addL2 adds rate·w to the gradients of the weights that decay.
func addL2(g *Graph, rate *Tensor) {
	defer g.Mark("l2")()
	for _, p := range g.scoped() {
		if p.Decays {
			d := g.GradOf(p)
			g.Assign(d, d.AddMul(rate, g.paramOf(p)))
		}
	}
}

// decayWeights shrinks the weights that decay by a factor 1 - η·rate.
func decayWeights(g *Graph, eta, rate *Tensor) {
	defer g.Mark("weight-decay")()
	for _, p := range g.scoped() {
		if p.Decays {
			w := g.paramOf(p)
			g.Assign(w, w.SubMul(eta.Mul(rate), w))
		}
	}
}

// shrinkL1 wraps an update: it moves the updated weights towards 0, by the
// sign they had before, and removes those that cross it. What is held stays.
func shrinkL1(g *Graph, eta, rate *Tensor, held *hold, update func()) {
	type pair struct{ w, sign, alive *Tensor }
	var pairs []pair
	for _, p := range g.scoped() {
		if p.Decays {
			w := g.paramOf(p)
			pairs = append(pairs, pair{w, held.free(p, w.Sign()).Called(g.within(p) + "/sign"), g.State(Alive(g.within(p)), 1, p.Shape...)})
		}
	}
	update()
	defer g.Mark("l1")()
	by := eta.Mul(rate)
	zero := g.Const(0)
	for _, p := range pairs {
		next := p.w.SubMul(by, p.sign)
		crossed := zero.Greater(next.Mul(p.w))
		g.Assign(p.alive, crossed.Where(zero, p.alive))
		g.Assign(p.w, next.Mul(p.alive))
	}
}
