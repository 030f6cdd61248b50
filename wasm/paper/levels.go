package paper

// Signed turns values into levels about the middle: -most .. most, or as far
// as the largest goes if most is 0.
func Signed(values []float32, most float32) []uint8 {
	if most == 0 {
		for _, v := range values {
			if size := Abs(v); size > most && size <= 1e30 {
				most = size
			}
		}
		most = max(most, 1e-12)
	}
	levels := make([]uint8, len(values))
	for i, v := range values {
		levels[i] = 128
		if v == v {
			levels[i] = uint8(Clamp(127.5*v/most+128, 0, 255))
		}
	}
	return levels
}

// Shares turns values of 0 .. most into levels, most being the largest if it is
// 0.
func Shares(values []float32, most float32) []uint8 {
	if most == 0 {
		for _, v := range values {
			if v > most && v <= 1e30 {
				most = v
			}
		}
		most = max(most, 1e-12)
	}
	levels := make([]uint8, len(values))
	for i, v := range values {
		if v == v {
			levels[i] = uint8(Clamp(255*v/most+0.5, 0, 255))
		}
	}
	return levels
}
