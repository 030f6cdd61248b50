//go:build !js

package browser

import (
	"os"
	"testing"
)

// TestWeight holds what a reader downloads within bounds. As it is built for
// testing; what is uploaded is compressed further.
func TestWeight(t *testing.T) {
	t.Parallel()
	for name, most := range map[string]int64{"canvas": 1_500_000, "trainer": 2_000_000, "plots": 1_300_000, "tables": 1_400_000} {
		info, err := os.Stat("../dist/" + name + ".wasm.br")
		if err != nil {
			t.Error(err)
		} else if info.Size() > most {
			t.Errorf("%s.wasm.br is %d bytes long, %d are allowed", name, info.Size(), most)
		}
	}
}
