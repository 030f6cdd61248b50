package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pixelTable writes a table of n images of a bar, which stands or lies, as somebody's
// program might: the label first or last, with or without names, any separator, any
// notation of a pixel.
func pixelTable(n, side int, labels [2]string, last, header bool, separator string, pixel func(ink bool) string) string {
	var b strings.Builder
	line := func(label string, pixels []string) {
		cells := append([]string{label}, pixels...)
		if last {
			cells = append(pixels[:len(pixels):len(pixels)], label)
		}
		b.WriteString(strings.Join(cells, separator) + "\n")
	}
	var names []string
	for i := range side * side {
		names = append(names, fmt.Sprintf("p%d", i))
	}
	if header {
		line("label", names)
	}
	for i := range n {
		pixels := make([]string, side*side)
		for k := range pixels {
			x, y := k%side, k/side
			if i%2 == 1 {
				x, y = y, x
			}
			pixels[k] = pixel(x == side/2+i/2%3-1 && y > 0 && y < side-1)
		}
		line(labels[i%2], pixels)
	}
	return b.String()
}

func levels(ground, ink string) func(bool) string {
	return func(is bool) string {
		if is {
			return ink
		}
		return ground
	}
}

// TestImages makes images of tables of pixels: 24-pixels-785-columns.csv, and others of
// its kind.
func TestImages(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("testdata", "cases", "24-pixels-785-columns.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lacking := strings.Replace(pixelTable(10, 8, [2]string{"a", "b"}, false, true, ",", levels("0", "16")), "\na,0", "\na,", 1)
	for _, c := range []struct {
		name, file    string
		side, n, lack int
		classes, told string
		checked       bool // the first image is a bar that stands
	}{
		{"24-pixels-785-columns.csv", string(file), 28, 20, 0, "0 1", "", false},
		{"digits of 8 x 8 up to 16, names of classes at the end", pixelTable(20, 8, [2]string{"lies", "stands"}, true, true, ";", levels("0", "16")), 8, 20, 0, "lies stands", "pixels-scaled", true},
		{"shares with decimal commas", pixelTable(16, 9, [2]string{"1", "0"}, false, true, ";", levels("0,0", "0,95")), 9, 16, 0, "0 1", "pixels-scaled", true},
		{"ink on paper, tabs", pixelTable(12, 28, [2]string{"7", "10"}, false, true, "\t", levels("255", "3")), 28, 12, 0, "7 10", "pixels-inverted", true},
		{"no names of columns", pixelTable(30, 10, [2]string{"3", "5"}, false, false, ",", levels("0", "255")), 10, 30, 0, "3 5", "", true},
		{"black and white", pixelTable(30, 12, [2]string{"y", "n"}, true, true, " ", levels("0", "1")), 12, 30, 0, "n y", "pixels-scaled", true},
		{"a value is missing", lacking, 8, 9, 1, "a b", "pixels-scaled", false},
	} {
		table, err := Read([]byte(c.file), Choices{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		m, err := table.Images()
		if err != nil {
			t.Errorf("%s: %v; %s", c.name, err, understood(table))
			continue
		}
		var codes []string
		for _, n := range m.Notices {
			codes = append(codes, n.Code)
		}
		if m.Side != c.side || len(m.Labels) != c.n || len(m.Levels) != c.n*c.side*c.side || m.Lacking != c.lack ||
			strings.Join(m.Classes, " ") != c.classes || strings.Join(codes, " ") != c.told {
			t.Errorf("%s: %d images of %d, %d lack something, classes %v, %v", c.name, len(m.Labels), m.Side, m.Lacking, m.Classes, m.Notices)
		}
		if c.checked {
			for y := 1; y < c.side-1; y++ {
				if got := m.Levels[y*c.side+c.side/2-1]; got < 240 || m.Levels[y*c.side] > 15 {
					t.Errorf("%s: row %d is %v", c.name, y, m.Levels[y*c.side:(y+1)*c.side])
				}
			}
		}
	}
}

// TestNoImages refuses what is no table of pixels.
func TestNoImages(t *testing.T) {
	square := pixelTable(12, 8, [2]string{"a", "b"}, false, true, ",", levels("0", "255"))
	for name, c := range map[string]struct {
		file string
		c    Choices
	}{
		"few columns":         {"x,y,class\n1,2,a\n3,4,b\n", Choices{}},
		"a pixel is left out": {square, Choices{Columns: map[int]ColumnChoice{9: {Role: Out}}}},
		"two targets":         {square, Choices{Columns: map[int]ColumnChoice{0: {Role: Target}, 9: {Role: Target}}}},
	} {
		table, err := Read([]byte(c.file), c.c)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if m, err := table.Images(); err == nil || !strings.HasPrefix(err.Error(), Errors["csv-pixels"][:20]) {
			t.Errorf("%s: %v, %v", name, m, err)
		}
	}
}
