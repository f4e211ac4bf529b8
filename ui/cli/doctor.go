package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/ui/config"
	"debrief/ui/terminal"
)

func (r *run) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Say where everything is and whether it is sound",
		Long: "Reads the whole store and compares it with its history, looks at the settings, the terminal and the " +
			"editor, and exits with 5 where something is not as it should be.",
		Args: exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			var e examination
			if err := r.examineStore(c.Context(), &e); err != nil {
				return err
			}
			r.examineSettings(&e)
			r.examineTerminal(&e)
			e.add("Traces", orNowhere(config.TraceFolder()))
			e.add("Version", r.Version)
			if err := r.print(columns(e.rows)); err != nil {
				return err
			}
			if e.faults > 0 {
				return failure{stopped, errors.New("something is not as it should be; the rows marked ! say what, and what to do")}
			}
			return nil
		},
	}
}

// examination is what doctor found.
type examination struct {
	rows   [][]string
	faults int
}

func (e *examination) add(name, words string) { e.rows = append(e.rows, []string{name, words}) }

func (e *examination) fault(words string) {
	e.faults++
	e.rows = append(e.rows, []string{"  !", words})
}

func (r *run) examineStore(ctx context.Context, e *examination) error {
	path, _, err := r.storePath()
	if err != nil {
		return err
	}
	e.add("Store", path)
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		if left := r.Left(ctx, path); left.Backup != "" || len(left.Rescues) > 0 {
			e.fault(noStore(left))
			return nil
		}
		e.add("", "not there yet; the first post-mortem makes it")
		return nil
	}
	var h model.Health
	err = r.store(ctx, func(s Store) (err error) {
		h, err = s.Health(ctx)
		return err
	})
	if err != nil {
		_, words := explained(err, remedy(h.Backup, h.Copy))
		e.fault(words)
		return nil
	}
	e.add("", fmt.Sprintf("%s, %s, %d KiB, tables of version %d, SQLite %s",
		count(h.Postmortems, "post-mortem"), count(h.Entries, "edit"), h.Size>>10, h.Schema, h.SQLite))
	if len(h.Damage) == 0 {
		e.add("", "sound: every row is as its history says")
	}
	for _, words := range h.Damage {
		e.fault(words)
	}
	if len(h.Damage) > 0 {
		e.add("  do", "close debrief, "+remedy(h.Backup, h.Copy))
	}
	for _, words := range h.Warnings {
		e.add("  note", words)
	}
	if n := len(h.Backups); n > 0 {
		e.add("Backups", fmt.Sprintf("%d, the latest %s", n, h.Backups[n-1]))
	} else if !h.BackupsUnknown {
		e.add("Backups", "none yet")
	}
	return nil
}

func (r *run) examineSettings(e *examination) {
	path := r.ConfigPath
	e.add("Settings", orNowhere(path))
	if path == "" {
		e.add("", "HOME is not set, so none are read; that is fine")
	} else if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		e.add("", "not there; that is fine")
	}
	s, err := r.settings()
	if err != nil {
		_, words := explain(err)
		e.fault(words)
		return
	}
	folder := s.Reviews
	if folder == "" {
		folder = "the current folder"
	} else if is, err := os.Stat(folder); err != nil || !is.IsDir() {
		e.fault("reviews: there is no folder " + folder + "; make it, or name another one")
	}
	e.add("Pages go to", folder)
}

func orNowhere(path string) string {
	if path == "" {
		return "nowhere"
	}
	return path
}

func (r *run) examineTerminal(e *examination) {
	words := "no terminal here"
	if f, ok := r.Out.(*os.File); ok && terminal.IsTerminal(f) {
		words = "size unknown"
		if width, height, err := term.GetSize(f.Fd()); err == nil {
			words = fmt.Sprintf("%dx%d", width, height)
			if width < 60 || height < 16 {
				words += " (debrief needs 60x16)"
			}
		}
		words += ", " + colours(f, r.Getenv) + ", background unknown until the screen asks"
	}
	if name := r.Getenv("TERM"); name != "" {
		words += ", TERM " + name
	}
	e.add("Terminal", words)
	if terminal.IsUTF8(r.Getenv) {
		e.add("Locale", "UTF-8, so lines are drawn as lines")
	} else {
		e.add("Locale", "not UTF-8, so lines are drawn in ASCII")
	}
	e.add("Time zone", r.Zone())
	r.examineEditor(e)
}

func (r *run) examineEditor(e *examination) {
	name, from := "nano", "neither VISUAL nor EDITOR is set"
	for _, variable := range []string{"EDITOR", "VISUAL"} { // the latter goes first
		if words := strings.Fields(r.Getenv(variable)); len(words) > 0 {
			name, from = words[0], variable
		}
	}
	path, err := exec.LookPath(name)
	if err != nil {
		e.add("Editor", fmt.Sprintf("%s is not on this machine (%s); set EDITOR to the one you use", name, from))
		return
	}
	e.add("Editor", fmt.Sprintf("%s (%s)", path, from))
}

func colours(out io.Writer, getenv func(string) string) string {
	var environment []string
	for _, name := range []string{"TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM_PROGRAM", "WT_SESSION"} {
		if value := getenv(name); value != "" {
			environment = append(environment, name+"="+value)
		}
	}
	switch colorprofile.Detect(out, environment) {
	case colorprofile.TrueColor:
		return "24-bit colours"
	case colorprofile.ANSI256:
		return "256 colours"
	case colorprofile.ANSI:
		return "16 colours"
	}
	return "no colours"
}
