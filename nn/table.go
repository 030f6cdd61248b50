package nn

import "fmt"

// Table returns a constant tensor of that name. fill writes its values, row by
// row, when it is asked for first.
func (g *Graph) Table(name string, fill func(values []float32), shape ...int) *Tensor {
	a, fresh := g.mem.named("constant", name, cells, shape)
	if fresh {
		values := make([]float32, numel(shape))
		fill(values)
		g.mem.set(a.offset, values...)
	}
	return g.leaf(name, a, false)
}

// Numbers returns the constant row 0, 1, ..., n-1.
func (g *Graph) Numbers(n int) *Tensor {
	return g.Table(sized("numbers", n), func(v []float32) {
		for i := range v {
			v[i] = float32(i)
		}
	}, n)
}

// sized returns the name of a table with its sizes.
func sized(name string, sizes ...int) string { return fmt.Sprint(name, sizes) }
