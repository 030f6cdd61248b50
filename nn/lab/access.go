package lab

import (
	"unsafe"

	"nnplay/nn/data/images"
)

// An Access is where in a spec the value of a setting stands.
type Access struct {
	in     func(s *Spec, use func(of unsafe.Pointer)) // hands out what holds the value
	offset uintptr                                    // of the value in it
	typed  any                                        // a pointer of the value's type
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
// and put back as another value, so that specs share nothing. (A function a
// setting would say the same, and make the programs a tenth larger.)
func Within[S any](sample *S) func(value any) Access {
	return within(unsafe.Pointer(sample), func(s *Spec, use func(unsafe.Pointer)) {
		own := s.Own.(S)
		use(unsafe.Pointer(&own))
		s.Own = own
	})
}

// withinCommon is Within for the common settings.
func withinCommon(sample *Common) func(value any) Access {
	return within(unsafe.Pointer(sample), func(s *Spec, use func(unsafe.Pointer)) { use(unsafe.Pointer(&s.Common)) })
}

func within(sample unsafe.Pointer, in func(*Spec, func(unsafe.Pointer))) func(any) Access {
	return func(value any) Access {
		return Access{in, uintptr(address(value)) - uintptr(sample), value}
	}
}

// use hands the pointer to the value, as setting.Field wants it, to f, which may
// change the value.
func (a Access) use(s *Spec, f func(value any)) {
	a.in(s, func(of unsafe.Pointer) { f(retyped(a.typed, unsafe.Add(of, a.offset))) })
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
	}
	return (**images.Album)(p)
}
