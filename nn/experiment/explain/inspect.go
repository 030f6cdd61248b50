package explain

import (
	"math"
	"slices"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// A Summary tells of all numbers of a tensor at once, as the step has left them.
type Summary struct {
	Mean      Number
	Deviation Number // standard deviation
	Zeros     Number // the share of zeros, 0 to 1
	Largest   Number // of the largest in size, with its sign
	At        []int  // where that is
	Gradient  Number // the norm of its gradient, as Backward left it; NaN without one
}

// A Distribution is how often values are in bins of equal width, from the least to the
// largest finite one.
type Distribution struct {
	From, To Number
	Counts   []int
	Odd      int // those that are not finite
}

// bins is how many there are.
const bins = 24

// A Heat is a tensor as a matrix of levels: 128 is 0, 1 and 255 are the largest size.
// Dimensions but the last are rows. Of one that is larger than mostHeat a side cells are
// left out evenly.
type Heat struct {
	Rows, Cols int
	Levels     []uint8
	Scale      Number // what level 255 is
}

// mostHeat bounds the sides of a heat map.
const mostHeat = 96

// Inspect tells of all numbers of a tensor.
func (s *Step) Inspect(t *nn.Named) Summary {
	sum := Summary{Gradient: Number(math.NaN()), At: make([]int, len(t.Shape))}
	var total, squares, largest, zeros, back float64
	count := 0
	s.each(t, func(index []int, v float64) {
		count++
		total += v
		squares += v * v
		if v == 0 {
			zeros++
		}
		if size := math.Abs(v); count == 1 || size > largest {
			largest = size
			sum.Largest = Number(v)
			copy(sum.At, index)
		}
		if t.Gradient {
			if g, ok := s.gradientOf(t, index); ok {
				back += g * g
			}
		}
	})
	n := float64(max(count, 1))
	sum.Mean, sum.Zeros = Number(total/n), Number(zeros/n)
	sum.Deviation = Number(math.Sqrt(max(squares/n-total/n*(total/n), 0)))
	if t.Gradient {
		sum.Gradient = Number(math.Sqrt(back))
	}
	return sum
}

// gradientOf returns the gradient of an element as Backward left it.
func (s *Step) gradientOf(t *nn.Named, index []int) (v float64, ok bool) {
	at, ok := t.Offset(index, true)
	if !ok {
		return 0, false
	}
	for n := s.trace.At(at, s.end); n.Since > 0; n = s.trace.Before(n) {
		if s.back(n) {
			return float64(s.trace.Value(n)), true
		}
	}
	return 0, false
}

// each calls f for the elements of a tensor, row by row, as the step has left them.
func (s *Step) each(t *nn.Named, f func(index []int, v float64)) {
	index := make([]int, len(t.Shape))
	for range volume(t.Shape) {
		if at, ok := t.Offset(index, false); ok {
			f(index, float64(s.trace.Value(s.trace.At(at, s.end))))
		}
		for i := len(index) - 1; i >= 0; i-- {
			if index[i]++; index[i] < t.Shape[i] {
				break
			}
			index[i] = 0
		}
	}
}

// Summaries tells of all tensors that the step has and that Tensors lists, in that order.
func (s *Step) Summaries() (list []Tensor, sums []Summary) {
	for _, t := range s.tensors() {
		if named := s.namedAs(t.Name, t.Program); t.InStep && named != nil {
			list, sums = append(list, t), append(sums, s.Inspect(named))
		}
	}
	return list, sums
}

// namedAs returns the tensor of a name and a program, nil if there is none.
func (s *Step) namedAs(name, of string) *nn.Named {
	found := s.names.Find(name)
	if i := slices.IndexFunc(found, func(t *nn.Named) bool { return t.Program == of }); i >= 0 {
		return found[i]
	}
	return nil
}

// Picture returns a tensor as a heat map, and how its values are distributed.
func (s *Step) Picture(name, of string) (Heat, Distribution, error) {
	t := s.namedAs(name, of)
	if t == nil {
		return Heat{}, Distribution{}, setting.Refuse("no-tensor", "given", name)
	}
	values := make([]float64, 0, volume(t.Shape))
	s.each(t, func(_ []int, v float64) { values = append(values, v) })
	return heatOf(values, t.Shape), distributionOf(values), nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// heatOf draws values, row by row.
func heatOf(values []float64, shape []int) Heat {
	cols := 1
	if len(shape) > 0 {
		cols = max(shape[len(shape)-1], 1)
	}
	rows := len(values) / cols
	h := Heat{Rows: min(rows, mostHeat), Cols: min(cols, mostHeat)}
	scale := 0.0
	for _, v := range values {
		if finite(v) {
			scale = max(scale, math.Abs(v))
		}
	}
	h.Scale = Number(scale)
	for i := range h.Rows {
		for j := range h.Cols {
			v := values[i*rows/h.Rows*cols+j*cols/h.Cols]
			level := 128.0
			if finite(v) && scale > 0 {
				level += math.Round(v / scale * 127)
			}
			h.Levels = append(h.Levels, uint8(level))
		}
	}
	return h
}

// distributionOf counts values in bins.
func distributionOf(values []float64) Distribution {
	d := Distribution{Counts: make([]int, bins)}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if finite(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, v := range values {
		switch {
		case !finite(v):
			d.Odd++
		case hi > lo:
			d.Counts[min(int((v-lo)/(hi-lo)*bins), bins-1)]++
		default:
			d.Counts[bins/2]++
		}
	}
	if lo <= hi {
		d.From, d.To = Number(lo), Number(hi)
	}
	return d
}
