// Package worker is what the programs in workers share: commands come out of
// JavaScript values, and answers go there. Besides main programs it is the only
// package that knows syscall/js, in files _js.go.
package worker
