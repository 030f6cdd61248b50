// Package nn is the textbook: tensors and their operations, each with its
// derivative beside it, and the layers, losses, optimizers and schedules that
// are written with them.
//
// A Graph records operations once, for fixed shapes. Each operation appends an
// instruction to the graph's program and, where a gradient can flow, its
// derivative to the graph's tape. Construction order is topological, so
// Backward is the tape in reverse: a layer has no backward code of its own.
//
//	mem := nn.NewMemory()                       // what the programs of one model share
//	g := mem.Graph("step")
//	x := g.Input("x", 10, 2)                    // (B, D)
//	y := nn.Linear(x, "hidden1", 8, nn.XavierUniform).Tanh()
//	...
//	loss.Backward()
//	unit := mem.Link()                          // programs over one arena
//
// Dimension letters, used in shape comments everywhere: B samples in a
// minibatch, D features, H units of a layer, K classes or targets, P
// parameters, T steps of a sequence, C channels. Images are
// (B, H, W, C), H and W being height and width, and F kernels make F channels.
package nn
