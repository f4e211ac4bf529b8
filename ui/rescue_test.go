package ui

import (
	"errors"
	"slices"

	"debrief/model/rescue"
)

// rescueFiles are rescue files in memory.
type rescueFiles struct {
	files []Rescued
	err   error // of writing
}

func (f *rescueFiles) Write(r rescue.Rescue) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	b, err := rescue.Encode(r)
	if err != nil {
		return "", err
	}
	read, err := rescue.Decode(b)
	path := "/rescued/" + string(rune('a'+len(f.files))) + ".json"
	f.files = append(f.files, Rescued{Path: path, Rescue: read, Err: err})
	return path, nil
}

func (f *rescueFiles) WriteElsewhere(r rescue.Rescue) (string, error) { return f.Write(r) }
func (f *rescueFiles) List() ([]Rescued, error)                       { return slices.Clone(f.files), nil }

func (f *rescueFiles) Remove(path string) error {
	for i := range f.files {
		if f.files[i].Path == path {
			f.files = slices.Delete(f.files, i, i+1)
			return nil
		}
	}
	return errors.New("there is no such file")
}
