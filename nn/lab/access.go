package lab

import (
	"unsafe"

	"nnplay/nn/data/images"
	"nnplay/nn/data/rows"
)

// An Access is where in a spec the value of a setting stands.
type Access struct {
	place
	typed any // a pointer of the value's type
}

// A place is where something stands in what a spec holds.
type place struct {
	in     func(s *Spec, use func(of unsafe.Pointer)) // hands out what holds it
	offset uintptr                                    // of it
}

// Within returns where the values of a family's own settings stand, which are of
// type S. A value is named by a pointer into a sample of the settings:
//
//	var sample Settings
//	var at = lab.Within(&sample)
//
//	lab.Setting{..., At: at(&sample.Units)}
//
// The sample is not the place of any value. Own settings are taken out of a spec
// and put back as another value, so that specs share nothing. One function per
// setting would do the same, but make the programs a tenth larger.
func Within[S any](sample *S) func(value any) Access {
	return within(unsafe.Pointer(sample), unsafe.Sizeof(*sample), place{in: inOwn[S]})
}

// inOwn hands out own settings of type S.
func inOwn[S any](s *Spec, use func(of unsafe.Pointer)) {
	own := s.Own.(S)
	use(unsafe.Pointer(&own))
	s.Own = own
}

// withinCommon is Within for the common settings.
func withinCommon(sample *Common) func(value any) Access {
	return within(unsafe.Pointer(sample), unsafe.Sizeof(*sample), place{in: func(s *Spec, use func(unsafe.Pointer)) { use(unsafe.Pointer(&s.Common)) }})
}

// within names values in a sample that stands for what is at a place.
func within(sample unsafe.Pointer, size uintptr, p place) func(any) Access {
	return func(value any) Access {
		offset := uintptr(address(value)) - uintptr(sample)
		if offset >= size {
			panic("lab: a value that is not in the sample")
		}
		return Access{place{p.in, p.offset + offset}, value}
	}
}

// A Part is where in a family's own settings those stand, of type P, that it
// shares with other families.
type Part[P any] struct{ place }

// PartOf returns where a part stands, which is named by a pointer into a sample of
// the own settings.
func PartOf[S, P any](sample *S, part *P) Part[P] {
	return Part[P]{place{inOwn[S], uintptr(unsafe.Pointer(part)) - uintptr(unsafe.Pointer(sample))}}
}

// Of returns the part of a spec.
func (p Part[P]) Of(s *Spec) (part P) {
	p.use(s, func(at unsafe.Pointer) { part = *(*P)(at) })
	return part
}

// Change changes the part of a spec.
func (p Part[P]) Change(s *Spec, do func(part *P)) {
	p.use(s, func(at unsafe.Pointer) { do((*P)(at)) })
}

// Within is like the function Within, for values of the part.
func (p Part[P]) Within(sample *P) func(value any) Access {
	return within(unsafe.Pointer(sample), unsafe.Sizeof(*sample), p.place)
}

// use hands out what stands at the place.
func (p place) use(s *Spec, use func(at unsafe.Pointer)) {
	p.in(s, func(of unsafe.Pointer) { use(unsafe.Add(of, p.offset)) })
}

// value hands the pointer to the value, as setting.Field wants it, to use, which
// may change the value.
func (a Access) value(s *Spec, use func(value any)) {
	a.place.use(s, func(at unsafe.Pointer) { use(retyped(a.typed, at)) })
}

// address returns where a pointer to a value of a setting points.
func address(value any) unsafe.Pointer {
	switch p := value.(type) {
	case *string:
		return unsafe.Pointer(p)
	case *bool:
		return unsafe.Pointer(p)
	case *int:
		return unsafe.Pointer(p)
	case *uint32:
		return unsafe.Pointer(p)
	case *float32:
		return unsafe.Pointer(p)
	case *[]string:
		return unsafe.Pointer(p)
	case *[]int:
		return unsafe.Pointer(p)
	case **images.Album:
		return unsafe.Pointer(p)
	case **rows.Rows:
		return unsafe.Pointer(p)
	}
	panic("lab: a setting can't be of this type")
}

// retyped returns a pointer of the type of another one.
func retyped(typed any, p unsafe.Pointer) any {
	switch typed.(type) {
	case *string:
		return (*string)(p)
	case *bool:
		return (*bool)(p)
	case *int:
		return (*int)(p)
	case *uint32:
		return (*uint32)(p)
	case *float32:
		return (*float32)(p)
	case *[]string:
		return (*[]string)(p)
	case *[]int:
		return (*[]int)(p)
	case **images.Album:
		return (**images.Album)(p)
	case **rows.Rows:
		return (**rows.Rows)(p)
	}
	panic("lab: a setting can't be of this type")
}
