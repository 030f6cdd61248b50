package table_test

import (
	"fmt"

	"nnplay/nn/data/table"
)

// A table becomes a drawing: points that a link can carry.
func Example() {
	t, err := table.Read([]byte("height,weight,kind\n1.2,20,cat\n3.4,31,dog\n1.1,22,cat\n"), table.Choices{})
	if err != nil {
		fmt.Println(err)
		return
	}
	choice := t.Suggest()
	drawing, _, err := t.Draw(choice)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range drawing.Len() {
		x, y, class := drawing.At(i)
		fmt.Printf("(%.1f, %.1f) %v\n", x, y, class)
	}
	// Output:
	// (-4.6, -5.0) 0
	// (5.0, 5.0) 1
	// (-5.0, -3.2) 0
}

// A file becomes rows to learn from; what was understood of it can be read, and a
// guess can be changed.
func ExampleRead() {
	file := []byte("Survey 2019;;;\nid;size;price;sold\n1;1,5;1.200 €;yes\n2;2,5;950 €;no\n3;2;1.050 €*;no\n4;3,25;n/a;yes\n5;4;2.000 €;yes\n6;1;900 €;no\n")
	t, err := table.Read(file, table.Choices{Columns: map[int]table.ColumnChoice{2: {Role: table.Target}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range t.Notices {
		fmt.Println(n)
	}
	rows, err := t.Samples("values")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rows.Inputs, rows.X)
	fmt.Println(rows.Targets, rows.Y)
	// Output:
	// Semicolons separate the values.
	// Lines before the table that are left out: 1. The first is “Survey 2019;;;”.
	// Line 2 holds the names of the columns.
	// Cells that count as missing: 1 (n/a).
	// price: cells that do not fit and count as missing: 1. Line 5: “1.050 €*”.
	// The comma is the decimal sign: “1,5” is 1.5 (size).
	// Digits are grouped by thousands: “1.200 €” is 1200 (price).
	// Currency signs are left out: “1.200 €” is 1200 (price).
	// Columns that only number the rows are left out (id).
	// [size sold = no sold = yes] [1.5 0 1 2.5 1 0 4 0 1 1 1 0]
	// [price] [1200 950 2000 900]
}
