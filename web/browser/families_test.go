package browser

import (
	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

// families are those of the page, for what tests compute natively.
var families = experiment.Families(all.Families)
