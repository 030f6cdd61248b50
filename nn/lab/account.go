package lab

// An Accountant is a task that can tell what its metrics are made of.
type Accountant interface {
	// Accounts returns those of the network as it is now: all numbers of Metrics that
	// apply, by the names that a page knows them by, and what they are made of in turn.
	Accounts(m *Machine) []Account
}

// An Account is a number that tells how well a network does, or many of a kind that
// such a number is made of: one for each sample, say.
type Account struct {
	Name  string // such as "trainLoss", and behind it what that is made of: "trainLoss/sample"
	Shape []int
	Dims  []string // what the dimensions are, as of tensors
	Value func(at int) float64
	Made  func(at int) Made // how an element, counted row by row, was made
}

// Made tells how a number was made: of Terms, by a program (Result) or by neither (Given).
type Made struct {
	By     string  // the kind of operation, of those that explanations know, whose formula it is
	Kind   string  // how the terms make it, as explanations have it; "" is the sum of factor times value
	Terms  []Share // in their order
	Result *Result // the element of a tensor that it is
	Given  string  // by what it was given otherwise: of the translations numbers.given.GIVEN
}

// A Share is how much a number of an account counts for another one.
type Share struct {
	Place
	Factor float64
	With   []Place // the numbers that the factor is made of
}

// A Place is an element, counted row by row, of the account of a name.
type Place struct {
	Name string
	At   int
}

// A Result is an element, counted row by row, of what a program computes.
type Result struct {
	Program, Tensor string
	At              int
	// Load fills in what the program reads; nil: it is a result of the training step.
	Load func(m *Machine)
	// Loaded tells what Load fills in from what else the program reads.
	Loaded Place
}

// Single is the account of one number.
func Single(name string, value float64, made Made) Account {
	return Account{Name: name, Value: func(int) float64 { return value }, Made: func(int) Made { return made }}
}

// Listed is the account of a number each of what a dimension counts.
func Listed(name, dim string, values []float64, made func(at int) Made) Account {
	return Account{
		Name: name, Shape: []int{len(values)}, Dims: []string{dim},
		Value: func(at int) float64 { return values[at] }, Made: made,
	}
}

// Mean returns the accounts of a mean over what a dimension counts, and of what it is the
// mean of.
func Mean(name, dim string, values []float64, made func(at int) Made) []Account {
	each := Listed(name+"/"+dim, dim, values, made)
	var sum float64
	for _, v := range values {
		sum += v
	}
	terms := Shares(each.Name, len(values), func(int) float64 { return 1 / float64(len(values)) })
	return []Account{Single(name, sum/float64(len(values)), Made{By: "mean", Terms: terms}), each}
}

// Shares returns a term for each element of an account, but for those that count nothing.
func Shares(name string, n int, factor func(at int) float64) []Share {
	list := make([]Share, 0, n)
	for at := range n {
		if f := factor(at); f != 0 {
			list = append(list, Share{Place: Place{name, at}, Factor: f})
		}
	}
	return list
}

// Given returns how numbers were made that were given.
func Given(by string) func(int) Made { return func(int) Made { return Made{Given: by} } }
