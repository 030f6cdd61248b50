package plotting

import (
	"strconv"
	"strings"
)

// CSV returns a chart's data as comma-separated values: of series a row a point
// with the series' name, of a matrix a row a true class, of contours a row a node. It refuses what Draw
// does not know.
func (c *Chart) CSV() ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	var b strings.Builder
	if c.Kind == "matrix" {
		row := []string{c.Y + " \\ " + c.X}
		b.WriteString(record(append(row, c.Names...)))
		for i, counts := range c.Cells {
			row := []string{strconv.Itoa(i)}
			if i < len(c.Names) {
				row[0] = c.Names[i]
			}
			for _, n := range counts {
				row = append(row, strconv.Itoa(n))
			}
			b.WriteString(record(row))
		}
		return []byte(b.String()), nil
	}
	if g := c.Plain; c.Kind == "contours" && g != nil && g.Cols > 1 && g.Rows > 1 {
		t := newTerrain(g)
		b.WriteString(record([]string{c.X, c.Y, g.Name}))
		for i, h := range g.Heights {
			b.WriteString(record([]string{decimal(t.X(i % g.Cols)), decimal(t.Y(i / g.Cols)), decimal(h)}))
		}
		return []byte(b.String()), nil
	}
	b.WriteString(record([]string{"series", c.X, c.Y}))
	for i := range c.Series {
		s := &c.Series[i]
		for j := range s.Len() {
			x, y := s.XY(j)
			b.WriteString(record([]string{s.Name, decimal(x), decimal(y)}))
		}
	}
	return []byte(b.String()), nil
}

// decimal writes a number with as few digits as tell it.
func decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// record writes a row, with quotes where a field needs them (RFC 4180).
func record(fields []string) string {
	for i, f := range fields {
		if strings.ContainsAny(f, ",\"\r\n") {
			fields[i] = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
	}
	return strings.Join(fields, ",") + "\r\n"
}
