package names

import "debrief/model"

// For returns the record as the audience may see it. It is the only way to a screen, a search
// hit, a page or an export. Ids stay, so edits made on a projection reach the right rows.
//
// The facilitator sees every row; for everybody else private rows, and the rows that hang on
// them, are left out. No link leads to a row that is left out: it is cleared, and an untimed
// event follows the nearest shown row before it. So a projection always passes Check.
//
// While names are off, roles stand in the place of names, also within texts; the owner of a
// countermeasure stays named (see Index.Named).
func For(p model.Postmortem, to model.Audience) model.Postmortem {
	shown := model.Visible(p, to)
	if !to.HidesNames(p.Header) {
		return shown
	}
	gap := Unbroken
	if to != model.ForFacilitator && to != model.ForRoom {
		gap = " "
	}
	return namesOf(p, gap).hideNames(shown)
}

// IndexFor is the index of the record as the audience may see it. It knows people by their own
// names too: see Named.
func IndexFor(p model.Postmortem, to model.Audience) *model.Index {
	x := model.NewIndex(For(p, to))
	if to.HidesNames(p.Header) {
		x.KnowNames(p.Attendees)
	}
	return x
}
