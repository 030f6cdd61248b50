// Command trainer is the program that trains. It runs in a Web Worker, takes
// commands as messages and answers with messages; the network, the data and
// the arithmetic are those of package experiment.
//
// The protocol is plain objects with a field "type". Everything in this package
// but main_js.go is ordinary Go without syscall/js: a session gets commands,
// a clock and a place to post its answers, so it is tested natively.
//
// # Commands
//
//	load {link}               another experiment, paused               -> state
//	restore {link}            another one, restarting only if it must   -> state
//	set {key, value}          one setting; restarts only if it must     -> state
//	play, pause                                                         -> playing
//	step {n}                  n steps, then pause                       -> stepped
//	epoch                     to the end of this epoch, then pause      -> stepped
//	train {n}                 n steps as fast as it can                 -> trained
//	reset                     the same initial weights, paused          -> state
//	reseed                    another seed                              -> state
//	speed {stepsPerSecond}    0 means as fast as it can
//	stop {accuracy, flat, steps}  when to stop playing; see stopper     -> stops
//	metrics                                                             -> metrics
//	frame {full}              exactly one picture for each request      -> frame
//	schema                    all settings and their ranges             -> schema
//	previews                  a few points of each data set             -> previews
//	draw {op, value, more}    points of one's own; see drawOwn          -> state
//	points                    them, and what can be undone              -> points
//	images {op, index, n, value, bytes}  images of one's own; see changeAlbum  -> state
//	album {full}              their classes, and what can be undone     -> album
//	pictures {index, first, n}  some pictures of a class                -> pictures
//	export                    the data as CSV                           -> export
//	weight {name, index, value}   an element of a parameter, by hand     -> state
//	freeze {name, index, frozen}  makes it stand still, or lets it go    -> state
//	warp {layer, first, second}   shows the space of two units; 0: none  -> warped
//	act {name, value}         does what is no setting, e.g. draws a digit  -> acted
//	predict {points}          outputs for points, as numbers in a text  -> predicted
//	save                      the run as it stands, null if it can't be  -> saved
//	resume {saved}            goes on from there, paused                -> state
//	bench {workload}          how fast this trainer is                  -> bench
//
// A command may carry an id, which its answer repeats. What cannot be done is
// answered by error {code, args, text}; a run that is no longer made of numbers
// by diverged {tensor, step, causes, learningRate}; a condition of stop that came
// true by stopped {reason, args, text, step}.
//
// # Time
//
// Training goes on in slices of about ten milliseconds; between two slices the
// worker looks at its messages. A frame is drawn after a slice, and while the
// run plays only after it has been left alone for three times what the last frame
// took: drawing takes at most a quarter of the time. Judging the network takes at
// most an eighth of it: where that takes long, a frame tells the step and no
// metrics. None of this changes what is computed, only when.
package main
