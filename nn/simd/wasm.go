package simd

import "encoding/binary"

// A valueType is a type of WebAssembly.
type valueType byte

const (
	typeI32  valueType = 0x7f
	typeV128 valueType = 0x7b
)

// An opcode is an instruction of WebAssembly (the binary format's section 5.4).
// Vector instructions have the prefix 0xfd in the high byte.
type opcode uint16

const vector = 0xfd00

const (
	opLoop     opcode = 0x03
	opIf       opcode = 0x04
	opEnd      opcode = 0x0b
	opBranchIf opcode = 0x0d
	opReturn   opcode = 0x0f
	opCall     opcode = 0x10
	opGet      opcode = 0x20
	opSet      opcode = 0x21
	opTee      opcode = 0x22

	opI64Load  opcode = 0x29
	opF32Load  opcode = 0x2a
	opI64Store opcode = 0x37

	opI32Const opcode = 0x41
	opI64Const opcode = 0x42
	opI32Eqz   opcode = 0x45
	opI32LtU   opcode = 0x49
	opI32Add   opcode = 0x6a
	opI32Mul   opcode = 0x6c
	opI64Add   opcode = 0x7c
	opSelect   opcode = 0x1b

	opTruncSat opcode = 0xfc01 // i32.trunc_sat_f32_u

	opLoad        opcode = vector | 0
	opLoadSplat   opcode = vector | 9
	opStore       opcode = vector | 11
	opConst       opcode = vector | 12
	opShuffle     opcode = vector | 13
	opAnd         opcode = vector | 78
	opAndNot      opcode = vector | 79
	opOr          opcode = vector | 80
	opXor         opcode = vector | 81
	opBitselect   opcode = vector | 82
	opLoadLane    opcode = vector | 86
	opStoreLane   opcode = vector | 90
	opStoreLane64 opcode = vector | 91
	opLoadZero    opcode = vector | 92
	opLoadZero64  opcode = vector | 93

	opI32x4Eq   opcode = vector | 55
	opF32x4Eq   opcode = vector | 65
	opF32x4Ne   opcode = vector | 66
	opF32x4Lt   opcode = vector | 67
	opF32x4Gt   opcode = vector | 68
	opF32x4Ge   opcode = vector | 70
	opFloor     opcode = vector | 104
	opI32x4Shl  opcode = vector | 171
	opI32x4Sar  opcode = vector | 172
	opI32x4Shr  opcode = vector | 173
	opI32x4Add  opcode = vector | 174
	opI32x4Sub  opcode = vector | 177
	opI32x4Max  opcode = vector | 184 // signed
	opExtMulLow opcode = vector | 222 // i64x2.extmul_low_i32x4_u
	opExtMulHi  opcode = vector | 223
	opF32x4Abs  opcode = vector | 224
	opF32x4Neg  opcode = vector | 225
	opF32x4Sqrt opcode = vector | 227
	opF32x4Add  opcode = vector | 228
	opF32x4Sub  opcode = vector | 229
	opF32x4Mul  opcode = vector | 230
	opF32x4Div  opcode = vector | 231
	opPMin      opcode = vector | 234 // b < a ? b : a
	opPMax      opcode = vector | 235 // a < b ? b : a
	opConvert   opcode = vector | 250 // f32x4.convert_i32x4_s
)

// void is the type of a block without a result.
const void = 0x40

func appendOp(code []byte, op opcode) []byte {
	if op < 0x100 {
		return append(code, byte(op))
	}
	return binary.AppendUvarint(append(code, byte(op>>8)), uint64(op&0xff))
}

func appendUint(code []byte, n int) []byte { return binary.AppendUvarint(code, uint64(n)) }

// appendInt appends a signed number in LEB128, which encoding/binary has not.
func appendInt(code []byte, n int64) []byte {
	for {
		b := byte(n & 0x7f)
		n >>= 7
		if n == 0 && b&0x40 == 0 || n == -1 && b&0x40 != 0 {
			return append(code, b)
		}
		code = append(code, b|0x80)
	}
}

func appendName(code []byte, name string) []byte {
	return append(appendUint(code, len(name)), name...)
}

// A module is a WebAssembly module under construction: functions over a memory
// that it imports as "env" "memory".
type module struct {
	functions []*function
	exports   []string // names of the last len(exports) functions
}

// add appends a function and returns its index.
func (m *module) add(f *function) int {
	m.functions = append(m.functions, f)
	return len(m.functions) - 1
}

// bytes encodes the module (the binary format's section 5.5).
func (m *module) bytes() []byte {
	const (
		typeSection, importSection, functionSection, exportSection, codeSection = 1, 2, 3, 7, 10

		functionType, memoryKind, functionKind = 0x60, 2, 0
	)
	out := []byte("\x00asm\x01\x00\x00\x00")
	section := func(id byte, body []byte) {
		out = append(appendUint(append(out, id), len(body)), body...)
	}

	// A function type for each number of parameters, all i32.
	types, index := []byte(nil), map[int]int{}
	functions := appendUint(nil, len(m.functions))
	for _, f := range m.functions {
		n, ok := index[f.params]
		if !ok {
			n = len(index)
			index[f.params] = n
			types = appendUint(append(types, functionType), f.params)
			for range f.params {
				types = append(types, byte(typeI32))
			}
			types = append(types, 0)
		}
		functions = appendUint(functions, n)
	}
	section(typeSection, append(appendUint(nil, len(index)), types...))

	imports := appendName(appendName(appendUint(nil, 1), "env"), "memory")
	section(importSection, append(imports, memoryKind, 0, 1))
	section(functionSection, functions)

	exports := appendUint(nil, len(m.exports))
	for i, name := range m.exports {
		exports = append(appendName(exports, name), functionKind)
		exports = appendUint(exports, len(m.functions)-len(m.exports)+i)
	}
	section(exportSection, exports)

	code := appendUint(nil, len(m.functions))
	for _, f := range m.functions {
		body := f.bytes()
		code = append(appendUint(code, len(body)), body...)
	}
	section(codeSection, code)
	return out
}
