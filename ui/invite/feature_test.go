package invite

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func TestTheInvitationIsWrittenToANewFileAlone(t *testing.T) {
	record := screentest.Sample()
	var said, text string
	for answer, want := range map[error]string{
		nil:                  "Written: /tmp/mail.txt",
		fs.ErrExist:          "a file of this name is there; type another name",
		errors.New("no way"): "no way",
	} {
		f := feature.Frame{
			Desk:  &desk.Desk{Sheet: &desk.Sheet{Record: record, Index: model.NewIndex(record)}},
			Front: func() screen.Panel { return nil },
			Done:  func(words string) { said = words }, Check: func(words string) { said = words },
			Path: func(folder, typed string) string { return "/tmp/" + typed }, Shown: func(path string) string { return path },
			WriteFile: func(_ string, content []byte, replace bool) error {
				if text = string(content); replace {
					t.Error("it replaces a file")
				}
				return answer
			},
		}
		brought := Feature(f)
		save := brought.Commands[2]
		if save.Name != Save {
			t.Fatalf("got %s", save.Name)
		}
		brought.Update(save.Do("mail.txt").Cmd())
		if said != want || !strings.Contains(text, record.Header.Title) {
			t.Errorf("%v: said %q of\n%s", answer, said, text)
		}
	}
}

func TestEnterCopiesTheInvitationOrWritesIt(t *testing.T) {
	p := New(screen.Env{}, func() string { return "Come" }, false)
	for typed, want := range map[string]screen.Outcome{"": {Run: Copy}, "mail.txt": {Run: Save, Text: "mail.txt"}} {
		if got := p.Enter(typed); got.Run != want.Run || got.Text != want.Text {
			t.Errorf("%q: got %+v", typed, got)
		}
	}
	if p.Do(keymap.Copy).Run != Copy || !p.Do(keymap.Back).Close {
		t.Error("its keys neither copy nor close")
	}
}
