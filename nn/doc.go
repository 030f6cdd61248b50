// Package nn is the textbook: tensors and their operations, each with its
// derivative beside it, and the layers, losses, optimizers and schedules that
// are written with them.
//
// A Graph records operations once, for fixed shapes. Each operation appends an
// instruction to the graph's program and, where a gradient can flow, its
// derivative to the graph's tape. Construction order is topological, so
// Backward is the tape in reverse: a layer has no backward code of its own.
//
// The graphs of one model share a Memory. Linking it lays everything out in one
// arena, over which an executor runs the programs: the examples do all of it.
//
// What can be chosen stands in tables: Activations, Losses, Optimizers and
// others. A new row is a function, the row, and a row in testdata/reference.py, by
// which make goldens computes what PyTorch makes of it.
//
// Dimension letters, used in shape comments everywhere: B samples in a
// minibatch, D features, H units of a layer, K classes or targets, P
// parameters, T steps of a sequence, C channels. Images are
// (B, H, W, C), H and W being height and width, and F kernels make F channels.
package nn
