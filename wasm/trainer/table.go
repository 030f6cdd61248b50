package main

import (
	"slices"

	"nnplay/nn/data/rows"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// newDrawer returns what is remembered of tables where none was opened.
func newDrawer() undoing[*rows.Rows] {
	return undoing[*rows.Rows]{most: 20, size: func(r *rows.Rows) int { return r.Len() * r.Width() }, room: 2 * rows.MaxCells}
}

// changeTable gives the experiment other rows of a table of one's own.
func (s *session) changeTable(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	r, err := rows.Decode(c.Bytes("rows"))
	if err != nil {
		return notice.Of(err)
	}
	s.remember(r)
	spec := s.run.Spec()
	if c.Op() == "back" {
		return s.bringBack(c, spec, r)
	}
	return s.takeTable(c, spec, r)
}

// remember keeps rows for links that mean them, the latest last.
func (s *session) remember(r *rows.Rows) {
	if n := len(s.drawer.past); r != nil && (n == 0 || s.drawer.past[n-1].Text() != r.Text()) {
		s.drawer.changed(r)
	}
}

// rowsOf returns the rows that a spec holds, nil if none.
func rowsOf(spec *lab.Spec) *rows.Rows {
	r, _ := spec.Holds(setting.Table).(*rows.Rows)
	return r
}

// takeTable makes other rows the data.
func (s *session) takeTable(c command, spec lab.Spec, r *rows.Rows) *failure {
	notices, err := s.families.TakeTable(&spec, r)
	if err != nil {
		return notice.Of(err)
	}
	return s.update(c, spec, notices)
}

// bringBack gives the experiment the rows that its link means but does not carry; all
// else stays as the link says it.
func (s *session) bringBack(c command, spec lab.Spec, r *rows.Rows) *failure {
	if spec.Family.OwnOf(setting.Table) == nil {
		return fail("no-table")
	}
	spec.Hold(setting.Table, r)
	return s.update(c, spec, spec.Repair(""))
}

// columns answers with what is known of the rows.
func (s *session) columns(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	spec := s.run.Spec()
	r := rowsOf(&spec)
	if r == nil {
		return fail("no-table")
	}
	means := s.run.Means()
	columns := make([]any, r.Width())
	for i, in := range r.Inputs {
		lo, hi := r.Range(i)
		column := map[string]any{"name": in.Name, "column": in.Column, "kind": string(in.Kind), "low": float64(lo), "high": float64(hi), "mean": nil}
		if i < len(means) {
			column["mean"] = number(float64(means[i]))
		}
		columns[i] = column
	}
	m := message{
		"type": "columns", "columns": columns, "targets": texts(r.Targets), "classes": nil, "rows": r.Len(),
		"plane": spec.Get("plane"), "text": r.Text(), "carried": r.Carried(),
	}
	if r.Classes != nil {
		m["classes"] = texts(r.Classes)
	}
	if c.Flag("full") {
		m["file"] = r.Encode()
	}
	s.answer(c.ID(), m)
	return nil
}

func texts(list []string) []any {
	all := make([]any, len(list))
	for i, text := range list {
		all[i] = text
	}
	return all
}

// refillTable gives a spec whose link means rows that it does not carry those rows, if
// they are here.
func (s *session) refillTable(spec lab.Spec, notices []setting.Notice) (lab.Spec, []setting.Notice) {
	text, missing := setting.RowsMissing(notices)
	if !missing {
		return spec, notices
	}
	for _, r := range s.drawer.past {
		if repaired, ok := experiment.BringBack(&spec, r, text); ok {
			notices = slices.DeleteFunc(slices.Clone(notices), func(n setting.Notice) bool { return n.Code == setting.RowsElsewhere })
			return spec, append(notices, repaired...)
		}
	}
	return spec, notices
}
