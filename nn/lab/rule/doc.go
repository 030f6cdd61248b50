// Package rule is what may go wrong in the training of any network, and what mends it:
// a rule a file, for the tables of families. A rule that needs to know more of a
// network than lab.Evidence tells stands in its family's package.
package rule

import "strconv"

// Settled is the number of steps in which a network has left its first weights.
const Settled = 100

// Number writes a number with at most three digits that count.
func Number(v float64) string { return strconv.FormatFloat(v, 'g', 3, 64) }
