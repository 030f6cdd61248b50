package transformer

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Act lets the reader choose a head too.
func (t *transformer) Act(m *lab.Machine, name, value string) (lab.Answer, error) {
	if name != "head" {
		return t.Task.Act(m, name, value)
	}
	head := slices.Index(t.attentions(), value)
	if head < 0 {
		return lab.Answer{}, setting.Refuse(setting.BadValue, "key", name, "given", value)
	}
	t.head = head
	return lab.Answer{Static: true}, nil
}

// attentions returns the names of all heads in the order of the blocks, such as
// "block0/attention/3".
func (t *transformer) attentions() (names []string) {
	for _, l := range t.Topology().Layers {
		parts := []string{"/attention/"}
		if t.own.Kind == "encoder-decoder" && !strings.HasPrefix(l.Name, "encoder/") {
			parts = append(parts, "/cross/")
		}
		for _, part := range parts {
			for head := range t.own.Heads {
				names = append(names, l.Name+part+strconv.Itoa(head))
			}
		}
	}
	return names
}
