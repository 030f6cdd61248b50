package worker

import (
	"reflect"
	"testing"

	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// TestAnswer holds that whatever comes of a command, its id is answered.
func TestAnswer(t *testing.T) {
	commands := protocol.Commands{{Type: "do", Fields: []protocol.Field{{Name: "what", Kind: protocol.Text}}}}
	obey := func(c protocol.Message) (map[string]any, *notice.Error) {
		switch what := c.Text("what"); what {
		case "fail":
			return nil, notice.Internal("out of luck")
		case "refuse":
			return nil, protocol.Errors.Refuse("bad-field", "field", "what")
		case "panic":
			panic("out of everything")
		default:
			return map[string]any{"json": what}, nil
		}
	}
	for _, c := range []struct {
		given map[string]any
		code  string
		text  string
	}{
		{map[string]any{"type": "do", "what": "well"}, "", ""},
		{map[string]any{"type": "do", "what": "fail"}, "internal", "out of luck"},
		{map[string]any{"type": "do", "what": "refuse"}, "bad-field", protocol.Errors.Refuse("bad-field").Text},
		{map[string]any{"type": "do", "what": "panic"}, "internal", "out of everything"},
		{map[string]any{"type": "do"}, "bad-field", protocol.Errors.Refuse("bad-field").Text},
		{map[string]any{"type": "undo"}, "unknown-command", protocol.Errors.Refuse("unknown-command").Text},
		{map[string]any{}, "unknown-command", protocol.Errors.Refuse("unknown-command").Text},
	} {
		c.given["id"] = 7.0
		m := answer(commands, obey, func(name string, _ int) any { return c.given[name] })
		problem, refused := m["error"].(map[string]any)
		switch {
		case m["id"] != 7.0:
			t.Errorf("%v is answered by %v", c.given, m)
		case c.code == "":
			if !reflect.DeepEqual(m, map[string]any{"id": 7.0, "json": "well"}) {
				t.Errorf("%v is answered by %v", c.given, m)
			}
		case !refused || problem["code"] != c.code || problem["text"] != c.text || len(m) != 2:
			t.Errorf("%v is answered by %v", c.given, m)
		}
	}
}
