//go:build !unix

package terminal

import "os"

// watchJobs watches for nothing: there is no shell with jobs.
func (w *Watch) watchJobs() {}

func jobSignal(os.Signal) (Signal, bool) { return 0, false }

func (w *Watch) stopUntilContinued() {}
