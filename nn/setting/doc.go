// Package setting is what links, pages and validation know of settings, and
// knows no network: the kinds of fields, how their values are written, data of
// one's own as links carry them, the form of a link, and what is told where
// something could not be taken as it stood.
package setting
