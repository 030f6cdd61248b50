// Package worker is what the programs in workers share: commands come out of
// JavaScript values, and answers go there. Below main programs it is the only
// one that knows syscall/js, so it is empty elsewhere.
package worker
