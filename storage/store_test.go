package storage_test

import (
	"context"
	"testing"

	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

func open(t testing.TB, path string) *storage.Store {
	t.Helper()
	s, err := storage.Open(context.Background(), path, storage.Options{Now: sampletest.Start})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	storagetest.Run(t, func(t *testing.T, path string) storagetest.Store { return open(t, path) })
}
