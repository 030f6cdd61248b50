package points

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
)

// Sizes of the pictures by which a page offers the data sets.
const (
	previewPoints  = 180
	previewClasses = 3 // where the experiment chooses their number
)

// previews returns a few points of every data set.
func previews() (all []lab.Preview) {
	for i := range data.Sets {
		set := &data.Sets[i]
		p := set.Points(rng.New(1, rng.Data), previewPoints, previewClasses, 0)
		preview := lab.Preview{Name: set.Name, Problem: set.Problem.String(), Inputs: set.Inputs, Classes: set.Classes}
		if set.Classes == 0 && set.Problem == data.Classification {
			preview.Classes = previewClasses
		}
		for j := range p.Len() {
			preview.Points = append(preview.Points, previewed(set, p, j)...)
		}
		all = append(all, preview)
	}
	return all
}

// previewed returns sample j: x and y, 0 to 1 from the lower left of the domain,
// and the class or the target.
func previewed(set *data.Set, p data.Points, j int) []float32 {
	x, value := p.X[j*p.Dim], p.Y[j*p.Targets]
	y := value
	if p.Dim == 2 {
		y = p.X[j*p.Dim+1]
	}
	d := set.Domain
	return []float32{(x - d[0]) / (d[1] - d[0]), (y - d[2]) / (d[3] - d[2]), value}
}
