// Command debrief carries a facilitator through a blameless post-mortem meeting.
//
// main joins the parts and hands over; it is the only place that knows both ui and storage.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"
	_ "time/tzdata" // time zones where the system has none

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/rescue"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/storage/files"
	rescuefile "debrief/storage/rescue"
	"debrief/ui"
	"debrief/ui/cli"
	"debrief/ui/config"
	"debrief/ui/desk"
	"debrief/ui/screen"
	"debrief/ui/terminal"
)

const version = "0.1.0"

func main() { os.Exit(program(time.Now).Run(context.Background(), os.Args[1:])) }

// program joins the parts. Now is the one clock of all of them.
func program(now func() time.Time) cli.Program { return parts{now: now}.program() }

func (p parts) program() cli.Program {
	return cli.Program{
		Version:    built(),
		In:         os.Stdin,
		Out:        os.Stdout,
		Err:        os.Stderr,
		Now:        p.now,
		NewID:      newID,
		Getenv:     os.Getenv,
		Zone:       zone,
		ConfigPath: config.Path(),
		Open:       p.openForCommands,
		Left:       left,
		Screen:     p.openScreen,
		WriteFile:  writeFile,
	}
}

// parts opens what the program is joined of.
type parts struct {
	now func() time.Time // the one clock of all of them
	// shown is the store as the screen is given it. Nil gives it as it is; a test gives one that
	// falls.
	shown func(*storage.Store) desk.Store
}

// built is the version with what Go knows of the source it was built from.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	source := ""
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 7 {
			source = s.Value[:7] + ", "
		}
	}
	return fmt.Sprintf("%s (%s%s)", version, source, info.GoVersion)
}

func newID() model.ID {
	id, err := model.NewID(rand.Reader)
	if err != nil {
		panic(err) // cannot be: crypto/rand never returns an error
	}
	return id
}

func zone() string { return config.Zone(os.Getenv) }

