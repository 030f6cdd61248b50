// Package transformer is the figure of a Transformer.
package transformer

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw, Tooled: true, Parameters: true}

// draw shows what the heads of a Transformer look at: one large,
// with what the stream carries and what is predicted at each place beside it,
// all of them small, and the embeddings of the tokens in a plane.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	var d paper.Drawing
	all := k.attentions()
	if len(all) == 0 {
		return d
	}
	main, side := k.Free, k.Free
	short := k.Free.H < 280 && !k.Narrow()
	if k.Narrow() {
		main.H = min(k.Free.H*0.56, k.Free.W*0.9)
		side.Y, side.H = main.Y+main.H+16, k.Free.H-main.H-16
		d.Plan.Sheet = side.Y
	} else {
		side.W = paper.Clamp(k.Free.W*0.28, 150, 360)
		if short {
			side.W = k.Free.W * 0.46
		}
		main.W -= side.W + 28
		side.X = main.X + main.W + 28
	}
	matrix := k.drawAttention(&d, main, all[k.shownHead(all)], all)
	d.Main = matrix
	k.drawAnswers(&d, paper.Rect(matrix.X+matrix.W+14, matrix.Y, main.X+main.W-matrix.X-matrix.W-14, matrix.H))
	heads, plane := side, side
	switch places, _ := k.Values("embedding/map", 2); {
	case places == nil && k.Narrow():
		heads.H = min(heads.H, heads.W*0.5)
	case places == nil:
	case k.Narrow() || short:
		heads.W = (side.W - 20) / 2
		plane.X, plane.W = heads.X+heads.W+20, heads.W
		k.drawEmbeddings(&d, plane)
	default:
		heads.H = k.headsHeight(all, side)
		plane.Y, plane.H = heads.Y+heads.H+18, side.H-heads.H-18
		k.drawEmbeddings(&d, plane)
	}
	k.drawHeads(&d, heads, all)
	d.Labels = k.Legible(d.Labels)
	return d
}

// A figure is a kit that knows the tensors of a Transformer.
type figure struct{ *paper.Kit }

// An attention is the weights of one head.
type attention struct {
	name    string // of its tensor
	block   int    // counted from 0
	encoder bool   // it is part of the encoder
	cross   bool   // it looks from the decoder to what the encoder has read
	head    int
	heads   int       // of the tensor
	width   int       // of all of its heads' queries together; 0 if it is not known
	rows    int       // places that look, T
	cols    int       // places that are seen, S
	weights []float32 // (T, S)
}

// value is how the head is named to the trainer.
func (a *attention) value() string { return a.name + "/" + strconv.Itoa(a.head) }

// attentions returns all heads in the order of the blocks, all of a tensor in a
// row.
func (k figure) attentions() (all []attention) {
	for _, l := range k.Topology.Layers {
		prefix, number, ok := strings.Cut(l.Name, "block")
		if block, err := strconv.Atoi(number); ok && err == nil {
			for _, part := range []string{"attention", "cross"} {
				a := attention{name: l.Name + "/" + part, block: block, encoder: prefix != "", cross: part == "cross"}
				w, shape := k.Values(a.name, 4)
				if w == nil || len(w) < shape[1]*shape[2]*shape[3] {
					continue
				}
				a.heads, a.rows, a.cols = shape[1], shape[2], shape[3]
				if _, query := k.Values(a.name+"/query", 4); query != nil {
					a.width = query[2] * query[3]
				}
				for a.head = range shape[1] {
					a.weights = w[a.head*a.rows*a.cols : (a.head+1)*a.rows*a.cols]
					all = append(all, a)
				}
			}
		}
	}
	return all
}

// shownHead returns which head is large: the one that is pointed at, the one that a
// step is being told of, the one that was chosen, or else the first of the last tensor.
func (k figure) shownHead(all []attention) int {
	for i := range all {
		if all[i].value() == k.Pointed {
			return i
		}
	}
	if lit := k.litHead(all); lit >= 0 {
		return lit
	}
	if chosen, _ := k.Values("look/head", 1); len(chosen) == 1 && chosen[0] >= 0 && int(chosen[0]) < len(all) {
		return int(chosen[0])
	}
	last := len(all) - 1
	return slices.IndexFunc(all, func(a attention) bool { return a.name == all[last].name })
}

// title names a head.
func (k figure) headTitle(a *attention) string {
	parts := []string{
		k.blockName(a.block), k.Words.Say("canvas.head", "Head {n}", "n", strconv.Itoa(a.head+1)),
	}
	if part := k.part(a); part != "" {
		parts = append([]string{part}, parts...)
	}
	return strings.Join(parts, " · ")
}

// part returns which attention it is of those of an encoder and a decoder.
func (k figure) part(a *attention) string {
	_, source := k.Tensors["look/source"]
	switch {
	case a.encoder:
		return k.Words.Text("canvas.encoder", "Encoder")
	case a.cross:
		return k.Words.Text("canvas.cross", "Cross-attention")
	case source:
		return k.Words.Text("canvas.decoder", "Decoder")
	}
	return ""
}

// tokensOf returns what is read at the places that look (T), and at those that
// are seen (S).
func (k figure) tokensOf(a *attention) (looking, seen []string) {
	own, source := k.written("look/x"), k.written("look/source")
	switch {
	case a.encoder:
		return source, source
	case a.cross:
		return own, source
	}
	return own, own
}

// written returns what is read, place by place: tokens as they are called, or
// values, with a mark where a second one is set.
func (k figure) written(name string) (list []string) {
	t := k.Tensors[name]
	if len(t.Shape) == 2 && len(t.F32) == t.Shape[0]*t.Shape[1] {
		for i := range t.Shape[0] {
			word := paper.Number(t.F32[i*t.Shape[1]], 1)
			if t.Shape[1] > 1 && t.F32[i*t.Shape[1]+1] > 0 {
				word = "▸" + word
			}
			list = append(list, word)
		}
		return list
	}
	for _, v := range t.F32 {
		list = append(list, k.tokenName(v))
	}
	return list
}

// tokenName returns what a token is called; blanks are made to be seen.
func (k figure) tokenName(v float32) string { return paper.Visible(k.Symbol(int(v + 0.5))) }

// initials returns as many of the first letters as there is room for, one at
// least.
func (k figure) initials(word string, size, width float32) string {
	letters := []rune(word)
	for n := len(letters); n > 1; n-- {
		if k.Measure(string(letters[:n]), size) <= width {
			return string(letters[:n])
		}
	}
	return string(letters[:min(len(letters), 1)])
}

// at returns what stands at a place.
func at(list []string, i int) string {
	if i < len(list) {
		return list[i] + " (" + strconv.Itoa(i+1) + ")"
	}
	return strconv.Itoa(i + 1)
}

// visible turns weights into levels by their root, so that small ones are seen;
// 0, which no place can look at, is left out.
func visible(weights []float32) []uint8 {
	levels := make([]uint8, len(weights))
	for i, v := range weights {
		if v > 0 {
			levels[i] = uint8(paper.Clamp(1+254*float32(math.Sqrt(float64(v))), 1, 255))
		}
	}
	return levels
}
