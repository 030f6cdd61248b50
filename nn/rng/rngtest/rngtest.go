// Package rngtest chooses the seeds from which tests train.
package rngtest

import (
	"os"
	"slices"
	"testing"
)

// Variable is the environment variable that says from how many seeds a test trains:
// 1, as it does where nothing is said, or 3, which shows that what is learned is no
// luck. make verify says 3.
const Variable = "NNPLAY_SEEDS"

// Seeds returns the seeds from which a test that takes long trains.
func Seeds(t testing.TB) []uint32 {
	t.Helper()
	if Thorough(t) {
		return []uint32{1, 2, 3}
	}
	return []uint32{1}
}

// Thorough tells whether tests take their time.
func Thorough(t testing.TB) bool {
	t.Helper()
	counts := []string{"", "1", "3"}
	count := os.Getenv(Variable)
	if !slices.Contains(counts, count) {
		t.Fatalf("%s is %q: it must be 1 or 3", Variable, count)
	}
	return count == "3"
}
