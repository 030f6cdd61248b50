package experiment

import (
	"math"
	"slices"
	"strings"

	"nnplay/nn"
	"nnplay/nn/metric"
)

// Sizes of what charts show.
const (
	chartBars    = 30 // of a histogram
	chartLayers  = 4  // layers in a histogram: the first ones and the last
	chartSamples = 500
	chartRates   = 120 // points of a learning rate's schedule
)

// A charter is a task with charts of its own.
type charter interface {
	charts(m *machine) []Chart
}

// Charts returns what there is to plot of the run and its history.
func (r *Run) Charts(h *History) []Chart {
	if len(h.moments) == 0 {
		h.Add(r.Metrics())
	}
	charts := []Chart{
		lines("loss", "chart.loss", "axis.loss", h.series("series.train", func(m Metrics) float64 { return m.TrainLoss }), h.series("series.test", func(m Metrics) float64 { return m.TestLoss })),
		lines("accuracy", "chart.accuracy", "axis.accuracy", h.series("series.train", func(m Metrics) float64 { return m.TrainAccuracy }), h.series("series.test", func(m Metrics) float64 { return m.Accuracy })),
	}
	charts = append(charts, h.scores()...)
	if r.task == nil {
		charts = append(charts, r.judgements()...)
	}
	if c, ok := r.task.(charter); ok {
		charts = append(charts, c.charts(&r.machine)...)
	}
	if r.task != nil {
		if cells := r.Metrics().Confusion; cells != nil {
			charts = append(charts, confusionChart(cells))
		}
	}
	charts = append(charts, r.weightChart(), r.activationChart(), r.rateChart())
	return slices.DeleteFunc(charts, func(c Chart) bool { return len(c.Series) == 0 && len(c.Cells) == 0 })
}

// lines makes a chart over the steps of the series that have points.
func lines(name, title, y string, series ...Series) Chart {
	series = slices.DeleteFunc(series, func(s Series) bool { return len(s.Points) == 0 })
	return Chart{Name: name, Kind: "lines", Title: title, X: "axis.step", Y: y, Value: math.NaN(), Series: series}
}

// scores returns charts of what an architecture tells beside the losses: the
// losses of several networks in one, and one each of all else.
func (h *History) scores() (charts []Chart) {
	losses := lines("losses", "chart.losses", "axis.loss")
	for i, score := range h.last().Scores {
		key := "score." + score.Name
		s := h.series(key, func(m Metrics) float64 {
			if i >= len(m.Scores) {
				return math.NaN()
			}
			return m.Scores[i].Value
		})
		if strings.HasPrefix(score.Name, "loss") {
			losses.Series = append(losses.Series, s)
		} else {
			charts = append(charts, lines(score.Name, key, key, s))
		}
	}
	return append([]Chart{losses}, charts...)
}

// judgements returns what there is to see of the outputs on the test set, or on
// the training set where there is no test set.
func (r *Run) judgements() []Chart {
	if r.problem.empty {
		return nil
	}
	shown := &r.problem.test
	if shown.len() == 0 {
		shown = &r.problem.train
	}
	_, out := r.evaluate(shown)
	if r.problem.classes == 0 {
		return []Chart{residualChart(out, shown.y, r.problem.units)}
	}
	charts := []Chart{confusionChart(r.confusion(shown, out))}
	if r.problem.classes == 2 {
		scores, positive := r.scores(shown, out)
		tpr, fpr := metric.ROC(scores, positive)
		s := Series{Name: "series.classifier"}
		for i := range tpr {
			s.add(fpr[i], tpr[i])
		}
		if len(s.Points) > 2 {
			charts = append(charts, Chart{Name: "roc", Kind: "unit", Title: "chart.roc", X: "axis.fpr", Y: "axis.tpr", Value: metric.AUC(scores, positive), Series: []Series{s}})
		}
	}
	return charts
}

func confusionChart(cells [][]int) Chart {
	return Chart{Name: "confusion", Kind: "matrix", Title: "chart.confusion", X: "axis.predictedClass", Y: "axis.trueClass", Value: math.NaN(), Cells: cells}
}

