package markdown_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/markdown"
	"debrief/model/names"
	"debrief/model/sample/sampletest"
)

// notOnPage are the texts that the page leaves out, and why.
var notOnPage = map[string]string{
	"Attendee.Handle":    "people are called by their names",
	"Session.Where":      "it is over; the invitation says it",
	"Finding.Category":   "the receipt counts, and names reasons",
	"Finding.Rule":       "the receipt counts, and names reasons",
	"Finding.Field":      "the receipt counts, and names reasons",
	"Finding.Text":       "the words were taken out, or stand in their place",
	"Header.PublishedTo": "the reader is there",
}

// A field that was added to a row and forgotten on the page is named here: it gets its place there,
// or its reason above.
func TestEveryTextOfARowIsOnThePage(t *testing.T) {
	p := sampletest.Full(sampletest.ID(1), 10)
	marks := make(map[string]string)
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		rows := []reflect.Value{v.Field(i)}
		if v.Field(i).Kind() == reflect.Slice {
			rows = nil
			for j := range v.Field(i).Len() {
				rows = append(rows, v.Field(i).Index(j))
			}
		}
		for _, row := range rows {
			if private := row.FieldByName("Private"); private.IsValid() {
				private.SetBool(false)
			}
			for j := range row.NumField() {
				field := row.Type().Field(j).Name
				if _, is := row.Field(j).Interface().(string); is && field != "Pos" && field != "Zone" {
					mark := fmt.Sprintf("mark%d", len(marks))
					marks[row.Type().Name()+"."+field] = mark
					row.Field(j).SetString(mark)
				}
			}
		}
	}
	p.Header.Deleted = time.Time{}
	p.Header.PageNamesOff = false
	page := string(markdown.Page(names.For(p, model.ForInternalPage), markdown.Options{}))
	p.Countermeasures[0].State, p.ParkedIdeas[0].State = model.Declined, model.IdeaDeclined
	page += string(markdown.Page(names.For(p, model.ForInternalPage), markdown.Options{}))
	for of, mark := range marks {
		switch on := strings.Contains(page, mark); {
		case !on && notOnPage[of] == "":
			t.Errorf("%s is not on the page, and nothing says why", of)
		case on && notOnPage[of] != "":
			t.Errorf("%s is on the page: it needs no reason to be left out", of)
		}
	}
}
