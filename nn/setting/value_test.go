package setting

import "testing"

// TestFormatFloat holds that numbers are short, and have exponents where plain digits
// are long.
func TestFormatFloat(t *testing.T) {
	for v, want := range map[float32]string{
		0: "0", 1: "1", 0.03: "0.03", 1e-5: "0.00001", 3e-6: "3e-6", 1e-7: "1e-7", 123456: "123456",
		1e6: "1e6", 1.5e10: "1.5e10", -0.1: "-0.1", 0.33333334: "0.33333334",
	} {
		if got := FormatFloat(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}
