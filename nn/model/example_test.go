package model_test

import (
	"fmt"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
)

// A model records itself on the graph of its input, and its layers tell what
// they are called: the names of what can be looked at.
func ExampleMLP() {
	tanh := nn.Must(nn.FindActivation("tanh"))
	network := model.MLP{
		Hidden: []int{4, 2}, Activations: []nn.Activation{tanh, tanh}, Normalization: nn.Must(nn.FindNormalization("none")),
		Initializer: nn.Must(nn.FindInitializer("xavier")), Outputs: 1, OutputActivation: "sigmoid",
	}
	mem := nn.NewMemory()
	network.Record(mem.Graph("predict").Input("x", 1, 2))

	unit := mem.Link()
	arena := unit.NewArena()
	unit.Initialize(arena, 1, 1)
	copy(unit.Slice(arena, "x"), []float32{1, -1})
	program.NewInterpreter(arena).Run(unit.Programs["predict"], 1)
	for _, l := range network.Layers() {
		out := unit.Tensor(arena, unit.Graph("predict").Probe(l.Name+"/out"))
		fmt.Printf("%s, %s: %.2f\n", l.Name, l.Activation, out)
	}
	// Output:
	// hidden1, tanh: [-0.12 -0.68 -0.17 -0.43]
	// hidden2, tanh: [0.66 0.23]
	// output, sigmoid: [0.62]
}

// A model of sequences predicts a token at each place.
func ExampleTransformer() {
	network := model.Transformer{
		Layers: 2, Width: 8, Heads: 2, Vocabulary: 5, Outputs: 5, Padding: -1,
		Position:      nn.Must(nn.FindPosition("rotary")),
		Normalization: nn.Must(nn.FindTokenNormalization("rms")),
		FeedForward:   nn.Must(nn.FindFeedForward("swiglu")),
	}
	mem := nn.NewMemory()
	tokens := mem.Graph("look").Input("tokens", 3, 7) // (B, T)
	logits := network.Record(tokens, nil).Logits
	fmt.Println(logits.Shape(), "of", len(mem.Parameters()), "parameters")
	// Output:
	// [21 5] of 30 parameters
}
