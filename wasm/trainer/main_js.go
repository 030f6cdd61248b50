package main

import (
	"runtime/debug"
	"syscall/js"
	"time"

	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
	"nnplay/nn/program"
	"nnplay/wasm/worker"
)

// heapLimit is when collections become as frequent as they must: many images of
// one's own take some hundred megabytes.
const heapLimit = 768 << 20

// The worker's script calls nnplayTrainer(message) for every message that it
// gets, once this program has posted {type: "ready"}.
func main() {
	// The heap is small, and each collection stops the training.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(heapLimit)
	start := time.Now()
	scope := js.Global()
	engine, fast := program.Engine(program.Interpret), newEngine(scope.Get("nnplaySIMD"))
	if fast != nil {
		engine = fast.open
	}
	families := experiment.Families(all.Families)
	s := newSession(
		families,
		func(spec lab.Spec) (run, error) { return experiment.NewOn(spec, engine) },
		func() time.Duration { return time.Since(start) },
		func(m message) { worker.Post(m) },
	)
	s.again = func(saved []byte, here *images.Album) (run, error) { return families.Resume(saved, here, engine) }
	s.bench = bench{
		now: s.now, engine: engine,
		compiled: func() (time.Duration, int) { return 0, 0 }, forget: func() {},
	}
	if fast != nil {
		s.bench.compiled, s.bench.forget = func() (time.Duration, int) { return fast.took, fast.bytes }, fast.forget
	}
	loop := newLoop(scope, s.work)
	scope.Set("nnplayTrainer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) > 0 {
			s.handle(worker.Source(args[0]))
			loop.wake()
		}
		return nil
	}))
	worker.Post(message{"type": "ready", "simd": fast != nil})
	select {}
}

// A loop calls work again and again, letting the worker's messages in between:
// through a MessageChannel, which takes microseconds, where a timer takes
// milliseconds.
type loop struct {
	scope, port js.Value
	timer       js.Value
	onTimer     js.Func
	work        func() time.Duration
	posted      bool
}

func newLoop(scope js.Value, work func() time.Duration) *loop {
	l := &loop{scope: scope, work: work, timer: js.Undefined()}
	channel := scope.Get("MessageChannel").New()
	l.port = channel.Get("port2")
	channel.Get("port1").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		l.posted = false
		l.run()
		return nil
	}))
	l.onTimer = js.FuncOf(func(js.Value, []js.Value) any {
		l.timer = js.Undefined()
		l.run()
		return nil
	})
	return l
}

// wake calls work soon.
func (l *loop) wake() {
	if !l.timer.IsUndefined() {
		l.scope.Call("clearTimeout", l.timer)
		l.timer = js.Undefined()
	}
	if !l.posted {
		l.posted = true
		l.port.Call("postMessage", 0)
	}
}

func (l *loop) run() {
	switch wait := l.work(); {
	case wait == 0:
		l.wake()
	case wait > 0:
		l.timer = l.scope.Call("setTimeout", l.onTimer, float64(wait)/float64(time.Millisecond))
	}
}
