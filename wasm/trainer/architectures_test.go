package main

import (
	"testing"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/wasm/protocol"
	"nnplay/wasm/wire"
)

// TestEveryArchitecture loads the default experiment of each architecture, takes a
// step, and gets a full frame of it.
func TestEveryArchitecture(t *testing.T) {
	for _, a := range families {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			frames := 0
			s := newSession(
				families,
				func(spec lab.Spec) (run, error) { return experiment.NewOn(spec, program.Interpret) },
				func() time.Duration { return 0 },
				func(m message) {
					if err := protocol.TrainerAnswers().Check(m); err != nil {
						t.Error(err)
					}
					switch m["type"] {
					case "error":
						t.Errorf("%v", m)
					case "frame":
						frames++
						snapshot, err := wire.Decode(m["snapshot"].([]byte))
						if err != nil || snapshot.Topology == nil || snapshot.Topology.Architecture != a.Name || snapshot.Step != 1 || len(snapshot.Tensors) < 4 {
							t.Errorf("%v: %+v", err, snapshot)
						}
					}
				},
			)
			s.handle(source(command{"type": "load", "link": "v=1&architecture=" + a.Name}))
			s.run.Step(1)
			s.handle(source(command{"type": "frame", "full": true}))
			s.work()
			if frames != 1 {
				t.Errorf("%d frames", frames)
			}
		})
	}
}
