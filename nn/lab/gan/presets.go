package gan

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

// Both players of a game forget soon what their gradients were like, since the
// other one changes, and come to rest at the end.
const adversary = "v=1&architecture=gan&beta2=0.99&schedule=cosine"

// Jensen-Shannon divergences of two sets of real samples of these sizes, below
// which nobody gets, are 0.008 of the line, 0.015 of moons, ring and spiral, 0.02
// of the eight clouds, and 0.026 of the grid.
var presets = []lab.Preset{
	{Name: "gan-line", Group: "adversarial", Link: adversary + "&distribution=line&generatorShape=8&discriminatorShape=16,16&adversarialLoss=minimax&learningRate=0.006&discriminatorRate=0.003&scheduleSteps=800", Steps: 800, Metric: "js", Goal: 0.06, Interesting: 56, Show: "adversarialLoss"},
	{Name: "ring", Group: "adversarial", Link: adversary + "&distribution=ring&generatorShape=16,16&discriminatorShape=16,16&learningRate=0.004&discriminatorRate=0.006&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.08, Interesting: 320},
	{Name: "gan-moons", Group: "adversarial", Link: adversary + "&distribution=two-moons&generatorShape=16,16&discriminatorShape=24,24&adversarialLoss=least-squares&learningRate=0.004&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.08, Interesting: 600, Show: "adversarialLoss"},
	{Name: "gan-gaussians", Group: "adversarial", Link: adversary + "&distribution=gaussians&generatorShape=24,24&discriminatorShape=24,24&learningRate=0.004&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.12, Interesting: 516, Show: "generatorShape"},
	{Name: "gan-grid", Group: "adversarial", Link: adversary + "&distribution=grid&generatorShape=32,32&discriminatorShape=48,48&learningRate=0.003&discriminatorRate=0.01&scheduleSteps=2000", Steps: 2000, Metric: "js", Goal: 0.14, Interesting: 460},
	{Name: "gan-spiral", Group: "adversarial", Link: adversary + "&distribution=spiral-arm&generatorShape=24,24&discriminatorShape=32,32&learningRate=0.004&discriminatorRate=0.008&scheduleSteps=2000", Steps: 2000, Metric: "js", Goal: 0.06, Interesting: 600},
	{Name: "gan-heart", Group: "adversarial", Link: adversary + "&" + plane.Heart + "&generatorShape=24,24&discriminatorShape=32,32&learningRate=0.004&discriminatorRate=0.008&scheduleSteps=1500", Steps: 1500, Metric: "js", Goal: 0.1, Interesting: 225},
	{Name: "clipped-critic", Group: "adversarial", Link: adversary + "&distribution=line&generatorShape=8&discriminatorShape=16,16&adversarialLoss=wasserstein&critic=clip&optimizer=rmsprop&learningRate=0.002&discriminatorRate=0.004&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.07, Interesting: 40, Show: "weightClip"},
	{Name: "spectral-critic", Group: "adversarial", Link: adversary + "&distribution=ring&generatorShape=16,16&discriminatorShape=24,24&adversarialLoss=wasserstein&critic=spectral&discriminatorSteps=2&optimizer=rmsprop&learningRate=0.003&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.12, Interesting: 264, Show: "critic"},
}
