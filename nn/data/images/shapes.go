package images

// shapes are figures that have names.
var shapes = Drawn{
	Name: "shapes",
	classes: []class{
		{"circle", "○", []figure{{arc(0, 0, 0.8, 0.8, 0, 360)}}},
		{"square", "□", []figure{{closed(-0.72, -0.72, 0.72, -0.72, 0.72, 0.72, -0.72, 0.72)}}},
		{"triangle", "△", []figure{{closed(0, -0.85, 0.85, 0.7, -0.85, 0.7)}}},
		{"cross", "✳", []figure{
			{line(-0.7, -0.7, 0.7, 0.7), line(0.7, -0.7, -0.7, 0.7)},
			{line(0, -0.85, 0, 0.85), line(-0.85, 0, 0.85, 0)},
		}},
		// Five points on a circle, every second one in turn: sines and cosines of
		// multiples of 72 degrees.
		{"star", "☆", []figure{{closed(0, -0.9, 0.529, 0.728, -0.856, -0.278, 0.856, -0.278, -0.529, 0.728)}}},
		{"heart", "♡", []figure{{
			curve(0, 0.85, -0.8, 0.2, -0.85, -0.3).then(arc(-0.425, -0.35, 0.425, 0.42, 180, 360), arc(0.425, -0.35, 0.425, 0.42, 180, 360), curve(0.85, -0.3, 0.8, 0.2, 0, 0.85)),
		}}},
		{"arrow", "→", []figure{{line(-0.85, 0, 0.85, 0), line(0.3, -0.5, 0.85, 0, 0.3, 0.5)}}},
		{"moon", "☾", []figure{{arc(-0.1, 0, 0.8, 0.85, 50, 310).then(arc(0.35, 0, 0.6, 0.65, 285, 75))}}},
	},
}
