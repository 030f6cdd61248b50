package paper

import "strings"

// A Placing takes a point of the domain to the screen, and tells whether it is there.
type Placing func(x, y float32) (px, py float32, inside bool)

// Onto returns how the domain lies on a rectangle.
func (k *Kit) Onto(r Rectangle) Placing {
	domain := k.Topology.Domain
	return func(x, y float32) (px, py float32, inside bool) {
		fx, fy := (x-domain[0])/(domain[1]-domain[0]), (domain[3]-y)/(domain[3]-domain[2])
		return r.X + fx*r.W, r.Y + fy*r.H, fx >= 0 && fx <= 1 && fy >= 0 && fy <= 1
	}
}

// PointedNeuron returns the neuron that is pointed at.
func (k *Kit) PointedNeuron() (layer string, unit int) {
	layer, number, ok := strings.Cut(k.Pointed, " ")
	for _, digit := range number {
		unit = 10*unit + int(digit-'0')
	}
	if !ok || k.LayerOf(layer) == nil {
		return "", 0
	}
	return layer, unit
}

// RealColor is that of samples of the data.
func (k *Kit) RealColor() Color { return ClassColors[2] }

// FakeColor is that of samples that a network makes.
func (k *Kit) FakeColor() Color { return ClassColors[3] }
