package ui

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// invited shows the invitation of the sample, from the list of all commands.
func invited(t *testing.T) *driver {
	t.Helper()
	d := sampleDriver(t, screen.Open)
	d.press("ctrl+k")
	d.kind("invite")
	d.press("enter")
	return d
}

func TestTheInvitationIsShownAndFollowsTheRecord(t *testing.T) {
	d := invited(t)
	d.want("Invitation, to paste into a mail or a chat", "Post-mortem: Checkout errors while", "Where: Room 4", "Enter copy")
	ed := d.app.env.Editor
	d.does(func() {
		d.app.do(screen.Outcome{Edit: &screen.Edit{Label: "moved", Make: func(p model.Postmortem) (model.Postmortem, error) {
			return ed.SetField(p, model.FieldWhere, "Room 5")
		}}})
	})
	d.want("Where: Room 5")
	d.press("end")
	d.press("esc")
	d.want("Facilitator")
}

func TestThePagesOfTheInvitationAreTurnedWhereItIsLong(t *testing.T) {
	d := invited(t)
	d.send(tea.WindowSizeMsg{Width: 60, Height: 16})
	d.want("Post-mortem:", "a file name here writes it")
	for range 4 {
		d.press("pgdown")
	}
	d.want("We have already")
	d.press("pgup", "pgup", "pgup", "pgup")
	d.want("Post-mortem:")
}

func TestEnterCopiesTheInvitationAndAFileNameWritesIt(t *testing.T) {
	d := invited(t)
	_, cmd := d.app.Update(keyPress("enter"))
	if got := clipboardText(cmd); !strings.Contains(got, "We ask to come: Ana Silva") {
		t.Errorf("the clipboard gets %q", got)
	}
	d.want("Copied, where the terminal lets programs copy")

	wrote := map[string]string{}
	d.app.options.WriteFile = func(path string, text []byte, replace bool) error {
		if _, there := wrote[path]; there && !replace {
			return fs.ErrExist
		}
		wrote[path] = string(text)
		return nil
	}
	d.kind("/tmp/invitation.txt")
	d.want("Enter writes a new file; it replaces nothing")
	d.press("enter")
	d.want("Written: /tmp/invitation.txt")
	if got := wrote["/tmp/invitation.txt"]; !strings.HasPrefix(got, "Post-mortem: Checkout errors") {
		t.Errorf("the file holds %q", got)
	}
	if !d.app.line.Empty() {
		t.Errorf("the line still holds %q", d.app.line.Value())
	}
	d.kind("/tmp/invitation.txt")
	d.press("enter")
	d.want("a file of this name is there; type another name")
}

// What is private is not in it, although the screen shows it.
func TestTheInvitationOfAPrivateScreenHoldsNothingPrivate(t *testing.T) {
	d := sampleDriver(t, screen.Attendees)
	ed := d.app.env.Editor
	d.does(func() {
		d.app.do(screen.Outcome{Edit: &screen.Edit{Label: "quiet", Make: func(p model.Postmortem) (model.Postmortem, error) {
			p, _, err := ed.AddAttendee(p, model.Attendee{Name: "Quiet Person", Private: true})
			return p, err
		}}})
	})
	d.share()
	d.press("esc", "end")
	d.want("Quiet Person", "PRIVATE")
	d.does(func() { d.app.command(keymap.Invite) })
	if strings.Contains(d.text(), "Quiet Person") {
		t.Errorf("it names who is private:\n%s", d.text())
	}
}

// clipboardText is the text that a command puts on the clipboard, "" where it puts none there. The
// message of Bubble Tea that does it is a text of a type of its own.
func clipboardText(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		all := ""
		for _, c := range batch {
			all += clipboardText(c)
		}
		return all
	}
	if v := reflect.ValueOf(msg); v.IsValid() && v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}
