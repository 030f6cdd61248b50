package program

// Apart says whether two views, over dimensions of their own, share no element,
// and false where that is not easily seen. They are apart if one ends before
// the other begins, if both keep to columns of their own of one table, or if
// they have the same strides and no difference of indices makes up for the
// distance between them, as with the taps of a window.
func Apart(a, b View, ad, bd Dims) bool {
	if a.Offset == None || b.Offset == None || ad.Len() == 0 || bd.Len() == 0 {
		return true
	}
	if a.last(ad) < b.Offset || b.last(bd) < a.Offset {
		return true
	}
	for _, row := range a.Stride {
		if row <= 1 {
			continue
		}
		a0, a1, ok := a.columns(ad, row)
		b0, b1, fine := b.columns(bd, row)
		if ok && fine && (a1 < b0 || b1 < a0) {
			return true
		}
	}
	return interleaved(a, b, ad, bd)
}

// last returns the offset of the last element. No stride is negative.
func (v View) last(d Dims) int {
	at := v.Offset
	for i, n := range d {
		at += (n - 1) * v.Stride[i]
	}
	return at
}

// columns returns the first and the last column that a view touches in a table
// whose rows have a number of elements, if it does not cross a row's end.
func (v View) columns(d Dims, row int) (first, last int, ok bool) {
	first = v.Offset % row
	last = first
	for i, n := range d {
		if n > 1 && v.Stride[i]%row != 0 {
			last += (n - 1) * v.Stride[i]
		}
	}
	return first, last, last < row
}

// interleaved says whether two views of the same strides lie between each
// other's elements. An element is shared if for some differences of indices
// Σ stride·difference is the distance from a to b.
func interleaved(a, b View, ad, bd Dims) bool {
	type dimension struct{ stride, least, most int } // differences of indices
	var list []dimension
	for i := range 4 {
		if ad[i] == 1 && bd[i] == 1 {
			continue
		}
		if a.Stride[i] != b.Stride[i] || a.Stride[i] < 0 {
			return false
		}
		at := 0 // the largest stride first
		for at < len(list) && list[at].stride >= a.Stride[i] {
			at++
		}
		list = append(list, dimension{})
		copy(list[at+1:], list[at:])
		list[at] = dimension{a.Stride[i], -(bd[i] - 1), ad[i] - 1}
	}
	const most = 200 // differences to try
	tried := 0
	var meet func(list []dimension, distance int) bool
	meet = func(list []dimension, distance int) bool {
		if len(list) == 0 {
			return distance == 0
		}
		d, inner := list[0], list[1:]
		var low, high int // what the smaller strides can make up for
		for _, e := range inner {
			low += e.stride * e.least
			high += e.stride * e.most
		}
		for n := d.least; n <= d.most; n++ {
			rest := distance - n*d.stride
			if rest > high {
				continue
			}
			if rest < low {
				break
			}
			if tried++; tried > most || meet(inner, rest) {
				return true
			}
			if d.stride == 0 {
				break // every difference makes the same
			}
		}
		return false
	}
	return !meet(list, b.Offset-a.Offset)
}
