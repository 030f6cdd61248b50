package model

import (
	"fmt"

	"nnplay/nn"
)

// A Transformer is Vaswani et al.'s of 2017, or a part of it: a decoder that
// predicts the next token (GPT), an encoder that sees the whole sequence (BERT),
// or both.
type Transformer struct {
	Kind          Kind
	Layers        int // blocks; of an encoder-decoder so many in each
	Width         int // dimensions of a token's vector
	Heads         int
	Units         int // within the feed-forward layers; 0 is 4·Width
	Position      nn.Position
	Normalization nn.Normalization
	PostNorm      bool // normalisation after the residual connections, not before
	FeedForward   nn.FeedForward
	Vocabulary    int  // of the tokens that are read, by the encoder too; 0 if values are
	Outputs       int  // predicted at each place
	Tied          bool // the output's weights are the embedding's; Outputs is Vocabulary
	Padding       int  // the token that the encoder's attention passes over; negative: none
	Initializer   nn.Initializer
}

var _ SequenceModel = Transformer{}

// A Kind says which parts of a Transformer there are.
type Kind int

// The kinds.
const (
	DecoderOnly    Kind = iota // causal
	EncoderOnly                // bidirectional
	EncoderDecoder             // the decoder attends to what the encoder read
)

// Kinds is the table of kinds.
var Kinds = []Kind{DecoderOnly, EncoderOnly, EncoderDecoder}

// String returns the kind's name.
func (k Kind) String() string { return [...]string{"decoder", "encoder", "encoder-decoder"}[k] }

// FindKind returns the kind of that name.
func FindKind(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.String() == name {
			return k, true
		}
	}
	return 0, false
}

// Record implements SequenceModel. It names, for each block, "block0/attention"
// (B, Heads, T, T) and "block0/residual" (B, T, D), of a decoder with an encoder
// "block0/cross" (B, Heads, T, S) too, and of the encoder "encoder/block0/..." ;
// and "embedding" (B, T, D), what enters the first block; and "final" (B·T, D), of
// which the logits are made.
func (m Transformer) Record(x, source *nn.Tensor) Sequenced {
	if (source != nil) != (m.Kind == EncoderDecoder) {
		panic("model: a source belongs to an encoder-decoder, and to that alone")
	}
	var memory, sourceMask *nn.Tensor
	if source != nil {
		sourceMask = m.mask(source)
		memory, _ = m.stack(source, "encoder/", false, nil, sourceMask, sourceMask)
	}
	s := Sequenced{B: x.Dim(0), T: x.Dim(1)}
	causal := m.Kind != EncoderOnly
	var own *nn.Tensor
	if !causal {
		own = m.mask(x)
	}
	h, table := m.stack(x, "", causal, memory, own, sourceMask)
	h = h.Reshape(s.B*s.T, m.Width)
	if !x.Graph().Training {
		h = h.Named("final")
	}
	if m.Tied {
		s.Logits = h.MatMul(table.Transpose(0, 1))
	} else {
		s.Logits = nn.Linear(h, "output", m.Outputs, m.init(), 0)
	}
	return s
}

// mask returns the mask of a sequence's padding, or nil.
func (m Transformer) mask(tokens *nn.Tensor) *nn.Tensor {
	if m.Padding < 0 || m.Vocabulary == 0 {
		return nil
	}
	return nn.PaddingMask(tokens, m.Padding)
}

func (m Transformer) init() nn.Initializer {
	if m.Initializer.Fill == nil {
		return nn.DefaultInitializer()
	}
	return m.Initializer
}

// stack records the embedding, the blocks and the last normalisation, and
// returns (B, T, D) and the embedding's table.
func (m Transformer) stack(x *nn.Tensor, prefix string, causal bool, memory, mask, memoryMask *nn.Tensor) (h, table *nn.Tensor) {
	if m.Vocabulary > 0 {
		h, table = nn.Embedding(x, prefix+"embedding", m.Vocabulary, m.Width)
	} else {
		h = nn.Linear(x, prefix+"embedding", m.Width, m.init(), 0)
	}
	if m.Position.Add != nil {
		h = m.Position.Add(h, prefix+"position")
	}
	h = h.Named(prefix + "embedding")
	b := nn.Block{
		Attention:   nn.Attention{Heads: m.Heads, Causal: causal, Position: m.Position, Mask: mask},
		FeedForward: m.FeedForward, Units: m.Units, Normalization: m.Normalization, PostNorm: m.PostNorm, Init: m.init(),
	}
	if b.Units == 0 {
		b.Units = 4 * m.Width
	}
	for i := range m.Layers {
		h = b.Apply(h, memory, memoryMask, fmt.Sprint(prefix, "block", i))
	}
	if !m.PostNorm {
		h = m.Normalization.Apply(h, prefix+"norm")
	}
	return h, table
}
