package points

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// heat returns the pictures of the inputs: what the network reads of each over the
// plane, as far as it goes in the rows. Those that are not shown are of one color.
func (t *table) heat(set *data.Set, scaler data.Scaler) []lab.View {
	k := t.rows.Width()
	levels := make([]uint8, k*neuronSide*neuronSide)
	span := make([]float32, 0, 2*k)
	for i := range k {
		read := func(v float32) float32 { return (v - scaler.Shift[i]) / scaler.Scale[i] }
		lo, hi := t.rows.Range(i)
		lo, hi = min(read(lo), 0), max(read(hi), 0)
		span = append(span, lo, hi)
		size := max(hi, -lo)
		if size == 0 {
			size = 1
		}
		d := set.Domain
		for row := range neuronSide {
			for col := range neuronSide {
				v := t.means[i]
				switch i {
				case t.plane[0]:
					v = d[0] + float32((d[1]-d[0])*((float32(2*col)+0.5)/outputSide))
				case t.plane[1]:
					v = d[3] - float32((d[3]-d[2])*((float32(2*row)+0.5)/outputSide))
				}
				levels[(i*neuronSide+row)*neuronSide+col] = lab.Level(read(v) / size)
			}
		}
	}
	return []lab.View{
		{Name: "features/heat", Shape: []int{k, neuronSide, neuronSide}, U8: levels},
		{Name: "features/span", Shape: []int{k, 2}, F32: span},
	}
}

// axes returns what stands on the axes: the inputs that are shown, over one of them the
// only target; and classNames what the classes are called, or several targets. It is nil
// where they have no names.
func (t *perceptron) axes() (names []string) {
	p := t.problem
	switch {
	case p.table == nil && p.set.Own:
		return setting.SplitLabels(t.own.AxisNames)
	case p.table != nil && !p.empty:
		for _, i := range p.table.plane {
			if i >= 0 {
				names = append(names, p.features[i].Symbol)
			}
		}
		if p.set.Inputs == 1 && p.units == 1 {
			names = append(names[:1], p.table.rows.Targets[0])
		}
	}
	return names
}

func (t *perceptron) classNames() []string {
	p := t.problem
	switch {
	case p.classes == 0 && p.table != nil && !p.empty && p.units > 1:
		return p.table.rows.Targets
	case p.classes == 0:
		return nil
	case p.table == nil && p.set.Own:
		return setting.SplitLabels(t.own.ClassNames)
	case p.table != nil && !p.empty:
		return p.table.rows.Classes
	}
	return nil
}

// spans returns which values of the targets -1 and 1 stand for; nil: themselves.
func (p *problem) spans() (all [][2]float32) {
	if p.table == nil || p.classes > 0 || p.empty {
		return nil
	}
	stretched := false
	for k := range p.units {
		shift, scale := p.table.targets.Shift[k], p.table.targets.Scale[k]
		stretched = stretched || shift != 0 || scale != 1
		all = append(all, [2]float32{shift - scale, shift + scale})
	}
	if !stretched {
		return nil
	}
	return all
}

// stretching writes what becomes of each target, in symbols.
func (p *problem) stretching() string {
	if p.table == nil || p.classes > 0 || p.empty {
		return ""
	}
	return scaled(p.table.rows.Targets, p.table.targets)
}
