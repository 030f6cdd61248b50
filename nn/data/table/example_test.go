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
