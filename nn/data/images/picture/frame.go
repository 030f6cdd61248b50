package picture

import (
	"bytes"
	"encoding/binary"
)

// Where a moving WebP keeps its frames (RFC 9649, 2.7.1.1).
const (
	webpHeader = 12   // RIFF, a size, WEBP
	chunkHead  = 8    // a name, a size
	extended   = 10   // bytes of VP8X: flags, and the size of the picture
	moves      = 0x02 // a flag of VP8X
	hasAlpha   = 0x10 // another one
	frameHead  = 16   // bytes of ANMF before the frame: place, size, duration, flags
)

// firstFrame returns the first frame of a WebP that moves, as a WebP of its own, and any
// other file as it is.
func firstFrame(file []byte) []byte {
	if !begins(file, "RIFF....WEBPVP8X") || len(file) < webpHeader+chunkHead+extended || file[webpHeader+chunkHead]&moves == 0 {
		return file
	}
	for at := webpHeader; at+chunkHead <= len(file); {
		size := int64(binary.LittleEndian.Uint32(file[at+4:]))
		if size > int64(len(file)-at-chunkHead) {
			break
		}
		content := file[at+chunkHead : at+chunkHead+int(size)]
		if string(file[at:at+4]) == "ANMF" && len(content) > frameHead {
			return stillOf(content)
		}
		at += chunkHead + int(size+size&1)
	}
	return file
}

// stillOf returns the WebP of a frame.
func stillOf(frame []byte) []byte {
	head := make([]byte, extended)
	if bytes.HasPrefix(frame[frameHead:], []byte("ALPH")) {
		head[0] = hasAlpha
	}
	copy(head[4:], frame[6:12]) // width and height
	var b bytes.Buffer
	b.WriteString("RIFF")
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(4+chunkHead+extended+len(frame)-frameHead)))
	b.WriteString("WEBPVP8X")
	b.Write(binary.LittleEndian.AppendUint32(nil, extended))
	b.Write(head)
	b.Write(frame[frameHead:])
	return b.Bytes()
}
