package model

import "encoding/json"

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
