package explain

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/setting"
	"nnplay/nn/trace"
)

// A Sight is what is to be seen at a stop, of one element of what is made there.
type Sight struct {
	// Index is the element, of the stop's main tensor. Free are the dimensions along
	// which others lie that belong to the same sample and time.
	Index   []int
	Free    []int
	Told    []Explanation // how it was made, and its like in the stop's other tensors
	Samples []Number      // its value for each sample of the minibatch, at most mostSamples; none of what is no sample's
	Lit     []Lit
}

// Look tells what is to be seen at a stop, of a sample of the minibatch. With index
// nil, or where it is -1, it chooses the element that is the largest in size, or that
// the step changes most; of samples and times only those that are asked for.
func (s *Step) Look(stop, sample int, index []int) (Sight, error) {
	stops := s.Stops()
	if stop < 0 || stop >= len(stops) {
		return Sight{}, setting.Refuse("no-stop", "count", strconv.Itoa(len(stops)))
	}
	v := view{Step: s, stop: &stops[stop], until: s.trace.Len(), batch: batchOf(stops, stops[stop].Turn)}
	if turns := s.turns(); v.stop.Turn < len(turns) && v.stop.Program != "" {
		v.until = turns[v.stop.Turn].end
	}
	if sample < 0 || sample >= v.batch {
		return Sight{}, setting.Refuse("no-sample", "count", strconv.Itoa(v.batch))
	}
	v.sample, v.rows = sample, v.layout()
	return v.look(index)
}

// batchOf returns how many samples a turn learns from.
func batchOf(stops []Stop, turn int) int {
	for i := range stops {
		if t := &stops[i]; t.Turn == turn && t.Station == AtData && len(t.Tensors[0].Shape) > 0 {
			return t.Tensors[0].Shape[0]
		}
	}
	return 1
}

// Samples returns how many samples the minibatch of a stop has.
func (s *Step) Samples(stop *Stop) int { return batchOf(s.Stops(), stop.Turn) }

// A view looks at a stop for one sample.
type view struct {
	*Step
	stop   *Stop
	until  trace.Moment
	sample int
	batch  int
	rows   layout
}

func (v *view) look(index []int) (sight Sight, err error) {
	main := &v.stop.Tensors[v.stop.Main]
	if sight.Index, err = v.chosen(main, index); err != nil {
		return sight, err
	}
	sight.Free = v.free(main)
	for i := range v.stop.Tensors {
		t := &v.stop.Tensors[i]
		at := sight.Index
		if i != v.stop.Main {
			at = v.like(t, main, sight.Index)
		}
		n, ok := v.number(t, at)
		if !ok {
			continue
		}
		x := v.explain(n, false)
		x.Tensor, x.Index, x.Of, x.Program = t.Tensor, at, t.Of, v.named(t).Program
		sight.Told = append(sight.Told, x)
		v.light(&sight, t, &x)
	}
	v.others(&sight, main)
	sight.Samples = v.samples(main, sight.Index)
	return sight, nil
}

// mostSamples is of how many samples the values are told.
const mostSamples = 64

// samples returns the value of an element for each sample.
func (v *view) samples(t *Made, index []int) (list []Number) {
	dim := 0
	for dim < len(t.Shape) && !v.isRow(t, dim) {
		dim++
	}
	if dim == len(t.Shape) || t.Shape[dim] != v.batch {
		return nil
	}
	at := slices.Clone(index)
	for i := range min(v.batch, mostSamples) {
		at[dim] = i
		n, _ := v.number(t, at)
		list = append(list, Number(v.trace.Value(n)))
	}
	return list
}

// named returns the tensor that is made.
func (v *view) named(t *Made) *nn.Named {
	for _, named := range v.names.Find(t.Tensor) {
		if named.Program == v.stop.Program || named.Role == nn.RoleParameter {
			return named
		}
	}
	return nil
}

// number returns the number that the stop's turn has left in an element.
func (v *view) number(t *Made, index []int) (n trace.Number, ok bool) {
	named := v.named(t)
	if named == nil {
		return n, false
	}
	at, ok := named.Offset(index, t.Of == Gradient)
	if !ok {
		return n, false
	}
	n = v.trace.At(at, v.until)
	for t.Of == Gradient && n.Since > 0 && !v.back(n) {
		n = v.trace.Before(n)
	}
	return n, true
}

// free returns the dimensions along which the elements lie that belong to the
// sample and the stop's time.
func (v *view) free(t *Made) []int {
	list := []int{}
	for i, name := range t.Dims {
		if name != "time" && !(v.isRow(t, i) && t.Shape[i] <= v.batch) && t.Shape[i] > 1 {
			list = append(list, i)
		}
	}
	return list
}

// chosen returns the element that is wished: the largest one, of those that are as it
// says along the dimensions where it says something.
func (v *view) chosen(t *Made, wish []int) ([]int, error) {
	if wish == nil {
		return v.largest(t, nil), nil
	}
	fixed := slices.Clone(wish)
	if len(wish) != len(t.Shape) {
		return nil, setting.Refuse("no-element", "given", t.Tensor+list(wish), "shape", list(t.Shape))
	}
	for i, n := range t.Shape {
		switch {
		case wish[i] < -1 || wish[i] >= n:
			return nil, setting.Refuse("no-element", "given", t.Tensor+list(wish), "shape", list(t.Shape))
		case t.Dims[i] == "time", v.isRow(t, i) && wish[i] >= 0 && !v.belongs(wish[i], n):
			fixed[i] = -1
		}
	}
	return v.largest(t, fixed), nil
}

// masked is what is put in place of a score that must not count, or larger.
const masked = 1e8

// largest returns the element that is the largest in size, or of a parameter the one
// that the step has changed most, of those that belong to the sample and the time, and
// that are as fixed says, by dimension; -1 leaves one free.
func (v *view) largest(t *Made, fixed []int) []int {
	best, most := make([]int, len(t.Shape)), math.Inf(-1)
	at := make([]int, len(t.Shape))
	var visit func(dim int)
	visit = func(dim int) {
		if dim == len(t.Shape) {
			if n, ok := v.number(t, at); ok {
				size := float64(v.trace.Value(n))
				if t.Of == Update {
					size -= float64(v.trace.Value(trace.Number{At: n.At}))
				}
				if size = math.Abs(size); size > masked {
					size = 0
				}
				if size > most {
					most = size
					copy(best, at)
				}
			}
			return
		}
		for i := range t.Shape[dim] {
			switch {
			case t.Dims[dim] == "time" && i != v.stop.Time,
				v.isRow(t, dim) && !v.belongs(i, t.Shape[dim]),
				fixed != nil && fixed[dim] >= 0 && fixed[dim] != i:
				continue
			}
			at[dim] = i
			visit(dim + 1)
		}
	}
	visit(0)
	return best
}

// like returns the element of a tensor that goes with one of another: along
// dimensions that both have the same, else the largest.
func (v *view) like(t, main *Made, index []int) []int {
	fixed := make([]int, len(t.Shape))
	for i, name := range t.Dims {
		fixed[i] = -1
		if j := slices.Index(main.Dims, name); j >= 0 && main.Shape[j] == t.Shape[i] {
			fixed[i] = index[j]
		}
	}
	return v.largest(t, fixed)
}

func volume(shape []int) int {
	size := 1
	for _, n := range shape {
		size *= n
	}
	return cmp.Or(size, 1)
}
