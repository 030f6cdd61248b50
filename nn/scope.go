package nn

import (
	"slices"
	"strings"
)

// Scope runs f with names that begin with name and a slash: those of the
// parameters, the state, the hyper-parameters and the probes that f asks for.
// Inputs keep their names, as they belong to whoever fills them.
//
// A scope is also a group of parameters: what trains within it changes those
// parameters alone, by hyper-parameters and with moments of its own. This is
// how two networks play against each other over one memory:
//
//	g.Scope("generator", func() { _, fake = generator.Record(noise) })
//	g.Scope("discriminator", func() { z, _ = discriminator.Record(fake) })
//	...
//	g.Scope("generator", func() { training.Record(loss) })
//
// with g.Fix around the second, so that its parameters get no gradient.
func (g *Graph) Scope(name string, f func()) {
	was := g.scope
	g.scope += name + "/"
	f()
	g.scope = was
}

// Fix runs f with parameters taken as constants: gradients flow through what f
// computes, but not to its parameters.
func (g *Graph) Fix(f func()) {
	was := g.fixed
	g.fixed = true
	f()
	g.fixed = was
}

// scoped returns the parameters in scope, in declaration order.
func (g *Graph) scoped() []*Parameter {
	all := g.mem.parameters
	inside := func(p *Parameter) bool { return strings.HasPrefix(p.Name, g.scope) }
	from := slices.IndexFunc(all, inside)
	if from < 0 {
		panic("nn: no parameters in scope " + g.scope)
	}
	to := from
	for to < len(all) && inside(all[to]) {
		to++
	}
	if slices.ContainsFunc(all[to:], inside) {
		panic("nn: the parameters in scope " + g.scope + " were not declared in a row")
	}
	return all[from:to]
}

// extent returns where the parameters in scope begin and end, padding
// included, among all.
func (g *Graph) extent() (from, to int) {
	if g.scope == "" {
		return 0, g.mem.size[params]
	}
	list := g.scoped()
	last := list[len(list)-1]
	return list[0].Offset(), last.Offset() + padded(last.Len())
}

// Weights returns all parameters in scope as one row (1, P), padding included,
// and their gradients: what an optimizer updates. They must have been declared.
func (g *Graph) Weights() (w, grad *Tensor) {
	from, to := g.extent()
	shape := []int{1, to - from}
	return g.tensor(int(params)<<regionShift+from, shape), g.tensor(int(grads)<<regionShift+from, shape)
}

// paramOf returns the tensor of a parameter.
func (g *Graph) paramOf(p *Parameter) *Tensor {
	return g.leaf(p.Name, g.mem.byName[p.Name], true)
}

// within returns the name of a parameter as it is known in scope.
func (g *Graph) within(p *Parameter) string { return strings.TrimPrefix(p.Name, g.scope) }
