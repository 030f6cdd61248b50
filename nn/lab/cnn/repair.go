package cnn

import (
	"slices"
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Bounds of a convolutional network: of the multiplications that one step makes
// forward, and of the numbers that it keeps of its images.
const (
	maxWork  = 1e8
	maxCells = 1 << 21
	minBatch = 4 // where less is possible, stages give way
)

// repair makes a network that can be built: windows that fit their images,
// residual connections that join what can be joined, steps that end.
func repair(s *lab.Spec, keep string) []setting.Notice {
	own := of(s)
	notices := s.RepairMinibatches()
	notices = append(notices, own.fitResidual(keep)...)
	notices = append(notices, own.fitStages()...)
	s.Own = own
	return append(notices, s.LimitBatch(own.largestBatch())...)
}

// fitResidual takes residual connections away that are not possible; where they
// are what was chosen last, windows keep the size of images instead.
func (o *Settings) fitResidual(keep string) []setting.Notice {
	if !o.Residual || o.buildable() {
		return nil
	}
	if keep == "residual" && o.Kernel%2 == 1 {
		given := o.Padding
		o.Padding = min(o.Dilation*(o.Kernel-1)/2, maxPadding)
		if o.buildable() {
			return []setting.Notice{lab.Repaired("padding", strconv.Itoa(given), strconv.Itoa(o.Padding))}
		}
		o.Padding = given
	}
	plain := *o
	plain.Residual = false
	if !plain.buildable() {
		return nil // it is not the residual connection
	}
	o.Residual = false
	return []setting.Notice{lab.Repaired("residual", "true", "false")}
}

// fitStages takes the last stages away until the others can be built, and a
// minibatch is possible; no stages can.
func (o *Settings) fitStages() []setting.Notice {
	given := setting.FormatShape(o.Filters)
	stages := len(o.Filters)
	for stages > 0 && !(o.buildable() && o.largestBatch() >= minBatch) {
		stages--
		if o.Filters = o.Filters[:stages:stages]; stages == 0 {
			o.Filters = nil // as a link without them has it
		}
	}
	used := setting.FormatShape(o.Filters)
	if used == given {
		return nil
	}
	if stages == 0 {
		used = "none"
	}
	return []setting.Notice{lab.Repaired("filters", given, used)}
}

func (o *Settings) buildable() bool { return o.network(1).Check() == nil }

// largestBatch returns the largest minibatch that is possible.
func (o *Settings) largestBatch() int {
	m := o.network(1)
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
	for _, units := range append(slices.Clone(m.Hidden), 10) {
		work += size * units
		size = units
	}
	return min(maxWork/max(work, 1), maxCells/cells)
}
