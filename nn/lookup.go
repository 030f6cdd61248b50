package nn

// FindActivation returns the activation of that name.
func FindActivation(name string) (Activation, bool) {
	return find(Activations, name, func(a Activation) string { return a.Name })
}

// FindInitializer returns the initializer of that name.
func FindInitializer(name string) (Initializer, bool) {
	return find(Initializers, name, func(i Initializer) string { return i.Name })
}

// FindLoss returns the loss of that name.
func FindLoss(name string) (Loss, bool) {
	return find(Losses, name, func(l Loss) string { return l.Name })
}

// FindNormalization returns the normalisation of that name.
func FindNormalization(name string) (Normalization, bool) {
	return find(Normalizations, name, func(n Normalization) string { return n.Name })
}

// FindOptimizer returns the optimizer of that name.
func FindOptimizer(name string) (Optimizer, bool) {
	return find(Optimizers, name, func(o Optimizer) string { return o.Name })
}

// FindSchedule returns the schedule of that name.
func FindSchedule(name string) (Schedule, bool) {
	return find(Schedules, name, func(s Schedule) string { return s.Name })
}

// Must returns a row that is known to be in its table: the activation
// Must(FindActivation("tanh")).
func Must[T any](row T, ok bool) T {
	if !ok {
		panic("nn: no such row in the table")
	}
	return row
}

func find[T any](table []T, name string, nameOf func(T) string) (row T, ok bool) {
	for _, row := range table {
		if nameOf(row) == name {
			return row, true
		}
	}
	return row, false
}
