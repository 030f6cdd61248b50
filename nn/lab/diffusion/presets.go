package diffusion

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

// A flow learns fastest with large steps that come to an end.
const quickFlow = "learningRate=0.02&schedule=cosine&scheduleSteps=1500"

var presets = []lab.Preset{
	{Name: "flow-moons", Group: "generative", Link: "v=1&architecture=diffusion&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.07, Interesting: 660, Show: "time"},
	{Name: "flow-spiral", Group: "generative", Link: "v=1&architecture=diffusion&distribution=spiral-arm&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.06, Interesting: 825, Show: "time"},
	{Name: "flow-gaussians", Group: "generative", Link: "v=1&architecture=diffusion&distribution=gaussians&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.12, Interesting: 720, Show: "time"},
	{Name: "flow-line", Group: "generative", Link: "v=1&architecture=diffusion&distribution=line&learningRate=0.02&schedule=cosine&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.04, Interesting: 90, Show: "time"},
	{Name: "flow-ring", Group: "generative", Link: "v=1&architecture=diffusion&distribution=ring&learningRate=0.02&schedule=cosine&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.05, Interesting: 180, Show: "time"},
	{Name: "flow-grid", Group: "generative", Link: "v=1&architecture=diffusion&distribution=grid&learningRate=0.03&schedule=cosine&scheduleSteps=4000", Steps: 4000, Metric: "js", Goal: 0.16, Interesting: 1760},
	{Name: "flow-heart", Group: "generative", Link: "v=1&architecture=diffusion&" + plane.Heart + "&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.07, Interesting: 540},
	{Name: "one-step", Group: "generative", Link: "v=1&architecture=diffusion&" + quickFlow + "&integrator=euler&flowSteps=1", Steps: 1500, Interesting: 750, Show: "flowSteps"},
}
