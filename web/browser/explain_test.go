//go:build !js

package browser

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/experiment/explain"
)

// TestExplain asks the element, as a tutorial may, where numbers came from: terms come
// to their sum, what the third step made of a weight is what three steps make of it
// natively, all of it is told as natively, and looking changes no weight.
func TestExplain(t *testing.T) {
	t.Parallel()
	const link = "#v=1&dataset=xor&networkShape=4,2&seed=7"
	p := open(t, "/"+link, 1280, 720, blank)
	type number struct {
		Tensor, Of, Kind, Symbols, LaTeX, Phase string
		Index                                   []int
		At, Step                                int
		Value, Factor                           float64
		Terms                                   []struct {
			Tensor               string
			At                   int
			Value, Factor, Opens float64 // what asking for it in turn gives
		}
	}
	got := eval[struct {
		Before, After string
		Refused       string
		Tensors       []struct{ Name, Role string }
		Numbers       []number
		Verdict       string
	}](t, p, player+`.then(async el => {
		const { fingerprint } = await el.train(3);
		const numbers = [];
		for (const question of [
			{ tensor: 'hidden1/sum', index: [0, 1] },
			{ tensor: 'output/weight', index: [1, 0], of: 'gradient' },
			{ tensor: 'hidden1/weight', index: [1, 2], of: 'update' },
		]) {
			const told = await el.explain(question);
			for (const term of told.terms) term.opens = (await el.explain(term)).value;
			numbers.push(told);
		}
		return {
			numbers, tensors: await el.tensors(), before: fingerprint, verdict: (await el.difference({ tensor: 'output/weight', index: [1, 0] })).verdict,
			refused: await el.explain({ tensor: 'hidden9/sum', index: [0, 0] }).then(() => '', ({ code }) => code),
			after: (await el.metrics()).fingerprint,
		};
	})`)
	spec, _, err := families.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(2)
	step, err := explain.Next(run)
	if err != nil {
		t.Fatal(err)
	}
	if native := run.Fingerprint(); got.Before != native || got.After != native {
		t.Errorf("fingerprints %s and, after looking, %s; natively %s", got.Before, got.After, native)
	}
	if got.Refused != "no-tensor" || got.Verdict != string(explain.Agrees) || len(got.Tensors) != len(step.Tensors()) {
		t.Errorf("refused by %q, the difference %q, %d tensors", got.Refused, got.Verdict, len(got.Tensors))
	}
	for _, n := range got.Numbers {
		want, err := step.Explain(explain.Question{Tensor: n.Tensor, Index: n.Index, Of: explain.Of(n.Of)})
		if err != nil {
			t.Fatal(err)
		}
		if n.Step != 3 || n.Value != float64(want.Value) || n.At != want.At || n.Kind != "sum" || n.Symbols != want.Symbols || n.LaTeX != want.LaTeX || n.Phase != string(want.Phase) || len(n.Terms) != len(want.Terms) {
			t.Errorf("%+v; natively %+v", n, want)
			continue
		}
		var sum float64
		for _, term := range n.Terms {
			sum += term.Factor * term.Value
			if term.Opens != term.Value {
				t.Errorf("%s: %+v opens as another number", n.Tensor, term)
			}
		}
		if math.Abs(sum-n.Value) > 1e-5*math.Abs(n.Value)+1e-7 {
			t.Errorf("%s: the terms come to %v, the value is %v", n.Tensor, sum, n.Value)
		}
	}
	if weight := run.Machine().Slice("hidden1/weight")[4+2]; len(got.Numbers) != 3 || float32(got.Numbers[2].Value) != weight {
		t.Errorf("the update is %+v, the weight %v", got.Numbers[2], weight)
	}
}
