package simd

// A local is the index of a parameter or a local variable of a function.
type local int

// A function is the body of one function under construction. Its parameters
// are all i32.
type function struct {
	params int
	locals []valueType
	free   [2][]local // locals that may be used again: numbers, vectors
	code   []byte

	roots     []root   // of the expressions that wait to be emitted
	constants []*value // among them
	strand    int      // the number of the last strand that began
	nodes     *pool
}

func newFunction(params int, nodes *pool) *function {
	return &function{params: params, nodes: nodes, code: make([]byte, 0, 4<<10)}
}

// local returns a local variable that is not in use.
func (f *function) local(t valueType) local {
	free := &f.free[kindOf(t)]
	if n := len(*free); n > 0 {
		l := (*free)[n-1]
		*free = (*free)[:n-1]
		return l
	}
	f.locals = append(f.locals, t)
	return local(f.params + len(f.locals) - 1)
}

// release gives a local back.
func (f *function) release(l local) {
	kind := kindOf(f.locals[int(l)-f.params])
	f.free[kind] = append(f.free[kind], l)
}

// kindOf tells numbers and vectors apart.
func kindOf(t valueType) int {
	if t == typeV128 {
		return 1
	}
	return 0
}

// op emits an instruction with immediates that are unsigned numbers.
func (f *function) op(op opcode, immediates ...int) {
	f.code = appendOp(f.code, op)
	for _, n := range immediates {
		f.code = appendUint(f.code, n)
	}
}

func (f *function) i32(n int) {
	f.code = appendInt(appendOp(f.code, opI32Const), int64(int32(n)))
}

// advance adds a number of bytes to a pointer.
func (f *function) advance(pointer local, bytes int) {
	if bytes == 0 {
		return
	}
	f.op(opGet, int(pointer))
	f.i32(bytes)
	f.op(opI32Add)
	f.op(opSet, int(pointer))
}

// repeat runs what body emits n > 0 times.
func (f *function) repeat(n int, body func()) {
	if n == 1 {
		body()
		f.flush()
		return
	}
	count := f.local(typeI32)
	f.i32(n)
	f.op(opSet, int(count))
	f.down(count, body)
	f.release(count)
}

// down runs what body emits as often as a local says, at least once, counting
// it down.
func (f *function) down(count local, body func()) {
	f.flush()
	f.op(opLoop, void)
	body()
	f.flush()
	f.op(opGet, int(count))
	f.i32(-1)
	f.op(opI32Add)
	f.op(opTee, int(count))
	f.op(opBranchIf, 0)
	f.op(opEnd)
}

// bytes encodes the body: its locals in runs of one type, and its code.
func (f *function) bytes() []byte {
	f.flush()
	var runs []byte
	n := 0
	for i := 0; i < len(f.locals); {
		j := i
		for j < len(f.locals) && f.locals[j] == f.locals[i] {
			j++
		}
		runs = append(appendUint(runs, j-i), byte(f.locals[i]))
		i = j
		n++
	}
	body := append(appendUint(nil, n), runs...)
	return append(append(body, f.code...), byte(opEnd))
}
