package files

import (
	"errors"
	"fmt"
	"syscall"

	"debrief/model"
)

// Known adds to an error of the system the model.ErrFull or model.ErrDisk that it means, so that
// a person is told what to do. What a person may not do is left as it is: an fs.ErrPermission.
func Known(err error) error {
	for _, known := range []struct{ is, means error }{
		{syscall.ENOSPC, model.ErrFull},
		{syscall.EDQUOT, model.ErrFull},
		{syscall.EIO, model.ErrDisk},
	} {
		if errors.Is(err, known.is) {
			return fmt.Errorf("%w: %w", known.means, err)
		}
	}
	return err
}
