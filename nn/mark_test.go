package nn

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// marked returns the marks of a graph's instructions, from the outermost, and "'"
// for the way back, without repetitions in a row.
func marked(g *Graph) (list []string) {
	for i := range g.code {
		o := g.Owner(i)
		var path []string
		for m := o.Mark; m > 0; m = g.Marks()[m-1].Parent {
			path = append(path, g.Marks()[m-1].Kind)
		}
		slices.Reverse(path)
		text := strings.Join(path, " ")
		if o.Back {
			text += "'"
		}
		if len(list) == 0 || list[len(list)-1] != text {
			list = append(list, text)
		}
	}
	return list
}

// TestMarks holds to what each instruction of a step belongs, forwards, backwards
// and in the update; those too that clear a gradient written in parts.
func TestMarks(t *testing.T) {
	mem := NewMemory()
	g := mem.Graph("step")
	x := Linear(g.Input("x", 2, 3), "hidden1", 4, DefaultInitializer(), 0)
	parts := Concat(-1, x.Slice(-1, 0, 1), x.Slice(-1, 2, 4)) // the gradient of x has to be cleared
	loss := parts.Softmax().Square().MeanAll()
	Training{Optimizer: Must(FindOptimizer("momentum")), Schedule: Must(FindSchedule("constant")), Clip: true}.Record(loss)
	want := []string{
		"linear", "", "softmax", "", "mean",
		"'", "mean'", "'", "softmax'", "'", "linear'",
		"update clip", "update momentum", "update",
	}
	if got := marked(g); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := len(mem.Link().Programs["step"].Code); n != len(g.code) {
		t.Errorf("%d instructions, %d owners", n, len(g.code))
	}
}

// TestNames finds elements by what they are called, and the other way round.
func TestNames(t *testing.T) {
	mem := NewMemory()
	g := mem.Graph("step")
	var y *Tensor
	g.Scope("player", func() {
		y = Linear(g.Input("x", 2, 3), "hidden1", 5, DefaultInitializer(), 0).Tanh().Named("hidden1/out")
		training := Training{Optimizer: Must(FindOptimizer("adam")), Schedule: Must(FindSchedule("constant")), Freeze: true}
		training.Record(y.MeanAll())
	})
	names := mem.Link().Names()
	for _, c := range []struct {
		name     string
		gradient bool
		index    []int
		role     Role
		dims     string
	}{
		{"player/hidden1/weight", false, []int{2, 4}, RoleParameter, "[input unit]"},
		{"player/hidden1/weight", true, []int{1, 0}, RoleParameter, "[input unit]"},
		{"player/hidden1/bias", true, []int{4}, RoleParameter, "[unit]"},
		{"player/hidden1/bias/square", false, []int{3}, RoleState, "[unit]"},
		{"player/hidden1/weight/mean", false, []int{2, 0}, RoleState, "[input unit]"},
		{"player/hidden1/bias/frozen/value", false, []int{1}, RoleInput, "[unit]"},
		{"player/hidden1/sum", false, []int{1, 4}, RoleResult, "[batch unit]"},
		{"player/hidden1/sum", true, []int{0, 3}, RoleResult, "[batch unit]"},
		{"player/hidden1/out", false, []int{1, 0}, RoleResult, "[batch unit]"},
		{"player/learningRate", false, []int{}, RoleHyper, "[]"},
		{"x", false, []int{1, 2}, RoleInput, "[sample input]"},
	} {
		found := names.Find(c.name)
		if len(found) != 1 {
			t.Errorf("%d tensors %s", len(found), c.name)
			continue
		}
		at, ok := found[0].Offset(c.index, c.gradient)
		if !ok {
			t.Errorf("%s has no %v", c.name, c.index)
			continue
		}
		p, ok := names.Locate(at)
		if !ok || p.Name != c.name || p.Gradient != c.gradient || !slices.Equal(p.Index, c.index) || p.Role != c.role || fmt.Sprint(p.Dims) != c.dims {
			t.Errorf("%s %v is taken for %+v", c.name, c.index, p)
		}
	}
	for _, index := range [][]int{nil, {0}, {3, 0}, {0, -1}, {0, 0, 0}} {
		if _, ok := names.Find("player/hidden1/weight")[0].Offset(index, false); ok {
			t.Errorf("there is an element %v", index)
		}
	}
	if _, ok := names.Find("x")[0].Offset([]int{0, 0}, true); ok {
		t.Error("an input has a gradient")
	}
}

// TestAliases holds that of several names for the same elements the one counts that
// was asked to be kept, and of a tensor and its part the part.
func TestAliases(t *testing.T) {
	g := NewMemory().Graph("look")
	x := g.Input("x", 2, 4).Times(2).Called("sum").Named("out")
	x.Slice(1, 1, 3).Called("part")
	names := g.Memory().Link().Names()
	whole := names.Find("sum")[0]
	for column, want := range []string{"out", "part", "part", "out"} {
		at, _ := whole.Offset([]int{1, column}, false)
		if p, _ := names.Locate(at); p.Name != want {
			t.Errorf("column %d is of %s, want %s", column, p.Name, want)
		}
	}
}
