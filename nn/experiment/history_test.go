package experiment

import (
	"math"
	"testing"

	"nnplay/nn/lab"
)

// TestHistory holds that a history is bounded, and keeps the first and the latest
// moment, in order.
func TestHistory(t *testing.T) {
	var h History
	for step := uint64(0); step < 1_000_000; step += 7 {
		h.Add(lab.Metrics{Step: step, Confusion: [][]int{{1}}})
		if len(h.moments) > maxMoments {
			t.Fatalf("%d moments", len(h.moments))
		}
	}
	last := uint64(999_999 / 7 * 7)
	if h.moments[0].Step != 0 || h.last().Step != last || len(h.moments) < maxMoments/3 {
		t.Errorf("%d moments from %d to %d", len(h.moments), h.moments[0].Step, h.last().Step)
	}
	for i, m := range h.moments[1:] {
		if gap := m.Step - h.moments[i].Step; gap == 0 || gap > 4*last/maxMoments+7 {
			t.Errorf("moment %d is %d steps after the one before", i+1, gap)
		}
		if m.Confusion != nil {
			t.Error("a confusion matrix is kept")
		}
	}
	h.Add(lab.Metrics{Step: last, TrainLoss: 1})
	if h.last().TrainLoss != 1 {
		t.Error("the same step is not replaced")
	}
	n := len(h.moments)
	h.Add(lab.Metrics{Step: 3})
	if len(h.moments) != n {
		t.Errorf("%d moments, not %d, after going back", len(h.moments), n)
	}
	h.Cut(last / 2)
	if h.last().Step > last/2 || h.last().Step < last/4 {
		t.Errorf("cut at step %d it ends at step %d", last/2, h.last().Step)
	}
}

func TestSeriesSkipsWhatIsNoNumber(t *testing.T) {
	var h History
	for step, loss := range []float64{1, math.NaN(), math.Inf(1), 0.5} {
		h.Add(lab.Metrics{Step: uint64(step), TrainLoss: loss})
	}
	s := h.series("series.train", func(m lab.Metrics) float64 { return m.TrainLoss })
	if want := []float64{0, 1, 3, 0.5}; len(s.Points) != 4 || s.Points[2] != want[2] || s.Points[3] != want[3] {
		t.Errorf("%v, want %v", s.Points, want)
	}
}
