package cli

import (
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
}

func listedOf(s model.Summary) listed {
	return listed{
		ID: s.ID, Title: s.Title, Date: s.Date, Kind: s.Kind, Severity: s.Severity, Status: s.Status,
		Stage: s.Stage(), Open: s.Open, Overdue: s.Overdue, Updated: model.UTC(s.Updated), Deleted: s.Deleted,
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
			_, err := r.present(ctx, func(s Store) (err error) {
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
				if deleted {
					r.say("No post-mortem is deleted.")
				} else {
					r.say("No post-mortem yet: debrief new TITLE makes one, debrief demo shows one.")
				}
				return nil
			}
			return r.print(listing(all))
		},
	}
	c.Flags().BoolVar(&deleted, "deleted", false, "those that were deleted, instead of the others")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	return c
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
		open := strconv.Itoa(s.Open)
		if s.Overdue > 0 {
			open += fmt.Sprintf(" (%d overdue)", s.Overdue)
		}
		rows = append(rows, []string{s.ID.Short(letters), s.Date.String(), string(s.Kind), s.Stage(), open, string(safe.Line(s.Title))})
	}
	return columns(rows)
}

// columns puts cells under each other, two spaces between them and none at the end of a row.
func columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], safe.Width(safe.Line(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			text := safe.Line(cell)
			line.WriteString(string(text))
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-safe.Width(text)+2))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
