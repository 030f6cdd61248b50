package diffusion

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/lab"
)

// Guess returns what the same velocity gives everywhere and at all times: the mean
// way from noise to data is best. The ways differ as much as the data do and the
// noise, whose variance is 1; and where ways cross no network foresees which goes on.
func (d *diffusion) Guess(*lab.Machine) lab.Guess {
	loss, _ := nn.FindLoss("mse")
	anywhere := nn.Range{Min: math.Inf(-1), Max: math.Inf(1)}
	return lab.Guess{Loss: loss.Guess(d.real, 2, anywhere) + 1}
}
