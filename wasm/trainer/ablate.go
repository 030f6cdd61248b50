package main

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/notice"
)

// ablate switches a part of the network off for whoever looks at it, or on again.
func (s *session) ablate(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	var off []nn.Part
	if name := c.Text("tensor"); name != "" {
		part, err := s.part(c)
		if err != nil {
			return notice.Of(err)
		}
		off = slices.DeleteFunc(slices.Clone(s.run.Off()), func(p nn.Part) bool {
			return p.Tensor == part.Tensor && (p.At == part.At || part.At < 0)
		})
		if c.Flag("off") {
			off = append(off, part)
		}
	}
	if err := s.run.Ablate(off...); err != nil {
		return notice.Of(err)
	}
	s.static, s.changed = true, true
	s.answer(c.ID(), message{"type": "ablated", "off": s.off(), "metrics": s.measure(!s.busy()), "without": s.without()})
	return nil
}

// worth answers how well the network does without a part.
func (s *session) worth(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	p, err := s.part(c)
	if err != nil {
		return notice.Of(err)
	}
	m, err := s.run.Worth(p)
	if err != nil {
		return notice.Of(err)
	}
	s.answer(c.ID(), message{"type": "worth", "part": s.told(&p), "metrics": s.measure(!s.busy()), "without": s.numbers(m)})
	return nil
}

// part returns the part that a command names, by its number or by an element of it.
func (s *session) part(c command) (nn.Part, error) {
	p, err := s.run.Part(c.Text("tensor"), c.Whole("element")-1)
	if n := c.Whole("part"); n > 0 {
		p.At = n - 1
	}
	return p, err
}

// without returns how well the network does without what is off, nil where all is on.
func (s *session) without() any {
	if len(s.run.Off()) == 0 {
		return nil
	}
	return s.numbers(s.run.Without())
}

// off tells what is switched off.
func (s *session) off() []any { return list(s.run.Off(), s.told) }

// told tells which part it is.
func (s *session) told(p *nn.Part) any {
	all := s.run.Parts()
	index, dims := all[slices.IndexFunc(all, func(t nn.Named) bool { return t.Name == p.Tensor })].IndexOf(p.At)
	return map[string]any{"tensor": p.Tensor, "at": p.At, "index": list(index, whole), "dimensions": list(dims, word)}
}

// parts returns by the names of tensors, and of layers, how many parts can be switched
// off; of parameters each element can.
func (s *session) parts() map[string]any {
	m := map[string]any{}
	all := s.run.Parts()
	for i := range all {
		if t := &all[i]; t.Role != nn.RoleParameter {
			m[t.Name] = t.PartCount()
		}
	}
	return m
}
