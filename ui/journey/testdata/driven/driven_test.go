// Laid over the program's own files when the tests are built: main.go is joined as it is, with a clock
// that a test drives, or with a clock and a store that panic where a test says so.
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
	"debrief/ui/desk"
)

// Before main: where the environment asks for neither, the program is the one that people have.
func init() {
	if file := os.Getenv("DEBRIEF_TEST_CLOCK"); file != "" {
		os.Exit(program(clockIn(file)).Run(context.Background(), os.Args[1:]))
	}
	if file := os.Getenv("DEBRIEF_TEST_FALLS"); file != "" {
		os.Exit(falling(file).program().Run(context.Background(), os.Args[1:]))
	}
}

// clockIn is a clock that stands at the time in the file until the file says another.
func clockIn(file string) func() time.Time {
	return func() time.Time {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		t, err := time.Parse(time.RFC3339Nano, strings.TrimSpace(string(text)))
		if err != nil {
			panic(err)
		}
		return t
	}
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
		shown: func(s *storage.Store) desk.Store { return fallingStore{s, f} },
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
