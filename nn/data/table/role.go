package table

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Role is what a column is to an experiment.
type Role string

// The roles of columns.
const (
	Input  Role = "input"
	Target Role = "target"
	Out    Role = "out" // left out
)

var roles = []string{string(Input), string(Target), string(Out)}

// targetNames are the names by which a target is known, the surest first. "class"
// comes late, since passengers and cars have one too; y is no target beside x, with
// which it makes a place.
var targetNames = []string{
	"target", "label", "survived", "diagnosis", "outcome", "quality", "class", "y", "species", "response", "kind", "variety",
	"目标", "标签", "类别", "品种", "ziel", "klasse", "zielgröße",
}

// indexNames are the names of columns that number the rows.
var indexNames = []string{"id", "index", "no", "no.", "nr", "nr.", "row", "unnamed: 0", "序号", "编号"}

// partName is the column of a file saved here that tells what trained and what tested.
const partName = "part"

// assign gives every column that has no role yet the one that suits it.
func (t *Table) assign(c *Choices) {
	for i := range t.Columns {
		t.Columns[i].Role = c.Columns[t.Columns[i].Place].Role
	}
	t.findPixels()
	t.guessTarget()
	reasons := make([]string, len(t.Columns))
	for i := range t.Columns {
		if column := &t.Columns[i]; column.Role == "" {
			column.Role = Input
			if reasons[i] = t.reason(i); reasons[i] != "" {
				column.Role = Out
			}
		}
	}
	for _, code := range []string{"index", "constant"} {
		if n := t.count(Input); n == 0 || n == 1 && code == "constant" && t.isSaved() {
			for i := range reasons { // better these than none
				if reasons[i] == code {
					reasons[i], t.Columns[i].Role = "", Input
				}
			}
		}
	}
	said := remarks{}
	for i, code := range reasons {
		if code != "" {
			said.add(code, t.Columns[i].Name)
		}
	}
	said.tell(t, "long-texts", "many-texts", "constant", "index", "sparse", "part")
	if t.Pixels > 0 {
		t.tell("pixels", "count", strconv.Itoa(t.Pixels*t.Pixels), "side", strconv.Itoa(t.Pixels))
	}
}

// count returns how many columns have a role.
func (t *Table) count(role Role) (n int) {
	for i := range t.Columns {
		if t.Columns[i].Role == role {
			n++
		}
	}
	return n
}

// isSaved tells whether a table may be a drawing that was saved here: it has two
// inputs and a class or a value.
func (t *Table) isSaved() bool {
	return len(t.Columns) == 3 && t.Header && (t.Columns[2].Name == "class" || t.Columns[2].Name == "y")
}

// reason returns the code of why a column is left out, or "".
func (t *Table) reason(i int) string {
	c := &t.Columns[i]
	last := i == len(t.Columns)-1
	switch {
	case c.Name == partName && last && i > 2:
		return "part"
	case c.Kind == Text && c.long:
		return "long-texts"
	case c.Kind == Text:
		return "many-texts"
	case t.isSparse(i):
		return "sparse"
	case len(c.Categories) <= 1 && len(t.Rows) > 1 && t.Pixels == 0:
		return "constant"
	case t.isIndex(i):
		return "index"
	}
	return ""
}

// guessTarget makes a column the target, if none is: by its name, or else the last
// that can be one and would not be left out.
func (t *Table) guessTarget() {
	if t.count(Target) > 0 {
		return
	}
	best, rank, code := -1, len(targetNames), "target-last"
	var passed []int // by their names they could be
	hasX := slices.ContainsFunc(t.Columns, func(c Column) bool { return strings.EqualFold(c.Name, "x") })
	for i := range t.Columns {
		c := &t.Columns[i]
		name := targetName(c.Name)
		k := slices.Index(targetNames, name)
		if c.Role != "" || !t.canTarget(i) {
			if c.Role == "" && k >= 0 && len(c.Categories) > maxClasses && !c.long {
				passed = append(passed, i)
			}
			continue
		}
		switch {
		case k >= 0 && k < rank && !(name == "y" && hasX):
			best, rank, code = i, k, "target-name"
		case rank == len(targetNames) && t.reason(i) == "" && (t.Pixels == 0 || best < 0 && t.mayLabel(i)):
			best = i
		}
	}
	for _, i := range passed {
		if slices.Index(targetNames, targetName(t.Columns[i].Name)) < rank {
			t.tell("target-many", "column", t.Columns[i].Name, "count", t.countCategories(i), "limit", strconv.Itoa(maxClasses))
		}
	}
	if best < 0 {
		return
	}
	c := &t.Columns[best]
	c.Role = Target
	t.tell(code, "column", c.Name)
	if c.Lacking > 0 {
		t.tell("target-missing", "count", strconv.Itoa(c.Lacking))
	}
}

// targetName returns a name as it stands among targetNames.
func targetName(name string) string { return strings.ToLower(strings.Trim(name, " ?:*_'‘’“”")) }

// mayLabel tells whether a column may be the class of an image: it stands first or
// last, and has few values.
func (t *Table) mayLabel(i int) bool {
	n := len(t.Columns[i].Categories)
	return (i == 0 || i == len(t.Columns)-1) && n > 1 && n <= maxClasses
}

// isSparse tells whether a column lacks more than half of its values.
func (t *Table) isSparse(i int) bool { return 2*t.Columns[i].Lacking > len(t.Rows) }

func (t *Table) canTarget(i int) bool {
	c := &t.Columns[i]
	if t.isSparse(i) {
		return false
	}
	return c.Numeric() || c.Kind == Category && len(c.Categories) >= 2 && len(c.Categories) <= maxClasses
}

// isIndex tells whether a column only counts rows: one by one from 0 or 1, or in
// different whole numbers under a name that says so.
func (t *Table) isIndex(i int) bool {
	c := &t.Columns[i]
	if c.Kind != Number || !c.Whole || c.Lacking > 0 || len(t.Rows) < 3 {
		return false
	}
	name := strings.ToLower(c.Name)
	named := slices.Contains(indexNames, name) || strings.HasSuffix(name, "_id") || strings.HasSuffix(c.Name, "Id") || strings.HasSuffix(name, " id") || strings.HasSuffix(c.Name, "ID")
	if !named && (len(t.Rows) < 10 || c.Low > 1 && t.Total == len(t.Rows)) {
		return false
	}
	last := math.NaN()
	seen := map[float64]bool{}
	for k, row := range t.Rows {
		v, _ := t.value(i, row[i])
		if seen[v] {
			return false
		}
		if seen[v] = true; named {
			continue
		}
		if v <= last || v > last+1 && v-last != float64(t.Lines[k]-t.Lines[k-1]) {
			return false
		}
		last = v
	}
	return true
}

// findPixels tells whether the numbers are the pixels of square images, all of them
// or all but one, which is then their class.
func (t *Table) findPixels() {
	pixels, others, labelled := 0, 0, false
	for i := range t.Columns {
		c := &t.Columns[i]
		isPixel := c.Role != Target && c.Role != Out && c.isPixel()
		switch {
		case slices.Contains(targetNames, targetName(c.Name)) || c.Role == Target || c.Kind == Category:
			labelled = true
			others++
		case isPixel && !t.isIndex(i):
			pixels++
		default:
			others++
		}
	}
	if !labelled {
		pixels--
	}
	if side := int(math.Sqrt(float64(max(pixels, 0))) + 0.5); side >= 8 && side*side == pixels && others <= 2 {
		t.Pixels = side
	}
}
