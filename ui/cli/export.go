package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/markdown"
	"debrief/model/names"
	"debrief/model/review"
)

// exporting is what the flags of an export ask for.
type exporting struct {
	to                   string
	toFile               bool // and not to stdout
	force, json, private bool
	allowFindings        bool
	names, namesOff      bool
}

func (r *run) exportCommand() *cobra.Command {
	var o exporting
	c := &cobra.Command{
		Use:   "export ID",
		Short: "Write the Markdown page, or everything as JSON",
		Long: "Writes the page of a post-mortem, in Markdown, to stdout or to a file. With --json it writes the whole " +
			"record for debrief import: all of it but what is private, drafts and the history of edits. --private adds what " +
			"is private, except private notes: they stay in the store.\n\n" +
			"The page names people, or shows their roles instead, as the record says; --names and --names-off say it for " +
			"this once. Owners of countermeasures stay named.\n\n" +
			"While a firm finding of the wording guard is left in what it writes, it lists them and writes nothing. " +
			"Quotations, and words that were kept with a reason, do not count.",
		Example:           "debrief export abcde -o reviews/\ndebrief export abcde --json --private > abcde.json",
		Args:              oneID,
		ValidArgsFunction: r.completeID(false),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case o.names && o.namesOff:
				return wrong("--names and --names-off contradict each other; leave one out")
			case o.json && (o.names || o.namesOff):
				return wrong("--json writes the whole record, to keep or to import, so the names stay in it; leave --names-off and --names out")
			}
			o.toFile = c.Flags().Changed("output")
			return r.export(c.Context(), args[0], o)
		},
	}
	c.Flags().StringVarP(&o.to, "output", "o", "", "a file, or a folder in which the file is named after the post-mortem")
	c.Flags().BoolVar(&o.force, "force", false, "replace a file that is there")
	c.Flags().BoolVar(&o.json, "json", false, "the whole record, to keep or to import")
	c.Flags().BoolVar(&o.private, "private", false, "with what is private, except private notes")
	c.Flags().BoolVar(&o.namesOff, "names-off", false, "the page with roles instead of names")
	c.Flags().BoolVar(&o.names, "names", false, "the page with names, whatever the record says")
	c.Flags().BoolVar(&o.allowFindings, "allow-findings", false, "write although firm findings are left")
	return c
}

// export writes the record of a shortened id, unless firm findings are left in it.
func (r *run) export(ctx context.Context, id string, o exporting) error {
	settings, guard, err := r.guard()
	if err != nil {
		return err
	}
	return r.record(ctx, id, func(_ Store, p model.Postmortem, _ int64) error {
		p.Header.PageNamesOff = (p.Header.PageNamesOff || o.namesOff) && !o.names
		x := names.IndexFor(p, audience(o.json, o.private))
		x.Zone = zoneOf(p.Header)
		left := review.Look(guard.For(review.People(p)), x.Postmortem).Left(x.Postmortem, p.Findings)
		if !o.allowFindings {
			if err := r.stopsAt(left, x); err != nil {
				return err
			}
		}
		if !o.json { // the page says how many are left; the record says what was noted
			p.Findings = review.WithLeft(p.Findings, left)
		}
		options := markdown.Options{Zone: zoneOf(p.Header), Word: settings.Word, Named: p.Attendees}
		page, name, err := exported(p, options, o.json, o.private)
		switch {
		case err != nil:
			return err
		case o.toFile:
			return r.write(o.to, name, page, o.force)
		case o.json:
			return r.printBytes(page)
		}
		return r.printPage(page)
	})
}

// printPage writes a page to stdout: byte for byte what -o writes, unless a person reads it on a
// terminal, to which nothing goes that could act on it.
func (r *run) printPage(page []byte) error {
	if onTerminal(r.Out) {
		return r.print(string(page))
	}
	return r.printBytes(page)
}

// audience is who will see an export.
func audience(asJSON, private bool) model.Audience {
	switch {
	case asJSON && private:
		return model.ForKeepingAll
	case asJSON:
		return model.ForKeeping
	case private:
		return model.ForOwnPage
	}
	return model.ForInternalPage
}

// exported returns the bytes and the name of the file that they would have.
func exported(p model.Postmortem, o markdown.Options, asJSON, private bool) ([]byte, string, error) {
	p = names.For(p, audience(asJSON, private))
	name := markdown.FileName(p, o)
	if !asJSON {
		return markdown.Page(p, o), name, nil
	}
	document, err := jsonfile.Encode(p)
	return harmless(document), strings.TrimSuffix(name, filepath.Ext(name)) + ".json", err
}

func (r *run) write(path, name string, data []byte, force bool) error {
	if path == "" {
		return wrong("--output needs the name of a file or folder")
	}
	if is, err := os.Stat(path); err == nil && is.IsDir() {
		path = filepath.Join(path, name)
	} else if strings.HasSuffix(path, "/") {
		return notFound("there is no folder %s; make it, or name another one", path)
	}
	switch err := r.WriteFile(path, data, force); {
	case errors.Is(err, fs.ErrExist):
		return exists("%s is there already; take another name, or replace it with --force", path)
	case errors.Is(err, model.ErrKeeps):
		return exists("%s is a database or a rescue file, such as debrief keeps post-mortems in, and no export replaces it; take another name", path)
	case errors.Is(err, fs.ErrNotExist):
		return notFound("there is no folder %s; make it, or name another one", filepath.Dir(path))
	case err != nil:
		return fmt.Errorf("export: %w", err)
	}
	r.say("Written: %s", path)
	return nil
}
