package numeral

import "testing"

func TestTypeset(t *testing.T) {
	for written, want := range map[string]string{
		"0":         "0",
		"1.5":       "1.5",
		"-2.151":    "−2.151",
		"-0.000":    "0.000",
		"-0":        "0",
		"9.8e-07":   "9.8×10⁻⁷",
		"-9.8e-07":  "−9.8×10⁻⁷",
		"1e-05":     "10⁻⁵",
		"-1e-05":    "−10⁻⁵",
		"1.0e-05":   "1.0×10⁻⁵",
		"2.50e+07":  "2.50×10⁷",
		"1e+100":    "10¹⁰⁰",
		"6.25e-234": "6.25×10⁻²³⁴",
	} {
		if got := Typeset(written); got != want {
			t.Errorf("%s is set as %s, want %s", written, got, want)
		}
	}
}
