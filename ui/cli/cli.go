// Package cli is the same program without the screen: flags, subcommands, exit codes.
//
// Results go to stdout and messages to stderr, both through ui/safe: what a title holds must not
// act on a terminal. It knows neither the store nor the screen: main hands over how each is
// opened, so that a test of a command needs no terminal and links no Glamour.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/edit"
	"debrief/ui/config"
	"debrief/ui/safe"
	"debrief/ui/terminal"
)

// Program is what main hands over.
type Program struct {
	Version string
	Out     io.Writer // results
	Err     io.Writer // messages
	In      io.Reader

	Now    func() time.Time
	NewID  func() model.ID
	Getenv func(string) string
	// ConfigPath is the file of settings, which need not be there.
	ConfigPath string
	// Zone returns the IANA name of the machine's zone, for new post-mortems.
	Zone func() string

	// Open opens the store at path, and makes it where there is none.
	Open func(ctx context.Context, path string) (Store, error)
	// Left tells what is left elsewhere of a store that is not there.
	Left func(ctx context.Context, path string) model.UnopenedError
	// Screen opens the screen and returns the code to leave with. It reports what went wrong
	// before the terminal was touched, or after it was given back.
	Screen func(ctx context.Context, v View) (code int, err error)
	// WriteFile writes a whole file; one that exists is an fs.ErrExist unless it may be replaced.
	WriteFile func(path string, data []byte, replace bool) error
}

// View is what the screen is opened with.
type View struct {
	StorePath string
	Sample    bool // show the sample incident, in a store that is thrown away
	Settings  config.Settings
	Debug     io.Writer // nil for none
}

// run is one run of the program.
type run struct {
	Program
	db, theme, debug string // flags
	mouse            bool
	dbGiven          bool
	mouseGiven       bool
	code             int // what the screen left with
}

// Run does what the arguments, without the program's name, ask for, and returns the exit code.
func (p Program) Run(ctx context.Context, args []string) int {
	r := &run{Program: p}
	root := r.root()
	root.SetArgs(append([]string{}, args...)) // nil would mean those of the process
	err := root.ExecuteContext(ctx)
	if err == nil {
		return r.code
	}
	code, words := explain(err)
	r.say("debrief: %s", words)
	return code
}

// say writes one line to stderr. An error of it has nowhere to be told.
func (r *run) say(format string, args ...any) {
	_, _ = fmt.Fprintln(r.Err, safe.Line(fmt.Sprintf(format, args...)))
}

// print writes a result to stdout.
func (r *run) print(text string) error {
	if _, err := io.WriteString(r.Out, safe.Terminal(text)); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// settings returns those of file and environment, under those of the flags.
func (r *run) settings() (config.Settings, error) {
	s, err := config.Read(r.ConfigPath, r.Getenv)
	if err != nil {
		return s, wrong("%w", err)
	}
	if r.theme != "" {
		if err := s.SetTheme(r.theme); err != nil {
			return s, wrong("--theme: %w", err)
		}
	}
	if r.mouseGiven {
		s.Mouse = r.mouse
	}
	return s, nil
}

// storePath returns the store's file, and whether a person named it.
func (r *run) storePath() (path string, named bool, err error) {
	if r.dbGiven {
		if strings.TrimSpace(r.db) == "" {
			return "", true, wrong("--db needs the name of a file")
		}
		return r.db, true, nil
	}
	if path := r.Getenv(config.EnvStore); path != "" {
		return path, true, nil
	}
	if path = config.StorePath(); path == "" {
		return "", false, wrong("HOME is not set, so the store has no place; set HOME or XDG_DATA_HOME, or name a file with --db")
	}
	return path, false, nil
}

// call is a command of debrief as a person types it to reach the same store.
func (r *run) call(command string) string {
	words := "debrief"
	if command != "" {
		words += " " + command
	}
	if r.dbGiven {
		words += " --db " + shell(r.db)
	}
	return words
}

// store opens the store, which is made where there is none, hands it to do and closes it.
func (r *run) store(ctx context.Context, do func(Store) error) (err error) {
	path, _, err := r.storePath()
	if err != nil {
		return err
	}
	s, err := r.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return do(s)
}

// present is store for commands that need one that is there: a slip in its name must not leave
// an empty store behind. Where the default store is not there, the error is absent.
func (r *run) present(ctx context.Context, absent error, do func(Store) error) error {
	path, named, err := r.storePath()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		if left := r.Left(ctx, path); named || left.Backup != "" || len(left.Rescues) > 0 {
			return notFound("%s", noStore(left))
		}
		return absent
	}
	return r.store(ctx, do)
}

// record finds the post-mortem of a shortened id and hands it to do.
func (r *run) record(ctx context.Context, id string, do func(Store, model.Postmortem, int64) error) error {
	if !model.ValidIDPrefix(id) {
		return wrong("%q is no id; debrief list shows them", id)
	}
	return r.present(ctx, idError(model.ErrNotFound, id), func(s Store) error {
		full, err := s.Find(ctx, id)
		if err != nil {
			return idError(err, id)
		}
		p, seq, err := s.Read(ctx, full)
		if err != nil {
			return idError(err, id)
		}
		return do(s, p, seq)
	})
}

func idError(err error, id string) error {
	switch {
	case errors.Is(err, model.ErrNotFound):
		return notFound("there is no post-mortem %s; debrief list shows those that are there", id)
	case errors.Is(err, model.ErrAmbiguous):
		return wrong("more than one post-mortem begins with %s; type more of the id", id)
	}
	return err
}

// save writes what leads from one state of a record to the next, as one change.
func (r *run) save(ctx context.Context, s Store, seq int64, c model.Change, record model.ID) error {
	return s.Save(ctx, record, model.Entry{Seq: seq + 1, At: model.UTC(r.Now()), Kind: model.Edit, Change: c})
}

func (r *run) editor() edit.Editor {
	return edit.Editor{NewID: r.NewID, Now: r.Now, KnownZone: config.KnownZone}
}

func (r *run) today() model.Date { return model.DateOf(r.Now()) }

// onTerminal tells that a stream is a terminal.
func onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && terminal.IsTerminal(f)
}

// exactly is how many arguments a command takes; missing says in one sentence what to give.
func exactly(n int, missing string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return wrong("%s", missing)
		case len(args) > n && n == 0:
			return wrong("%s takes no words after it, so %q is one too many", c.CommandPath(), args[0])
		case len(args) > n:
			return wrong("%q is one word too many; put quotation marks round what has spaces", args[n])
		}
		return nil
	}
}

// oneID is exactly(1) for the commands that take a post-mortem.
func oneID(c *cobra.Command, args []string) error {
	return exactly(1, c.CommandPath()+" needs the id of a post-mortem; debrief list shows them")(c, args)
}
