package diffusion

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

var _ lab.Accountant = (*diffusion)(nil)

// Accounts implements lab.Accountant.
func (d *diffusion) Accounts(m *lab.Machine) []lab.Account {
	trajectory := d.travel(m)
	return append(plane.Accounts(d.real, trajectory[len(trajectory)-len(d.start):]), plane.StepLoss(m, "trainLoss", "step", "loss"))
}
