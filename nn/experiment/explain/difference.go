package explain

import (
	"math"
	"path"
	"strings"

	"nnplay/nn"
	"nnplay/nn/setting"
	"nnplay/nn/trace"
)

// A Verdict says how a gradient compares with a difference.
type Verdict string

// The verdicts.
const (
	Agrees Verdict = "agrees" // to one part in a thousand
	// Kink says that between the two places lies a kink or a jump, such as that of
	// max(0, z) at 0, so that the difference is no slope.
	Kink Verdict = "kink"
	// Cut says that the loss depends on the number by a way that the gradient does
	// not go, as through what is taken as constant.
	Cut Verdict = "cut"
)

// A Difference is what becomes of the loss when a number is changed by a little,
// both ways: computed in float64, with the same random draws.
type Difference struct {
	Loss     Ref     `json:"loss"`
	By       Number  `json:"by"`    // by how much the number was changed
	Below    Number  `json:"below"` // the loss with the number less by so much
	Above    Number  `json:"above"` // and more
	Slope    Number  `json:"slope"`
	Gradient Ref     `json:"gradient"` // as Backward computed it
	Verdict  Verdict `json:"verdict"`
}

// shift is by how much numbers are changed, of those above 1 as a share.
const shift = 1e-5

// Difference changes the number that a question is for, of which there must be a
// gradient, and tells what that does to the loss.
func (s *Step) Difference(q Question) (Difference, error) {
	q.Of, q.At = Gradient, 0
	n, none, err := s.number(q)
	if err != nil {
		return Difference{}, err
	}
	if none {
		return Difference{}, setting.Refuse("no-gradient", "given", q.Tensor)
	}
	t, err := s.tensor(q)
	if err != nil {
		return Difference{}, err
	}
	back := s.trace.Events()[s.trace.Event(n)]
	loss, ok := s.loss(back, t.Name)
	if !ok {
		return Difference{}, setting.Refuse("no-gradient", "given", q.Tensor)
	}
	place, _ := t.Offset(q.Index, false)
	changed := s.trace.At(place, back.From) // as it stood when the loss was computed
	when := max(changed.Since, s.began(s.trace.Event(n)))
	by := shift * math.Max(1, math.Abs(float64(s.trace.Value(changed))))
	below := s.trace.Replay(loss, trace.Change{At: place, When: when, By: -by})
	above := s.trace.Replay(loss, trace.Change{At: place, When: when, By: by})
	d := Difference{
		Loss: s.ref(loss), By: Number(by), Below: Number(below.Value), Above: Number(above.Value),
		Slope: Number((above.Value - below.Value) / (2 * by)), Gradient: s.ref(n), Verdict: Cut,
	}
	switch off := math.Abs(float64(d.Slope - d.Gradient.Value)); {
	case below.Ways != above.Ways:
		d.Verdict = Kink
	case off <= 1e-3*math.Abs(float64(d.Slope))+s.noise(n):
		d.Verdict = Agrees
	}
	return d, nil
}

// began returns the moment at which the run of a program began that an event is of:
// what is changed then does nothing to the runs before, such as another player's.
func (s *Step) began(event int) trace.Moment {
	for s.trace.Events()[event].Instr > 0 {
		event--
	}
	return s.trace.Events()[event].From
}

// noise returns how far rounding may take a gradient from what it should be: a share
// of the largest of what it was added up from.
func (s *Step) noise(n trace.Number) float64 {
	var size float64
	for _, t := range s.explain(n, false).Terms {
		size += math.Abs(float64(t.Factor * t.Value))
	}
	return tolerance * size
}

// loss returns the loss of which an event computes a gradient of a tensor: of the
// objectives of its program that whose scope is the tensor's, or the only one.
func (s *Step) loss(back trace.Event, tensor string) (n trace.Number, ok bool) {
	var found *nn.Named
	for i := range s.names.All() {
		t := &s.names.All()[i]
		if t.Program != back.Program.Name || path.Base(t.Name) != nn.Objective {
			continue
		}
		if scope := strings.TrimSuffix(t.Name, nn.Objective); found == nil || strings.HasPrefix(tensor, scope) {
			found = t
		}
	}
	if found == nil {
		return n, false
	}
	at, _ := found.Offset(nil, false)
	return s.trace.At(at, back.From), true
}
