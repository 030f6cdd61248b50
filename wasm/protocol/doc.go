// Package protocol states what a page and the programs in workers say to each
// other, as tables: a row a command, a row an answer. The programs decode
// commands by them, web/shared/protocol.d.ts is written from them, and their
// tests hold every answer to them.
//
// A message is a plain object with a field "type". A command may carry an id,
// a text or a number, which its answer repeats. What cannot be done is answered
// by error {code, args, text}. What fits no row is refused before anybody acts
// on it: the code "unknown-command" is for a type that there is not, "bad-field" for a
// field that is missing, of the wrong type or out of its bounds, and "bad-count"
// for a number of steps that is none.
//
// To add a command, add a row here and a handler in the program that obeys it,
// and run go generate.
package protocol

//go:generate go run ../../web/build/protocol ../../web/shared/protocol.d.ts
