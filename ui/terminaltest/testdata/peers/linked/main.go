// Command linked is the smallest program that links the packages debrief is made of and opens
// the same file. "version" writes a word; "list FILE" writes the post-mortems of a store, the
// newest first; "export FILE" reads every row of every table and writes it.
package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"

	_ "time/tzdata"

	_ "charm.land/bubbles/v2/textinput"
	_ "charm.land/bubbletea/v2"
	_ "charm.land/glamour/v2"
	_ "charm.land/lipgloss/v2"
	_ "charm.land/lipgloss/v2/table"
	_ "github.com/adrg/xdg"
	_ "github.com/google/renameio/v2"
	_ "github.com/spf13/cobra"
	_ "go.yaml.in/yaml/v4"
	_ "modernc.org/sqlite"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if args[0] == "version" {
		fmt.Println("linked 1")
		return nil
	}
	db, err := sql.Open("sqlite", "file:"+args[1]+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}
	defer db.Close()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if args[0] == "list" {
		return write(db, out, "SELECT postmortem_id, began_at, title, kind, status, decided FROM summaries WHERE deleted = 0 ORDER BY began_at DESC")
	}
	for _, table := range []string{
		"postmortems", "incidents", "milestones", "attendees", "sessions", "phase_minutes", "events", "accounts", "knowings",
		"decision_points", "card_lines", "learnings", "countermeasures", "parked_ideas", "artefacts", "evidence", "notes", "findings",
	} {
		if err := write(db, out, "SELECT * FROM "+table); err != nil {
			return err
		}
	}
	return nil
}

func write(db *sql.DB, out *bufio.Writer, query string) error {
	rows, err := db.Query(query)
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	texts := make([]sql.RawBytes, len(names))
	into := make([]any, len(names))
	for i := range texts {
		into[i] = &texts[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for _, text := range texts {
			out.Write(text)
			out.WriteByte(' ')
		}
		out.WriteByte('\n')
	}
	return rows.Err()
}
