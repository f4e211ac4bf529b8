package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/names"
)

// shown is a post-mortem in the JSON form of show.
type shown struct {
	ID          model.ID                          `json:"id"`
	Title       string                            `json:"title"`
	Kind        model.IncidentKind                `json:"kind"`
	Severity    int                               `json:"severity,omitzero"`
	Status      model.Status                      `json:"status"`
	Stage       string                            `json:"stage"`
	Zone        string                            `json:"zone"`
	Owner       string                            `json:"owner,omitzero"`
	Facilitator string                            `json:"facilitator,omitzero"`
	NoteTaker   string                            `json:"note_taker,omitzero"`
	Deleted     bool                              `json:"deleted"`
	Times       map[model.MilestoneKind]time.Time `json:"times"`
	Minutes     map[string]int                    `json:"minutes"` // to detect, mitigate, resolve
	Counts      map[model.Table]int               `json:"counts"`
	Missing     []missing                         `json:"missing"`
}

// missing is something that a phase still lacks.
type missing struct {
	Phase string `json:"phase"`
	Words string `json:"words"`
}

func (r *run) showCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:               "show ID",
		Short:             "Show the facts of a post-mortem, what is in it and what is missing",
		Args:              oneID,
		ValidArgsFunction: r.completeID(false),
		RunE: func(c *cobra.Command, args []string) error {
			return r.record(c.Context(), args[0], func(_ Store, p model.Postmortem, _ int64) error {
				x := model.NewIndex(names.For(p, model.ForRoom))
				x.Zone = zoneOf(x.Header)
				if asJSON {
					return r.printJSON(shownOf(x))
				}
				return r.print(facts(x))
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	return c
}

// zoneOf is where the times of the record are shown.
func zoneOf(h model.Header) *time.Location {
	if zone, err := time.LoadLocation(h.Zone); err == nil && h.Zone != "" {
		return zone
	}
	return time.UTC
}

func shownOf(x *model.Index) shown {
	h := x.Header
	s := shown{
		ID: h.ID, Title: h.Title, Kind: x.Incident.Kind, Severity: x.Incident.Severity, Status: h.Status,
		Stage: h.Stage(), Zone: h.Zone, Owner: x.Person(h.Owner).Name, Facilitator: x.Person(h.Facilitator).Name,
		NoteTaker: x.Person(h.NoteTaker).Name, Deleted: !h.Deleted.IsZero(),
		Times: map[model.MilestoneKind]time.Time{}, Minutes: map[string]int{}, Counts: map[model.Table]int{},
		Missing: []missing{},
	}
	for _, m := range x.Milestones {
		s.Times[m.Kind] = m.When.At
	}
	for _, d := range x.Durations() {
		if d.OK {
			s.Minutes[d.Name] = int(d.Took.Minutes())
		}
	}
	x.Rows(func(row model.Row) { s.Counts[row.Table()]++ })
	for _, phase := range model.Phases()[:model.PhaseClose-1] { // Close repeats the others
		for _, lack := range meeting.Lacks(x, phase) {
			s.Missing = append(s.Missing, missing{phase.String(), lack.Words})
		}
	}
	return s
}

func facts(x *model.Index) string {
	h := x.Header
	var rows [][]string
	add := func(name, value string) {
		if value != "" {
			rows = append(rows, []string{name, value})
		}
	}
	add("Title", h.Title)
	add("Id", string(h.ID))
	kind := string(x.Incident.Kind)
	if x.Incident.Severity > 0 {
		kind += fmt.Sprintf(", severity %d", x.Incident.Severity)
	}
	add("Kind", kind)
	stage := h.Stage()
	if !h.Deleted.IsZero() {
		stage += ", deleted"
	}
	add("Stage", stage)
	add("Owner", x.Person(h.Owner).Name)
	add("Facilitator", x.Person(h.Facilitator).Name)
	add("Note-taker", x.Person(h.NoteTaker).Name)
	for _, kind := range model.MilestoneKinds() {
		if when := x.Milestone(kind); !when.IsZero() {
			add(model.Capital(string(kind)), when.Full(x.Zone)+" "+x.Zone.String())
		}
	}
	for _, d := range x.Durations() {
		took := d.Note
		if d.OK {
			took = model.Minutes(d.Took)
		}
		add(model.Capital(d.Name), took)
	}
	add("Holds", holds(x))
	name := "Missing"
	for _, phase := range model.Phases()[:model.PhaseClose-1] {
		if line := meeting.LackLine(phase, meeting.Lacks(x, phase), 0); line != "" {
			rows = append(rows, []string{name, phase.String() + ": " + strings.TrimPrefix(line, "Missing: ")})
			name = ""
		}
	}
	return columns(rows)
}

// holds counts what people look for.
func holds(x *model.Index) string {
	var parts []string
	for _, c := range []struct {
		n    int
		name string
	}{
		{len(x.Attendees), "attendee"},
		{len(x.Events), "event"},
		{len(x.DecisionPoints), "decision card"},
		{len(x.Learnings), "learning"},
		{len(x.Countermeasures), "countermeasure"},
		{len(x.ParkedIdeas), "parked idea"},
	} {
		if c.n > 0 {
			parts = append(parts, count(c.n, c.name))
		}
	}
	return strings.Join(parts, ", ")
}
