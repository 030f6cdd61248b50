package nn

// A Block is a Transformer's: attention, then a feed-forward layer, each added
// to what it is given, with normalisation before them (pre-norm, as GPT-2) or
// after the sums (post-norm, as Vaswani et al. 2017).
type Block struct {
	Attention     Attention
	FeedForward   FeedForward
	Units         int // within the feed-forward layer
	Normalization Normalization
	PostNorm      bool
	Init          Initializer // of all weights
}

// TokenNormalizations is the table of those that normalise each place by itself,
// as a Transformer needs it, a row each.
var TokenNormalizations = []Normalization{
	{"layer", LayerNorm},
	{"rms", RMSNorm},
}

// FindTokenNormalization returns the normalisation of that name.
func FindTokenNormalization(name string) (Normalization, bool) {
	return find(TokenNormalizations, name, func(n Normalization) string { return n.Name })
}

// Apply records the block for x (B, T, D). Where memory (B, S, D) is given the
// block attends to that too, between the two others, as a decoder's. It names
// name/attention, name/cross and name/residual, what leaves the block, and, where
// it does not train, what each part adds to x: name/attention/added, name/cross/added
// and name/mlp/added (B, T, D).
func (b Block) Apply(x, memory, memoryMask *Tensor, name string) *Tensor {
	if b.Init.Fill == nil {
		b.Init = DefaultInitializer()
	}
	b.Attention.Init = b.Init
	x = b.add(x, name+"/norm1", func(x *Tensor) *Tensor {
		return b.Attention.Apply(x, x, name+"/attention").shown(name + "/attention/added")
	})
	if memory != nil {
		x = b.add(x, name+"/norm-cross", func(x *Tensor) *Tensor {
			cross := Attention{Heads: b.Attention.Heads, Mask: memoryMask, Init: b.Init}
			return cross.Apply(x, memory, name+"/cross").shown(name + "/cross/added")
		})
	}
	x = b.add(x, name+"/norm2", func(x *Tensor) *Tensor {
		return b.FeedForward.Apply(x, name+"/mlp", b.Units, b.Init).shown(name + "/mlp/added")
	})
	return x.Named(name + "/residual")
}

// add is a residual connection around f.
func (b Block) add(x *Tensor, norm string, f func(x *Tensor) *Tensor) *Tensor {
	if b.PostNorm {
		return b.Normalization.Apply(plus(x, f(x)).Called(norm+"/before"), norm)
	}
	return plus(x, f(b.Normalization.Apply(x, norm))).Called(norm + "/joined")
}

// plus adds what a part of a block says to what goes past it.
func plus(x, said *Tensor) *Tensor {
	defer x.graph.Mark("residual")()
	return x.Add(said)
}

// shown names a tensor for somebody to look at; where its graph trains it is only
// called so.
func (t *Tensor) shown(name string) *Tensor {
	if t.graph.Training {
		return t.Called(name)
	}
	return t.Named(name)
}
