package encoding

// Bytes of one for each character: which alphabet they make is seen by their neighbors.

// looksCyrillic tells whether the bytes above 0x7f make words of Windows-1251: nearly all
// of them are its letters, most of these small, and they stand beside each other and not
// among those of ASCII.
func looksCyrillic(file []byte) bool {
	high, beside, small, among := 0, 0, 0, 0
	for i, c := range file {
		if c < 0x80 {
			continue
		}
		high++
		before, after := around(file, i)
		if c >= 0xc0 && (before >= 0xc0 || after >= 0xc0) {
			beside++
		}
		if c >= 0xe0 {
			small++
		}
		if isLetter(before) || isLetter(after) {
			among++
		}
	}
	return 10*beside >= 8*high && 2*small > high && 10*among <= high
}

// Doubtful tells whether a file is hardly Windows-1252, for which it was taken: most of
// its bytes above 0x7f are signs within words or of no use, as those of an older Mac or of DOS would
// be, or stand three and more together, as those of Big5 and Shift-JIS do.
func Doubtful(file []byte) bool {
	high, odd, run := 0, 0, 0
	for i, c := range file {
		if c < 0x80 {
			run = 0
			continue
		}
		high++
		run++
		before, after := around(file, i)
		switch {
		case isNever(c):
			odd++
		case run == 3:
			odd += run
		case run > 3:
			odd++
		case isSign(c) && isLetter(before) && isLetter(after):
			odd++
		}
	}
	return 2*odd > high
}

// around returns the bytes before and after one, 0 where there is none.
func around(file []byte, i int) (before, after byte) {
	if i > 0 {
		before = file[i-1]
	}
	if i+1 < len(file) {
		after = file[i+1]
	}
	return before, after
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isNever tells whether a byte of Windows-1252 stands for nothing, or for a sign that texts
// have no use for.
func isNever(c byte) bool {
	switch c {
	case 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa4, 0xa6, 0xa8, 0xac, 0xaf, 0xb8:
		return true
	}
	return false
}

// isSign tells whether a byte of Windows-1252 never stands within a word: no small letter,
// apostrophe, dash, ellipsis, soft hyphen or middle dot.
func isSign(c byte) bool {
	switch c {
	case 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9a, 0x9c, 0x9e, 0xaa, 0xad, 0xb4, 0xb7, 0xba:
		return false
	}
	return c >= 0x80 && c < 0xc0
}
