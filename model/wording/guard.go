package wording

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// Guard checks texts against a set of rules. It is safe for use by many goroutines.
type Guard struct {
	rules    []Rule
	patterns []pattern
	words    map[string]entry
	bases    map[string]string
	forms    map[string][2]string
	byWord   [][]int32
	byClass  [64][]int32
	starts   class // the classes that a pattern begins with
	active   [Countermeasures + 1][]bool
	people   map[string]struct{}
	scratch  *sync.Pool
}

// New compiles rules once. A rule that comes later replaces an earlier one with the same ID, so a team's rules may
// simply follow Default's. Its error wraps ErrRule and names the rule.
func New(rules []Rule) (*Guard, error) {
	lexicon := newLexicon()
	g := &Guard{words: lexicon.words, bases: lexicon.bases, forms: lexicon.forms, scratch: &sync.Pool{New: func() any { return new(matcher) }}}
	for _, r := range rules {
		if err := r.check(); err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(g.rules, func(o Rule) bool { return o.ID == r.ID }); i >= 0 {
			g.rules[i] = r
			continue
		}
		g.rules = append(g.rules, r)
	}
	for i, r := range g.rules {
		if err := g.compile(lexicon, i, r); err != nil {
			return nil, err
		}
	}
	g.index(len(lexicon.words) + 2)
	return g, nil
}

func (g *Guard) compile(l *lexicon, rule int, r Rule) error {
	for _, source := range r.Patterns {
		p, err := l.compile(source)
		if err != nil {
			return fmt.Errorf("%w %s: %w", ErrRule, r.ID, err)
		}
		p.rule = rule
		g.patterns = append(g.patterns, p)
	}
	for _, source := range r.Unless {
		p, err := l.compile(source)
		if err != nil {
			return fmt.Errorf("%w %s: %w", ErrRule, r.ID, err)
		}
		p.rule, p.unless = rule, true
		g.patterns = append(g.patterns, p)
	}
	for phase := AnyPhase; phase <= Countermeasures; phase++ {
		g.active[phase] = append(g.active[phase], !r.Disabled && (r.Book || r.Weights.In(phase) != Off))
	}
	return nil
}

// index sorts the patterns by the words and classes they can begin with, so a word meets only those that fit it.
func (g *Guard) index(words int) {
	g.byWord = make([][]int32, words+1)
	for n := range g.patterns {
		p := &g.patterns[n]
		first := p.elements[p.first]
		g.starts |= first.class
		for c := first.class; c != 0; c &= c - 1 {
			g.byClass[bit(c)] = append(g.byClass[bit(c)], int32(n))
		}
		for _, id := range first.ids {
			g.byWord[id] = append(g.byWord[id], int32(n))
		}
	}
}

// bit is the number of the lowest class in a set.
func bit(c class) int { return bits.TrailingZeros64(uint64(c)) }

// Rules are the rules in force, in order, those that are silent included.
func (g *Guard) Rules() []Rule { return slices.Clone(g.rules) }

// For is the same guard in a meeting of these people: names, handles and other names, in any order. A word of a name
// counts as a person in the rules that tell persons from systems. Call it once a meeting, not once a key.
func (g *Guard) For(people []string) *Guard {
	known := *g
	known.people = make(map[string]struct{}, 2*len(people))
	for _, name := range people {
		for _, part := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" \t@,.()\"", r) }) {
			if len(part) > 1 {
				known.people[part] = struct{}{}
			}
		}
	}
	return &known
}

// Check finds what to ask about in a text, in the order of the text. Findings of one category never overlap.
func (g *Guard) Check(text string, ctx Context) []Finding {
	if ctx.Phase < AnyPhase || ctx.Phase > Countermeasures {
		ctx.Phase = AnyPhase
	}
	m := g.matcher(text, ctx.Quotations)
	defer g.scratch.Put(m)
	m.run(g, ctx.Phase)
	if len(m.hits) == 0 {
		return nil
	}
	return g.findings(text, ctx.Phase, m)
}

// matcher is a matcher with the tokens of a text, to be given back to the pool.
func (g *Guard) matcher(text string, speech bool) *matcher {
	m := g.scratch.Get().(*matcher)
	m.tokens = g.scan(text, speech, m.tokens[:0])
	m.hits, m.widest = m.hits[:0], 0
	return m
}

// findings turns hits into findings: without those that an exception covers, and one for each place and category.
func (g *Guard) findings(text string, phase Phase, m *matcher) []Finding {
	kept := m.kept[:0]
	for i, h := range m.hits {
		if !h.unless && !excepted(m.hits, i, m.widest) {
			kept = append(kept, h)
		}
	}
	m.kept = kept
	slices.SortFunc(kept, func(a, b hit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		if d := g.rank(b, phase) - g.rank(a, phase); d != 0 {
			return d
		}
		return b.end - a.end
	})
	found := make([]Finding, 0, len(kept))
	for i, h := range kept {
		if g.covered(kept, i, m.widest, phase) {
			continue
		}
		r := &g.rules[h.rule]
		start, end := int(m.tokens[h.start].start), int(m.tokens[h.end-1].end)
		found = append(found, Finding{
			Start: start, End: end, Category: r.Category, Rule: r.ID, Firm: g.firm(h.rule, phase),
			Text: text[start:end], Why: r.Why, Ask: g.ask(text, m, h),
		})
	}
	return found
}

func (g *Guard) firm(rule int, phase Phase) bool {
	return g.rules[rule].Book || g.rules[rule].Weights.In(phase) == Firm
}

// rank orders hits at one place: the book's rule, then firm ones, then soft ones.
func (g *Guard) rank(h hit, phase Phase) int {
	switch {
	case g.rules[h.rule].Book:
		return 2
	case g.firm(h.rule, phase):
		return 1
	}
	return 0
}

// excepted tells whether an exception of the same rule overlaps a hit. Hits stand in the order of their first token.
func excepted(hits []hit, i, widest int) bool {
	h := hits[i]
	overlaps := func(u hit) bool { return u.unless && u.rule == h.rule && u.start < h.end && h.start < u.end }
	for j := i - 1; j >= 0 && hits[j].from >= h.from-widest; j-- {
		if overlaps(hits[j]) {
			return true
		}
	}
	for j := i + 1; j < len(hits) && hits[j].from <= h.from+widest; j++ {
		if overlaps(hits[j]) {
			return true
		}
	}
	return false
}

// covered tells whether another hit of the same category says it better: a stronger one, an earlier or a longer one.
func (g *Guard) covered(hits []hit, i, widest int, phase Phase) bool {
	h := hits[i]
	category := g.rules[h.rule].Category
	near := func(j int) bool {
		o := hits[j]
		if g.rules[o.rule].Category != category || o.start >= h.end || h.start >= o.end {
			return false
		}
		if a, b := g.rank(o, phase), g.rank(h, phase); a != b {
			return a > b
		}
		if a, b := o.end-o.start, h.end-h.start; a != b {
			return a > b
		}
		return j < i
	}
	for j := i - 1; j >= 0 && hits[j].start >= h.start-widest; j-- {
		if near(j) {
			return true
		}
	}
	for j := i + 1; j < len(hits) && hits[j].start < h.end; j++ {
		if near(j) {
			return true
		}
	}
	return false
}
