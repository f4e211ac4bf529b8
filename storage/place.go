package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Warnings says what may do harm where the store lies: a network drive, whose locks may be none,
// a folder that a program keeps in step with other machines, and the copies that such programs
// leave when two machines wrote. It reads names only.
func (s *Store) Warnings() []string { return place(s.file) }

// exposed warns of files that others than their owner may read.
func exposed(h *health, file string, backups []string) {
	for _, path := range append([]string{filepath.Dir(file), file}, backups...) {
		is, err := os.Stat(path)
		if err != nil {
			h.warn("%v", err)
			continue
		}
		if mode := is.Mode().Perm(); mode&0o077 != 0 {
			want := "600"
			if is.IsDir() {
				want = "700"
			}
			h.warn("others may open %s (mode %o); chmod %s %s closes it", path, mode, want, path)
		}
	}
}

func place(file string) []string {
	var said []string
	folder := filepath.Dir(file)
	if name := network(folder); name != "" {
		said = append(said, fmt.Sprintf("%s lies on a network drive (%s): use it from one machine at a time", file, name))
	}
	if name := synced(folder); name != "" {
		said = append(said, fmt.Sprintf("%s is kept in step by %s: close debrief before the other machine opens it", folder, name))
	}
	for _, path := range conflicts(file) {
		said = append(said, fmt.Sprintf("%s looks like the other side of a conflict: two machines wrote to the store", path))
	}
	return said
}

// synced returns the name of the program that keeps the folder in step, "" where none is known.
func synced(folder string) string {
	for _, part := range strings.Split(filepath.ToSlash(folder), "/") {
		for _, name := range []string{"Dropbox", "OneDrive", "iCloud", "Mobile Documents", "Google Drive", "GoogleDrive", "Nextcloud", "ownCloud", "Syncthing"} {
			if strings.HasPrefix(strings.ToLower(part), strings.ToLower(name)) {
				return name
			}
		}
	}
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".stfolder")); err == nil {
			return "Syncthing"
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

// conflicts returns the copies beside the file that synchronising programs made of it.
func conflicts(file string) []string {
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return nil
	}
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	var found []string
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if strings.HasPrefix(e.Name(), stem) && (strings.Contains(name, "conflicted copy") || strings.Contains(name, ".sync-conflict-")) {
			found = append(found, filepath.Join(filepath.Dir(file), e.Name()))
		}
	}
	return found
}
