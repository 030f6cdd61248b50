// Package experiment is an experiment from its link to its trained weights.
//
// A Spec says what to do. Fields, a table with a row a setting, says all there
// is to know of settings: links, pages, validation and documentation come from
// it. Parse and Spec.Link are the codec of links. A Run does what a Spec says.
//
// To add a setting: a field in Spec, its default in Default, a row in Fields,
// and its texts in web/i18n. Options come from the tables of nn and nn/data.
package experiment
