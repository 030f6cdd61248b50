package experiment

import "math"

// A Chart is data for a chart, labeled by keys of translations.
type Chart struct {
	Name  string  // one of a kind, for files
	Kind  string  // "lines", "unit" (within the unit square), "bars", "matrix" or "scatter"
	Title string  // a key, as all labels are
	X, Y  string  // of the axes
	Value float64 // an argument of the title, NaN if it has none

	Series []Series
	Cells  [][]int // of a matrix: true classes as rows, predicted ones as columns
}

// A Series is points of a chart: x and y in turn. Of bars x is where a bar
// begins, and a last point, whose y does not count, where the last one ends.
type Series struct {
	Name   string // a key
	Number int    // an argument of the name
	Points []float64
}

// add appends a point, if it is one.
func (s *Series) add(x, y float64) {
	if !math.IsNaN(x-x) && !math.IsNaN(y-y) {
		s.Points = append(s.Points, x, y)
	}
}

// ChartsJSON returns charts for a page:
//
//	[{"name":"loss","kind":"lines","title":"chart.loss","x":"axis.step","y":"axis.loss",
//	  "series":[{"name":"series.train","number":0,"points":[0,0.7,10,0.6]}],"cells":[]}]
func ChartsJSON(charts []Chart) []byte {
	var w jsonWriter
	w.open('[')
	for _, c := range charts {
		w.open('{')
		w.key("name").text(c.Name)
		w.key("kind").text(c.Kind)
		w.key("title").text(c.Title)
		w.key("x").text(c.X)
		w.key("y").text(c.Y)
		if !math.IsNaN(c.Value) {
			w.key("value").float(c.Value)
		}
		w.key("series").open('[')
		for _, s := range c.Series {
			w.open('{')
			w.key("name").text(s.Name)
			w.key("number").float(float64(s.Number))
			w.key("points").open('[')
			for _, v := range s.Points {
				w.float(v)
			}
			w.close(']')
			w.close('}')
		}
		w.close(']')
		w.key("cells").open('[')
		for _, row := range c.Cells {
			w.open('[')
			for _, n := range row {
				w.float(float64(n))
			}
			w.close(']')
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
	return w.buf
}

// chartKeys are the keys of translations that charts use.
var chartKeys = []string{
	"chart.accuracy", "chart.activations", "chart.confusion", "chart.loss", "chart.losses", "chart.rate", "chart.residuals", "chart.roc", "chart.weights",
	"axis.accuracy", "axis.activation", "axis.fpr", "axis.loss", "axis.predicted", "axis.predictedClass", "axis.rate", "axis.residual", "axis.share",
	"axis.step", "axis.tpr", "axis.trueClass", "axis.weight",
	"series.classifier", "series.layer", "series.past", "series.planned", "series.target", "series.test", "series.train",
}