func (p parts) openForCommands(ctx context.Context, path string) (cli.Store, error) {
	s, err := storage.Open(ctx, path, storage.Options{Now: p.now, Rescues: rescueFolders()})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func left(ctx context.Context, path string) model.UnopenedError {
	return storage.Left(ctx, path, storage.Options{Rescues: rescueFolders()})
}

// rescueFolders are those in which a window leaves what the store's own folder did not take.
func rescueFolders() []string { return []string{config.TraceFolder(), os.TempDir()} }

// openScreen opens the store and then the screen, so that what is wrong with a store is said on
// a terminal that nobody has touched.
func (p parts) openScreen(ctx context.Context, v cli.View) (code int, err error) {
	samples := throwaways{now: p.now}
	defer func() { err = errors.Join(err, samples.close()) }()
	o := ui.Options{
		Sample:     samples.open,
		Now:        p.now,
		NewID:      newID,
		Zone:       zone(),
		Keys:       v.Settings.Keys,
		Theme:      v.Settings.Theme,
		Glyphs:     v.Settings.Drawn(terminal.IsUTF8(os.Getenv)),
		Mouse:      v.Settings.Mouse,
		FPS:        v.Settings.FPS,
		Rules:      v.Settings.Rules,
		Questions:  v.Settings.Questions,
		Debug:      v.Debug,
		ReadFile:   readFile,
		TraceDir:   config.TraceFolder(),
		Getenv:     os.Getenv,
		ReviewsDir: v.Settings.Reviews,
		Word:       v.Settings.Word,
		Opening:    v.Settings.Opening,
		Reopen:     p.reopen,
		Messages:   os.Stderr,
	}
	if v.Sample {
		s, id, err := samples.open(ctx)
		if err != nil {
			return 1, err
		}
		o.Store, o.Start = s, screen.Place{Screen: screen.Timeline, Postmortem: id}
		o.Throwaway = true
	} else {
		s, err := storage.Open(ctx, v.StorePath, storage.Options{Now: p.now, Rescues: rescueFolders()})
		if err != nil {
			return 1, err
		}
		defer func() { err = errors.Join(err, closeInTime(s)) }()
		o.Store, o.Rescues = s, rescues{s}
		if p.shown != nil {
			o.Store = p.shown(s)
		}
	}
	o.WriteFile = func(path string, data []byte, replace bool) error {
		return files.Write(path, data, files.Options{Overwrite: replace, Store: o.Store.Path()})
	}
	return ui.Run(o, os.Stdin, os.Stdout)
}

// reopen opens a store for the screen beside the one that it has.
func (p parts) reopen(ctx context.Context, path string) (desk.Store, error) {
	s, err := storage.Open(ctx, path, storage.Options{Now: p.now})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// closeLimit is how long a store that does not answer can hold the program back at its end.
const closeLimit = 2 * time.Second

// closeInTime closes the store, or leaves it where it does not answer: what was not on disk is in a
// rescue file by then.
func closeInTime(s *storage.Store) error {
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	select {
	case err := <-closed:
		return err
	case <-time.After(closeLimit):
		return nil
	}
}

// rescues are the rescue files of the store at a path: beside it, else in the folder for the state of
// programs, else in the one for temporary files.
type rescues struct{ *storage.Store }

func (r rescues) Write(what rescue.Rescue) (string, error) {
	return rescuefile.Write(what, rescueFolders()...)
}

func (r rescues) WriteElsewhere(what rescue.Rescue) (string, error) {
	return rescuefile.WriteElsewhere(what, rescueFolders()...)
}

func (r rescues) List() ([]desk.Rescued, error) {
	files, err := r.RescueFiles(context.Background())
	found := make([]desk.Rescued, len(files))
	for i, f := range files {
		found[i] = desk.Rescued(f)
	}
	return found, err
}

func (r rescues) Sync(path string) error { return rescuefile.Sync(path) }

func (r rescues) Read(path string) (desk.Rescued, bool) {
	f, there := rescuefile.Read(path)
	return desk.Rescued(f), there
}

func (r rescues) Remove(path string) error { return rescuefile.Remove(path) }

// throwaways are the stores of sample incidents that were made. The screen makes them in a
// command of its own.
type throwaways struct {
	now func() time.Time

	sync.Mutex
	made []*throwaway
}

// throwaway is a store in a temporary folder of mode 0700, which Close removes.
type throwaway struct {
	*storage.Store
	folder string
}

// open makes a store with the sample incident in it.
func (t *throwaways) open(ctx context.Context) (desk.Store, model.ID, error) {
	folder, err := os.MkdirTemp("", "debrief-sample-")
	if err != nil {
		return nil, "", fmt.Errorf("make a folder for the sample: %w", err)
	}
	s := &throwaway{folder: folder}
	t.Lock()
	t.made = append(t.made, s)
	t.Unlock()
	if s.Store, err = storage.Open(ctx, filepath.Join(folder, "sample.db"), storage.Options{Now: t.now}); err != nil {
		return nil, "", errors.Join(err, s.Close())
	}
	now := t.now()
	p := sample.Postmortem(now)
	entry := model.Entry{Seq: 1, At: model.UTC(now), Kind: model.Edit, Change: model.Diff("Sample made", model.Postmortem{}, p)}
	if err := s.Save(ctx, p.Header.ID, entry); err != nil {
		return nil, "", errors.Join(err, s.Close())
	}
	return s, p.Header.ID, nil
}

// Close ends the use of the store and removes it. Closing it once more does nothing.
func (s *throwaway) Close() error {
	var err error
	if s.Store != nil {
		err = s.Store.Close()
	}
	return errors.Join(err, os.RemoveAll(s.folder))
}

// close closes those that the screen left open.
func (t *throwaways) close() error {
	t.Lock()
	defer t.Unlock()
	var errs []error
	for _, s := range t.made {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

// writeFile writes a page or an export of the command line, which only its owner may read.
func writeFile(path string, data []byte, replace bool) error {
	return files.Write(path, data, files.Options{Overwrite: replace})
}

// readFile reads an export of a size that a meeting can make.
func readFile(path string) (_ []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err := io.ReadAll(io.LimitReader(f, jsonfile.MaxBytes+1))
	if err == nil && len(data) > jsonfile.MaxBytes {
		return nil, fmt.Errorf("%s has more than %d MiB and is no export", path, jsonfile.MaxBytes>>20)
	}
	return data, err
}
