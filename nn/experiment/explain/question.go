package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/setting"
	"nnplay/nn/trace"
)

// number returns the number that a question is for; none says that it is a
// gradient that there is none of, since the loss does not depend on the element.
func (s *Step) number(q Question) (n trace.Number, none bool, err error) {
	if q.Tensor == "" {
		return s.unnamed(q)
	}
	t, err := s.tensor(q)
	if err != nil {
		return n, false, err
	}
	place, ok := t.Offset(q.Index, false)
	if !ok {
		return n, false, setting.Refuse("no-element", "given", q.Tensor+list(q.Index), "shape", list(t.Shape))
	}
	if q.Of == Gradient {
		if place, ok = t.Offset(q.Index, true); !ok {
			return n, true, nil
		}
	}
	if q.At != 0 {
		return s.at(place, q.At)
	}
	switch q.Of {
	case Value, "":
		if t.Role != nn.RoleResult {
			return trace.Number{At: place}, false, nil
		}
		return s.trace.At(place, s.trace.Len()), false, nil
	case Gradient:
		n = s.trace.At(place, s.trace.Len())
		if t.Role != nn.RoleResult {
			n = s.trace.At(place, s.end)
		}
		for ; n.Since > 0; n = s.trace.Before(n) {
			if s.back(n) {
				return n, false, nil
			}
		}
		return n, true, nil
	case Update:
		if t.Role != nn.RoleResult {
			return s.trace.At(place, s.end), false, nil
		}
		return n, false, setting.Refuse("no-update", "given", q.Tensor)
	}
	return n, false, setting.Refuse("bad-value", "key", "of", "given", string(q.Of))
}

// unnamed returns a number that has no name, by its place in the arena.
func (s *Step) unnamed(q Question) (n trace.Number, none bool, err error) {
	if len(q.Index) != 1 || q.Index[0] < 0 || q.Index[0] >= len(s.machine.Arena) {
		return n, false, setting.Refuse("no-tensor", "given", q.Tensor)
	}
	return s.at(q.Index[0], q.At)
}

// at returns the number in a place that a Ref means.
func (s *Step) at(place, at int) (n trace.Number, none bool, err error) {
	if at < 1 || at-1 > int(s.trace.Len()) {
		return n, false, setting.Refuse("no-moment", "given", strconv.Itoa(at))
	}
	n = s.trace.At(place, trace.Moment(at-1))
	if int(n.Since) != at-1 {
		return n, false, setting.Refuse("no-moment", "given", strconv.Itoa(at))
	}
	return n, false, nil
}

// tensor returns the tensor that a question is for: of those of that name one that
// lasts, else the result of the program that is meant, of the last one that the
// step has run or of one that is run now.
func (s *Step) tensor(q Question) (*nn.Named, error) {
	found := s.names.Find(q.Tensor)
	if q.Program != "" {
		found = slices.DeleteFunc(found, func(t *nn.Named) bool { return t.Program != q.Program })
	}
	if len(found) == 0 {
		return nil, setting.Refuse("no-tensor", "given", q.Tensor)
	}
	for _, t := range found {
		if t.Program == "" {
			return t, nil
		}
	}
	for _, t := range slices.Backward(found) {
		if s.inStep(t.Program) {
			return t, nil
		}
	}
	return found[0], s.look(found[0].Program)
}

// back says whether a number was written on the way back.
func (s *Step) back(n trace.Number) bool {
	i := s.trace.Event(n)
	if i < 0 || s.trace.Events()[i].Program == nil {
		return false
	}
	_, owner := s.owner(s.trace.Events()[i])
	return owner.Back
}

// ref names a number.
func (s *Step) ref(n trace.Number) Ref {
	n = s.settled(n)
	r := Ref{Index: []int{n.At}, Of: Value, At: int(n.Since) + 1, Value: Number(s.trace.Value(n))}
	p, ok := s.names.Locate(n.At)
	if !ok {
		if o, written := s.trace.Origin(n); written {
			r.Operation = s.innermost(o.Event)
		}
		return r
	}
	r.Tensor, r.Index, r.Program = p.Name, p.Index, p.Program
	switch {
	case p.Gradient:
		r.Of = Gradient
	case p.Role != nn.RoleResult && n.Since > 0:
		r.Of = Update
	}
	return r
}

// ParseIndex reads the indices of an element: whole numbers with commas between, no
// more than a tensor has dimensions.
func ParseIndex(text string) ([]int, error) {
	index := []int{}
	if text == "" {
		return index, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || len(index) == len(program.Dims{}) {
			return nil, setting.Refuse("bad-value", "key", "index", "given", text)
		}
		index = append(index, n)
	}
	return index, nil
}

// list writes indices or a shape.
func list(index []int) string {
	return "[" + strings.Trim(strings.ReplaceAll(fmt.Sprint(index), " ", ", "), "[]") + "]"
}
