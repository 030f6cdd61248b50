package experiment

import (
	"math"
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// ChartsJSON returns charts for a page:
//
//	[{"name":"loss","kind":"lines","title":"chart.loss","x":"axis.step","y":"axis.loss",
//	  "series":[{"name":"series.train","number":0,"points":[0,0.7,10,0.6]}],"cells":[],"names":[]}]
//
// Of contours there is "plain":{"name":"axis.loss","box":[-1,1,-1,1],"cols":2,"rows":2,"heights":[1,2,3]}
// besides, and of ways on them "steps":[0,10].
func ChartsJSON(charts []lab.Chart) []byte {
	var w setting.JSON
	writeList(&w, charts, writeChart)
	return w.Bytes
}

func writeChart(w *setting.JSON, c lab.Chart) {
	w.Open('{')
	w.Key("name").Text(c.Name)
	w.Key("kind").Text(c.Kind)
	w.Key("title").Text(c.Title)
	w.Key("x").Text(c.X)
	w.Key("y").Text(c.Y)
	if !math.IsNaN(c.Value) {
		w.Key("value").Float(c.Value)
	}
	writeList(w.Key("series"), c.Series, writeSeries)
	writeList(w.Key("cells"), c.Cells, func(w *setting.JSON, row []int) { writeList(w, row, writeWhole) })
	w.Key("names").Texts(c.Names)
	if c.Plain != nil {
		writePlain(w.Key("plain"), c.Plain)
	}
	w.Close('}')
}

func writeSeries(w *setting.JSON, s lab.Series) {
	w.Open('{')
	w.Key("name").Text(s.Name)
	w.Key("number").Float(float64(s.Number))
	writeList(w.Key("points"), s.Points, (*setting.JSON).Float)
	if s.Steps != nil {
		writeList(w.Key("steps"), s.Steps, writeWhole)
	}
	w.Close('}')
}

// writePlain writes heights that are no finite numbers as the highest one.
func writePlain(w *setting.JSON, p *lab.Plain) {
	high := 0.0
	for _, h := range p.Heights {
		if h-h == 0 {
			high = max(high, h)
		}
	}
	w.Open('{')
	w.Key("name").Text(p.Name)
	writeList(w.Key("box"), p.Box[:], (*setting.JSON).Float)
	w.Key("cols").Float(float64(p.Side))
	w.Key("rows").Float(float64(p.Side))
	writeList(w.Key("heights"), p.Heights, func(w *setting.JSON, h float64) {
		if h-h != 0 {
			h = high
		}
		w.Float(h)
	})
	w.Close('}')
}

func writeList[T any](w *setting.JSON, list []T, write func(w *setting.JSON, v T)) {
	w.Open('[')
	for _, v := range list {
		write(w, v)
	}
	w.Close(']')
}

func writeWhole[T int | uint64](w *setting.JSON, n T) { w.Raw(strconv.FormatUint(uint64(n), 10)) }
