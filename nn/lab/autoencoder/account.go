package autoencoder

import (
	"math"

	"nnplay/nn/lab"
)

var _ lab.Accountant = (*autoencoder)(nil)

// Accounts implements lab.Accountant.
func (a *autoencoder) Accounts(m *lab.Machine) []lab.Account {
	if a.own.Images.Lacking() {
		return nil
	}
	m.Run("train view")
	m.Run("test view")
	list := []lab.Account{
		viewed(m, "trainLoss", "train view", "loss/reconstruction"),
		viewed(m, "testLoss", "test view", "loss/reconstruction"),
	}
	if a.net.Variational {
		list = append(list, viewed(m, "code-kl", "test view", "loss/kl"))
	}
	const each, pixel, restored, wanted = "pixel-error/sample", "pixel-error/pixel", "pixel-error/restored", "pixel-error/target"
	images, pixels := a.test.Len(), a.net.Pixels
	out := append([]float32{}, m.Probe("test view", "reconstruction")...)
	off := func(at int) float64 { return math.Abs(float64(a.test.X[at] - out[at])) }
	errors := make([]float64, images)
	for at := range out {
		errors[at/pixels] += off(at) / float64(pixels)
	}
	list = append(list, lab.Mean("pixel-error", "sample", errors, func(image int) lab.Made {
		made := lab.Made{By: "mean"}
		for at := image * pixels; at < (image+1)*pixels; at++ {
			made.Terms = append(made.Terms, lab.Share{Place: lab.Place{Name: pixel, At: at}, Factor: 1 / float64(pixels)})
		}
		return made
	})...)
	of := func(name string, value func(at int) float64, made func(at int) lab.Made) lab.Account {
		return lab.Account{Name: name, Shape: []int{images, pixels}, Dims: []string{"sample", "pixel"}, Value: value, Made: made}
	}
	return append(list,
		of(pixel, off, func(at int) lab.Made {
			sign := 1.0
			if a.test.X[at] < out[at] {
				sign = -1
			}
			return lab.Made{By: "distance", Terms: []lab.Share{{Place: lab.Place{Name: wanted, At: at}, Factor: sign}, {Place: lab.Place{Name: restored, At: at}, Factor: -sign}}}
		}),
		of(restored, func(at int) float64 { return float64(out[at]) }, func(at int) lab.Made {
			return lab.Made{Result: view("test view", "reconstruction", at)}
		}),
		of(wanted, func(at int) float64 { return float64(a.test.X[at]) }, lab.Given("data")),
	)
}

// viewed returns the account of what a program that looks on computes.
func viewed(m *lab.Machine, name, program, tensor string) lab.Account {
	return lab.Single(name, float64(m.Probe(program, tensor)[0]), lab.Made{Result: view(program, tensor, 0)})
}

// view returns an element of a tensor of a program that looks on: it reads what is there.
func view(program, tensor string, at int) *lab.Result {
	return &lab.Result{Program: program, Tensor: tensor, At: at, Load: func(*lab.Machine) {}}
}
