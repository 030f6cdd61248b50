package paper

// A Rectangle is a rectangle in CSS pixels.
type Rectangle struct{ X, Y, W, H float32 }

// Rect returns a rectangle by its upper left corner and its size.
func Rect(x, y, w, h float32) Rectangle { return Rectangle{x, y, w, h} }

// Center returns the place in the middle.
func (r Rectangle) Center() (x, y float32) { return r.X + r.W/2, r.Y + r.H/2 }

// Contains tells whether a place lies within, or on the left or upper edge.
func (r Rectangle) Contains(x, y float32) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Meets tells whether two rectangles have an area in common.
func (r Rectangle) Meets(o Rectangle) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

// Holds tells whether all of another rectangle lies within.
func (r Rectangle) Holds(o Rectangle) bool {
	return o.X >= r.X && o.Y >= r.Y && o.X+o.W <= r.X+r.W && o.Y+o.H <= r.Y+r.H
}

// Shared returns the size of the area that two rectangles have in common.
func (r Rectangle) Shared(o Rectangle) float32 {
	w, h := min(r.X+r.W, o.X+o.W)-max(r.X, o.X), min(r.Y+r.H, o.Y+o.H)-max(r.Y, o.Y)
	return max(w, 0) * max(h, 0)
}

// Around returns the smallest rectangle that has both within it.
func (r Rectangle) Around(o Rectangle) Rectangle {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect(x, y, max(r.X+r.W, o.X+o.W)-x, max(r.Y+r.H, o.Y+o.H)-y)
}

// Grown returns the rectangle with d more on each side.
func (r Rectangle) Grown(d float32) Rectangle { return Rect(r.X-d, r.Y-d, r.W+2*d, r.H+2*d) }

// nearest returns the place of the rectangle that is nearest to another place.
func (r Rectangle) nearest(x, y float32) (float32, float32) {
	return Clamp(x, r.X, r.X+r.W), Clamp(y, r.Y, r.Y+r.H)
}
