//go:build !js

package browser

import (
	"fmt"
	"testing"
	"time"
)

// mostSteps is what the page makes in ten seconds, at 2,500 steps a second.
const mostSteps = 25_000

// TestLearning presses play on the page: it learns within ten seconds of a machine
// that keeps this speed.
func TestLearning(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1440, 900, blank)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; el.send({ type: 'speed', stepsPerSecond: 2500 }); return true })`)
	for _, c := range []struct {
		link     string
		accuracy float64 // of the test set, at least; 0 for regression
		loss     float64 // of the test set, at most
	}{
		{"v=1", 0.97, 0},
		{"v=1&dataset=xor", 0.97, 0},
		{"v=1&dataset=gauss", 0.97, 0},
		{"v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", 0.95, 0},
		{"v=1&dataset=reg-plane", 0, 0.01},
	} {
		t.Run(c.link, func(t *testing.T) {
			eval[bool](t, p, fmt.Sprintf(`player.setState(%q).then(() => (document.querySelector('#play').click(), true))`, c.link))
			start := time.Now()
			for {
				m := eval[metrics](t, p, `player.metrics()`)
				done := c.accuracy > 0 && *m.Accuracy >= c.accuracy || c.loss > 0 && *m.TestLoss <= c.loss
				if done {
					t.Logf("after %.1f s, %d steps", time.Since(start).Seconds(), m.Step)
					return
				}
				if m.Step > mostSteps || time.Since(start) > patience {
					t.Fatalf("after %d steps: accuracy %v, test loss %v", m.Step, value(m.Accuracy), value(m.TestLoss))
				}
				time.Sleep(50 * time.Millisecond)
			}
		})
	}
}

func value(v *float64) string {
	if v == nil {
		return "none"
	}
	return fmt.Sprintf("%.4f", *v)
}
