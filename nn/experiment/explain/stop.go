package explain

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// A Station is a part of a training step as it is taught.
type Station string

// The stations, in order. Of what a loss measures the way back begins at its result.
const (
	AtData       Station = "data"
	AtForward    Station = "forward"    // sums, and what else is linear
	AtActivation Station = "activation" // what they pass through
	AtLoss       Station = "loss"
	AtBackward   Station = "backward"  // the gradients of results, from the loss to the first layer
	AtGradients  Station = "gradients" // of parameters: what all samples add up to
	AtUpdate     Station = "update"
)

// stations is their order.
var stations = []Station{AtData, AtForward, AtActivation, AtLoss, AtBackward, AtGradients, AtUpdate}

// leg returns the part of the way on which stations take turns: what is drawn comes
// before all, gradients of parameters after all of the way back.
func (s Station) leg() int {
	switch s {
	case AtForward, AtActivation:
		return slices.Index(stations, AtForward)
	}
	return slices.Index(stations, s)
}

// A Stop is a place on the walk through a step: what one layer makes at a station.
type Stop struct {
	Station   Station
	Turn      int    // in which of the programs that the step ran, from 0: a player's turn, a try of a line search
	Program   string // its name
	Layer     string // whose tensors these are; "" for none
	Time      int    // of a sequence, from 0; -1 where there is none
	Operation string // the kind of mark of what is made; "" for none
	Tensors   []Made
	Main      int // which of them is gone through: the one of the most elements

	event int // after which it is made
}

// Made is a tensor that is made at a stop, or whose gradients or new values are.
type Made struct {
	Tensor string
	Of     Of
	Shape  []int
	Dims   []string
}

// A turn is a program as the step ran it once.
type turn struct {
	program     *program.Program
	from, until int          // its events
	end         trace.Moment // after its last writing
}

// turns lists what the step ran, in order, but for programs that change nothing
// that lasts, such as those that measure.
func (s *Step) turns() (list []turn) {
	events := s.trace.Events()
	for i := 0; i < len(events) && events[i].From < s.end; {
		e := events[i]
		from := i
		for i++; i < len(events) && events[i].Program == e.Program && events[i].Instr > events[i-1].Instr && events[i].From < s.end; i++ {
		}
		if e.Program == nil {
			continue
		}
		end := s.trace.Len()
		if i < len(events) {
			end = events[i].From
		}
		list = append(list, turn{e.Program, from, i, end})
	}
	return list
}

// Stops lists the stops of a walk through the step, in the order in which its
// numbers are made; but for the gradients of parameters, which come after those of
// all results: they are the sums of what is there by then.
func (s *Step) Stops() []Stop {
	if s.stops == nil {
		s.stops = s.tour()
	}
	return s.stops
}

func (s *Step) tour() (stops []Stop) {
	turns := s.turns()
	for i, t := range turns {
		stops = append(stops, s.stopsOf(i, t)...)
	}
	if s.search && len(turns) > 0 {
		stops = append(stops, s.searched(len(turns)-1)...)
	}
	return stops
}

// searched lists the stops of the parameters that a line search has moved.
func (s *Step) searched(turn int) (stops []Stop) {
	for i := range s.names.All() {
		t := &s.names.All()[i]
		if t.Role != nn.RoleParameter {
			continue
		}
		next := Stop{Station: AtUpdate, Turn: turn, Time: -1, Tensors: []Made{{t.Name, Update, t.Shape, t.Dims}}}
		next.Layer, _ = s.layerOf(t.Name)
		if n := len(stops) - 1; n >= 0 && stops[n].joins(&next) {
			stops[n].Tensors = append(stops[n].Tensors, next.Tensors...)
			continue
		}
		stops = append(stops, next)
	}
	return stops
}

// stopsOf returns the stops of a turn.
func (s *Step) stopsOf(number int, t turn) []Stop {
	var single []Stop // of one tensor each
	for i := range s.names.All() {
		named := &s.names.All()[i]
		if named.Program != "" && named.Program != t.program.Name {
			continue
		}
		for time := range times(named) {
			for _, of := range []Of{Value, Gradient, Update} {
				if stop, ok := s.made(named, time, of, t); ok {
					stop.Turn = number
					single = append(single, stop)
				}
			}
		}
	}
	slices.SortStableFunc(single, func(a, b Stop) int {
		return cmp.Or(cmp.Compare(a.Station.leg(), b.Station.leg()), cmp.Compare(a.event, b.event))
	})
	var stops []Stop
	for _, next := range single {
		if n := len(stops) - 1; n >= 0 && stops[n].joins(&next) {
			stops[n].Tensors = append(stops[n].Tensors, next.Tensors...)
			stops[n].Operation = next.Operation
			continue
		}
		stops = append(stops, next)
	}
	for i := range stops {
		stops[i].Main = stops[i].main()
	}
	return stops
}

// main returns which of the tensors has the most elements: of equals on the way back
// the last one, where each is made of the one before, else the first.
func (s *Stop) main() (main int) {
	for i, t := range s.Tensors {
		size, most := volume(t.Shape), volume(s.Tensors[main].Shape)
		if size > most || size == most && s.Station == AtBackward {
			main = i
		}
	}
	return main
}

