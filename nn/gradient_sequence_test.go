package nn

// sequenceCases are the operations and layers on sequences.
func sequenceCases() []gradientCase {
	// Sequences (T, B, D) and tokens' vectors (B, T, D).
	sequence := func(p []*Tensor) *Tensor { return p[0].Reshape(4, 2, 3) }
	vectors := func(p []*Tensor) *Tensor { return p[0].Tanh().Reshape(2, 3, 4) }
	memory := func(p []*Tensor) *Tensor { return p[2].Tanh().Reshape(2, 3, 4) }
	tokens := func(p []*Tensor, list ...float32) *Tensor {
		var parts []*Tensor
		for _, v := range list {
			parts = append(parts, p[0].graph.Const(v).Reshape(1))
		}
		return Concat(0, parts...)
	}
	normal := Must(FindInitializer("normal"))
	half := Initializer{Name: "half", Fill: normal.Fill}
	states := func(p []*Tensor) States {
		return States{Hidden: p[2].Slice(0, 0, 2).Slice(1, 0, 3).Contiguous(), Cell: p[2].Slice(0, 2, 4).Slice(1, 1, 4).Contiguous()}
	}
	constant := func(p []*Tensor) *Tensor {
		return p[0].graph.Table("constant", func(v []float32) {
			for i := range v {
				v[i] = float32(i%7)/3 - 1
			}
		}, 4, 2, 3)
	}
	var cases []gradientCase
	for _, r := range Recurrents {
		unroll := func(o Recurrence) func(p []*Tensor) *Tensor {
			return func(p []*Tensor) *Tensor { return r.Unroll(sequence(p), "layer", 3, o).Hidden.Tanh() }
		}
		cases = append(cases,
			gradientCase{r.Name, unroll(Recurrence{Init: half})},
			gradientCase{r.Name + " from the end", unroll(Recurrence{Init: half, Reverse: true})},
			gradientCase{r.Name + " from a state", func(p []*Tensor) *Tensor {
				return r.Unroll(sequence(p), "layer", 3, Recurrence{Init: half, Initial: states(p)}).Hidden
			}},
			gradientCase{r.Name + " from a state and the end", func(p []*Tensor) *Tensor {
				return r.Unroll(sequence(p), "layer", 3, Recurrence{Init: half, Initial: states(p), Reverse: true}).Hidden
			}},
			gradientCase{r.Name + ", last state", func(p []*Tensor) *Tensor {
				return r.Unroll(sequence(p), "layer", 3, Recurrence{Init: half}).Last.Hidden
			}},
			gradientCase{r.Name + ", a state in the middle", func(p []*Tensor) *Tensor {
				return r.Unroll(sequence(p), "layer", 3, Recurrence{Init: half}).Hidden.Slice(0, 1, 3)
			}},
			gradientCase{r.Name + " on constants", func(p []*Tensor) *Tensor {
				return r.Unroll(constant(p), "layer", 3, Recurrence{Init: half}).Hidden
			}},
			gradientCase{r.Name + " of one step", func(p []*Tensor) *Tensor {
				return r.Unroll(p[0].Reshape(1, 4, 6), "layer", 2, Recurrence{Init: half}).Hidden
			}},
			gradientCase{r.Name + " over itself", func(p []*Tensor) *Tensor {
				below := r.Unroll(sequence(p), "layer1", 2, Recurrence{Init: half}).Hidden
				return r.Unroll(below, "layer2", 3, Recurrence{Init: half, Reverse: true}).Hidden
			}})
	}
	for _, f := range FeedForwards {
		cases = append(cases, gradientCase{"feed-forward " + f.Name, func(p []*Tensor) *Tensor { return f.Apply(vectors(p), "layer", 7, half) }})
	}
	for _, position := range Positions {
		if position.Add != nil {
			cases = append(cases, gradientCase{"position " + position.Name, func(p []*Tensor) *Tensor { return position.Add(vectors(p), "layer") }})
		}
		if position.Turn != nil {
			cases = append(cases, gradientCase{"position " + position.Name, func(p []*Tensor) *Tensor { return position.Turn(p[0].Reshape(1, 3, 2, 4)) }})
		}
		cases = append(cases, gradientCase{"self-attention with position " + position.Name, func(p []*Tensor) *Tensor {
			x := vectors(p)
			return Attention{Heads: 2, Causal: true, Position: position, Init: half}.Apply(x, x, "layer")
		}})
	}
	block := func(b Block, decoder bool) func(p []*Tensor) *Tensor {
		return func(p []*Tensor) *Tensor {
			b.Attention.Heads, b.Units, b.Init = 2, 5, half
			var m, mask *Tensor
			if decoder {
				m = memory(p)
				mask = PaddingMask(tokens(p, 1, 2, 0, 2, 0, 0).Reshape(2, 3), 0)
			}
			return b.Apply(vectors(p), m, mask, "block")
		}
	}
	gelu, swiglu := Must(FindFeedForward("gelu")), Must(FindFeedForward("swiglu"))
	layer, rms := Must(FindTokenNormalization("layer")), Must(FindTokenNormalization("rms"))
	for _, n := range TokenNormalizations {
		cases = append(cases, gradientCase{"token normalization " + n.Name, func(p []*Tensor) *Tensor { return n.Apply(vectors(p), "norm") }})
	}
	return append(cases,
		gradientCase{"expand", func(p []*Tensor) *Tensor { return p[0].Expand(3, 4, 6).Square() }},
		gradientCase{"parts of rows", func(p []*Tensor) *Tensor {
			x := p[0].Tanh()
			return Concat(1, x.Slice(1, 4, 6), x.Slice(1, 0, 2).Square(), x.Slice(1, 2, 4))
		}},
		gradientCase{"some parts of rows", func(p []*Tensor) *Tensor {
			x := p[0].Tanh()
			return x.Slice(1, 4, 6).Mul(x.Slice(1, 0, 2))
		}},
		gradientCase{"parts of parts", func(p []*Tensor) *Tensor {
			x := p[0].Tanh().Slice(0, 1, 4)
			return Concat(1, x.Slice(1, 0, 3), x.Slice(1, 2, 5).Square())
		}},
		gradientCase{"cross-entropy", func(p []*Tensor) *Tensor { return CrossEntropy(p[0], tokens(p, 5, 0, 2, 2)) }},
		gradientCase{"cross-entropy with padding", func(p []*Tensor) *Tensor {
			return CrossEntropy(p[0].Tanh(), tokens(p, 3, Ignored, 0, Ignored))
		}},
		gradientCase{"embedding layer", func(p []*Tensor) *Tensor {
			rows, _ := Embedding(tokens(p, 1, 0, 3, 1, 1, 2).Reshape(3, 2), "layer", 4, 3)
			return rows.Square()
		}},
		gradientCase{"tied embedding", func(p []*Tensor) *Tensor {
			rows, table := Embedding(tokens(p, 1, 0, 3, 1), "layer", 5, 6)
			return rows.Mul(p[0]).MatMul(table.Transpose(0, 1))
		}},
		gradientCase{"cross-attention", func(p []*Tensor) *Tensor {
			return Attention{Heads: 2, Init: half}.Apply(p[0].Reshape(2, 3, 4), p[2].Slice(0, 0, 4).Slice(1, 0, 4).Contiguous().Reshape(2, 2, 4), "layer")
		}},
		gradientCase{"pre-norm block", block(Block{FeedForward: gelu, Normalization: layer}, false)},
		gradientCase{"post-norm block", block(Block{FeedForward: gelu, Normalization: layer, PostNorm: true}, false)},
		gradientCase{"causal block with RMS norm and SwiGLU", block(Block{Attention: Attention{Causal: true}, FeedForward: swiglu, Normalization: rms}, false)},
		gradientCase{"decoder block", block(Block{Attention: Attention{Causal: true}, FeedForward: gelu, Normalization: layer}, true)},
	)
}
