package storage

import "syscall"

// network returns the kind of network drive on which the folder lies, "" where it is on none.
// The numbers are those of statfs(2).
func network(folder string) string {
	var is syscall.Statfs_t
	if err := syscall.Statfs(folder, &is); err != nil {
		return ""
	}
	switch uint32(is.Type) {
	case 0x6969:
		return "NFS"
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "SMB"
	case 0x65735546:
		return "FUSE"
	case 0x01021997:
		return "9P"
	case 0x5346414f, 0x6b414653:
		return "AFS"
	}
	return ""
}
