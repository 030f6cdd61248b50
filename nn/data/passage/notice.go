package passage

import "nnplay/nn/notice"

// Errors are the English sentences of errors by code.
var Errors = notice.Texts{
	"passage-binary":   "Line {line} is not text: it holds bytes of 0. Open a plain text (.txt).",
	"passage-encoding": "Line {line} is not UTF-8, though other lines are. Save the text as UTF-8, or choose its encoding.",
	"passage-option":   "A text can't be read with “{value}” as {option}.",
	"passage-short":    "This text has {count} {count|character|characters}; at least {least} are needed. It was not taken over.",
	"passage-workbook": "This is a document, a workbook or an archive, not plain text. Save it as plain text (.txt).",
}

// Notices are the English sentences, by code, of what was understood, changed or left
// out. A page's translation of one is called "passage.CODE".
var Notices = notice.Texts{
	"beginning":      "The text has {total} characters; the first {used} are used.",
	"blanks":         "No-break spaces have become spaces: {count}.",
	"composed":       "Letters and accents that were written apart have become single characters (Unicode NFC).",
	"damaged":        "Line {line}: bytes that {encoding} does not have are read as �.",
	"empty-lines":    "Empty lines that are left out, beyond one in a row: {count}.",
	"encoding":       "The text is encoded in {encoding}.",
	"encoding-doubt": "{encoding} is a guess, and much of the text looks odd in it. If it is wrong, choose another encoding or save the file as UTF-8.",
	"hidden":         "Characters that no one can see are left out: {count} ({characters}).",
	"indent":         "Blanks before the first word are left out: {count}.",
	"line-ends":      "Line ends have become those of Unix: {count}.",
	"passages":       "The text has {total} characters; {count} of them are used: {passages} passages, drawn at random with the seed {seed}.",
	"rare":           "The text has {kinds} different characters; the {kept} most frequent are told apart, the others become {other}.",
	"too-large":      "The file has {size} MB; its first {limit} MB are read.",
}

// Warns tells whether a notice of a code is one that somebody should look at: a part
// of the text is not used, or may not say what was meant.
func Warns(code string) bool { return warnings[code] }

var warnings = map[string]bool{"beginning": true, "damaged": true, "encoding-doubt": true, "passages": true, "rare": true, "too-large": true}
