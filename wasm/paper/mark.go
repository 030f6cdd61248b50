package paper

// Backdrop is how strong the colors of a picture are that marks lie on: so strong
// that it is read, and so pale that a mark of the same color stands out.
const Backdrop = 0.5

// Pale returns a color as it is in a picture that marks lie on.
func (t *Theme) Pale(c Color) Color { return Mix(t.Surface, c, Backdrop) }

// Rim returns the color around a mark, which keeps it from what it lies on: dark
// but, around a mark that is dark itself, lighter than that.
func (t *Theme) Rim(fill Color) Color {
	if luminance := 0.21*fill.R*fill.R + 0.72*fill.G*fill.G + 0.07*fill.B*fill.B; luminance < 0.14 { // about
		return Mix(fill, t.Ink.Alpha(fill.A), 0.6)
	}
	return t.Point.Alpha(fill.A)
}

// rimWidth is that of what is around a mark.
const rimWidth = 1

// Filled adds the mark of a sample that is trained on, or that there is but one
// kind of.
func (t *Theme) Filled(s *Shapes, x, y, radius float32, corners int, c Color) {
	s.Dot(x, y, radius+rimWidth, corners, t.Rim(c))
	s.Dot(x, y, radius, corners, c)
}

// Hollow adds the mark of a sample that is held back for the test.
func (t *Theme) Hollow(s *Shapes, x, y, radius float32, corners int, c Color) {
	t.Filled(s, x, y, radius, corners, c)
	s.Dot(x, y, radius*0.58, corners, t.Surface)
}

// Halo adds a ring around the mark of a sample that is taken for another class.
func (t *Theme) Halo(s *Shapes, x, y, radius float32) {
	for _, ring := range []struct {
		reach, width float32
		color        Color
	}{{radius + 2.9, 3.6, t.Surface}, {radius + 3.1, 1.5, t.Ink}} {
		s.Frame(Rect(x-ring.reach, y-ring.reach, 2*ring.reach, 2*ring.reach), ring.reach, ring.width, ring.color)
	}
}
