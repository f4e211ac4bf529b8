//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// OwnLink tells whether the link that Lstat described was made by this user or the system's
// administrator. One that somebody else made may lead anywhere.
func OwnLink(is fs.FileInfo) bool {
	stat, ok := is.Sys().(*syscall.Stat_t)
	return !ok || int(stat.Uid) == os.Getuid() || stat.Uid == 0
}
