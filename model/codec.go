package model

import (
	"encoding/json"
	"fmt"
)

// DecodeRow reads the JSON form of one row of the table. Fields that this version does not know
// are passed over, so that entries written before a field was dropped can still be read.
func DecodeRow(table Table, b []byte) (Row, error) {
	switch table {
	case Headers:
		return decode[Header](table, b)
	case Incidents:
		return decode[Incident](table, b)
	case Milestones:
		return decode[Milestone](table, b)
	case Sessions:
		return decode[Session](table, b)
	case PhaseMinuteRows:
		return decode[PhaseMinutes](table, b)
	case Attendees:
		return decode[Attendee](table, b)
	case Events:
		return decode[Event](table, b)
	case Accounts:
		return decode[Account](table, b)
	case Knowings:
		return decode[Knowing](table, b)
	case DecisionPoints:
		return decode[DecisionPoint](table, b)
	case CardLines:
		return decode[CardLine](table, b)
	case Learnings:
		return decode[Learning](table, b)
	case Countermeasures:
		return decode[Countermeasure](table, b)
	case ParkedIdeas:
		return decode[ParkedIdea](table, b)
	case Artefacts:
		return decode[Artefact](table, b)
	case EvidenceRows:
		return decode[Evidence](table, b)
	case Notes:
		return decode[Note](table, b)
	case Findings:
		return decode[Finding](table, b)
	case SettingRows:
		return decode[Setting](table, b)
	case Signals:
		return decode[Signal](table, b)
	case SavedSearches:
		return decode[SavedSearch](table, b)
	}
	return nil, fmt.Errorf("table %q is not known to this version", table)
}

func decode[R Row](table Table, b []byte) (Row, error) {
	var r R
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("read a row of %s: %w", table, err)
	}
	return r, nil
}

type rowChangeJSON struct {
	Table  Table           `json:"table"`
	ID     ID              `json:"id"`
	Before json.RawMessage `json:"before,omitzero"`
	After  json.RawMessage `json:"after,omitzero"`
}

// MarshalJSON writes the row change as {table, id, before, after}; an absent side is left out.
func (r RowChange) MarshalJSON() ([]byte, error) {
	j := rowChangeJSON{Table: r.Table, ID: r.ID}
	var err error
	if r.Before != nil {
		if j.Before, err = json.Marshal(r.Before); err != nil {
			return nil, err
		}
	}
	if r.After != nil {
		if j.After, err = json.Marshal(r.After); err != nil {
			return nil, err
		}
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *RowChange) UnmarshalJSON(b []byte) error {
	var j rowChangeJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*r = RowChange{Table: j.Table, ID: j.ID}
	var err error
	if len(j.Before) > 0 {
		if r.Before, err = DecodeRow(j.Table, j.Before); err != nil {
			return err
		}
	}
	if len(j.After) > 0 {
		if r.After, err = DecodeRow(j.Table, j.After); err != nil {
			return err
		}
	}
	return nil
}
