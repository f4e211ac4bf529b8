package jsonfile

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"debrief/model"
)

// fieldName returns the name of a row's field in the document.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// words returns the closed list that a value must be one of, nil where any text will do. An
// empty word stands for "nobody has said" where a row allows that.
func words(v any) []string {
	switch v.(type) {
	case model.Status:
		return list(append(model.Statuses(), "")...)
	case model.IncidentKind:
		return append(list(model.IncidentKinds()...), "")
	case model.Detector:
		return append(list(model.Detectors()...), "")
	case model.MilestoneKind:
		return list(model.MilestoneKinds()...)
	case model.EventKind:
		return append(list(model.EventKinds()...), "")
	case model.Source:
		return list(model.SaidInRoom, model.FromForm, model.FromLog, "")
	case model.KnowingState:
		return list(model.KnownAtOnce, model.KnownAt, model.NobodySaid)
	case model.CardField:
		return list(model.CardFields()...)
	case model.LearningKind:
		return list(model.LearningKinds()...)
	case model.CountermeasureKind:
		return append(list(model.CountermeasureKinds()...), "")
	case model.CountermeasureState:
		return list(model.Open, model.Resting, model.Declined, model.Done, "")
	case model.IdeaState:
		return list(model.Waiting, model.Unparked, model.Merged, model.IdeaDeclined, "")
	case model.ArtefactKind:
		return append(list(model.ArtefactKinds()...), "")
	case model.FindingOutcome:
		return list(model.Flagged, model.Reworded, model.ParkedIf, model.Quoted, model.Dismissed, "")
	case model.GateAnswer:
		return list(model.GateConfirmed, model.GateGoOn, "")
	case model.Table:
		return append(list(model.Tables()...), "")
	}
	return nil
}

func list[W ~string](words ...W) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return all
}

func quoted(words []string) []string {
	var all []string
	for _, w := range words {
		if w != "" {
			all = append(all, strconv.Quote(w))
		}
	}
	return all
}

// expected says what kind of value a field takes, with an example where the form matters.
func expected(v reflect.Value) string {
	switch v.Interface().(type) {
	case time.Time:
		return `a time such as "2026-03-12T13:09:00Z"`
	case model.Date:
		return `a date such as "2026-03-27"`
	case model.List:
		return `a list of texts such as ["checkout", "search"]`
	case model.Roles:
		return "a list of roles (" + strings.Join(roleNames(), ", ") + ")"
	}
	switch v.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	}
	return "a text in quotation marks"
}

func roleNames() []string {
	var names []string
	for _, r := range model.AllRoles() {
		names = append(names, r.String())
	}
	return names
}

// short returns the beginning of a piece of the document, for a sentence about it.
func short(raw []byte) string {
	s := strings.Join(strings.Fields(string(raw[:min(len(raw), 200)])), " ")
	if r := []rune(s); len(r) > 30 {
		s = string(r[:30]) + "…"
	}
	if s == "" {
		return "nothing"
	}
	return s
}
