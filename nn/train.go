package nn

import "nnplay/nn/program"

// A Training says how a loss is made smaller.
type Training struct {
	Optimizer      Optimizer
	Schedule       Schedule
	WarmUp         bool
	Clip           bool // limit the norm of the whole gradient
	Regularization Regularization
	Freeze         bool // keep what the input Frozen tells where it is
	ClipWeights    bool // limit each parameter's size (Wasserstein GAN)
}

// Objective is the probe of what is made smaller: the loss, and for L-BFGS the
// penalty of L2, which its line search has to see.
const Objective = "objective"

// Record appends to the loss's graph everything from the loss to the changed
// weights, which are those of the parameters in scope (Graph.Scope). An optimizer without an update (L-BFGS) gets the gradient alone.
func (t Training) Record(loss *Tensor) {
	g := loss.graph
	penalty := g.Hyper(HyperRegularizationRate, 0)
	if t.Optimizer.Update == nil {
		if t.Regularization == L2 {
			loss = withL2(loss, penalty)
		}
		loss.Named(Objective).Backward()
		g.NoGrad(func() {
			_, grad := g.Weights()
			t.hold(g).gradient(grad)
		})
		return
	}
	loss.Named(Objective).Backward()
	g.NoGrad(func() {
		defer g.Mark("update")()
		w, grad := g.Weights()
		held := t.hold(g)
		held.gradient(grad)
		if t.Clip {
			clip(g, grad, g.Hyper(HyperClip, 1))
		}
		if t.Regularization == L2 && !t.Optimizer.Decoupled {
			addL2(g, penalty)
			held.gradient(grad)
		}
		step := g.State("step", 0)
		rate := t.rate(g, step)
		update := func() {
			optimize := g.Mark(t.Optimizer.Name)
			t.Optimizer.Update(g, w, grad, rate)
			optimize()
			held.weights(w)
		}
		switch {
		case t.Regularization == L1:
			shrinkL1(g, rate, penalty, held, update)
		case t.Regularization == L2 && t.Optimizer.Decoupled:
			decayWeights(g, rate, penalty)
			update()
		default:
			update()
		}
		if t.ClipWeights {
			clipWeights(g, w, g.Hyper(HyperWeightClip, 0.01))
			held.weights(w)
		}
		g.Assign(step, step.Plus(1))
	})
}

// rate returns the learning rate at steps, counted from 0.
func (t Training) rate(g *Graph, step *Tensor) *Tensor {
	defer g.Mark("schedule")()
	rate := t.Schedule.Rate(g.Hyper(HyperLearningRate, 0.03), step, g.Hyper(HyperScheduleSteps, 1000))
	if t.WarmUp {
		rate = warmUp(rate, step, g.Hyper(HyperWarmUpSteps, 1))
	}
	return rate.Called("rate")
}

// Rates returns the learning rate at each of some steps: what training does, or
// will do, at them.
func (t Training) Rates(steps []float32, hyper Hyper) []float32 {
	mem := NewMemory()
	g := mem.Graph("rates")
	at := g.Input("step", len(steps))
	rates := at.Times(0).Plus(1).Mul(t.rate(g, at)).Named("rates") // one each, even where all are the same
	unit := mem.Link()
	arena := unit.NewArena()
	copy(unit.Slice(arena, "step"), steps)
	hyper.Write(func(name string) []float32 { return unit.Slice(arena, name) }, "")
	program.NewInterpreter(arena).Run(unit.Programs["rates"], 1)
	return unit.Tensor(arena, rates)
}

// hold returns what keeps frozen parameters still, nil where none can be.
func (t Training) hold(g *Graph) *hold {
	if !t.Freeze {
		return nil
	}
	return newHold(g)
}

// clip scales the gradient so that its norm is at most limit (Pascanu, Mikolov
// and Bengio 2013, with PyTorch's 1e-6 against division by zero).
func clip(g *Graph, grad, limit *Tensor) {
	defer g.Mark("clip")()
	norm := grad.Square().SumAll().Sqrt().Called("gradient/norm")
	g.Assign(grad, grad.Mul(limit.Div(norm.Plus(1e-6)).Min(g.Const(1)).Called("gradient/clip")))
}

// clipWeights limits the parameters to [-limit, limit], after each update. Of
// two that are not in order Max and Min return the second, so NaN stays.
func clipWeights(g *Graph, w, limit *Tensor) {
	defer g.Mark("weight-clip")()
	g.Assign(w, limit.Min(limit.Neg().Max(w)))
}
