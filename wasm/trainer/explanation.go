package main

import "nnplay/nn/experiment/explain"

// list writes a list for a page.
func list[T any](of []T, write func(*T) any) []any {
	out := make([]any, len(of))
	for i := range of {
		out[i] = write(&of[i])
	}
	return out
}

func whole(n *int) any                  { return *n }
func plainNumber(v *explain.Number) any { return float64(*v) }
func word(text *string) any             { return *text }

// fields writes what names a number, as fields of what is more.
func fields(r *explain.Ref) map[string]any {
	return map[string]any{
		"tensor": r.Tensor, "index": list(r.Index, whole), "of": string(r.Of), "program": r.Program, "at": r.At,
		"value": float64(r.Value), "operation": r.Operation,
	}
}

func reference(r *explain.Ref) any { return fields(r) }

// explanation writes how a number was made.
func explanation(x *explain.Explanation) any {
	m := fields(&x.Ref)
	m["kind"], m["phase"], m["given"] = string(x.Kind), string(x.Phase), x.Given
	m["marks"], m["symbols"], m["latex"] = list(x.Marks, word), x.Symbols, x.LaTeX
	m["pattern"] = x.Pattern
	m["terms"], m["rest"] = list(x.Terms, term), nil
	if x.Rest != nil {
		m["rest"] = map[string]any{"count": x.Rest.Count, "value": float64(x.Rest.Value)}
	}
	return m
}

func term(t *explain.Term) any {
	m := fields(&t.Ref)
	m["factor"], m["with"] = float64(t.Factor), list(t.With, reference)
	return m
}

func difference(d *explain.Difference) any {
	return map[string]any{
		"loss": fields(&d.Loss), "by": float64(d.By), "below": float64(d.Below), "above": float64(d.Above),
		"slope": float64(d.Slope), "gradient": fields(&d.Gradient), "verdict": string(d.Verdict),
	}
}

func tensor(t *explain.Tensor) any {
	return map[string]any{
		"name": t.Name, "program": t.Program, "role": string(t.Role), "shape": list(t.Shape, whole), "dimensions": list(t.Dims, word),
		"gradient": t.Gradient, "inStep": t.InStep,
	}
}

func stop(step *explain.Step, s *explain.Stop) any {
	return map[string]any{
		"station": string(s.Station), "turn": s.Turn, "program": s.Program, "layer": s.Layer, "time": s.Time, "operation": s.Operation, "main": s.Main, "samples": step.Samples(s),
		"tensors": list(s.Tensors, made),
	}
}

func made(m *explain.Made) any {
	return map[string]any{"tensor": m.Tensor, "of": string(m.Of), "shape": list(m.Shape, whole), "dimensions": list(m.Dims, word)}
}

func sight(s *explain.Sight) any {
	return map[string]any{
		"index": list(s.Index, whole), "free": list(s.Free, whole), "told": list(s.Told, explanation), "samples": list(s.Samples, plainNumber), "lit": list(s.Lit, lit),
	}
}

func lit(l *explain.Lit) any {
	return map[string]any{"parameter": l.Parameter, "layer": l.Layer, "tensor": l.Tensor, "element": l.Element, "time": l.Time, "value": float64(l.Value), "of": string(l.Of), "as": string(l.As)}
}

func summary(t *explain.Tensor, s *explain.Summary) map[string]any {
	m := tensor(t).(map[string]any)
	m["mean"], m["deviation"], m["zeros"] = float64(s.Mean), float64(s.Deviation), float64(s.Zeros)
	m["largest"], m["at"], m["norm"] = float64(s.Largest), list(s.At, whole), nil
	if t.Gradient {
		m["norm"] = float64(s.Gradient)
	}
	return m
}
