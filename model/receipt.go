package model

// Receipt counts what became of the findings of the wording guard in a record. It names nobody.
type Receipt struct {
	Reworded, Parked, Quoted, Dismissed int
	Open                                int // kept as flagged: nothing became of them yet
}

// ReceiptOf counts the findings.
func ReceiptOf(findings []Finding) Receipt {
	var r Receipt
	for _, f := range findings {
		switch f.Outcome {
		case Reworded:
			r.Reworded++
		case ParkedIf:
			r.Parked++
		case Quoted:
			r.Quoted++
		case Dismissed:
			r.Dismissed++
		default:
			r.Open++
		}
	}
	return r
}

// Settled is how many findings found a way on.
func (r Receipt) Settled() int { return r.Reworded + r.Parked + r.Quoted + r.Dismissed }

// WithLeft returns the findings with those that are left now in the place of those that were noted
// as left at another time: for the page, which says how many there are when it is made.
func WithLeft(findings, left []Finding) []Finding {
	var all []Finding
	for _, f := range findings {
		if f.Outcome != Flagged {
			all = append(all, f)
		}
	}
	return append(all, left...)
}

// Dismisses tells that somebody said why these words may stay at this place. The same words at
// another one are asked about anew.
func Dismisses(findings []Finding, at ProseAt, rule, words string) bool {
	for _, f := range findings {
		if f.Outcome == Dismissed && f.Of == at.Table && f.OfID == at.ID && f.Field == at.Field && f.Rule == rule && f.Text == words {
			return true
		}
	}
	return false
}
