//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// Own tells whether what Lstat described was made by this user or the system's
// administrator. A link that somebody else made may lead anywhere, and a file may say anything.
func Own(is fs.FileInfo) bool {
	stat, ok := is.Sys().(*syscall.Stat_t)
	return !ok || int(stat.Uid) == os.Getuid() || stat.Uid == 0
}
