package explain

import (
	"nnplay/nn"
	"nnplay/nn/trace"
)

// Training returns which of the training data a sample of the minibatch is, false where
// minibatches are not taken from them in an order.
func (s *Step) Training(sample int) (number int, ok bool) {
	before := func(name string, index ...int) (float32, bool) {
		found := s.names.Find(name)
		if len(found) == 0 {
			return 0, false
		}
		at, ok := found[0].Offset(index, false)
		return s.trace.Value(s.trace.At(at, trace.Moment(0))), ok
	}
	cursor, ok := before(nn.Cursor)
	if !ok {
		return 0, false
	}
	place, ok := before(nn.Order, int(cursor)+sample)
	return int(place), ok
}
