package explain

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// Terms is how many terms an explanation has at most; the others are its Rest.
const Terms = 12

// tolerance is the rounding of float32, many times over, as a share of what is added.
const tolerance = 1e-5

// Explain answers a question. It refuses, with a *setting.Error, one for what there
// is not.
func (s *Step) Explain(q Question) (Explanation, error) {
	if name, ok := strings.CutPrefix(q.Tensor, Metric); ok {
		return s.metric(q, name)
	}
	n, none, err := s.number(q)
	if err != nil {
		return Explanation{}, err
	}
	if none {
		return Explanation{
			Ref:  Ref{Tensor: q.Tensor, Index: q.Index, Of: Gradient, Program: q.Program},
			Kind: Given, Given: "no-gradient", Phase: Backward, Marks: []string{}, Terms: []Term{},
		}, nil
	}
	x := s.explain(n, q.Unfold)
	if q.Tensor != "" { // which may have another name, too
		x.Tensor, x.Index = q.Tensor, append([]int{}, q.Index...)
		if x.Of = cmp.Or(q.Of, Value); x.Program == "" {
			x.Program = q.Program
		}
	}
	return x, nil
}

// explain tells how a number was made.
func (s *Step) explain(n trace.Number, unfold bool) Explanation {
	x := Explanation{Ref: s.ref(n), Marks: []string{}, Terms: []Term{}}
	o, ok := s.trace.Origin(n)
	if !ok {
		x.Kind, x.Given, x.Phase = Given, s.given(n), Before
		if n.Since > 0 {
			x.Phase = Beside
		}
		return x
	}
	x.Marks, x.Phase = s.marks(o.Event), s.phase(o.Event)
	within := s.scopeOf(o.Event)
	if !within.owner.Back && !within.result(s, o.Event, x.Tensor != "") {
		unfold = true // on the way to an operation's result a number is told by itself
	}
	f := folding{step: s, root: n, unfold: unfold, ranks: map[trace.Number]rank{}}
	operation := within.operation()
	switch {
	case unfold || within.owner.Back:
	case s.carried(n): // the formula of an optimizer is a weight's, not that of its moments
		x.Symbols, x.LaTeX = "Σ f·x", `\sum_i f_i\,x_i`
	default:
		x.Symbols, x.LaTeX = operation.symbols, operation.latex
	}
	var terms []addend
	switch op := o.Instruction().Op; {
	case op == program.Random || op == program.Tick:
		x.Kind = Drawn
		for _, t := range o.Terms {
			terms = append(terms, addend{number: t})
		}
	case op == program.Max:
		x.Kind = Maximum
		terms = f.slopes(within)
	case operation.whole != "" && !within.owner.Back && !unfold:
		x.Kind = operation.whole
		terms = f.slopes(within)
	default:
		x.Kind = Sum
		var ok bool
		if terms, ok = f.sum(within); !ok || !s.adds(n, terms) {
			x.Kind = kindOf(o.Instruction().Func)
			terms = f.slopes(within)
		}
	}
	if x.Kind == Sum && within.owner.Back && !unfold {
		x.Symbols, x.LaTeX = s.backward(&x, operation.kind, o.Instruction().Func)
	}
	if x.Symbols == "" {
		x.Symbols, x.LaTeX = symbols(o.Instruction())
	}
	s.tell(&x, terms)
	x.Pattern = pattern(&x, operation.filled)
	return x
}

// pattern puts the terms of a loss of one output in the places of its letters.
func pattern(x *Explanation, filled string) string {
	if filled == "" || x.Kind != Map || len(x.Terms) != 2 {
		return ""
	}
	target := slices.IndexFunc(x.Terms, func(t Term) bool { return path.Base(t.Tensor) == "y" })
	if target < 0 {
		return ""
	}
	out, wanted := "#"+strconv.Itoa(2-target), "#"+strconv.Itoa(target+1)
	return strings.NewReplacer("{y}", out, "{z}", out, "{t}", wanted).Replace(filled)
}

// carried says whether a number is state, such as a moment: what steps leave to each
// other beside the parameters.
func (s *Step) carried(n trace.Number) bool {
	p, ok := s.names.Locate(n.At)
	return ok && p.Role == nn.RoleState
}

// kindOf returns how the arguments of a function make its value.
func kindOf(f program.Func) Kind {
	switch f {
	case program.Larger:
		return Maximum
	case program.Smaller:
		return Minimum
	}
	return Map
}

// adds says whether terms add up to a number, but for what rounding takes.
func (s *Step) adds(n trace.Number, terms []addend) bool {
	var sum, size float64
	for _, t := range terms {
		v := t.factor * float64(s.trace.Value(t.number))
		sum += v
		size += math.Abs(v)
	}
	value := float64(s.trace.Value(n))
	if math.IsNaN(size) || math.IsInf(size, 0) || value-value != 0 {
		return true // no number is told from another one
	}
	return math.Abs(sum-value) <= tolerance*size+math.SmallestNonzeroFloat32
}

// tell writes the terms: all of a few, of many the largest, in their order.
func (s *Step) tell(x *Explanation, terms []addend) {
	counts := func(i int) float64 { return terms[i].factor * float64(s.trace.Value(terms[i].number)) }
	for _, i := range x.shorten(len(terms), counts) {
		told := Term{Ref: s.ref(terms[i].number), Factor: Number(terms[i].factor)}
		for _, n := range terms[i].with {
			told.With = append(told.With, s.ref(n))
		}
		x.Terms = append(x.Terms, told)
	}
}

// shorten returns which of so many terms are told, in their order, and makes the others
// the rest: counts is how much each counts.
func (x *Explanation) shorten(terms int, counts func(i int) float64) []int {
	large := make([]int, terms) // the largest first, of equals the first
	for i := range large {
		large[i] = i
	}
	if terms <= Terms {
		return large
	}
	slices.SortStableFunc(large, func(i, j int) int { return cmp.Compare(math.Abs(counts(j)), math.Abs(counts(i))) })
	x.Rest = &Rest{Count: terms - Terms}
	if x.Kind == Sum {
		for _, i := range large[Terms:] {
			x.Rest.Value += Number(counts(i))
		}
	}
	large = large[:Terms]
	slices.Sort(large)
	return large
}

// given says by what a number was given that no instruction has written.
func (s *Step) given(n trace.Number) string {
	p, ok := s.names.Locate(n.At)
	switch {
	case !ok:
		return "nothing" // padding, or the border around an image
	case p.Role == nn.RoleInput && (p.Name == nn.Order || p.Name == nn.Cursor):
		return "shuffle"
	case p.Role == nn.RoleInput && (p.Name == nn.RandomKey || p.Name == nn.RandomCounter):
		return "seed"
	case p.Role == nn.RoleInput:
		return "data"
	case p.Role == nn.RoleHyper:
		return "setting"
	case p.Role == nn.RoleConstant:
		return "constant"
	case n.Since > 0 && s.search && p.Role == nn.RoleParameter:
		return "line-search"
	case n.Since > 0:
		return "task" // such as carried states where a text begins
	case s.Number() == 1 && !p.Gradient:
		return "start"
	}
	return "earlier-step"
}
