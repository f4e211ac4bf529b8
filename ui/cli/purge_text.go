package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"debrief/model"
)

func (r *run) purgeText(ctx context.Context, s Store, id model.ID, text, with string) error {
	done, err := s.PurgeText(ctx, id, text, with)
	var p model.Problem
	switch {
	case errors.Is(err, model.ErrUnstorable) && errors.As(err, &p):
		return wrong("nothing was changed anywhere: with these words in %s, %s; choose other words for --with", rowName(p), said(p))
	case errors.Is(err, model.ErrHoldsItAgain):
		return wrong("nothing was changed: the words after --with hold the text again; choose other words")
	}
	short := id.Short(model.ShortID)
	where := inFiles("in ", done.Cleaned)
	switch {
	case done.Times == 1:
		where = append([]string{"once in " + short}, where...)
	case done.Times > 1:
		where = append([]string{fmt.Sprintf("%d times in %s", done.Times, short)}, where...)
	}
	if len(where) > 0 {
		r.say("Replaced it %s.", model.ListWords(where))
	}
	if len(done.Others) > 0 {
		r.say("%s", elsewhere(ctx, s, done.Others))
	}
	switch {
	case err != nil:
		return r.unreached(err, id)
	case len(done.Others) > 0 && len(where) > 0:
		return failure{failed, fmt.Errorf("the text is gone from %s, and not from what is named above", short)}
	case len(done.Others) > 0:
		return notFound("the text is not in %s, so nothing was changed", short)
	case len(where) > 0:
		return nil
	case done.Own:
		return notFound("that text is no words of a person in %s, so nothing was changed; it stands there only as a word that debrief writes "+
			"itself, such as a time zone or a kind, and such words stay", short)
	}
	return notFound("the text is not in %s, and not in its backups, copies and rescue files; nothing was changed", short)
}

// rowName says which row a problem is in.
func rowName(p model.Problem) string {
	if p.Table == model.Headers || p.Table == "" {
		return "the post-mortem"
	}
	return strings.ReplaceAll(strings.TrimSuffix(string(p.Table), "s"), "_", " ") + " " + p.ID.Short(model.ShortID)
}

// inFiles counts the files of each kind, each behind the word: "in 2 backups".
func inFiles(word string, all []model.Reached) []string {
	var kinds []string
	counts := make(map[string]int)
	for _, f := range all {
		kind := strings.TrimPrefix(f.Kind, "the ")
		if counts[kind]++; counts[kind] == 1 {
			kinds = append(kinds, kind)
		}
	}
	words := make([]string, len(kinds))
	for i, kind := range kinds {
		switch n := counts[kind]; {
		case kind == "store":
			words[i] = word + "the store"
		case kind == "copy":
			words[i] = word + model.Count(n, "copy", "copies")
		default:
			words[i] = word + count(n, kind)
		}
	}
	return words
}

// elsewhere names the other post-mortems that hold the text.
func elsewhere(ctx context.Context, s Store, others []model.ID) string {
	var ids []string
	settings := false
	for _, id := range others {
		short := id.Short(model.ShortID)
		switch found, err := s.Find(ctx, short); {
		case id == model.SettingsID:
			settings = true
		case err == nil && found == id:
			ids = append(ids, short)
		default: // it may stand in backups alone, where a whole id finds it
			ids = append(ids, string(id))
		}
	}
	var words []string
	switch len(ids) {
	case 0:
	case 1:
		words = append(words, "in 1 other post-mortem: "+ids[0]+"; purge it there too, with that id")
	default:
		words = append(words, fmt.Sprintf("in %d other post-mortems: %s; purge it there too, with each of these ids", len(ids), model.ListWords(ids)))
	}
	if settings {
		words = append(words, "in the settings that are kept in the store")
	}
	return "The text also stands " + strings.Join(words, "; and ") + "."
}

// unreached names each file that a purge could not clean, a line each.
func (r *run) unreached(err error, id model.ID) error {
	var left model.UnreachedError
	if !errors.As(err, &left) {
		return err
	}
	if len(left) == 1 && left[0].Kind == "the store" {
		return fmt.Errorf("purge %s: %w", id.Short(model.ShortID), left[0].Err) // one sentence, with what to do
	}
	for _, file := range left {
		words := file.Error()
		if errors.Is(file.Err, model.ErrMoved) {
			words += "; purge it where it is now with --db FILE, and if it is no more, take it off the list: debrief purge --forget-copy " + shell(file.Path)
			if list := r.listOf(file); list != "" {
				words += " --db " + shell(list)
			}
		}
		r.say("%s", words)
	}
	words := model.Count(len(left), "file was", "files were")
	return failure{failed, fmt.Errorf("%s not reached; all others are clean. See to what is named above, then run this again, with the id %s", words, id)}
}

// listOf returns the store on whose list the copy stands, where it has to be named.
func (r *run) listOf(file model.Unreached) string {
	own, named, err := r.storePath()
	if is, wrong := filepath.Abs(own); err == nil && wrong == nil && !named && is == file.List {
		return ""
	}
	return file.List
}

// shell returns a path as it is typed in a shell.
func shell(path string) string {
	plain := func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("/._-+,@%", c)
	}
	if strings.ContainsFunc(path, func(c rune) bool { return !plain(c) }) {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}
