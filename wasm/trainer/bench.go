package main

import (
	"slices"
	"time"

	"nnplay/nn/notice"
	"nnplay/nn/program"
	"nnplay/nn/workload"
)

// A bench measures how fast this trainer is here, for those who compare it:
// what it runs is what experiments run on.
type bench struct {
	now    func() time.Duration
	engine program.Engine
	// compiled tells of the module compiled last how long that took, and its
	// size; forget makes that shapes are compiled again.
	compiled func() (took time.Duration, bytes int)
	forget   func()
}

// Benchmarks take the median of some repetitions of a time.
const (
	repetitions = 5
	duration    = 500 * time.Millisecond
)

// benchmark answers with the speed of a workload, by its name: a row of package
// workload, "gemm128", or "heat", which is all heat maps of W2 at 100 x 100; or
// of the present experiment: "steps", which trains it, and "view", which is what
// a look at it costs the trainer.
func (s *session) benchmark(c command) *failure {
	name := c.Text("workload")
	result := message{"type": "bench", "workload": name}
	w, known := workload.Find(name)
	switch {
	case name == "view" && s.run != nil:
		seconds := s.bench.seconds(func(times int) {
			for range times {
				s.run.Dynamic()
			}
		})
		result["milliseconds"] = 1e3 * seconds
	case name == "steps" && s.run != nil:
		result["stepsPerSecond"] = 1 / s.bench.seconds(s.run.Step)
	case name == "gemm128":
		m, err := workload.StartGemm(128, s.bench.engine)
		if err != nil {
			return notice.Of(err)
		}
		result["gflops"] = m.Operations() / s.bench.seconds(m.Run) / 1e9
	case name == "heat":
		w, _ := workload.Find("W2")
		m, err := w.StartHeatMaps(100, s.bench.engine)
		if err != nil {
			return notice.Of(err)
		}
		result["milliseconds"], result["units"] = 1e3*s.bench.seconds(m.Run), m.Units
	case known:
		r, f := s.bench.open(w, result)
		if f != nil {
			return f
		}
		result["before"] = r.Loss()
		r.Step(w.Steps)
		result["after"] = r.Loss()
		result["samplesPerSecond"] = float64(w.Batch) / s.bench.seconds(r.Step)
	default:
		return fail("unknown-workload", "workload", name)
	}
	s.answer(c.ID(), result)
	return nil
}

// open starts a workload a few times, as if its shape were new, and tells how
// long that takes. compile is the translation to a module and the browser's
// validation of it. open is all that somebody waits for: recording the graphs,
// the key, data and first weights, compile, and a first step and evaluation, in
// which the browser compiles each function when it is first called. Of either
// the first time, in which this program too is new to the browser, and the
// median.
func (b *bench) open(w workload.Workload, result message) (*workload.Run, *failure) {
	var compile, open []float64
	var r *workload.Run
	for range repetitions {
		b.forget()
		start := b.now()
		var err error
		if r, err = w.Start(b.engine); err != nil {
			return nil, notice.Of(err)
		}
		took, bytes := b.compiled()
		if len(open)+1 < repetitions { // the last is trained as a workload says
			r.Step(1)
		}
		r.Loss()
		open = append(open, (b.now()-start).Seconds()*1e3)
		compile = append(compile, took.Seconds()*1e3)
		result["moduleBytes"] = bytes
	}
	open = open[:repetitions-1]
	result["firstCompileMilliseconds"], result["compileMilliseconds"] = compile[0], median(compile)
	result["firstOpenMilliseconds"], result["openMilliseconds"] = open[0], median(open)
	return r, nil
}

// seconds returns the time that one of many repetitions takes.
func (b *bench) seconds(run func(times int)) float64 {
	times := 1
	for {
		start := b.now()
		run(times)
		if b.now()-start > duration/10 {
			break
		}
		times *= 2
	}
	times *= 10
	var took []float64
	for range repetitions {
		start := b.now()
		run(times)
		took = append(took, (b.now()-start).Seconds()/float64(times))
	}
	return median(took)
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}
