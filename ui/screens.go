package ui

import (
	"debrief/ui/attendees"
	"debrief/ui/closing"
	"debrief/ui/countermeasures"
	"debrief/ui/discretion"
	"debrief/ui/home"
	"debrief/ui/learning"
	"debrief/ui/opening"
	"debrief/ui/screen"
	"debrief/ui/timeline"
)

// newScreens makes the screens: home and one a phase.
func newScreens(env screen.Env) (*home.Screen, map[screen.Name]screen.Screen) {
	h := home.New(env)
	return h, map[screen.Name]screen.Screen{
		screen.Home:            h,
		screen.Open:            opening.New(env),
		screen.Attendees:       attendees.New(env),
		screen.Timeline:        timeline.New(env),
		screen.Discretion:      discretion.New(env),
		screen.Learning:        learning.New(env),
		screen.Countermeasures: countermeasures.New(env),
		screen.Close:           closing.New(env),
	}
}
