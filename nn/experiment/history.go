package experiment

import "nnplay/nn/lab"

// A History is how well a network did while it trained: a bounded number of
// moments, however long that takes. The zero value has none.
type History struct {
	moments []lab.Metrics // without confusion matrices
	stride  uint64        // steps that lie between two of them at least
	looks   []lab.Look    // at the gradients, the latest ones
}

// maxMoments bounds a history; when it is full every second moment goes.
const maxMoments = 400

// maxLooks bounds how many looks at the gradients are remembered.
const maxLooks = 8

// Add remembers metrics. The latest ones are always kept; what comes before them is
// known.
func (h *History) Add(m lab.Metrics) {
	m.Confusion = nil
	n := len(h.moments)
	if n > 0 && m.Step < h.moments[n-1].Step {
		return
	}
	switch {
	case n > 0 && h.moments[n-1].Step == m.Step, n > 1 && h.moments[n-1].Step-h.moments[n-2].Step < h.stride:
		h.moments[n-1] = m
	default:
		h.moments = append(h.moments, m)
	}
	if len(h.moments) <= maxMoments {
		return
	}
	h.stride = max(2*h.stride, 2*m.Step/maxMoments)
	kept := h.moments[:0]
	for i, moment := range h.moments {
		if i%2 == 0 || i == len(h.moments)-1 {
			kept = append(kept, moment)
		}
	}
	h.moments = kept
}

// Empty tells whether nothing is remembered.
func (h *History) Empty() bool { return len(h.moments) == 0 }

// Cut forgets what came after a step.
func (h *History) Cut(step uint64) {
	for n := len(h.moments); n > 0 && h.moments[n-1].Step > step; n-- {
		h.moments = h.moments[:n-1]
	}
	for n := len(h.looks); n > 0 && h.looks[n-1].Step > step; n-- {
		h.looks = h.looks[:n-1]
	}
}

// look remembers a look at the gradients, unless there was one at this step.
func (h *History) look(l lab.Look) {
	if n := len(h.looks); n > 0 && l.Step <= h.looks[n-1].Step {
		return
	}
	if h.looks = append(h.looks, l); len(h.looks) > maxLooks {
		h.looks = append(h.looks[:0], h.looks[1:]...)
	}
}

// Each calls f for each moment, in order.
func (h *History) Each(f func(m lab.Metrics)) {
	for _, m := range h.moments {
		f(m)
	}
}

// last returns the latest metrics; there must be some.
func (h *History) last() lab.Metrics { return h.moments[len(h.moments)-1] }

// series returns a number over the steps, without the moments at which it does
// not apply.
func (h *History) series(name string, of func(m lab.Metrics) float64) lab.Series {
	s := lab.Series{Name: name}
	for _, m := range h.moments {
		s.Add(float64(m.Step), of(m))
	}
	return s
}

// level returns a number that is the same at all steps that are known.
func (h *History) level(name string, value float64) lab.Series {
	s := lab.Series{Name: name}
	s.Add(float64(h.moments[0].Step), value)
	s.Add(float64(h.last().Step), value)
	return s
}
