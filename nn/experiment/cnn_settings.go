package experiment

import (
	"strconv"
)

// Bounds of a convolutional network: of the multiplications that one step makes
// forward, and of the numbers that it keeps of its images.
const (
	maxConvolutionWork  = 1e8
	maxConvolutionCells = 1 << 21
	minConvolutionBatch = 4 // where less is possible, stages give way
)

// repairCNN makes a network that can be built: windows that fit their images,
// residual connections that join what can be joined, steps that end.
func (s *Spec) repairCNN(keep string) (notices []Notice) {
	if s.Optimizer == fullBatch {
		s.Optimizer = "adam"
		notices = append(notices, note("repaired", "key", "optimizer", "given", fullBatch, "used", s.Optimizer))
	}
	notices = append(notices, s.fitResidual(keep)...)
	given := formatShape(s.CNN.Filters)
	stages := len(s.CNN.Filters)
	for !s.convolves() {
		stages--
		if s.CNN.Filters = s.CNN.Filters[:stages:stages]; stages == 0 {
			s.CNN.Filters = nil // as a link without them has it
		}
	}
	if used := formatShape(s.CNN.Filters); used != given {
		if stages == 0 {
			used = "none"
		}
		notices = append(notices, note("repaired", "key", "filters", "given", given, "used", used))
	}
	if limit := s.convolutionBatch(); s.BatchSize > limit {
		given := strconv.Itoa(s.BatchSize)
		s.BatchSize = limit
		notices = append(notices, note("too-large", "key", "batchSize", "given", given, "used", strconv.Itoa(limit)))
	}
	return notices
}

// fitResidual takes residual connections away that are not possible; where they
// are what was chosen last, windows keep the size of images instead.
func (s *Spec) fitResidual(keep string) (notices []Notice) {
	if !s.CNN.Residual || s.buildable() {
		return nil
	}
	if keep == "residual" && s.CNN.Kernel%2 == 1 {
		given := strconv.Itoa(s.CNN.Padding)
		s.CNN.Padding = min(s.CNN.Dilation*(s.CNN.Kernel-1)/2, 6)
		if s.buildable() {
			return []Notice{note("repaired", "key", "padding", "given", given, "used", strconv.Itoa(s.CNN.Padding))}
		}
		s.CNN.Padding, _ = strconv.Atoi(given)
	}
	plain := *s
	plain.CNN.Residual = false
	if !plain.buildable() {
		return nil // it is not the residual connection
	}
	s.CNN.Residual = false
	return []Notice{note("repaired", "key", "residual", "given", "true", "used", "false")}
}

func (s *Spec) buildable() bool { return s.convolutional(1).Check() == nil }

// convolves tells whether the stages can be built, and a minibatch is possible;
// no stages can.
func (s *Spec) convolves() bool {
	return len(s.CNN.Filters) == 0 || s.buildable() && s.convolutionBatch() >= minConvolutionBatch
}

// convolutionBatch returns the largest minibatch that is possible.
func (s *Spec) convolutionBatch() int {
	m := s.convolutional(1)
	work, cells, before := 0, 0, m.Channels
	size := 0 // of the last layer
	for _, l := range m.Images() {
		size = l.Height * l.Width * l.Channels
		cells += size
		if l.Kind == "conv" {
			work += size * l.Window.Size * l.Window.Size * before
		}
		before = l.Channels
	}
	for _, units := range append(m.Hidden, 10) {
		work += size * units
		size = units
	}
	return min(maxConvolutionWork/max(work, 1), maxConvolutionCells/cells)
}
