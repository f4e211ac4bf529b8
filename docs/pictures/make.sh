#!/bin/sh
# Writes meeting.svg, the moving picture of the README: a test plays it on the program itself.
cd "$(dirname "$0")/../.." && DEBRIEF_MOVIE=1 exec go test ./ui/journey -count=1 -run '^TestTheMovingPictureIsOfTheProgram$'
