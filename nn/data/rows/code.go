package rows

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"math"
)

// What files and links hold, deflated (RFC 1951): the number of inputs, and of each
// its name, its column's name and the place of its kind; the number of targets, and
// their names; 0 of values, else one more than the number of classes, and their
// names; the number of rows; then column by column, inputs before targets, float32
// each. A number is an unsigned varint, a name is its length and its bytes, and
// float32 are little-endian: a file gives the very same numbers.

// magic is how files begin.
const magic = "nnplay rows 1\n"

// Encode returns the rows as a file.
func (r *Rows) Encode() []byte {
	level := flate.BestCompression
	if len(r.X) > mostInText {
		level = flate.BestSpeed
	}
	return append([]byte(magic), r.pack(level)...)
}

// Decode reads a file. What it announces is checked before room is made for it.
func Decode(file []byte) (*Rows, error) {
	packed, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, Errors.Refuse("rows-damaged")
	}
	return unpack(packed, MaxCells)
}

func (r *Rows) pack(level int) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, level) // the level is valid
	r.write(w)
	w.Close() // a buffer takes all
	return b.Bytes()
}

// write writes what is deflated. Writers are those of pack and of the hash, which
// never fail.
func (r *Rows) write(w io.Writer) {
	var head []byte
	number := func(n int) { head = binary.AppendUvarint(head, uint64(n)) }
	name := func(text string) {
		number(len(text))
		head = append(head, text...)
	}
	number(len(r.Inputs))
	for _, in := range r.Inputs {
		name(in.Name)
		name(in.Column)
		number(in.Kind.place())
	}
	number(len(r.Targets))
	for _, text := range r.Targets {
		name(text)
	}
	classes := 0
	if r.Classes != nil {
		classes = len(r.Classes) + 1
	}
	number(classes)
	for _, text := range r.Classes {
		name(text)
	}
	number(r.Len())
	w.Write(head)
	writeColumns(w, r.X, len(r.Inputs))
	writeColumns(w, r.Y, len(r.Targets))
}

// place returns where a kind stands among Kinds; the first is that of all others.
func (k Kind) place() int {
	for i, kind := range Kinds {
		if k == kind {
			return i
		}
	}
	return 0
}

// writeColumns writes numbers (n, columns), column by column.
func writeColumns(w io.Writer, values []float32, columns int) {
	column := make([]byte, 0, 4*len(values)/columns)
	for c := range columns {
		column = column[:0]
		for at := c; at < len(values); at += columns {
			column = binary.LittleEndian.AppendUint32(column, math.Float32bits(values[at]))
		}
		w.Write(column)
	}
}

// unpack undoes pack, for so many cells at most.
func unpack(packed []byte, limit int) (*Rows, error) {
	in := reader{from: bufio.NewReader(flate.NewReader(bytes.NewReader(packed)))}
	var r Rows
	for range in.number(MaxInputs) {
		input := Input{Name: in.name(), Column: in.name(), Kind: Kinds[in.number(len(Kinds)-1)]}
		r.Inputs = append(r.Inputs, input)
	}
	r.Targets = in.names(in.number(MaxTargets))
	if n := in.number(MaxClasses + 1); n > 0 {
		r.Classes = append([]string{}, in.names(n-1)...)
	}
	n := in.number(MaxRows)
	if n*(len(r.Inputs)+len(r.Targets)) > limit {
		in.damaged = true
	}
	r.X = in.columns(n, len(r.Inputs))
	r.Y = in.columns(n, len(r.Targets))
	if _, err := in.from.ReadByte(); in.damaged || err != io.EOF {
		return nil, Errors.Refuse("rows-damaged")
	}
	return New(r)
}

// A reader reads what is deflated; once something is wrong it goes on with nothing.
type reader struct {
	from    *bufio.Reader
	damaged bool
}

func (in *reader) number(limit int) int {
	n, err := binary.ReadUvarint(in.from)
	if err != nil || n > uint64(limit) {
		in.damaged = true
	}
	if in.damaged {
		return 0
	}
	return int(n)
}

func (in *reader) name() string {
	text := make([]byte, in.number(MaxName*4))
	if _, err := io.ReadFull(in.from, text); err != nil {
		in.damaged = true
	}
	return string(text)
}

func (in *reader) names(n int) (all []string) {
	for range n {
		all = append(all, in.name())
	}
	return all
}

// columns reads columns of n numbers and puts them beside each other: (n, columns).
// Room for them grows with what there is.
func (in *reader) columns(n, columns int) []float32 {
	column := make([]byte, 4*n)
	var all []float32 // (columns, n)
	for range columns {
		if in.damaged {
			return nil
		}
		if _, err := io.ReadFull(in.from, column); err != nil {
			in.damaged = true
			return nil
		}
		for at := 0; at < len(column); at += 4 {
			all = append(all, math.Float32frombits(binary.LittleEndian.Uint32(column[at:])))
		}
	}
	out := make([]float32, len(all))
	for i, v := range all {
		out[i%n*columns+i/n] = v
	}
	return out
}
