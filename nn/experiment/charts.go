package experiment

import (
	"math"
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
)

// Sizes of what charts show.
const (
	chartBars   = 30  // of a histogram
	chartLayers = 4   // layers in a histogram: the first ones and the last
	chartRates  = 120 // points of a learning rate's schedule
)

// chartKeys are the keys of translations that charts of all families use, and that of a
// landscape.
var chartKeys = []string{
	"chart.accuracy", "chart.activations", "chart.confusion", "chart.landscape", "chart.loss", "chart.losses", "chart.rate", "chart.weights",
	"axis.accuracy", "axis.activation", "axis.loss", "axis.predictedClass", "axis.principal", "axis.random", "axis.rate", "axis.secondPrincipal", "axis.secondRandom", "axis.share", "axis.step", "axis.trueClass", "axis.weight",
	"series.guess", "series.layer", "series.past", "series.planned", "series.test", "series.train", "series.way",
}

// Charts returns what there is to plot of the run and its history.
func (r *Run) Charts(h *History) []lab.Chart {
	now := r.Metrics()
	if len(h.moments) == 0 {
		h.Add(now)
	}
	charts := []lab.Chart{
		lab.Lines("loss", "chart.loss", "axis.loss", h.series("series.train", func(m lab.Metrics) float64 { return m.TrainLoss }), h.series("series.test", func(m lab.Metrics) float64 { return m.TestLoss })),
		lab.Lines("accuracy", "chart.accuracy", "axis.accuracy", h.series("series.train", func(m lab.Metrics) float64 { return m.TrainAccuracy }), h.series("series.test", func(m lab.Metrics) float64 { return m.Accuracy })),
	}
	if loss := &charts[0]; len(loss.Series) > 0 {
		if guess := h.level("series.guess", r.Guess().Loss); len(guess.Points) > 0 {
			loss.Series = append(loss.Series, guess)
		}
	}
	charts = append(charts, h.scores(r.spec.Family)...)
	if now.Confusion != nil {
		charts = append(charts, lab.ConfusionChart(now.Confusion, r.Topology().Symbols))
	}
	if c, ok := r.task.(lab.Charter); ok {
		charts = append(charts, c.Charts(&r.machine)...)
	}
	charts = append(charts, r.weightChart(), r.activationChart(), r.rateChart())
	return slices.DeleteFunc(charts, func(c lab.Chart) bool { return len(c.Series) == 0 && len(c.Cells) == 0 })
}

// scores returns charts of what a family tells beside the losses: the
// losses of several networks in one, and one each of all else.
func (h *History) scores(f *lab.Family) (charts []lab.Chart) {
	losses := lab.Lines("losses", "chart.losses", "axis.loss")
	for i, score := range h.last().Scores {
		key := "score." + score.Name
		s := h.series(key, func(m lab.Metrics) float64 {
			if i >= len(m.Scores) {
				return math.NaN()
			}
			return m.Scores[i].Value
		})
		if f.Score(score.Name).Loss {
			losses.Series = append(losses.Series, s)
		} else {
			charts = append(charts, lab.Lines(score.Name, key, key, s))
		}
	}
	return append([]lab.Chart{losses}, charts...)
}

// weightChart counts the weights of each layer: of what has rows and columns.
func (r *Run) weightChart() lab.Chart {
	var layers [][]float32
	for _, p := range r.machine.Unit.Parameters() {
		if lab.IsMatrix(p) {
			layers = append(layers, r.machine.Slice(p.Name))
		}
	}
	return histogramChart("weights", "axis.weight", layers)
}

// activationChart counts the activations of each hidden layer on the training
// data, as many as are evaluated at once.
func (r *Run) activationChart() lab.Chart {
	a, ok := r.task.(lab.Activator)
	if !ok {
		return lab.Chart{}
	}
	var layers [][]float32
	for _, l := range a.Activations(&r.machine) {
		layers = append(layers, l.Out)
	}
	return histogramChart("activations", "axis.activation", layers)
}

// histogramChart counts the values of layers in bars of the same width, as
// shares of each layer.
func histogramChart(name, x string, layers [][]float32) lab.Chart {
	c := lab.Chart{Name: name, Kind: "bars", Title: "chart." + name, X: x, Y: "axis.share", Value: math.NaN()}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, values := range layers {
		for _, v := range values {
			if v-v == 0 {
				lo, hi = min(lo, float64(v)), max(hi, float64(v))
			}
		}
	}
	if lo > hi {
		return c
	}
	if hi-lo < 1e-6 {
		lo, hi = lo-0.5, hi+0.5
	}
	width := (hi - lo) / chartBars
	for i, values := range layers {
		if i >= chartLayers-1 && i < len(layers)-1 {
			continue
		}
		var counts [chartBars]int
		n := 0
		for _, v := range values {
			if v-v == 0 {
				counts[min(int((float64(v)-lo)/width), chartBars-1)]++
				n++
			}
		}
		if n == 0 {
			continue
		}
		s := lab.Series{Name: "series.layer", Number: i + 1}
		for j, count := range counts {
			s.Add(lo+float64(j)*width, float64(count)/float64(n))
		}
		s.Add(hi, 0)
		c.Series = append(c.Series, s)
	}
	return c
}

// rateChart shows the learning rate up to now, and as it is planned.
func (r *Run) rateChart() lab.Chart {
	if r.spec.FullBatch() {
		return lab.Chart{}
	}
	schedule, _ := nn.FindSchedule(r.spec.Schedule)
	end := max(1.25*float64(r.spec.Warmup), 100)
	if !schedule.Constant {
		end = max(end, 1.25*float64(r.spec.ScheduleSteps))
	}
	end = min(max(end, float64(r.Steps())), 5*end)
	steps := make([]float32, chartRates+1)
	for i := range steps {
		steps[i] = float32(math.Round(end * float64(i) / chartRates))
	}
	rates := nn.Training{Schedule: schedule, WarmUp: r.spec.Warmup > 0}.Rates(steps, nn.Hyper{
		LearningRate: r.spec.LearningRate, ScheduleSteps: r.spec.ScheduleSteps, WarmUpSteps: r.spec.Warmup,
	})
	past, planned := lab.Series{Name: "series.past"}, lab.Series{Name: "series.planned"}
	for i, step := range steps {
		if uint64(step) <= r.Steps() {
			past.Add(float64(step), float64(rates[i]))
		}
		if uint64(step) >= r.Steps() || i+1 < len(steps) && uint64(steps[i+1]) > r.Steps() {
			planned.Add(float64(step), float64(rates[i]))
		}
	}
	return lab.Lines("rate", "chart.rate", "axis.rate", past, planned)
}
