package model

// Choices returns the closed list that a word is one of, nil where any word will do. The empty
// word stands for "nobody has said" where a row allows that, and is in no list.
func Choices(word any) []string {
	switch word.(type) {
	case Status:
		return stringsOf(Statuses()...)
	case IncidentKind:
		return stringsOf(IncidentKinds()...)
	case Detector:
		return stringsOf(Detectors()...)
	case MilestoneKind:
		return stringsOf(MilestoneKinds()...)
	case EventKind:
		return stringsOf(EventKinds()...)
	case Source:
		return stringsOf(SaidInRoom, FromForm, FromLog)
	case KnowingState:
		return stringsOf(KnownAtOnce, KnownAt, NobodySaid)
	case CardField:
		return stringsOf(CardFields()...)
	case LearningKind:
		return stringsOf(LearningKinds()...)
	case CountermeasureKind:
		return stringsOf(CountermeasureKinds()...)
	case CountermeasureState:
		return stringsOf(Open, Resting, Declined, Done)
	case IdeaState:
		return stringsOf(Waiting, Unparked, Merged, IdeaDeclined)
	case ArtefactKind:
		return stringsOf(ArtefactKinds()...)
	case FindingOutcome:
		return stringsOf(Flagged, Reworded, ParkedIf, Quoted, Dismissed)
	case GateAnswer:
		return stringsOf(GateConfirmed, GateGoOn)
	case Table:
		return stringsOf(Tables()...)
	}
	return nil
}

func stringsOf[W ~string](words ...W) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return all
}