// joins says whether the next stop is a part of this one.
func (s *Stop) joins(next *Stop) bool {
	if s.Station != next.Station || s.Layer != next.Layer || s.Time != next.Time || len(s.Tensors) == mostMade {
		return false
	}
	return s.Station != AtForward && s.Station != AtActivation || s.Operation == next.Operation
}

// mostMade is how many tensors a stop has at most.
const mostMade = 8

// times returns how many times a tensor has, 1 for none.
func times(t *nn.Named) int {
	if i := slices.Index(t.Dims, "time"); i >= 0 {
		return t.Shape[i]
	}
	return 1
}

// made returns the stop at which the numbers of a tensor are made in a turn.
func (s *Step) made(t *nn.Named, time int, of Of, turn turn) (stop Stop, ok bool) {
	if (t.Role == nn.RoleResult) != (of == Value) && of != Gradient || t.Role != nn.RoleResult && t.Role != nn.RoleParameter || of == Gradient && !t.Gradient {
		return stop, false
	}
	index := make([]int, len(t.Shape))
	stop = Stop{Program: turn.program.Name, Tensors: []Made{{t.Name, of, t.Shape, t.Dims}}}
	stop.Layer, stop.Time = s.layerOf(t.Name)
	if i := slices.Index(t.Dims, "time"); i >= 0 {
		index[i], stop.Time = time, time
	}
	at, ok := t.Offset(index, of == Gradient)
	if p, named := s.names.Locate(at); !ok || !named || p.Name != t.Name && of == Value {
		return stop, false // it has another name that says more
	}
	n, ok := s.left(at, of, turn)
	if !ok {
		return stop, false
	}
	stop.event = max(s.trace.Event(n), s.completed(t, index, of, turn))
	e := s.trace.Events()[stop.event]
	stop.Operation = s.innermost(e)
	if stop.Station = s.station(e, t, of); measures(t.Name) {
		stop.Layer = "loss"
	}
	return stop, true
}

// measures says whether a result is a part of the loss.
func measures(name string) bool {
	return slices.Contains(strings.Split(name, "/"), "loss") || path.Base(name) == nn.Objective
}

// completed returns the last event that writes to a tensor at a time: parts of it may be
// made one after the other, as the rows of samples are, or the units of gates.
func (s *Step) completed(t *nn.Named, first []int, of Of, turn turn) (event int) {
	at := slices.Clone(first)
	last := len(t.Shape) - 1
	for _, far := range []bool{false, true} {
		for i, n := range t.Shape {
			if far && t.Dims[i] != "time" {
				at[i] = n - 1
			}
		}
		for i := range min(max(volume(t.Shape[max(last, 0):]), 1), mostAsked) {
			if last >= 0 && t.Dims[last] != "time" {
				at[last] = i
			}
			place, _ := t.Offset(at, of == Gradient)
			if n, ok := s.left(place, of, turn); ok {
				event = max(event, s.trace.Event(n))
			}
		}
	}
	return event
}

// mostAsked is of how many units it is asked when they were made.
const mostAsked = 256

// left returns the number that a turn has left in an element: of a gradient what
// Backward left; ok is false if it has written none.
func (s *Step) left(at int, of Of, t turn) (n trace.Number, ok bool) {
	for n = s.trace.At(at, t.end); n.Since > 0 && s.trace.Event(n) >= t.from; n = s.trace.Before(n) {
		if i := s.trace.Event(n); i < t.until && (of != Gradient || s.back(n)) {
			return n, true
		}
	}
	return n, false
}

// station returns at which station an event makes a number of a tensor.
func (s *Step) station(e trace.Event, t *nn.Named, of Of) Station {
	switch {
	case of == Update:
		return AtUpdate
	case of == Gradient && t.Role == nn.RoleParameter:
		return AtGradients
	case of == Gradient:
		return AtBackward
	case measures(t.Name):
		return AtLoss
	}
	switch s.phase(e) {
	case Data:
		return AtData
	case Updating:
		return AtUpdate
	}
	if activates(s.innermost(e), e.Program.Code[e.Instr].Func) {
		return AtActivation
	}
	return AtForward
}

// activates says whether a number of an operation, or of a function that belongs to
// none, is made by an activation, or is a share among others.
func activates(kind string, f program.Func) bool {
	if kind != "" {
		if row := find(kind); row.activation || row.whole == Softmax {
			return true
		}
	}
	switch f {
	case program.Tanh, program.Sigmoid, program.Relu:
		return true
	}
	return false
}

// layerOf returns whose a tensor is, its name but for the last part, and the time
// that a name tells, as lstm1/step3/forget does; -1 for none. What is no part of others
// but has parts itself, as attention has scores, is its own.
func (s *Step) layerOf(name string) (layer string, time int) {
	if all := s.names.All(); slices.ContainsFunc(all, func(t nn.Named) bool { return t.Role != nn.RoleState && strings.HasPrefix(t.Name, name+"/") }) {
		return name, -1
	}
	parts := strings.Split(name, "/")
	parts, time = parts[:len(parts)-1], -1
	if n := len(parts) - 1; n >= 0 {
		if digits, found := strings.CutPrefix(parts[n], "step"); found {
			if at, err := strconv.Atoi(digits); err == nil {
				return strings.Join(parts[:n], "/"), at
			}
		}
	}
	return strings.Join(parts, "/"), time
}
