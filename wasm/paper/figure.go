package paper

// A Figure is how a family is drawn.
type Figure struct {
	// Draw is a pure function: the same kit gives the same drawing. It draws what
	// there is, and must not panic over what there is not.
	Draw func(k *Kit) Drawing
	// Describe says in words what is drawn; nil for what Scene.Describe says.
	Describe func(s *Scene, d Dictionary) string
	// Tooled figures leave room above themselves for the page's tools.
	Tooled bool
	// Parameters can be looked at one by one, in place of the figure, which does
	// not draw them all.
	Parameters bool
}