// residualChart shows, for each target of K, what is left of the true value
// over what was predicted; both are (n, K).
func residualChart(predicted, truth []float32, k int) Chart {
	c := Chart{Name: "residuals", Kind: "scatter", Title: "chart.residuals", X: "axis.predicted", Y: "axis.residual", Value: math.NaN()}
	for j := range k {
		s := Series{Name: "series.target", Number: j + 1}
		for i := j; i < min(len(predicted), chartSamples*k); i += k {
			s.add(float64(predicted[i]), float64(truth[i])-float64(predicted[i]))
		}
		if len(s.Points) > 0 {
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// weightChart counts the weights of each layer: of what has rows and columns.
func (r *Run) weightChart() Chart {
	var layers [][]float32
	for _, p := range r.unit.Parameters() {
		if len(p.Shape) > 1 && p.Shape[0] > 1 {
			layers = append(layers, r.unit.Slice(r.arena, p.Name))
		}
	}
	return histogramChart("weights", "axis.weight", layers)
}

// activationChart counts the activations of each hidden layer on the training
// data, as many as are evaluated at once.
func (r *Run) activationChart() Chart {
	var layers [][]float32
	if r.task == nil && !r.problem.empty {
		n, f := min(r.problem.train.len(), r.eval.rows), len(r.problem.features)
		copy(r.unit.Slice(r.arena, "evaluate/x"), r.problem.train.x[:n*f])
		r.exec.Run(r.unit.Programs["evaluate"], 1)
		for _, l := range r.network.Layers() {
			if seen := r.unit.Graph("evaluate").Probe(l.Name + "/out"); seen != nil && l.Name != "output" {
				layers = append(layers, r.unit.Tensor(r.arena, seen)[:n*l.Units])
			}
		}
	}
	return histogramChart("activations", "axis.activation", layers)
}

// histogramChart counts the values of layers in bars of the same width, as
// shares of each layer.
func histogramChart(name, x string, layers [][]float32) Chart {
	c := Chart{Name: name, Kind: "bars", Title: "chart." + name, X: x, Y: "axis.share", Value: math.NaN()}
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
		s := Series{Name: "series.layer", Number: i + 1}
		for j, count := range counts {
			s.add(lo+float64(j)*width, float64(count)/float64(n))
		}
		s.add(hi, 0)
		c.Series = append(c.Series, s)
	}
	return c
}

// rateChart shows the learning rate up to now, and as it is planned.
func (r *Run) rateChart() Chart {
	optimizer, _ := nn.FindOptimizer(r.spec.Optimizer)
	if optimizer.Update == nil {
		return Chart{}
	}
	schedule, _ := nn.FindSchedule(r.spec.Schedule)
	end := max(1.25*float64(r.spec.Warmup), 100)
	if r.spec.Schedule != nn.Schedules[0].Name {
		end = max(end, 1.25*float64(r.spec.ScheduleSteps))
	}
	end = min(max(end, float64(r.steps)), 5*end)
	steps := make([]float32, chartRates+1)
	for i := range steps {
		steps[i] = float32(math.Round(end * float64(i) / chartRates))
	}
	rates := nn.Training{Schedule: schedule, WarmUp: r.spec.Warmup > 0}.Rates(steps, nn.Hyper{
		LearningRate: r.spec.LearningRate, ScheduleSteps: r.spec.ScheduleSteps, WarmUpSteps: r.spec.Warmup,
	})
	past, planned := Series{Name: "series.past"}, Series{Name: "series.planned"}
	for i, step := range steps {
		if uint64(step) <= r.steps {
			past.add(float64(step), float64(rates[i]))
		}
		if uint64(step) >= r.steps || i+1 < len(steps) && uint64(steps[i+1]) > r.steps {
			planned.add(float64(step), float64(rates[i]))
		}
	}
	return lines("rate", "chart.rate", "axis.rate", past, planned)
}
