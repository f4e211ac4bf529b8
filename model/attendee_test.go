package model

import "testing"

func TestAFirstNameEndsAtTheFirstSpace(t *testing.T) {
	for name, want := range map[string]string{"Ana Silva": "Ana", "Ana": "Ana", "": "", "Anne-Marie van der Berg": "Anne-Marie", "Responder\u00a0A": "Responder\u00a0A"} {
		if got := (Attendee{Name: name}).FirstName(); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
