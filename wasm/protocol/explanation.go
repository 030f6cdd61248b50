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
	Property{Name: "pattern", Of: String, Doc: `That with #1 in place of the first term's value, and so on; "" where there is none.`},
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
	{Name: "role", Of: String, Doc: `"metric", "parameter", "state", "input", "hyper-parameter" or "result".`},
	{Name: "shape", Of: ListOf{Float}},
	{Name: "dimensions", Of: ListOf{String}, Doc: "What they are."},
	{Name: "gradient", Of: Boolean, Doc: "Its elements have one."},
	{Name: "inStep", Of: Boolean, Doc: "It lasts, or is a result of a training step, not of what looks on."},
}}

var summary = &Object{"TensorSummary", "How the numbers of a tensor are.", with(namedTensor.Fields,
	Property{Name: "mean", Of: Float},
	Property{Name: "deviation", Of: Float, Doc: "The standard deviation."},
	Property{Name: "zeros", Of: Float, Doc: "The share of zeros, 0 to 1."},
	Property{Name: "largest", Of: Float, Doc: "The largest in size, with its sign."},
	Property{Name: "at", Of: ListOf{Float}, Doc: "Where that is."},
	Property{Name: "norm", Of: OrNull{Float}, Doc: "Of its gradient; null: it has none."},
	Property{Name: "parts", Of: Float, Doc: "How many parts of it can be switched off, but for single weights."},
)}

var stop = &Object{"Stop", "A place on the walk through a step: what one layer makes at a station.", []Property{
	{Name: "station", Of: String, Doc: `"data", "forward", "activation", "loss", "backward", "gradients" or "update".`},
	{Name: "turn", Of: Float, Doc: "In which of the programs that the step ran, from 0: a player's turn, a try of a line search."},
	{Name: "program", Of: String, Doc: "Its name."},
	{Name: "layer", Of: String, Doc: `Whose tensors these are; "" for none.`},
	{Name: "time", Of: Float, Doc: "Of a sequence, from 0; -1 where there is none."},
	{Name: "operation", Of: String, Doc: `The kind of what is made; "" for none.`},
	{Name: "samples", Of: Float, Doc: "How many the minibatch has."},
	{Name: "main", Of: Float, Doc: "Which of the tensors is gone through."},
	{Name: "tensors", Of: ListOf{&Object{"Made", "A tensor that is made at a stop, or whose gradients or new values are.", []Property{
		{Name: "tensor", Of: String},
		{Name: "of", Of: String, Doc: `"value", "gradient" or "update".`},
		{Name: "shape", Of: ListOf{Float}},
		{Name: "dimensions", Of: ListOf{String}},
	}}}},
}}

var sight = &Object{"Sight", "What is to be seen at a stop, of one element.", []Property{
	{Name: "index", Of: ListOf{Float}, Doc: "It, in the stop's main tensor."},
	{Name: "free", Of: ListOf{Float}, Doc: "The dimensions along which others lie of the same sample and time."},
	{Name: "told", Of: ListOf{explanation}, Doc: "How it was made, and its like in the other tensors, in the stop's order."},
	{Name: "samples", Of: ListOf{Float}, Doc: "Its value for each sample, of up to 64; none of what is no sample's."},
	{Name: "lit", Of: ListOf{&Object{"Lit", "A number that takes part, as the canvas knows it.", []Property{
		{Name: "parameter", Of: String, Doc: `"" for a unit.`},
		{Name: "layer", Of: String},
		{Name: "tensor", Of: String, Doc: "Which of the layer's it is, without the time that a name tells."},
		{Name: "element", Of: Float, Doc: "Of the parameter, or of the tensor, row by row, without samples and times."},
		{Name: "time", Of: Float, Doc: "Of a sequence, or the position in it, from 0; -1 where there is none."},
		{Name: "value", Of: Float},
		{Name: "of", Of: String, Doc: `What of it that is: "value", "gradient" or "update".`},
		{Name: "as", Of: String, Doc: `"result"; "term" or "factor" of it; "other".`},
	}}}},
}}

// with returns some properties and more.
func with(some []Property, more ...Property) []Property {
	return append(some[:len(some):len(some)], more...)
}
