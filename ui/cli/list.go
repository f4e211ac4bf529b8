package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/ui/safe"
)

// listed is a post-mortem in the JSON form of list.
type listed struct {
	ID       model.ID           `json:"id"`
	Title    string             `json:"title"`
	Date     model.Date         `json:"date"`
	Kind     model.IncidentKind `json:"kind"`
	Severity int                `json:"severity,omitzero"`
	Status   model.Status       `json:"status"`
	Stage    string             `json:"stage"`
	Open     int                `json:"open"`
	Overdue  int                `json:"overdue"`
	Updated  time.Time          `json:"updated"`
	Deleted  bool               `json:"deleted"`
	// Unreadable says why the row cannot be read; what could be read of it is there.
	Unreadable string `json:"unreadable,omitzero"`
}

func listedOf(s model.Summary) listed {
	return listed{
		ID: s.ID, Title: s.Title, Date: s.Date, Kind: s.Kind, Severity: s.Severity, Status: s.Status,
		Stage: s.Stage(), Open: s.Open, Overdue: s.Overdue, Updated: model.UTC(s.Updated), Deleted: s.Deleted,
		Unreadable: s.Unreadable,
	}
}

func (r *run) listCommand() *cobra.Command {
	var deleted, asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the post-mortems, newest first",
		Args:  exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			var all []model.Summary
			err := r.present(ctx, nil, func(s Store) (err error) {
				all, err = s.Summaries(ctx, model.SummaryQuery{Deleted: deleted, Today: r.today()})
				return err
			})
			if err != nil {
				return err
			}
			if asJSON {
				rows := make([]listed, len(all))
				for i, s := range all {
					rows[i] = listedOf(s)
				}
				return r.printJSON(rows)
			}
			if len(all) == 0 {
				return r.sayNone(ctx, deleted)
			}
			return r.print(listing(all))
		},
	}
	c.Flags().BoolVar(&deleted, "deleted", false, "those that were deleted, instead of the others")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	return c
}

// sayNone says why a list is empty: there may be post-mortems that were deleted.
func (r *run) sayNone(ctx context.Context, deleted bool) error {
	if deleted {
		r.say("No post-mortem is deleted.")
		return nil
	}
	n := 0
	err := r.present(ctx, nil, func(s Store) error {
		all, err := s.Summaries(ctx, model.SummaryQuery{Deleted: true, Today: r.today()})
		n = len(all)
		return err
	})
	switch {
	case err != nil:
		return err
	case n == 1:
		r.say("The only post-mortem is deleted; %s shows it.", r.call("list --deleted"))
	case n > 1:
		r.say("All %d post-mortems are deleted; %s shows them.", n, r.call("list --deleted"))
	default:
		r.say("No post-mortem yet: debrief new TITLE makes one, debrief demo shows one.")
	}
	return nil
}

// listing is the table that people read. The title comes last, because it alone has any width.
func listing(all []model.Summary) string {
	ids := make([]model.ID, len(all))
	for i, s := range all {
		ids[i] = s.ID
	}
	letters := model.Shorten(ids)
	rows := [][]string{{"Id", "Date", "Kind", "Stage", "Open", "Title"}}
	for _, s := range all {
		if s.Unreadable != "" {
			rows = append(rows, []string{s.ID.Short(letters), "", "", "", "", string(safe.Line(model.Unread(s.Unreadable)))})
			continue
		}
		open := strconv.Itoa(s.Open)
		if s.Overdue > 0 {
			open += fmt.Sprintf(" (%d overdue)", s.Overdue)
		}
		rows = append(rows, []string{s.ID.Short(letters), s.Date.String(), string(s.Kind), s.Stage(), open, string(safe.Line(s.Title))})
	}
	return columns(rows)
}

// columns puts cells under each other, two spaces between them and none at the end of a row. The
// last column may be as wide as it likes.
func columns(rows [][]string) string {
	type cell struct {
		text  safe.Text
		width int
	}
	var widths []int
	cells := make([][]cell, len(rows))
	for r, row := range rows {
		cells[r] = make([]cell, len(row))
		for i, text := range row {
			c := cell{text: safe.Line(text)}
			if i < len(row)-1 {
				c.width = safe.Width(c.text)
				if i == len(widths) {
					widths = append(widths, 0)
				}
				widths[i] = max(widths[i], c.width)
			}
			cells[r][i] = c
		}
	}
	var b strings.Builder
	for _, row := range cells {
		gap := 0 // kept back: a row does not end in spaces
		for i, c := range row {
			if c.text != "" {
				b.WriteString(strings.Repeat(" ", gap))
				b.WriteString(strings.TrimRight(string(c.text), " "))
				gap = len(c.text) - len(strings.TrimRight(string(c.text), " "))
			}
			if i < len(row)-1 {
				gap += widths[i] - c.width + 2
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
