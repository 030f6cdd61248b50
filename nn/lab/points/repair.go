package points

import (
	"slices"
	"strconv"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// follow adapts what depends on a setting that was just changed.
func follow(s, old *lab.Spec, key string) (notices []setting.Notice) {
	own, was := of(s), of(old)
	switch key {
	case "networkShape":
		own.fitActivations()
	case "points":
		if own.Points == "" {
			own.AxisNames, own.ClassNames = "", ""
		}
	case "dataset":
		own.beginDrawing(old)
		if own.PercTrainData == wholeShare && !own.set().Own {
			own.PercTrainData = usualShare
			notices = append(notices, lab.Repaired("percTrainData", strconv.Itoa(wholeShare), strconv.Itoa(usualShare)))
		}
		if own.OutputActivation != setting.Auto && (own.classes() == 0) != (was.classes() == 0) {
			given := own.OutputActivation
			own.OutputActivation = setting.Auto
			notices = append(notices, lab.Repaired("outputActivation", given, own.output()))
		}
	}
	s.Own = own
	return notices
}

// repair makes settings go together: points with their data set, activations with
// layers, the loss with the output, and a step with the memory there is.
func repair(s *lab.Spec, keep string) []setting.Notice {
	own := of(s)
	notices := append(own.fitPoints(keep), own.fitTable()...)
	if own.PercTrainData == wholeShare && !own.set().Own {
		own.PercTrainData = mostShare
		notices = append(notices, setting.Note(setting.OutOfRange, "key", "percTrainData", "given", strconv.Itoa(wholeShare), "used", strconv.Itoa(mostShare)))
	}
	if given := setting.FormatList(own.Activation); own.fitActivations() {
		notices = append(notices, lab.Repaired("activation", given, setting.FormatList(own.Activation)))
	}
	notices = append(notices, own.fitLoss(keep)...)
	s.Own = own
	return append(notices, limitSize(s)...)
}

// fitActivations makes the activations one for all, or one a hidden layer.
func (o *Settings) fitActivations() (changed bool) {
	n := len(o.NetworkShape)
	if len(o.Activation) > 1 && len(o.Activation) != n {
		changed = true
		fitted := slices.Clone(o.Activation[:min(n, len(o.Activation))])
		for len(fitted) < n {
			fitted = append(fitted, o.Activation[len(o.Activation)-1])
		}
		o.Activation = fitted
		if n == 0 {
			o.Activation = []string{usualActivation}
		}
	}
	o.Activation = setting.Collapsed(o.Activation)
	return changed
}

// fitLoss makes the output and the loss go with each other and with the data.
func (o *Settings) fitLoss(keep string) (notices []setting.Notice) {
	output, loss := o.OutputActivation, o.Loss
	regression := o.classes() == 0
	if regression && output == "softmax" {
		o.OutputActivation = setting.Auto
	}
	outputs, special := lossOutputs(loss)
	if special && regression {
		o.Loss = setting.Auto
	} else if special && !slices.Contains(outputs, o.output()) {
		if keep == "loss" {
			o.OutputActivation = setting.Auto
		} else {
			o.Loss = setting.Auto
		}
	}
	if o.OutputActivation != output {
		notices = append(notices, lab.Repaired("outputActivation", output, o.output()))
	}
	if o.Loss != loss {
		notices = append(notices, lab.Repaired("loss", loss, o.lossFunction()))
	}
	return notices
}

// fitPoints makes points and settings go together: their kind is that of the
// data set, and there are as many classes as the points need.
func (o *Settings) fitPoints(keep string) (notices []setting.Notice) {
	set := o.set()
	if !set.Own || set.Table {
		return nil
	}
	if o.convertPoints() {
		notices = append(notices, setting.Note("points-converted", "key", "points"))
	}
	if set.Problem == data.Regression {
		return notices
	}
	d := o.drawing()
	if need := d.Classes(); need > o.Classes {
		if keep != "points" {
			notices = append(notices, lab.Repaired("classes", strconv.Itoa(o.Classes), strconv.Itoa(need)))
		}
		o.Classes = need
	}
	return notices
}

// fitTable makes a table and settings go together: the data set is that of its kind,
// and there are the inputs that are shown.
func (o *Settings) fitTable() (notices []setting.Notice) {
	if !o.set().Table || o.Table == nil {
		return nil
	}
	if values := o.Table.IsValues(); values != (o.set().Problem == data.Regression) {
		given := o.Dataset
		if o.Dataset = data.TableClasses; values {
			o.Dataset = data.TableValues
		}
		notices = append(notices, lab.Repaired("dataset", given, o.Dataset))
	}
	if given, any := setting.FormatShape(o.Plane), anyPlane[:]; max(o.Plane[0], o.Plane[1]) >= o.Table.Width() && !slices.Equal(o.Plane, any) {
		o.Plane = any
		notices = append(notices, lab.Repaired("plane", given, setting.FormatShape(any)))
	}
	return notices
}

// limitSize makes minibatches smaller that would need too much memory. Where an
// optimizer looks at all points at once these become fewer; of one's own none is
// taken away, and another optimizer is taken instead.
func limitSize(s *lab.Spec) []setting.Notice {
	own := of(s)
	units := 1
	if own.set().Table {
		units += own.Table.Width()
	}
	for _, n := range own.NetworkShape {
		units += n
	}
	limit := lab.MaxCells / units
	switch {
	case !s.FullBatch():
		return s.LimitBatch(limit)
	case own.set().Own:
		d := own.drawing()
		n := d.Len()
		if own.set().Table {
			n = own.Table.Len()
		}
		if n <= limit {
			return nil
		}
		given := s.Optimizer
		s.Optimizer = lab.UsualOptimizer
		return append([]setting.Notice{lab.TooLarge("optimizer", given, s.Optimizer)}, limitSize(s)...)
	case s.Samples > limit:
		given := s.Samples
		s.Samples = limit
		return []setting.Notice{lab.TooLarge("samples", strconv.Itoa(given), strconv.Itoa(limit))}
	}
	return nil
}
