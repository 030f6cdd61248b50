package points

import "nnplay/wasm/paper"

// A crosshair is a place of the panel that the keyboard moves, in steps from the
// left and from the top.
type crosshair struct{ x, y int }

// crossSteps is the number of steps over the panel.
const crossSteps = 40

// middle is where a crosshair begins.
var middle = crosshair{crossSteps / 2, crossSteps / 2}

// moved returns where a key leads, and whether that is out of the panel on the
// left, where the network is.
func (c crosshair) moved(key string) (next crosshair, out bool) {
	switch key {
	case "ArrowLeft":
		if c.x == 0 {
			return c, true
		}
		c.x--
	case "ArrowRight":
		c.x++
	case "ArrowUp":
		c.y--
	case "ArrowDown":
		c.y++
	}
	return crosshair{min(c.x, crossSteps), min(max(c.y, 0), crossSteps)}, false
}

// at returns where the crosshair is on a panel.
func (c crosshair) at(panel paper.Rectangle) (x, y float32) {
	return panel.X + panel.W*float32(c.x)/crossSteps, panel.Y + panel.H*float32(c.y)/crossSteps
}

// crosshairAt returns the crosshair nearest to a point of a panel.
func crosshairAt(panel paper.Rectangle, x, y float32) crosshair {
	step := func(f float32) int { return int(paper.Clamp(f*crossSteps+0.5, 0, crossSteps)) }
	return crosshair{step((x - panel.X) / panel.W), step((y - panel.Y) / panel.H)}
}
