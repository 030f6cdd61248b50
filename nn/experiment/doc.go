// Package experiment is an experiment from its link to its trained weights, of
// whatever families there are.
//
// Families is the table that a program hands over. Families.Parse reads a link
// and Link writes it; Families.SchemaJSON tells a page which settings there are. A
// Run does what a spec says: it trains, is looked at, edited, and saved;
// Families.Resume goes on where it stood. A History remembers how well it did, and
// Run.Charts plots that.
//
// What a family is stands in package lab, what a setting is in package setting.
package experiment
