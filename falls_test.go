package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"debrief/model"
	"debrief/storage"
	"debrief/ui"
)

// fallsBy names the file that tells a program where to fall, once the file is there.
const fallsBy = "DEBRIEF_TEST_FALLS"

// fall is where the program panics: at the nth call from the place.
type fall struct {
	place string // one of fallPlaces
	nth   int
}

// fallPlaces are those where a screen's code runs: while a message is taken, while a frame is drawn,
// and in a command before and after the store has done it. At the first two it is the clock that
// panics, which screens ask for the time.
var fallPlaces = []string{"update", "view", "command", "done command"} // constant table

func (f fall) write(file string) error {
	next := file + ".next"
	if err := os.WriteFile(next, fmt.Appendf(nil, "%d %s", f.nth, f.place), 0o600); err != nil {
		return err
	}
	return os.Rename(next, file)
}

// faller panics where the file says so, once.
type faller struct {
	sync.Mutex
	file  string
	fell  bool
	calls map[string]int
}

// falling is the program with a clock and a store that panic.
func falling(file string) parts {
	f := &faller{file: file, calls: make(map[string]int)}
	return parts{
		now: func() time.Time {
			if place := runsIn(); place != "" {
				f.at(place)
			}
			return time.Now()
		},
		shown: func(s *storage.Store) ui.Store { return fallingStore{s, f} },
	}
}

// at panics where it is time to.
func (f *faller) at(place string) {
	text, err := os.ReadFile(f.file)
	if err != nil {
		return // not yet
	}
	f.Lock()
	defer f.Unlock()
	f.calls[place]++
	if want := fmt.Sprintf("%d %s", f.calls[place], place); !f.fell && want == string(text) {
		f.fell = true
		panic("a test lets the program fall in " + want)
	}
}

// runsIn tells whether the caller runs in the Update or the View of the screen, "" for neither.
func runsIn() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	for {
		frame, more := frames.Next()
		switch {
		case strings.HasSuffix(frame.Function, "ui.(*App).Update"):
			return "update"
		case strings.HasSuffix(frame.Function, "ui.(*App).View"):
			return "view"
		case !more:
			return ""
		}
	}
}

// fallingStore is a store whose saves panic before or after they are done.
type fallingStore struct {
	*storage.Store
	f *faller
}

func (s fallingStore) Save(ctx context.Context, record model.ID, e model.Entry, settled ...model.Draft) error {
	s.f.at("command")
	defer s.f.at("done command")
	return s.Store.Save(ctx, record, e, settled...)
}

func (s fallingStore) SaveDraft(ctx context.Context, d model.Draft) error {
	s.f.at("command")
	defer s.f.at("done command")
	return s.Store.SaveDraft(ctx, d)
}
