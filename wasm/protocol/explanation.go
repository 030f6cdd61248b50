package protocol

// What answers about numbers have in common: see nn/experiment/explain.

var madeIn = Property{Name: "step", Of: Float, Doc: "The step that is told of, the first is 1."}

// reference are the fields of whatever is a number of its own.
var reference = []Property{
	{Name: "tensor", Of: String, Doc: `Its name; "" for a number without one.`},
	{Name: "index", Of: ListOf{Float}, Doc: "Where it is in the tensor; its place in the arena if that has no name."},
	{Name: "of", Of: String, Doc: `"value", "gradient" or "update".`},
	{Name: "program", Of: String, Doc: `Whose result it is; "" for what lasts.`},
	{Name: "at", Of: Float, Doc: "Tells it from the other numbers that stood in its place; 0: it is none."},
	{Name: "value", Of: Float},
	{Name: "operation", Of: String, Doc: "The kind of operation, of what has no name, that made it."},
}

var numberRef = &Object{"NumberRef", "Names a number, so that it can be asked for.", reference}

var explanation = &Object{"Explanation", "Tells how a number was made.", with(reference,
	Property{Name: "kind", Of: String, Doc: `How the terms make the value: "sum" of factor times value, in this order; "map", "maximum", "minimum", "softmax" or "norm", where a factor is a slope; "drawn" or "given".`},
	Property{Name: "marks", Of: ListOf{String}, Doc: "The operations that it belongs to, the outermost first."},
	Property{Name: "phase", Of: String, Doc: `"before", "data", "forward", "loss", "backward", "update" or "beside".`},
	Property{Name: "symbols", Of: String, Doc: "The formula, in Unicode."},
	Property{Name: "latex", Of: String},
	Property{Name: "terms", Of: ListOf{&Object{"Term", "A number that another one was made of.", with(reference,
		Property{Name: "factor", Of: Float},
		Property{Name: "with", Of: ListOf{numberRef}, Doc: "The numbers that the factor is made of."},
	)}}},
	Property{Name: "rest", Of: OrNull{&Object{"Rest", "Stands for the smaller ones of many terms.", []Property{
		{Name: "count", Of: Float},
		{Name: "value", Of: Float, Doc: "What they come to, of a sum."},
	}}}, Doc: "Null: these are all terms."},
	Property{Name: "given", Of: String, Doc: "By what, of what no instruction has written."},
)}

var difference = &Object{"Difference", "What becomes of the loss when a number is changed by a little, both ways.", []Property{
	{Name: "loss", Of: numberRef},
	{Name: "by", Of: Float, Doc: "By how much the number was changed."},
	{Name: "below", Of: Float, Doc: "The loss with the number less by so much."},
	{Name: "above", Of: Float, Doc: "And more."},
	{Name: "slope", Of: Float},
	{Name: "gradient", Of: numberRef, Doc: "As it was computed on the way back."},
	{Name: "verdict", Of: String, Doc: `"agrees"; "kink", where the difference is no slope; "cut", where the loss depends on it by a way that the gradient does not go.`},
}}

var namedTensor = &Object{"NamedTensor", "Something whose numbers can be asked for.", []Property{
	{Name: "name", Of: String},
	{Name: "program", Of: String, Doc: `Whose result it is; "" for what lasts.`},
	{Name: "role", Of: String, Doc: `"parameter", "state", "input", "hyper-parameter" or "result".`},
	{Name: "shape", Of: ListOf{Float}},
	{Name: "dimensions", Of: ListOf{String}, Doc: "What they are."},
	{Name: "gradient", Of: Boolean, Doc: "Its elements have one."},
	{Name: "inStep", Of: Boolean, Doc: "It lasts, or is a result of a training step, not of what looks on."},
}}

// with returns some properties and more.
func with(some []Property, more ...Property) []Property {
	return append(some[:len(some):len(some)], more...)
}
