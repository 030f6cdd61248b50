package gan

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/numeral"
)

// length returns the length of the gradient, over all parameters of the player.
func (t *turn) length(parameters []*nn.Parameter) float64 {
	var sum float64
	for _, p := range parameters {
		for _, v := range t.gradients[p.Name] {
			sum += float64(v) * float64(v)
		}
	}
	return math.Sqrt(sum)
}

// caption says what the phase that is shown is about, nil while there is none.
func (s *slowMotion) caption(g *gan, m *lab.Machine) *lab.Caption {
	if !s.active() {
		return nil
	}
	t, now := s.look(g, m), phases[s.phase]
	c := &lab.Caption{Key: "phase." + now.name, Number: s.phase + 1, Count: len(phases)}
	for i, player := range s.turns {
		if player != now.player {
			continue
		}
		if c.Turns++; i <= s.turn {
			c.Turn++
		}
	}
	b, dim := len(t.fake)/2, g.net.Noise.Dim
	real, fake := t.outputs[:len(t.real)/2], t.outputs[len(t.real)/2:]
	c.Args = map[string]string{"n": strconv.Itoa(b)}
	switch now.name {
	case "noise", "fresh-noise":
		c.Args["first"] = point(t.noise[:dim])
	case "generate":
		c.Args["first"] = point(t.fake[:2])
	case "real":
		c.Args["first"] = point(t.real[:2])
	case "judge":
		c.Args["real"], c.Args["fake"] = digits(mean(real)), digits(mean(fake))
	case "gradient-d":
		c.Args["loss"], c.Args["length"] = digits(t.loss), digits(t.length(m.Unit.Parameters()))
	case "fool":
		c.Args["fake"], c.Args["loss"] = digits(mean(fake)), digits(t.loss)
	case "gradient-g":
		var arrows float64
		for i := 0; i < len(t.pull); i += 2 {
			arrows += math.Hypot(float64(t.pull[i]), float64(t.pull[i+1])) * float64(b) // of its own loss, which counts a bth
		}
		c.Args["arrow"], c.Args["length"] = digits(arrows/float64(b)), digits(t.length(m.Unit.Parameters()))
	case "update-d", "update-g":
		c.Args["weights"], c.Args["change"] = strconv.Itoa(t.weights), digits(t.change)
	}
	return c
}

// digits writes a number with three of them.
func digits(v float64) string { return numeral.Typeset(strconv.FormatFloat(v, 'g', 3, 64)) }

// point writes coordinates.
func point(x []float32) string {
	var parts []string
	for _, v := range x {
		parts = append(parts, numeral.Typeset(strconv.FormatFloat(float64(v), 'f', 2, 32)))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func mean(values []float32) float64 {
	var sum float64
	for _, v := range values {
		sum += float64(v)
	}
	return sum / float64(len(values))
}

// views returns what there is to see of the phase that is shown: its name, the
// samples up to it, and from the phase on in which it flows the gradient.
func (s *slowMotion) views(g *gan, m *lab.Machine) (views []lab.View) {
	t, now := s.look(g, m), phases[s.phase]
	add := func(name string, columns int, values []float32) {
		if values != nil {
			views = append(views, lab.View{Name: name, Shape: []int{len(values) / columns, columns}, F32: slices.Clone(values)})
		}
	}
	views = append(views, lab.View{Name: "slow/phase", Shape: []int{len(now.name)}, U8: []byte(now.name)})
	add("slow/noise", g.net.Noise.Dim, t.noise)
	add("slow/fake", 2, t.fake)
	add("slow/real", 2, t.real)
	add("slow/outputs", 1, t.outputs)
	add("slow/shown", 2, t.shown)
	add("slow/pull", 2, t.pull)
	if strings.HasPrefix(now.name, "gradient") || now.trains {
		for _, p := range m.Unit.Parameters() {
			if v, ok := t.gradients[p.Name]; ok {
				views = append(views, lab.View{Name: p.Name + "/gradient", Shape: p.Shape, F32: slices.Clone(v)})
			}
		}
	}
	return views
}
