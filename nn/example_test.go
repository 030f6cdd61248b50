package nn_test

import (
	"fmt"

	"nnplay/nn"
	"nnplay/nn/program"
)

// A network of one hidden layer learns exclusive or: it is recorded with its
// loss and the change of its weights as one program, linked, and run.
func Example() {
	mem := nn.NewMemory() // what the programs of one model share
	g := mem.Graph("step")
	x, t := g.Input("x", 4, 2), g.Input("t", 4, 1) // (B, D) and (B, K)
	xavier := nn.Must(nn.FindInitializer("xavier"))
	h := nn.Linear(x, "hidden1", 8, xavier, 0).Tanh() // (B, H)
	z := nn.Linear(h, "output", 1, xavier, 0)         // (B, K)
	loss := nn.Must(nn.FindLoss("bce")).PerSample(z, z.Sigmoid(), t).MeanAll().Named("loss")
	nn.Training{
		Optimizer: nn.Must(nn.FindOptimizer("adam")),
		Schedule:  nn.Must(nn.FindSchedule("constant")),
	}.Record(loss)

	unit := mem.Link() // programs over one arena
	arena := unit.NewArena()
	unit.Initialize(arena, 1, 1)
	copy(unit.Slice(arena, "x"), []float32{0, 0, 0, 1, 1, 0, 1, 1})
	copy(unit.Slice(arena, "t"), []float32{0, 1, 1, 0})
	nn.Hyper{LearningRate: 0.05, Momentum: 0.9, Beta2: 0.999}.Write(
		func(name string) []float32 { return unit.Slice(arena, name) }, "")

	run := program.NewInterpreter(arena)
	for _, steps := range []int{1, 24, 175} {
		run.Run(unit.Programs["step"], steps)
		fmt.Printf("%.3f\n", unit.Tensor(arena, loss)[0])
	}
	// Output:
	// 0.761
	// 0.474
	// 0.001
}

// A graph records operations, and Backward their derivatives: of w·x with
// respect to w it is x.
func ExampleGraph() {
	mem := nn.NewMemory()
	g := mem.Graph("product")
	w := g.Param(nn.Parameter{Name: "w", Shape: []int{3}, Init: nn.Fixed(2)})
	x := g.Input("x", 3)
	y := w.Mul(x).SumAll().Named("y")
	y.Backward()

	unit := mem.Link()
	arena := unit.NewArena()
	unit.Initialize(arena, 1, 1)
	copy(unit.Slice(arena, "x"), []float32{1, 10, 100})
	program.NewInterpreter(arena).Run(unit.Programs["product"], 1)
	fmt.Println(unit.Tensor(arena, y), unit.Gradient(arena, unit.Parameters()[0]))
	// Output: [222] [1 10 100]
}

// A layer is a function that declares parameters by name: used again under the
// same name, in whatever graph of the memory, it has the same ones.
func ExampleLinear() {
	mem := nn.NewMemory()
	for _, samples := range []int{10, 500} {
		g := mem.Graph(fmt.Sprint("of ", samples))
		y := nn.Linear(g.Input(fmt.Sprint("x", samples), samples, 2), "hidden1", 8, nn.DefaultInitializer(), 0)
		fmt.Println(y.Shape())
	}
	for _, p := range mem.Parameters() {
		fmt.Println(p.Name, p.Shape)
	}
	// Output:
	// [10 8]
	// [500 8]
	// hidden1/weight [2 8]
	// hidden1/bias [8]
}

// An optimizer records how weights change. This one, a row of its own, looks at
// the gradient's sign alone, so that it goes to the minimum in equal steps.
func ExampleOptimizer() {
	sign := nn.Optimizer{Name: "sign", Update: func(g *nn.Graph, w, grad, rate *nn.Tensor) {
		g.Assign(w, w.SubMul(rate, grad.Sign()))
	}}
	mem := nn.NewMemory()
	g := mem.Graph("step")
	w := g.Param(nn.Parameter{Name: "w", Shape: []int{1}, Init: nn.Fixed(0)})
	loss := w.Plus(-3).Square().SumAll()
	nn.Training{Optimizer: sign, Schedule: nn.Must(nn.FindSchedule("constant"))}.Record(loss)

	unit := mem.Link()
	arena := unit.NewArena()
	unit.Slice(arena, nn.HyperLearningRate)[0] = 0.5
	run := program.NewInterpreter(arena)
	for range 4 {
		run.Run(unit.Programs["step"], 2)
		fmt.Print(unit.Slice(arena, "w"), " ")
	}
	// Output: [1] [2] [3] [3]
}

// L-BFGS looks at the whole data set several times a step: its program gives the
// loss and the gradient alone.
func ExampleLBFGS() {
	mem := nn.NewMemory()
	g := mem.Graph("step")
	w := g.Param(nn.Parameter{Name: "w", Shape: []int{2}, Init: nn.Fixed(0)})
	loss := w.Sub(g.Input("goal", 2)).Square().SumAll()
	nn.Training{Optimizer: nn.Must(nn.FindOptimizer("lbfgs"))}.Record(loss)

	unit := mem.Link()
	arena := unit.NewArena()
	copy(unit.Slice(arena, "goal"), []float32{3, -4})
	run := program.NewInterpreter(arena)
	method := nn.LBFGS{
		Loss: func() float32 {
			run.Run(unit.Programs["step"], 1)
			return unit.Tensor(arena, unit.Graph("step").Probe(nn.Objective))[0]
		},
		Weights: unit.Weights(arena), Gradient: unit.Gradients(arena),
	}
	for range 3 {
		method.Step()
	}
	fmt.Printf("%.3f\n", unit.Slice(arena, "w"))
	// Output: [3.000 -4.000]
}

// A schedule changes the learning rate with the steps, and a warm-up begins it.
func ExampleTraining_Rates() {
	training := nn.Training{Schedule: nn.Must(nn.FindSchedule("cosine")), WarmUp: true}
	hyper := nn.Hyper{LearningRate: 0.1, ScheduleSteps: 100, WarmUpSteps: 10}
	fmt.Printf("%.3f\n", training.Rates([]float32{0, 4, 50, 100}, hyper))
	// Output: [0.010 0.050 0.050 0.000]
}

// Minibatches are rows of all samples, in the order of a pass.
func ExampleGraph_Minibatches() {
	mem := nn.NewMemory()
	g := mem.Graph("step")
	batches := g.Minibatches(4, 2)
	x := batches.Rows(g.Input("x", 4, 1)).Named("minibatch")
	batches.Advance()

	unit := mem.Link()
	arena := unit.NewArena()
	copy(unit.Slice(arena, "x"), []float32{10, 11, 12, 13})
	copy(unit.Slice(arena, nn.Order), []float32{2, 0, 3, 1})
	run := program.NewInterpreter(arena)
	for range 2 {
		run.Run(unit.Programs["step"], 1)
		fmt.Print(unit.Tensor(arena, x), " ")
	}
	// Output: [12 10] [13 11]
}
