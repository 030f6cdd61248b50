package setting

import "hash/fnv"

// Checksum returns 4 characters, 20 bits, over all pairs but the checksum's
// own: the folded 32-bit FNV-1a hash of "key=value&" of each. It is taken over
// decoded pairs: a link stays whole when its commas get percent-encoded.
func Checksum(pairs []Pair) string {
	h := fnv.New32a()
	for _, p := range pairs {
		if p.Key != checksumKey {
			h.Write([]byte(p.String() + "&"))
		}
	}
	// Crockford's base 32: no i, l, o, u, so that no character is mistaken.
	const digits = "0123456789abcdefghjkmnpqrstvwxyz"
	v := h.Sum32()
	v ^= v >> 20
	var text [4]byte
	for i := range text {
		text[i] = digits[v&31]
		v >>= 5
	}
	return string(text[:])
}
