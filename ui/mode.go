package ui

// mode is what keys mean now.
type mode int

const (
	listing mode = iota // letters are commands
	typing              // the focus is in the capture line
	parking             // so it is, and the line holds an idea, while other text waits in the field
	finding             // the line holds words to find
	going               // the next key says where to go
)

// focus is the mode, and the one that comes back once a search or a way has ended.
type focus struct{ mode, under mode }

// isTyping tells that the focus is in the line, or is again once a search or a way has ended.
func (f *focus) isTyping() bool { return f.base() == typing || f.base() == parking }

// base is the mode without a search or a way.
func (f *focus) base() mode {
	if f.mode == finding || f.mode == going {
		return f.under
	}
	return f.mode
}

// begin begins a search or a way.
func (f *focus) begin(m mode) { *f = focus{mode: m, under: f.base()} }

// end ends a search or a way; another mode stays.
func (f *focus) end(m mode) {
	if f.mode == m {
		f.mode = f.base()
	}
}

// field ends a search, a way and an idea: the line holds the marked field.
func (f *focus) field() {
	if f.mode = f.base(); f.mode == parking {
		f.mode = typing
	}
}

// to puts the focus into the line or the list, under a search or a way that goes on.
func (f *focus) to(m mode) {
	if f.mode == finding || f.mode == going {
		f.under = m
		return
	}
	f.mode = m
}

// typeOn puts the focus into the line, on what it holds: an idea stays one.
func (f *focus) typeOn() {
	if !f.isTyping() {
		f.to(typing)
	}
}
