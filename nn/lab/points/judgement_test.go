package points

import (
	"math"
	"testing"

	"nnplay/nn/lab/labtest"
)

// TestWrong compares what is marked with the accuracy.
func TestWrong(t *testing.T) {
	for _, link := range []string{"v=1&dataset=circle", "v=1&dataset=blobs&classes=5&networkShape=4"} {
		r := labtest.Open(t, Family, link)
		for range 3 {
			r.Step(20)
			for name, accuracy := range map[string]float64{"wrong/train": r.Metrics().TrainAccuracy, "wrong/test": r.Metrics().Accuracy} {
				wrong := 0
				flags := labtest.View(t, r.Dynamic(), name).U8
				for _, f := range flags {
					wrong += int(f)
				}
				if math.Abs(1-float64(wrong)/float64(len(flags))-accuracy) > 1e-9 {
					t.Errorf("%s: %d of %d are wrong, the accuracy is %v", name, wrong, len(flags), accuracy)
				}
			}
		}
	}
}
