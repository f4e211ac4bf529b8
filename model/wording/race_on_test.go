//go:build race

package wording

// raced tells that the race detector runs, which allocates beside the code under test.
const raced = true
