package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/storage/backup"
	stored "debrief/storage/rescue"
)

// purging is what a purge does to each kind of file that the program makes. A new kind of file
// gets a field here and a step in reach.of.
type purging struct {
	// store cleans a file of post-mortems: the store, a backup, a copy.
	store func(kind string, s *Store) error
	// rescue returns what is to stay of a rescue file.
	rescue func(path string, r rescue.Rescue) (rescue.Rescue, error)
	// forms returns the bytes that may stand in none of the files at the end.
	forms func() []string
	// record is the post-mortem that is purged, or in which a text is; "" for a text in all of them.
	record model.ID
	// plain: those bytes are searched in a rescue file too. Else rescue has judged what is left.
	plain bool
	// look: store and rescue only look, and no file is touched, but that a backup or copy of an
	// earlier version is brought up to date.
	look bool
}

// everywhere purges the store and every file that was made of it: its backups, the copies that were
// written elsewhere, with what was made of them, and rescue files. The store comes last, so that a
// purge that was killed can be run again by the same words.
//
// A file that cannot be reached keeps no other from being purged, the store neither. Those files
// come back as a model.UnreachedError.
func (s *Store) everywhere(ctx context.Context, p purging) error {
	r := reach{purging: p, root: s}
	r.note("the folders of rescue files of", s.path, s.adoptCopies())
	r.of(ctx, "the store", s)
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(r.missed) > 0 {
		return r.missed
	}
	return nil
}

// reach is one walk over the files.
type reach struct {
	purging
	root   *Store
	seen   []fs.FileInfo
	missed model.UnreachedError
}

// of cleans an open store and what was made of it.
func (r *reach) of(ctx context.Context, kind string, s *Store) {
	r.seen = append(r.seen, s.is)
	backups, err := backup.List(s.file)
	r.note("the folder", backup.Folder(s.file), err)
	for _, path := range backups {
		r.file(ctx, "the backup", path, "")
	}
	for _, path := range backup.Unfinished(s.file) {
		if r.look {
			break
		}
		if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
			r.note("the half-made backup", path, err)
		}
	}
	if kind != "the backup" { // its list is an older one of the store's
		copies, err := s.copies(ctx)
		r.note(kind, s.file, err)
		for _, path := range copies {
			r.noted(ctx, path, s)
		}
		if kind == "the store" {
			r.strayBackups(ctx, s)
		}
		r.rescues(s)
	}
	if ctx.Err() != nil {
		return
	}
	if err := r.store(kind, s); err != nil {
		r.note(kind, s.file, err)
	}
	if !r.look {
		r.leftovers(s)
	}
}

// noted cleans a copy that is on the list of a store, or a backup. Where a backup is gone that stood where
// they stand now, a later one has taken its place.
func (r *reach) noted(ctx context.Context, path string, s *Store) {
	if !backup.Is(path) {
		r.file(ctx, "the copy", path, s.path)
		return
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		_, moved := os.Lstat(filepath.Join(backup.Folder(s.file), filepath.Base(path)))
		if moved == nil || filepath.Dir(path) == backup.Folder(s.file) {
			return
		}
	}
	r.file(ctx, "the backup", path, s.path)
}

// strayBackups cleans the backups beside the store of one that is no longer there, as after it was
// renamed, where the record is in them.
func (r *reach) strayBackups(ctx context.Context, s *Store) {
	strays, _ := backup.Strays(s.file) // an error was noted with the store's own
	for _, path := range strays {
		at, err := int64(0), error(nil)
		if r.record != "" {
			at, err = find(path, []byte(r.record))
		}
		if err != nil {
			r.note("the backup", path, err)
		} else if at >= 0 {
			r.file(ctx, "the backup", path, "")
		}
	}
}

// file cleans a backup or a copy; list is the store on whose list it stands, "" where it was found.
func (r *reach) file(ctx context.Context, kind, path, list string) {
	if ctx.Err() != nil {
		return
	}
	is, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && list != "":
		err = model.ErrMoved
	case errors.Is(err, fs.ErrNotExist):
		return // another window has removed the oldest meanwhile
	}
	if err != nil {
		r.missing(model.Unreached{Kind: kind, Path: path, Err: err, List: list})
		return
	}
	for _, seen := range r.seen {
		if os.SameFile(is, seen) {
			return
		}
	}
	if is.Mode().IsRegular() && is.Size() == 0 {
		return // a backup that was killed before its first byte
	}
	err = r.root.inside(ctx, path, func(s *Store) error {
		r.of(ctx, kind, s)
		return nil
	})
	r.note(kind, path, err)
}

// inside opens a backup or copy for do, which brings one of an earlier version up to date.
func (s *Store) inside(ctx context.Context, path string, do func(*Store) error) (err error) {
	old, err := open(ctx, path, Options{Now: s.now, Rescues: s.rescues}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, old.Close()) }()
	return do(old)
}

// rescues cleans the rescue files of a store. One that cannot be read is searched as it is.
func (r *reach) rescues(s *Store) {
	const kind = "the rescue file"
	done := make(map[string]bool)
	for _, store := range []string{s.path, s.file} {
		found, err := stored.List(store, s.rescues...)
		strays, wrong := stored.Strays(store, s.rescues...)
		r.note("the folders of rescue files of", store, errors.Join(err, wrong))
		for _, f := range strays {
			if r.record != "" && holds(f.Rescue, r.record) {
				found = append(found, f)
			}
		}
		for _, f := range found {
			if done[f.Path] {
				continue
			}
			done[f.Path] = true
			err := f.Err
			if err == nil {
				var left rescue.Rescue
				if left, err = r.rescue(f.Path, f.Rescue); err == nil && !r.look {
					err = stored.Replace(f.Path, left)
				}
			}
			if err != nil {
				r.note(kind, f.Path, err)
				continue
			}
			if r.plain {
				r.search(kind, f.Path)
			}
		}
	}
}

// leftovers searches the files that a killed program may have left beside a store, its backups and
// its rescue files, under a name that begins like theirs.
func (r *reach) leftovers(s *Store) {
	for _, folder := range []string{filepath.Dir(s.file), backup.Folder(s.file)} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // there is none, or it was named already
		}
		for _, e := range entries {
			name, base := e.Name(), filepath.Base(s.file)
			unfinished := strings.HasPrefix(name, "."+base)
			journal := strings.HasPrefix(name, base+"-") && (strings.HasSuffix(name, "-journal") || strings.HasSuffix(name, "-wal"))
			if e.Type().IsRegular() && (unfinished || journal) {
				r.search("the leftover", filepath.Join(folder, name))
			}
		}
	}
}

// search looks whether the text stands in the bytes of a file.
func (r *reach) search(kind, path string) {
	for _, form := range r.forms() {
		at, err := find(path, []byte(form))
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err == nil && at >= 0 {
			err = ErrRemains
		}
		if err != nil {
			r.note(kind, path, err)
			return
		}
	}
}

// note keeps what went wrong with a file, once.
func (r *reach) note(kind, path string, err error) {
	if err != nil {
		r.missing(model.Unreached{Kind: kind, Path: path, Err: err})
	}
}

func (r *reach) missing(u model.Unreached) {
	for _, known := range r.missed {
		if known.Path == u.Path {
			return
		}
	}
	r.missed = append(r.missed, u)
}
