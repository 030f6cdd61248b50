// Package program defines what a graph compiles to: a flat list of
// instructions over one float32 arena, and the interpreter that runs it.
//
// The interpreter is the specification. Any other executor must agree with it
// to the last bit, so each instruction's comment states the order in which it
// adds. The set is small because operands are strided views: a transpose, a
// slice, a broadcast or a convolution's patches are strides, not instructions.
package program

// None is the offset of an operand that is not there.
const None = -1

// A Dims is the iteration space of an instruction, outermost dimension first.
// Dimensions that are not used are 1.
type Dims [4]int

// Len returns the number of points in the iteration space.
func (d Dims) Len() int { return d[0] * d[1] * d[2] * d[3] }

// A View addresses float32 elements of the arena: element (i, j, k, l) lies at
// Offset + i*Stride[0] + j*Stride[1] + k*Stride[2] + l*Stride[3].
// A stride of 0 repeats (broadcasts) an element along that dimension.
type View struct {
	Offset int
	Stride [4]int
}

// Absent is the operand that is not there.
func Absent() View { return View{Offset: None} }

// An Op is the kind of an instruction.
type Op uint8

// The instruction set.
const (
	// Map computes Dst = f(A, B, C) element by element over Dim, f being Func,
	// of one to three arguments. With Acc it computes Dst = Dst + f(A, B, C).
	Map Op = iota

	// Gemm multiplies matrices, batched over Dim[0] and Dim[1]:
	//
	//	Dst[b,c,i,j] = C[b,c,i,j] + Σ_k A[b,c,i,k] · B[b,c,k,j]
	//
	// with i < Dim[2], j < Dim[3], k < K. The accumulator starts from C (from
	// +0 where C is absent) and runs in ascending k: one rounded product, one
	// rounded sum a step. C may be Dst itself (accumulate) or a bias row.
	//
	// A contraction over several dimensions, as a convolution's, has the two
	// loops of Over around that over k, the first outermost: the sum goes on
	// through them, in their order. Each moves A and B by its steps.
	Gemm

	// Sum contracts the last dimension:
	//
	//	Dst[b,c,i] = Σ_k A[b,c,i,k],  k < Dim[3]
	//
	// starting from +0. Where A.Stride[3] is 1 element k goes to lane k mod 4,
	// each lane adds in ascending order, and the result is (s0+s1)+(s2+s3);
	// otherwise one accumulator adds in ascending k. With Acc the result is
	// added to Dst. An empty sum is +0.
	Sum

	// Max is as Sum with "the larger of", starting from -Inf: m = a > m ? a : m,
	// so NaN is passed over and of equals the first of a lane, then of the lowest
	// lane, is kept. It has no Acc.
	Max

	// Gather copies rows: Dst[0,0,i,j] = A[0,0,r,j] where r is the row number
	// held by B[0,0,p+i,0] and p the first position, held by C (0 if absent).
	// r and p are whole numbers stored as floats; r is clamped to [0, K-1].
	Gather

	// Scatter adds rows: Dst[0,0,r,j] += A[0,0,i,j] in ascending i, r as for
	// Gather, clamped to [0, K-1].
	Scatter

	// Random fills Dst, which must be contiguous, with uniform numbers in
	// [0, 1) of 24 bits. Element e is word e mod 4 of the Philox4x32-10 block
	// with key A[0..1] and counter (e/4, K, B[0], B[1]): the bits of the cells
	// A and B as they stand in the arena, K telling one use from another.
	Random

	// Tick adds 1 to the 64-bit counter whose low and high words are the bits
	// of the two arena cells at Dst.
	Tick

	numOps
)

// String returns the op's name.
func (op Op) String() string {
	names := [numOps]string{"map", "gemm", "sum", "max", "gather", "scatter", "random", "tick"}
	if op < numOps {
		return names[op]
	}
	return "invalid"
}

// An Instr is one instruction.
type Instr struct {
	Op   Op
	Func Func // Map only
	Acc  bool // Map and Sum: add to the destination
	Dim  Dims
	Over [2]Loop // Gemm: the outer loops of the contraction
	K    int     // Gemm: contraction length; Gather, Scatter: rows of the table; Random: which use
	Dst  View
	A    View
	B    View
	C    View
}

// Writes returns the elements to which the instruction may write, in the order in which it
// does; of Scatter, whose indices say to which rows it writes, all rows of the table.
func (c *Instr) Writes() (View, Dims) {
	v, d := c.Dst, c.Dim
	switch c.Op {
	case Sum, Max:
		d[3] = 1
	case Gather:
		d[0], d[1] = 1, 1
	case Scatter:
		d[0], d[1], d[2] = 1, 1, c.K
	case Random:
		v, d = View{Offset: v.Offset, Stride: [4]int{0, 0, 0, 1}}, Dims{1, 1, 1, d.Len()}
	case Tick:
		v, d = View{Offset: v.Offset, Stride: [4]int{0, 0, 0, 1}}, Dims{1, 1, 1, 2}
	}
	return v, d
}

// A Loop goes over one more dimension of a contraction: N times, its steps being
// elements. Where there is no such dimension N is 0, which counts as once.
type Loop struct{ N, A, B int }

// Times returns how often the loop runs.
func (l Loop) Times() int { return max(l.N, 1) }

// A Program is one entry point: a training step, an evaluation, a heat map.
// Programs that share an arena share parameters by address.
type Program struct {
	Name string
	Code []Instr
	// Temps is the part of the arena in which nothing has to be found after the
	// program has run, but for what lies in Kept: an executor need not write
	// there what the program itself does not read. No operand reaches over its
	// borders. Zero values promise nothing.
	Temps Range
	Kept  []Range
}

// A Range is the elements of the arena from From to, but not including, To.
type Range struct{ From, To int }

// Overlaps says whether two ranges have an element in common.
func (r Range) Overlaps(s Range) bool { return r.From < s.To && s.From < r.To }

// An Executor runs programs over an arena that it shares with its maker.
type Executor interface {
	// Run executes the program a number of times in a row.
	Run(p *Program, times int)
}

// An Engine makes an executor of some programs over the arena that they share.
type Engine func(arena []float32, programs ...*Program) (Executor, error)

// Interpret is the engine that runs everywhere.
func Interpret(arena []float32, _ ...*Program) (Executor, error) { return NewInterpreter(arena), nil }
