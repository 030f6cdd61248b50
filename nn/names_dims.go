package nn

import "strings"

// meanings has a row a form of tensor: what its dimensions are. The first row that
// fits counts; a name that ends as said, of that rank.
var meanings = []struct {
	role Role // "" for any
	ends string
	dims []string
}{
	{RoleParameter, "embedding/weight", []string{"token", "dimension"}},
	{RoleParameter, "position/weight", []string{"position", "dimension"}},
	{RoleParameter, "", []string{"input", "unit"}},
	{RoleParameter, "", []string{"row", "column", "channel", "filter"}},
	{RoleParameter, "", []string{"unit"}},
	{RoleInput, Order, []string{"place"}},
	{RoleInput, RandomKey, []string{"word"}},
	{RoleInput, RandomCounter, []string{"word"}},
	{RoleInput, "", []string{"sample", "input"}},
	{RoleState, "/alive", []string{"input", "unit"}},
	{RoleState, "", []string{"batch", "unit"}},
	{RoleResult, "/hot", []string{"place", "class"}},
	{RoleResult, "/softmax", []string{"place", "class"}},
	{RoleResult, "", []string{"batch"}},
	{RoleResult, "", []string{"batch", "unit"}},
	{RoleResult, "", []string{"batch", "position", "unit"}},
	{RoleResult, "attention", []string{"batch", "head", "query", "key"}},
	{RoleResult, "cross", []string{"batch", "head", "query", "key"}},
	{RoleResult, "/scores", []string{"batch", "head", "query", "key"}},
	{RoleResult, "/query", []string{"batch", "position", "head", "dimension"}},
	{RoleResult, "/key", []string{"batch", "position", "head", "dimension"}},
	{RoleResult, "/value", []string{"batch", "position", "head", "dimension"}},
	{RoleResult, "/mixed", []string{"batch", "position", "head", "dimension"}},
	{RoleResult, "", []string{"batch", "row", "column", "channel"}},
	{"", "", []string{"index"}},
	{"", "", []string{"row", "column"}},
	{"", "", []string{"index", "row", "column"}},
	{"", "", []string{"index", "row", "column", "channel"}},
	{"", "", nil},
}

// meaning returns what a tensor's dimensions are.
func meaning(t *Named) []string {
	for _, m := range meanings {
		if (m.role == "" || m.role == t.Role) && len(m.dims) == len(t.Shape) && strings.HasSuffix(t.Name, m.ends) {
			return m.dims
		}
	}
	panic("nn: a tensor of more than four dimensions")
}
