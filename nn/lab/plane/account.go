package plane

import (
	"math"

	"nnplay/nn/lab"
)

// Accounts returns those of what Compare tells: what each cell of the grid adds to the
// divergences, which shares of the points it has, and how many.
func Accounts(real, samples []float32) []lab.Account {
	counts := [2][]int{grid.Count(real), grid.Count(samples)}
	var list []lab.Account
	for i, name := range whose {
		list = append(list, cells("cells/"+name, func(at int) float64 { return float64(counts[i][at]) }, lab.Given("points-counted")))
	}
	list = append(list, lab.Single("cells/half", 0.5, lab.Made{Given: "constant"}))
	toMiddle := func(p, q float64) float64 { return 0.5 * math.Log(2*p/(p+q)) }
	list = append(list, divergence("js", counts, 0, toMiddle, func(p, q float64) float64 { return toMiddle(q, p) })...)
	list = append(list, divergence("kl", counts, 0.5, func(p, q float64) float64 { return math.Log(p / q) }, func(float64, float64) float64 { return 0 })...)
	return list
}

// whose are the points that are compared.
var whose = [2]string{"real", "made"}

// cells is the account of a number for each cell of the grid.
func cells(name string, value func(at int) float64, made func(at int) lab.Made) lab.Account {
	return lab.Account{Name: name, Shape: []int{grid.Cells()}, Dims: []string{"cell"}, Value: value, Made: made}
}

// divergence is that of shares p and q in the cells, of each of which add points more are
// counted: each cell adds p times what byP returns of both, and q times byQ.
func divergence(name string, counts [2][]int, add float64, byP, byQ func(p, q float64) float64) []lab.Account {
	n := grid.Cells()
	all := [2]float64{add * float64(n), add * float64(n)}
	for i := range counts {
		for _, k := range counts[i] {
			all[i] += float64(k)
		}
	}
	share := func(i, at int) float64 { return (float64(counts[i][at]) + add) / all[i] }
	each, values := make([][]lab.Share, n), make([]float64, n)
	var sum float64
	for at := range n {
		p, q := share(0, at), share(1, at)
		places := []lab.Place{{Name: name + "/real", At: at}, {Name: name + "/made", At: at}}
		for i, v := range [2]float64{p, q} {
			if v == 0 {
				continue
			}
			f := byP(p, q)
			if i == 1 {
				f = byQ(p, q)
			}
			if f == 0 {
				continue
			}
			each[at] = append(each[at], lab.Share{Place: places[i], Factor: f, With: places})
			values[at] += f * v
		}
		sum += values[at]
	}
	list := []lab.Account{
		lab.Single(name, sum, lab.Made{By: name + "-divergence", Terms: lab.Shares(name+"/cell", n, func(int) float64 { return 1 })}),
		cells(name+"/cell", func(at int) float64 { return values[at] }, func(at int) lab.Made { return lab.Made{By: name + "-cell", Terms: each[at]} }),
	}
	for i, of := range whose {
		list = append(list, cells(name+"/"+of, func(at int) float64 { return share(i, at) }, func(at int) lab.Made {
			terms := []lab.Share{{Place: lab.Place{Name: "cells/" + of, At: at}, Factor: 1 / all[i]}}
			if add > 0 {
				terms = append(terms, lab.Share{Place: lab.Place{Name: "cells/half"}, Factor: 1 / all[i]})
			}
			return lab.Made{By: "part", Terms: terms}
		}))
	}
	return list
}

// StepLoss is the account of a loss that the step of training computed.
func StepLoss(m *lab.Machine, name, program, tensor string) lab.Account {
	return lab.Single(name, float64(m.Probe(program, tensor)[0]), lab.Made{Result: &lab.Result{Program: program, Tensor: tensor}})
}
