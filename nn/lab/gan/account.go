package gan

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

var _ lab.Accountant = (*gan)(nil)

// Accounts implements lab.Accountant.
func (g *gan) Accounts(m *lab.Machine) []lab.Account {
	m.Run("samples")
	return append(plane.Accounts(g.real, m.Probe("samples", "fake")),
		plane.StepLoss(m, "lossD", "discriminator step", "loss/d"),
		plane.StepLoss(m, "lossG", "generator step", "loss/g"),
	)
}
