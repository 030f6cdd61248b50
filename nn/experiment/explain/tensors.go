package explain

import "nnplay/nn"

// A Tensor is something whose numbers can be asked for.
type Tensor struct {
	Name     string   `json:"name"`
	Program  string   `json:"program,omitempty"` // whose result it is; "" for what lasts
	Role     nn.Role  `json:"role"`
	Shape    []int    `json:"shape"`
	Dims     []string `json:"dimensions"` // what the dimensions are
	Gradient bool     `json:"gradient"`   // its elements have one
	InStep   bool     `json:"inStep"`     // it lasts, or is a result of a training step, not of what looks on
}

// Tensors lists what can be asked for, but for constants: what tells how well the network
// does, then what lasts as it lies in the arena, then the results in the order in which
// programs name them.
func (s *Step) Tensors() []Tensor { return append(s.metrics(), s.tensors()...) }

func (s *Step) tensors() []Tensor {
	var list []Tensor
	for _, t := range s.names.All() {
		if t.Role == nn.RoleConstant {
			continue
		}
		list = append(list, Tensor{
			Name: t.Name, Program: t.Program, Role: t.Role, Gradient: t.Gradient,
			Shape: append([]int{}, t.Shape...), Dims: append([]string{}, t.Dims...),
			InStep: t.Program == "" || s.inStep(t.Program),
		})
	}
	return list
}
