package terminaltest

import "testing"

// A frame of the larger screen comes in when the terminal has become smaller already.
func TestMarginsBelowTheScreenAreNotTakenAndHurtNothing(t *testing.T) {
	e := newEmulator(80, 24, Dark, nil, true)
	defer e.close()
	e.resize(80, 16)
	for _, frame := range []string{"\x1b[1;24r\x1b[19;1H\x1b[5M", "\x1b[20;24r\x1b[20;1H\x1b[2L", "\x1b[24;1H\n\n"} {
		e.write([]byte(frame))
	}
	e.write([]byte("\x1b[H\x1b[2Jhere"))
	if row := e.snapshot().Row(0); row != "here" {
		t.Errorf("the first row is %q", row)
	}
}
