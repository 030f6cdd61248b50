package worker

import (
	"bytes"
	"strings"
	"syscall/js"
	"testing"

	"nnplay/wasm/protocol"
)

// TestSource takes fields out of what a page may send.
func TestSource(t *testing.T) {
	given := js.Global().Call("eval", `({
		text: 'élan', empty: '', number: -0.5, nan: NaN, yes: true, nothing: null, list: [1, 2], object: { length: 1e9 }, call() {}, big: 10n,
		bytes: new Uint8Array([1, 2, 3]), part: new Uint8Array([9, 8, 7, 6]).subarray(1, 3), buffer: new ArrayBuffer(3), floats: new Float32Array(2),
		long: 'x'.repeat(1000), many: new Uint8Array(1000),
	})`)
	from := Source(given)
	for name, want := range map[string]any{
		"text": "élan", "empty": "", "number": -0.5, "yes": true, "missing": nil,
		"nothing": protocol.Other{}, "list": protocol.Other{}, "object": protocol.Other{}, "call": protocol.Other{}, "big": protocol.Other{},
		"buffer": protocol.Other{}, "floats": protocol.Other{}, "long": protocol.Other{}, "many": protocol.Other{},
	} {
		if got := from(name, 999); got != want {
			t.Errorf("%s is %#v, want %#v", name, got, want)
		}
	}
	if n, ok := from("nan", 0).(float64); !ok || n == n {
		t.Errorf("NaN is %v", from("nan", 0))
	}
	for name, want := range map[string][]byte{"bytes": {1, 2, 3}, "part": {8, 7}, "many": make([]byte, 1000)} {
		if got, ok := from(name, 1000).([]byte); !ok || !bytes.Equal(got, want) {
			t.Errorf("%s is %v", name, from(name, 1000))
		}
	}
	if got := from("long", 1000); got != strings.Repeat("x", 1000) {
		t.Errorf("a text that may be as long as it is is %.20v", got)
	}
	for _, none := range []js.Value{js.Undefined(), js.Null(), js.ValueOf("text"), js.ValueOf(5), js.ValueOf(true)} {
		if got := Source(none)("length", 9); got != nil {
			t.Errorf("%v has a length of %v", none, got)
		}
	}
}

// TestPost posts a message as a worker would, and looks at what comes.
func TestPost(t *testing.T) {
	js.Global().Set("postMessage", js.Global().Call("eval", `(message, transfer) => { self = structuredClone(message, { transfer }); }`))
	Post(map[string]any{"n": 1, "none": nil, "file": []byte{7, 8}, "list": []any{map[string]any{"a": "b"}, 0.5}})
	posted := js.Global().Get("JSON").Call("stringify", js.Global().Call("eval", `({ ...self, file: [...new Uint8Array(self.file)] })`)).String()
	for _, want := range []string{`"n":1`, `"none":null`, `"file":[7,8]`, `"list":[{"a":"b"},0.5]`} {
		if !strings.Contains(posted, want) {
			t.Errorf("%s lacks %s", posted, want)
		}
	}
}
