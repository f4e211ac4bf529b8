package ui

import "testing"

func TestASearchEndsWhereItBegan(t *testing.T) {
	for _, began := range []mode{listing, typing, parking} {
		for _, over := range []mode{finding, going} {
			f := focus{mode: began}
			if f.begin(over); f.mode != over || f.base() != began || f.isTyping() != (began != listing) {
				t.Errorf("%v over %v: got %+v", over, began, f)
			}
			if f.end(over); f.mode != began {
				t.Errorf("%v after %v: got %+v", began, over, f)
			}
		}
	}
	f := focus{mode: parking}
	f.typeOn()
	if f.mode != parking {
		t.Errorf("an idea that is typed on: got %+v", f)
	}
	if f.field(); f.mode != typing {
		t.Errorf("the marked field: got %+v", f)
	}
	f.begin(going)
	if f.to(listing); f.mode != going || f.isTyping() {
		t.Errorf("into the list, on a way: got %+v", f)
	}
}
