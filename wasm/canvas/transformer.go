package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// figureTransformer shows what the heads of a Transformer look at: one large,
// with what the stream carries and what is predicted at each place beside it,
// all of them small, and the embeddings of the tokens in a plane.
func figureTransformer(k *kit) drawing {
	var d drawing
	all := k.attentions()
	if len(all) == 0 {
		return d
	}
	main, side := k.free, k.free
	short := k.free.h < 280 && !k.narrow()
	if k.narrow() {
		main.h = min(k.free.h*0.56, k.free.w*0.9)
		side.y, side.h = main.y+main.h+16, k.free.h-main.h-16
	} else {
		side.w = clamp(k.free.w*0.28, 150, 360)
		if short {
			side.w = k.free.w * 0.46
		}
		main.w -= side.w + 28
		side.x = main.x + main.w + 28
	}
	matrix := k.drawAttention(&d, main, all[k.shownHead(all)])
	k.drawAnswers(&d, rect{matrix.x + matrix.w + 14, matrix.y, main.x + main.w - matrix.x - matrix.w - 14, matrix.h})
	heads, plane := side, side
	switch places, _ := k.values("embedding/map", 2); {
	case places == nil && k.narrow():
		heads.h = min(heads.h, heads.w*0.5)
	case places == nil:
	case k.narrow() || short:
		heads.w = (side.w - 20) / 2
		plane.x, plane.w = heads.x+heads.w+20, heads.w
		k.drawEmbeddings(&d, plane)
	default:
		heads.h = k.headsHeight(all, side)
		plane.y, plane.h = heads.y+heads.h+18, side.h-heads.h-18
		k.drawEmbeddings(&d, plane)
	}
	k.drawHeads(&d, heads, all)
	return d
}

// An attention is the weights of one head.
type attention struct {
	name    string // of its tensor
	block   int    // counted from 0
	encoder bool   // it is part of the encoder
	cross   bool   // it looks from the decoder to what the encoder has read
	head    int
	rows    int       // places that look, T
	cols    int       // places that are seen, S
	weights []float32 // (T, S)
}

// value is how the head is named to the trainer.
func (a *attention) value() string { return a.name + "/" + strconv.Itoa(a.head) }

// attentions returns all heads in the order of the blocks, all of a tensor in a
// row.
func (k *kit) attentions() (all []attention) {
	for _, l := range k.topology.Layers {
		prefix, number, ok := strings.Cut(l.Name, "block")
		if block, err := strconv.Atoi(number); ok && err == nil {
			for _, part := range []string{"attention", "cross"} {
				a := attention{name: l.Name + "/" + part, block: block, encoder: prefix != "", cross: part == "cross"}
				w, shape := k.values(a.name, 4)
				if w == nil || len(w) < shape[1]*shape[2]*shape[3] {
					continue
				}
				a.rows, a.cols = shape[2], shape[3]
				for a.head = range shape[1] {
					a.weights = w[a.head*a.rows*a.cols : (a.head+1)*a.rows*a.cols]
					all = append(all, a)
				}
			}
		}
	}
	return all
}

// shownHead returns which head is large: the one that is pointed at, the one
// that was chosen, or else the first of the last tensor.
func (k *kit) shownHead(all []attention) int {
	for i := range all {
		if all[i].value() == k.pointed {
			return i
		}
	}
	if chosen, _ := k.values("look/head", 1); len(chosen) == 1 && chosen[0] >= 0 && int(chosen[0]) < len(all) {
		return int(chosen[0])
	}
	last := len(all) - 1
	return slices.IndexFunc(all, func(a attention) bool { return a.name == all[last].name })
}

// title names a head.
func (k *kit) headTitle(a *attention) string {
	parts := []string{
		k.blockName(a.block), k.words.say("canvas.head", "Head {n}", "n", strconv.Itoa(a.head+1)),
	}
	if part := k.part(a); part != "" {
		parts = append([]string{part}, parts...)
	}
	return strings.Join(parts, " · ")
}

// part returns which attention it is of those of an encoder and a decoder.
func (k *kit) part(a *attention) string {
	_, source := k.tensors["look/source"]
	switch {
	case a.encoder:
		return k.words.text("canvas.encoder", "Encoder")
	case a.cross:
		return k.words.text("canvas.cross", "Decoder to encoder")
	case source:
		return k.words.text("canvas.decoder", "Decoder")
	}
	return ""
}

// tokensOf returns what is read at the places that look (T), and at those that
// are seen (S).
func (k *kit) tokensOf(a *attention) (looking, seen []string) {
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
func (k *kit) written(name string) (list []string) {
	t := k.tensors[name]
	if len(t.Shape) == 2 && len(t.F32) == t.Shape[0]*t.Shape[1] {
		for i := range t.Shape[0] {
			word := number(t.F32[i*t.Shape[1]], 1)
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
func (k *kit) tokenName(v float32) string {
	switch word := k.symbol(int(v + 0.5)); word {
	case " ":
		return "␣"
	case "\n":
		return "↵"
	default:
		return word
	}
}

// fitted returns a text that is no wider than it may be, cut off if need be.
func (k *kit) fitted(words string, size, width float32) string {
	if k.measure(words, size) <= width {
		return words
	}
	letters := []rune(words)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := string(letters[:n]) + "…"; k.measure(cut, size) <= width {
			return cut
		}
	}
	return ""
}

// initials returns as many of the first letters as there is room for, one at
// least.
func (k *kit) initials(word string, size, width float32) string {
	letters := []rune(word)
	for n := len(letters); n > 1; n-- {
		if k.measure(string(letters[:n]), size) <= width {
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
			levels[i] = uint8(clamp(1+254*float32(math.Sqrt(float64(v))), 1, 255))
		}
	}
	return levels
}
