package programtest

import "nnplay/nn/program"

// drawTemps draws which part of the arena, most often a large one, a program
// need not keep, and what it keeps of that. No operand lies partly in Temps;
// what is kept may begin and end anywhere.
func drawTemps(b *Bench, code []program.Instr) (temps program.Range, kept []program.Range) {
	n := len(b.Arena)
	temps = program.Range{From: b.IntN(1 + n/4), To: n - b.IntN(1+n/4)}
	for before := (program.Range{}); temps != before; {
		before = temps
		for i := range code {
			for _, r := range reaches(&code[i]) {
				if r.From < temps.From && temps.From < r.To {
					temps.From = r.To
				}
				if r.From < temps.To && temps.To < r.To {
					temps.To = r.From
				}
			}
		}
	}
	if temps.From >= temps.To {
		return program.Range{}, nil
	}
	for range b.IntN(3) {
		from := b.IntN(n)
		kept = append(kept, program.Range{From: from, To: from + b.IntN(1+min(n-from, 1+n/8))})
	}
	return temps, kept
}

// reaches returns the range of each operand of an instruction, or more.
func reaches(c *program.Instr) (list []program.Range) {
	const first = 5 // more than any first position of a Gather
	d := c.Dim
	views := [4]program.View{c.Dst, c.A, c.B, c.C}
	dims := [4]program.Dims{d, d, d, d}
	switch c.Op {
	case program.Gemm:
		dims[1][3], dims[2][2] = c.K, c.K
	case program.Sum, program.Max:
		dims[0][3] = 1
	case program.Gather:
		dims[1][2], dims[2][2] = c.K, d[2]+first
	case program.Scatter:
		dims[0][2] = c.K
	}
	for i, v := range views {
		if v.Offset == program.None || dims[i].Len() == 0 {
			continue
		}
		r := program.Range{From: v.Offset, To: v.Offset + 1}
		for k, n := range dims[i] {
			r.To += (n - 1) * v.Stride[k]
		}
		for _, l := range c.Over {
			r.To += (l.Times() - 1) * max(l.A, l.B)
		}
		if c.Op == program.Random || c.Op == program.Tick {
			r.To = max(r.To, v.Offset+2)
		}
		list = append(list, r)
	}
	return list
}

// room reserves elements, most often right behind the last.
func (s *sequence) room(n int) int {
	offset := len(s.Arena)
	if s.IntN(3) == 0 {
		offset += s.IntN(4)
	}
	if s.tame {
		s.growTamely(offset + n)
	} else {
		s.grow(offset + n)
	}
	return offset
}

// layOut reserves a layer's tensors: samples × units, samples × inputs and
// inputs × units; rows, columns and scalars; and samples × 2·units, whose
// halves are as large as the first. Tables of equal shapes share matrices.
func (s *sequence) layOut() {
	samples, units, inputs := s.extents()
	full := func(rows, units int) matrix { return matrix{s.room(rows * units), units, 1} }
	row := func(units int) matrix { return matrix{s.room(units), 0, 1} }
	column := func(rows int) matrix { return matrix{s.room(rows), 1, 0} }
	scalar := func() matrix { return matrix{s.room(1), 0, 0} }

	scalars := []matrix{scalar(), scalar(), scalar()}
	rows := []matrix{row(units), row(units), row(units)}
	columns := []matrix{column(samples), column(samples), column(samples)}
	inputRow, inputColumn, wideRow := row(inputs), column(inputs), row(2*units)
	wide, hidden := full(samples, 2*units), full(samples, units)

	outputs := &table{rows: samples, units: units, full: []matrix{
		hidden, full(samples, units), full(samples, units),
		{wide.offset, wide.rows, 1}, {wide.offset + units, wide.rows, 1}, // its halves
	}}
	if s.IntN(3) == 0 {
		outputs.full = append(outputs.full, full(units, samples).transposed())
	}
	if s.IntN(3) == 0 { // these overlap the first and both halves
		outputs.full = append(outputs.full, matrix{hidden.offset + 1, units, 1}, matrix{wide.offset + units + 1, wide.rows, 1})
	}
	outputs.parts = append(append(outputs.parts, rows...), columns...)
	if samples > 0 && units > 0 { // a row and a column of a matrix
		outputs.parts = append(outputs.parts, matrix{hidden.offset + s.IntN(samples)*units, 0, 1}, matrix{hidden.offset + s.IntN(units), units, 0})
	}
	s.tables = []*table{
		outputs, outputs, outputs, // most often
		{rows: samples, units: inputs, full: []matrix{full(samples, inputs), full(samples, inputs)}, parts: append([]matrix{inputRow}, columns...)},
		{rows: inputs, units: units, full: []matrix{full(inputs, units), full(inputs, units)}, parts: append([]matrix{inputColumn}, rows...)},
		{rows: samples, units: 2 * units, full: []matrix{wide, full(samples, 2*units)}, parts: append([]matrix{wideRow}, columns...)},
		{rows: 1, units: units, full: rows},
		{rows: samples, units: 1, full: columns},
		{rows: 1, units: 1, full: scalars},
	}
	in, weights := s.tables[3], s.tables[4]
	if inputs == units {
		outputs.full = append(outputs.full, in.full...)
	}
	if inputs == samples {
		outputs.full = append(outputs.full, weights.full...)
		weights.full = append(weights.full, hidden)
	}
	for _, t := range s.tables[2:] {
		t.parts = append(t.parts, scalars...)
	}

	s.dataRows = 1 + s.IntN(20)
	s.data = full(s.dataRows, inputs)
	first := s.IntN(5)
	s.order = program.View{Offset: len(s.Arena), Stride: [4]int{0, 0, 1, 0}}
	s.Arena = append(s.Arena, rowNumbers(s.Bench, first+samples, s.dataRows)...)
	s.cursor = program.View{Offset: len(s.Arena)}
	s.Arena = append(s.Arena, float32(first))
	s.key, s.counter = s.words(), s.words()
	s.room(5)
}

// extents draws the sizes of a layer.
func (s *sequence) extents() (samples, units, inputs int) {
	for {
		samples, units, inputs = s.size(), s.size(), s.size()
		switch s.IntN(6) {
		case 0:
			inputs = units
		case 1:
			inputs = samples
		}
		if s.IntN(20) > 0 && (samples == 0 || units == 0) {
			continue
		}
		if samples*units <= maxPoints && samples*units*max(inputs, 1) <= 10*maxPoints {
			return samples, units, inputs
		}
	}
}
