// The drawing library links twelve Liberation fonts, 4 MB. This module stands
// in for them: every face is Go Regular, which is a twelfth of that, and which
// the browser replaces by its own fonts when it draws the SVG's text.
module codeberg.org/go-fonts/liberation

go 1.26

require golang.org/x/image v0.45.0
