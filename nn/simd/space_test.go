package simd

import (
	"math/rand/v2"
	"slices"
	"testing"

	"nnplay/nn/program"
)

// addresses lists the elements of a view in the order in which they are visited.
func addresses(v program.View, d program.Dims) (list []int) {
	for i := range d[0] {
		for j := range d[1] {
			for k := range d[2] {
				for l := range d[3] {
					list = append(list, v.Offset+i*v.Stride[0]+j*v.Stride[1]+k*v.Stride[2]+l*v.Stride[3])
				}
			}
		}
	}
	return list
}

func drawView(r *rand.Rand) (program.View, program.Dims) {
	var v program.View
	d := program.Dims{1, 1, 1, 1}
	for i := range d {
		d[i] = []int{1, 1, 2, 3, 4, 6}[r.IntN(6)]
		v.Stride[i] = r.IntN(14)
	}
	if r.IntN(2) == 0 { // as tensors lie, now and then with a gap
		n := 1
		for _, i := range []int{3, 2, 1, 0} {
			v.Stride[i] = n
			n = n*d[i] + r.IntN(2)*r.IntN(3)
		}
	}
	v.Offset = r.IntN(30)
	return canonical(v, d), d
}

// TestReshape compares with the elements themselves: a reshaped view visits the
// same in the same order, and there is one wherever one exists.
func TestReshape(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	possible := 0
	for range 20000 {
		v, from := drawView(r)
		var to program.Dims
		for to = (program.Dims{1, 1, 1, 1}); ; {
			for i := range to {
				to[i] = []int{1, 2, 3, 4, 6, 8, 12}[r.IntN(7)]
			}
			if to.Len() == from.Len() || r.IntN(200) == 0 {
				break
			}
		}
		if to.Len() != from.Len() {
			continue
		}
		want := addresses(v, from)
		got, ok := reshape(v, from, to)
		if ok && !slices.Equal(addresses(got, to), want) {
			t.Fatalf("%v over %v is not %v over %v", v, from, got, to)
		}
		// The strides that it must have, if any has.
		stride, step := program.View{Offset: v.Offset}, 1
		for i := 3; i >= 0; i-- {
			if to[i] > 1 {
				stride.Stride[i] = want[step] - want[0]
			}
			step *= to[i]
		}
		if exists := slices.Equal(addresses(stride, to), want); exists != ok {
			t.Fatalf("%v over %v as %v: %v, want %v", v, from, to, ok, exists)
		}
		if ok {
			possible++
		}
	}
	if possible < 1000 {
		t.Errorf("only %d views could be reshaped", possible)
	}
}

// TestApart holds what is said to be apart, and to be injective, to the elements.
func TestApart(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	said := 0
	for range 20000 {
		a, ad := drawView(r)
		b, bd := drawView(r)
		if r.IntN(2) == 0 { // columns of one table
			ad[3], bd[3] = min(ad[3], 4), min(bd[3], 4)
			a = canonical(program.View{Offset: r.IntN(8), Stride: [4]int{0, 0, 8, 1}}, ad)
			b = canonical(program.View{Offset: r.IntN(8), Stride: [4]int{0, 0, 8, 1}}, bd)
		}
		if r.IntN(3) == 0 { // taps of one window
			bd, b = ad, a
			b.Offset += r.IntN(20)
		}
		x, y := addresses(a, ad), addresses(b, bd)
		shared := slices.ContainsFunc(x, func(e int) bool { return slices.Contains(y, e) })
		if program.Apart(a, b, ad, bd) {
			said++
			if shared {
				t.Fatalf("%v over %v and %v over %v share elements", a, ad, b, bd)
			}
		}
		slices.Sort(x)
		if injective(a, ad) && len(slices.Compact(x)) != ad.Len() {
			t.Fatalf("%v over %v visits an element twice", a, ad)
		}
	}
	if said < 1000 {
		t.Errorf("only %d pairs were said to be apart", said)
	}
}
