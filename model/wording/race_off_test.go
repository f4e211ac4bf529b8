//go:build !race

package wording

const raced = false
