package storage

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
)

// The journal of a transaction, from SQLite's file format (fileformat2.html, "The Rollback
// Journal"): a header that fills a sector, then a record a page: its number, the page as it was
// before, a sum.
const (
	journalMagic  = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	sectorAt      = 20 // where the header keeps the size of a sector
	pageSizeAt    = 24
	applicationAt = 68 // where the first page of a file keeps its application_id
)

// journal tells that a transaction on the file at path was cut off, or is under way.
func journal(path string) bool {
	is, err := os.Stat(path + "-journal")
	return err == nil && is.Size() > 0
}

// erased tells that the first page of the file is nothing but zeros, while a journal beside it
// holds one of ours: the disk lost the page when the power went, and SQLite will put it back. A
// page that says anything else is somebody's, whatever lies beside it.
//
// No SQLite handle of this process can be open here: SQLite itself takes such a file for none.
func erased(path string) bool {
	first, err := head(path, 512)
	if err != nil || len(bytes.Trim(first, "\x00")) > 0 {
		return false
	}
	b, err := head(path+"-journal", 1<<20)
	if err != nil || len(b) < 28 || string(b[:8]) != journalMagic {
		return false
	}
	sector := int(binary.BigEndian.Uint32(b[sectorAt:]))
	size := int(binary.BigEndian.Uint32(b[pageSizeAt:]))
	if sector < 28 || sector > 1<<16 || size < 512 || size > 1<<16 {
		return false
	}
	for at := sector; at+4+size <= len(b); at += 4 + size + 4 {
		if binary.BigEndian.Uint32(b[at:]) == 1 {
			return binary.BigEndian.Uint32(b[at+4+applicationAt:]) == applicationID
		}
	}
	return false
}

// head reads the beginning of a file, up to n bytes.
func head(path string, n int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(f, n))
	if closed := f.Close(); err == nil {
		err = closed
	}
	return b, err
}
