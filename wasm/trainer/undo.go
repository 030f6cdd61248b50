package main

// An undoing is what can be undone and redone of something: what it was
// before each change, the latest last, and what it was before each change that
// was undone.
type undoing[T any] struct {
	past, future []T

	most int         // as many as are remembered
	size func(T) int // of one of them
	room int         // for all of them together; the latest is remembered even so
}

// changed remembers what was before a change. What was undone is lost.
func (u *undoing[T]) changed(was T) {
	u.future = nil
	u.past = append(u.past, was)
	room := u.room
	for i := len(u.past) - 1; i >= 0; i-- {
		room -= u.size(u.past[i])
		latest := i == len(u.past)-1
		if len(u.past)-i > u.most || room < 0 && !latest {
			u.past = append([]T(nil), u.past[i+1:]...) // the rest can be collected
			return
		}
	}
}

// undo returns what was before the latest change of what is now.
func (u *undoing[T]) undo(now T) (was T, ok bool) { return move(&u.past, &u.future, now) }

// redo returns what was before the latest undoing of what is now.
func (u *undoing[T]) redo(now T) (was T, ok bool) { return move(&u.future, &u.past, now) }

// move takes the last of a list and remembers in another what is now.
func move[T any](from, to *[]T, now T) (last T, ok bool) {
	n := len(*from) - 1
	if n < 0 {
		return last, false
	}
	last = (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, now)
	return last, true
}
