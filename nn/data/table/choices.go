package table

import "nnplay/nn/data/encoding"

// Choices are what a reader has decided about a table. The zero value of each
// leaves it to be guessed.
type Choices struct {
	Encoding  string `json:"encoding,omitempty"`  // one of encoding.Names
	Separator string `json:"separator,omitempty"` // one of Separators
	Decimal   string `json:"decimal,omitempty"`   // "." or ","
	Header    string `json:"header,omitempty"`    // Yes: the first line holds names; or No
	Quotes    string `json:"quotes,omitempty"`    // Yes: quotation marks hold a cell together; or No
	// First is the line, counted from 1, with which the table begins: its header,
	// or its first row. What stands above it is left out.
	First int `json:"first,omitempty"`
	// Missing is what stands for a missing value beside an empty cell, instead of
	// MissingMarks. A list without any is no zero value.
	Missing []string `json:"missing,omitempty"`
	// Columns says what columns are, by their places in the file, counted from 0.
	Columns map[int]ColumnChoice `json:"columns,omitempty"`
	Seed    uint64               `json:"seed,omitempty"` // draws the rows that are used, where there are too many
	Cut     bool                 `json:"cut,omitempty"`  // reads the beginning of a file that is too large
}

// Answers to what is to be decided with yes or no.
const (
	Yes = "yes"
	No  = "no"
)

// A ColumnChoice is what a reader has decided about a column.
type ColumnChoice struct {
	Kind    Kind   `json:"kind,omitempty"`
	Role    Role   `json:"role,omitempty"`
	Decimal string `json:"decimal,omitempty"` // "." or ",", whatever the other columns have
	Order   string `json:"order,omitempty"`   // of dates: one of DateOrders
}

// check refuses what can't be chosen.
func (c *Choices) check() error {
	rows := []option{
		{"encoding", c.Encoding, encoding.Names},
		{"separator", c.Separator, Separators},
		{"decimal", c.Decimal, decimals},
		{"header", c.Header, answers},
		{"quotes", c.Quotes, answers},
	}
	for _, column := range c.Columns {
		rows = append(rows,
			option{"kind", string(column.Kind), kinds},
			option{"role", string(column.Role), roles},
			option{"decimal", column.Decimal, decimals},
			option{"order", column.Order, DateOrders},
		)
	}
	for _, o := range rows {
		if o.value != "" && !o.known() {
			return refuse("csv-option", "option", o.name, "value", o.value)
		}
	}
	return nil
}

var (
	decimals = []string{".", ","}
	answers  = []string{Yes, No}
)

// An option is a value that was chosen, and those that can be.
type option struct {
	name, value string
	values      []string
}

func (o *option) known() bool {
	for _, v := range o.values {
		if v == o.value {
			return true
		}
	}
	return false
}
