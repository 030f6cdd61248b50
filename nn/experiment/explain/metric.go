package explain

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
	"nnplay/nn/trace"
)

// Metric begins the names of what tells how well the network does: metric/trainLoss.
// Such a number's Value is that of the network that the step found, its Update that of
// the one that it has left.
const Metric = "metric/"

// RoleMetric is what those numbers are for.
const RoleMetric nn.Role = "metric"

// judged are the accounts of a network.
type judged struct {
	before bool // it is the one that the step found
	list   []lab.Account
}

// judge returns the accounts of the network as the step found it, or has left it.
func (s *Step) judge(before bool) *judged {
	which := 0
	if before {
		which = 1
	}
	if s.judged[which] == nil {
		j := &judged{before: before}
		if a, ok := s.task.(lab.Accountant); ok {
			m := *s.machine
			m.Exec = s.exec
			was := slices.Clone(m.Unit.Lasting(m.Arena))
			s.restore(before)
			j.list = a.Accounts(&m)
			copy(m.Arena, was)
		}
		s.judged[which] = j
	}
	return s.judged[which]
}

// restore puts back, of what lasts, what the step found.
func (s *Step) restore(before bool) {
	if !before {
		return
	}
	for at := range s.machine.Unit.Lasting(s.machine.Arena) {
		s.machine.Arena[at] = s.trace.Value(trace.Number{At: at})
	}
}

// find returns the account of a name, nil if there is none.
func (j *judged) find(name string) *lab.Account {
	if i := slices.IndexFunc(j.list, func(a lab.Account) bool { return a.Name == name }); i >= 0 {
		return &j.list[i]
	}
	return nil
}

// metrics lists what tells how well the network does.
func (s *Step) metrics() (list []Tensor) {
	for _, a := range s.judge(false).list {
		list = append(list, Tensor{Name: Metric + a.Name, Role: RoleMetric, Shape: append([]int{}, a.Shape...), Dims: append([]string{}, a.Dims...), InStep: true})
	}
	return list
}

// metric tells how a number was made that tells how well the network does.
func (s *Step) metric(q Question, name string) (Explanation, error) {
	if q.Of != Value && q.Of != Update && q.Of != "" {
		return Explanation{}, setting.Refuse("bad-value", "key", "of", "given", string(q.Of))
	}
	j := s.judge(q.Of != Update)
	a := j.find(name)
	if a == nil {
		return Explanation{}, setting.Refuse("no-tensor", "given", q.Tensor)
	}
	at := 0
	for i, n := range a.Shape {
		if len(q.Index) != len(a.Shape) || q.Index[i] < 0 || q.Index[i] >= n {
			return Explanation{}, setting.Refuse("no-element", "given", q.Tensor+list(q.Index), "shape", list(a.Shape))
		}
		at = at*n + q.Index[i]
	}
	x := Explanation{Marks: []string{}, Terms: []Term{}}
	made := a.Made(at)
	if n, ok := s.result(made.Result, j.before); ok {
		x = s.explain(n, q.Unfold)
		x.Ref = j.ref(lab.Place{Name: name, At: at})
		return x, nil
	}
	x.Ref, x.Phase, x.Kind, x.Given = j.ref(lab.Place{Name: name, At: at}), Judging, Kind(made.Kind), made.Given
	switch {
	case made.Result != nil:
		x.Kind, x.Given = Given, "judged"
	case made.Given != "":
		x.Kind = Given
	case x.Value-x.Value != 0:
		x.Kind, x.Given, made = Given, "unknown", lab.Made{}
	case made.Kind == "":
		x.Kind = Sum
	}
	if row := find(made.By); row.kind != "" {
		x.Marks, x.Symbols, x.LaTeX = append(x.Marks, row.kind), row.symbols, row.latex
	}
	values := make([]Ref, len(made.Terms))
	for i, t := range made.Terms {
		values[i] = j.ref(t.Place)
	}
	for _, i := range x.shorten(len(values), func(i int) float64 { return made.Terms[i].Factor * float64(values[i].Value) }) {
		told := Term{Ref: values[i], Factor: Number(made.Terms[i].Factor)}
		for _, p := range made.Terms[i].With {
			told.With = append(told.With, j.ref(p))
		}
		x.Terms = append(x.Terms, told)
	}
	return x, nil
}

// ref names a number of an account.
func (j *judged) ref(p lab.Place) Ref {
	a := j.find(p.Name)
	r := Ref{Tensor: Metric + p.Name, Index: make([]int, len(a.Shape)), Of: Update, Value: Number(a.Value(p.At))}
	if j.before {
		r.Of = Value
	}
	for i, at := len(a.Shape)-1, p.At; i >= 0; i-- {
		r.Index[i], at = at%a.Shape[i], at/a.Shape[i]
	}
	return r
}

// A look is a run of a program beside the step.
type look struct {
	program      string
	loaded       lab.Place
	before       bool         // of the network that the step found
	from, to, on trace.Moment // its beginning and end, and when all was put back
}

// result returns the number of a result that a step's trace has, or can have: a program
// that looks on is run, if there is room to note what it writes.
func (s *Step) result(r *lab.Result, before bool) (n trace.Number, ok bool) {
	if r == nil {
		return n, false
	}
	t := s.namedAs(r.Tensor, r.Program)
	index := make([]int, len(t.Shape))
	for i, at := len(index)-1, r.At; i >= 0; i-- {
		index[i], at = at%t.Shape[i], at/t.Shape[i]
	}
	place, _ := t.Offset(index, false)
	if r.Load == nil {
		return s.trace.At(place, s.end), s.inStep(r.Program)
	}
	same := func(l look) bool { return l.program == r.Program && l.loaded == r.Loaded && l.before == before }
	i := slices.IndexFunc(s.looks, same)
	if i < 0 {
		if !s.room(r.Program) {
			return n, false
		}
		s.run(r, before)
		i = len(s.looks) - 1
	}
	return s.trace.At(place, s.looks[i].to), true
}

// room says whether what a program writes, and what it reads, can be noted.
func (s *Step) room(name string) bool {
	size := int(s.trace.Len()) + 3*len(s.machine.Unit.Lasting(s.machine.Arena))
	code := s.machine.Unit.Programs[name].Code
	for i := range code {
		_, d := code[i].Writes()
		size += d.Len()
	}
	return size <= Limit
}

// run runs a program beside the step, and puts back what lasts.
func (s *Step) run(r *lab.Result, before bool) {
	l := look{program: r.Program, loaded: r.Loaded, before: before, from: s.trace.Len()}
	arena := s.machine.Arena
	was := slices.Clone(s.machine.Unit.Lasting(arena))
	s.restore(before)
	r.Load(s.machine)
	s.trace.Run(s.machine.Unit.Programs[r.Program], 1)
	l.to = s.trace.Len()
	copy(arena, was)
	s.trace.Finish()
	l.on = s.trace.Len()
	s.looks = append(s.looks, l)
}

// settled returns, of a number that others have only put back, the one that it is.
func (s *Step) settled(n trace.Number) trace.Number {
	if n.Since <= s.end {
		return n
	}
	p, ok := s.names.Locate(n.At)
	if s.trace.Events()[s.trace.Event(n)].Program != nil || ok && p.Role == nn.RoleInput {
		return n
	}
	l := slices.IndexFunc(s.looks, func(l look) bool { return l.from < n.Since && n.Since <= l.on })
	if l >= 0 && s.looks[l].before && n.Since <= s.looks[l].to {
		return trace.Number{At: n.At}
	}
	return s.trace.At(n.At, s.end)
}
