package main

import (
	"maps"
	"math"
	"strings"
	"testing"

	"nnplay/nn/setting"
	"nnplay/wasm/protocol"
)

// TestHandlers holds the handlers to the table of commands: one for each type.
func TestHandlers(t *testing.T) {
	types := map[string]bool{}
	for _, row := range protocol.Trainer {
		types[row.Type] = true
		if handlers[row.Type] == nil {
			t.Errorf("nobody obeys %s", row.Type)
		}
	}
	if len(types) != len(handlers) {
		t.Errorf("%d handlers of %d types", len(handlers), len(types))
	}
}

// TestBounds holds bounds in the table to what they are the bounds of.
func TestBounds(t *testing.T) {
	for _, row := range protocol.Trainer {
		for _, f := range row.Fields {
			if row.Type == "warp" && f.Most != setting.MaxUnits {
				t.Errorf("%s is at most %v, a layer has %d units", f.Name, f.Most, setting.MaxUnits)
			}
		}
	}
}

// hostile are values that a field may come with; nil stands for what none can be.
var hostile = []any{
	nil, "", "x", "1", strings.Repeat("1,1,1;", 1<<14), true, false, []byte{}, []byte("harm"),
	0.0, 1.0, 63.0, 65.0, -1.0, 0.5, 1e9, 2e9, 1e300, math.NaN(), math.Inf(1), math.Inf(-1),
}

// example is a value of a kind.
func example(kind protocol.Kind) any {
	switch kind {
	case protocol.Flag:
		return true
	case protocol.Bytes:
		return []byte("x")
	case protocol.Text, protocol.Value:
		return "1"
	}
	return 1.0
}

// fits tells whether a field may have a value.
func fits(f protocol.Field, v any) bool {
	switch v := v.(type) {
	case string:
		return (f.Kind == protocol.Text || f.Kind == protocol.Value) && (f.Most == 0 || float64(len(v)) <= f.Most)
	case []byte:
		return f.Kind == protocol.Bytes
	case bool:
		return f.Kind == protocol.Flag || f.Kind == protocol.Value
	case float64:
		whole := v == math.Trunc(v)
		switch f.Kind {
		case protocol.Number, protocol.Value:
			return true
		case protocol.Amount:
			return v >= 0 && v <= 1e9 && (f.Most == 0 || v <= f.Most)
		case protocol.Index:
			return whole && v >= 0 && v < 1<<31 && (f.Most == 0 || v <= f.Most)
		case protocol.Count:
			return whole && v >= 0 && v <= 1e9
		}
	}
	return false
}

// TestHostileFields sends every command with each field missing, and with each
// field of whatever value: it is refused by the code of its field, or obeyed
// without a fault, and the session goes on obeying.
func TestHostileFields(t *testing.T) {
	for _, row := range protocol.Trainer {
		if row.Type == "bench" {
			continue // takes seconds, and has one field of text
		}
		good := command{"type": row.Type, "id": "a"}
		if row.Op != "" {
			good["op"] = row.Op
		}
		for _, f := range row.Fields {
			good[f.Name] = example(f.Kind)
		}
		for _, f := range row.Fields {
			c := maps.Clone(good)
			delete(c, f.Name)
			attempt(t, c, f, f.Optional)
			for _, v := range hostile {
				c[f.Name] = v
				attempt(t, c, f, fits(f, v))
			}
		}
	}
}

// attempt gives a command, one field of which may be wrong.
func attempt(t *testing.T, c command, f protocol.Field, right bool) {
	t.Helper()
	code := "bad-field"
	if f.Kind == protocol.Count {
		code = "bad-count"
	}
	st := loaded(t)
	st.handle(c)
	refused := false
	for _, m := range st.answers {
		switch args, _ := m["args"].(map[string]any); {
		case m["type"] != "error":
		case m["code"] == "internal" && c["type"] != "resume" && c["type"] != "weight": // which the fake run refuses so
			t.Errorf("%.100v is answered by %v", c, m)
		case m["code"] == code && args["field"] == f.Name && m["text"] == protocol.Errors.Refuse(code).Text && m["id"] == "a":
			refused = len(st.answers) == 1
		}
	}
	if !right && !refused {
		t.Errorf("%.100v is answered by %v", c, st.answers)
	}
	st.answers = nil
	st.send("metrics")
	st.take("metrics")
}
