package worker

import (
	"syscall/js"

	"nnplay/wasm/protocol"
)

// Source gives the fields of a message that the page sent.
func Source(message js.Value) protocol.Source {
	if message.Type() != js.TypeObject {
		return func(string, int) any { return nil }
	}
	return func(name string, most int) any { return take(message.Get(name), most) }
}

// take takes a field out of a message: see protocol.Source.
func take(v js.Value, most int) (field any) {
	defer func() {
		if recover() != nil { // Go does not know a BigInt
			field = protocol.Other{}
		}
	}()
	switch v.Type() {
	case js.TypeUndefined:
		return nil
	case js.TypeNumber:
		return v.Float()
	case js.TypeBoolean:
		return v.Bool()
	case js.TypeString:
		if js.Global().Call("Object", v).Length() <= most {
			return v.String()
		}
	case js.TypeObject:
		if v.InstanceOf(js.Global().Get("Uint8Array")) && v.Length() <= most {
			b := make([]byte, v.Length())
			js.CopyBytesToGo(b, v)
			return b
		}
	}
	return protocol.Other{}
}

// Post sends the page a message, which is no longer the caller's. Buffers of
// bytes are handed over, not copied once more.
func Post(message map[string]any) {
	transfer := []any{}
	for name, v := range message {
		if b, ok := v.([]byte); ok {
			array := js.Global().Get("Uint8Array").New(len(b))
			js.CopyBytesToJS(array, b)
			buffer := array.Get("buffer")
			transfer = append(transfer, buffer)
			message[name] = buffer
		}
	}
	js.Global().Call("postMessage", message, transfer)
}
