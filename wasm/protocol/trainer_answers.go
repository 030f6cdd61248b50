package protocol

// TrainerAnswers are what the trainer posts.
func TrainerAnswers() Answers {
	return Answers{
		{"ready", "It obeys.", []Property{
			{Name: "simd", Of: Boolean, Doc: "Whether this browser has WebAssembly SIMD; without it the interpreter trains."},
		}},
		{"loading", "How far the download of a program is, from whoever downloads it.", []Property{
			{Name: "part", Of: String, Doc: `"trainer" or "canvas".`},
			{Name: "loaded", Of: Float, Doc: "In bytes."},
			{Name: "total", Of: Float, Doc: "In bytes."},
		}},
		{"error", "A command was not obeyed, or something went wrong.", []Property{
			code, args, text,
			{Name: "fatal", Of: Boolean, Optional: true, Doc: "The program has ended."},
		}},
		{"state", "The experiment, whenever it has changed.", []Property{
			{Name: "link", Of: String},
			{Name: "spec", Of: MapOf{String}, Doc: "The values of all settings by key."},
			{Name: "applies", Of: MapOf{String}, Doc: `By key, "" or why the setting does nothing at the moment.`},
			{Name: "description", Of: String, Doc: "What the experiment is: a phrase of shared/phrase.js, as JSON."},
			{Name: "effective", Of: MapOf{String}, Doc: "By key, the value that is used where a choice is left to the data."},
			{Name: "facts", Of: MapOf{String}, Doc: "By key, what the setting has come to in this run: symbols and numbers."},
			{Name: "takes", Of: MapOf{String}, Doc: "By name, what an action takes: phrases of shared/phrase.js, as JSON."},
			{Name: "notices", Of: ListOf{remark}, Doc: "What was not taken as it stood."},
			{Name: "restarted", Of: Boolean, Doc: "Training begins anew."},
			{Name: "edited", Of: Boolean, Doc: "Weights were set or frozen since the start."},
			{Name: "told", Of: Boolean, Doc: "The link tells all: in as many steps it leads to the same weights."},
			{Name: "log", Of: ListOf{change}, Doc: "What is changed on the way, the first of it where that is long."},
			{Name: "pace", Of: Float, Doc: "The steps a second with which its own pace begins."},
			playing, step,
			{Name: "guess", Of: OrNull{Float}, Doc: "The training loss of the best answer that is always the same; null where it has no meaning."},
			{Name: "from", Of: Float, Doc: "The earliest step that the run can go to."},
			{Name: "to", Of: Float, Doc: "The latest one."},
			{Name: "parts", Of: MapOf{Float}, Doc: "By the names of results, how many parts of each can be switched off."},
			{Name: "off", Of: ListOf{part}, Doc: "What is switched off."},
		}},
		{"playing", "Whether it goes on by itself.", []Property{playing, step}},
		{"stepped", "Steps were made, and it has paused.", []Property{playing, step}},
		{"trained", "Steps were made.", []Property{{Name: "metrics", Of: metrics}}},
		{"stops", "When it stops playing; 0 stands for never.", []Property{
			{Name: "accuracy", Of: Float}, {Name: "flat", Of: Float}, {Name: "steps", Of: Float},
		}},
		{"stopped", "A condition for stopping came true.", []Property{
			{Name: "reason", Of: String, Doc: `Which one, as in stops; names the translation "stopped.REASON".`},
			args, text, playing, step,
		}},
		{"diverged", "The weights are no longer numbers; it has stopped playing.", []Property{
			{Name: "tensor", Of: String, Doc: "What is no longer a number."},
			{Name: "step", Of: Float, Doc: "Since when."},
			{Name: "causes", Of: ListOf{String}, Doc: "What may be the reason, by code."},
			{Name: "learningRate", Of: OrNull{Float}, Doc: "One that may do."},
			playing,
		}},
		{"symptoms", "What goes wrong, the most telling first, whenever that has changed.", []Property{
			{Name: "symptoms", Of: ListOf{&Object{"Symptom", "Something that goes wrong in a run that goes on.", []Property{
				{Name: "code", Of: String, Doc: `Names the translations "symptom.CODE", what was seen, and "why.CODE".`},
				args,
				{Name: "remedy", Of: OrNull{&Object{"Remedy", "Changes of settings that mend it, which the command mend makes.", []Property{
					{Name: "code", Of: String, Doc: `Names the translation "remedy.CODE", of the first value.`},
					{Name: "changes", Of: ListOf{&Object{"Change", "A setting and another value of it.", []Property{
						{Name: "key", Of: String},
						{Name: "value", Of: String},
					}}}},
					{Name: "reset", Of: Boolean, Doc: "Training has to begin anew for it."},
				}}}},
			}}}},
		}},
		{"frame", "A picture.", []Property{
			{Name: "snapshot", Of: OrNull{Buffer}, Doc: "What a canvas does not know yet, for wasm/wire; null: there is nothing."},
			{Name: "metrics", Of: OrNull{metrics}, Doc: "Null while they take too much of the time."},
			{Name: "without", Of: OrNull{metrics}, Doc: "Those without what is switched off; null too where nothing is."},
			{Name: "step", Of: OrNull{Float}},
			{Name: "playing", Of: Boolean},
			{Name: "busy", Of: Boolean, Doc: "It goes on without another command."},
		}},
		{"metrics", "How well it does.", []Property{{Name: "metrics", Of: metrics}}},
		{"charts", "What there is to plot.", []Property{{Name: "charts", Of: String, Doc: "As JSON."}}},
		{"landscape", "The loss over a plane in the space of the weights, as far as it is known.", []Property{
			{Name: "chart", Of: String, Doc: "As the answer charts, with this one alone."},
			{Name: "step", Of: Float, Doc: "Where the run was when the plane was chosen."},
			{Name: "explained", Of: OrNull{Float}, Doc: "The share of how far the ways spread that lies in the plane, 0 to 1; null of a random one, or while there is none."},
			{Name: "left", Of: Float, Doc: "The share of the work that is left, 0 to 1."},
		}},
		{"link", "A link.", []Property{
			{Name: "link", Of: String, Doc: "The part of an address behind #."},
			{Name: "replay", Of: OrNull{Float}, Doc: "In how many seconds its reader is about where the run is now; null if nothing was trained here."},
		}},
		{"schema", "All settings and their ranges.", []Property{{Name: "json", Of: String}}},
		{"previews", "A few points of each data set.", []Property{
			{Name: "sets", Of: ListOf{&Object{"PreviewSet", "A data set, and which of the points are of it.", []Property{
				{Name: "name", Of: String},
				{Name: "problem", Of: String, Doc: `"classification" or "regression".`},
				{Name: "inputs", Of: Float},
				{Name: "classes", Of: Float},
				{Name: "from", Of: Float, Doc: "The first of its points."},
				{Name: "count", Of: Float},
			}}}},
			{Name: "points", Of: Buffer, Doc: "Float32 (points, 3): x and y, 0 to 1 from the lower left, and the class or the target."},
		}},
		{"predicted", "The network's outputs.", []Property{
			{Name: "outputs", Of: ListOf{ListOf{OrNull{Float}}}, Doc: "A row a point; null for what is no finite number."},
		}},
		{"explained", "Where a number came from.", []Property{madeIn, {Name: "explanation", Of: explanation}}},
		{"difference", "How a gradient compares with a finite difference.", []Property{madeIn, {Name: "difference", Of: difference}}},
		{"tensors", "Whose numbers can be asked for.", []Property{madeIn, {Name: "tensors", Of: ListOf{namedTensor}}}},
		{"inspected", "How the numbers of each tensor are.", []Property{madeIn, {Name: "tensors", Of: ListOf{summary}}}},
		{"heat", "A tensor as a heat map, and how its numbers are distributed.", []Property{
			madeIn,
			{Name: "rows", Of: Float, Doc: "All dimensions but the last; of many some are left out, evenly."},
			{Name: "columns", Of: Float},
			{Name: "levels", Of: Buffer, Doc: "Uint8 (rows, columns): 128 is 0, 255 and 1 are the scale and its opposite."},
			{Name: "scale", Of: Float},
			{Name: "from", Of: Float, Doc: "The least value."},
			{Name: "to", Of: Float, Doc: "The largest one."},
			{Name: "counts", Of: ListOf{Float}, Doc: "How many values are in each of the bins between, which are equally wide."},
			{Name: "odd", Of: Float, Doc: "How many are not finite."},
		}},
		{"walk", "The stops of a walk through a step, in the order in which its numbers are made.", []Property{madeIn, {Name: "stops", Of: ListOf{stop}}}},
		{"sight", "What is to be seen at a stop, of an element of what is made there.", []Property{
			madeIn, {Name: "sight", Of: sight}, {Name: "shows", Of: Boolean, Doc: "Whether the picture is another one now: that of the sample."},
		}},
		{"ablated", "What is switched off.", []Property{
			{Name: "off", Of: ListOf{part}},
			{Name: "metrics", Of: metrics},
			{Name: "without", Of: OrNull{metrics}, Doc: "Those without it; null where nothing is off."},
		}},
		{"worth", "How well the network does without a part.", []Property{
			{Name: "part", Of: part},
			{Name: "metrics", Of: metrics, Doc: "With it."},
			{Name: "without", Of: metrics},
		}},
		{"export", "The data as a table.", []Property{
			{Name: "csv", Of: String},
			{Name: "name", Of: String, Doc: "For a file."},
		}},
		{"saved", "The run as it stands.", []Property{
			{Name: "saved", Of: OrNull{Buffer}, Doc: "Null if it keeps more than can be saved."},
			{Name: "link", Of: String},
			{Name: "step", Of: Float},
			{Name: "edited", Of: Boolean},
		}},
		{"bench", "How fast this trainer is; which fields there are depends on the workload.", []Property{
			{Name: "workload", Of: String},
			{Name: "milliseconds", Of: Float, Optional: true},
			{Name: "stepsPerSecond", Of: Float, Optional: true},
			{Name: "samplesPerSecond", Of: Float, Optional: true},
			{Name: "gflops", Of: Float, Optional: true},
			{Name: "units", Of: Float, Optional: true},
			{Name: "before", Of: Float, Optional: true, Doc: "The loss before training."},
			{Name: "after", Of: Float, Optional: true},
			{Name: "moduleBytes", Of: Float, Optional: true},
			{Name: "firstCompileMilliseconds", Of: Float, Optional: true},
			{Name: "compileMilliseconds", Of: Float, Optional: true},
			{Name: "firstOpenMilliseconds", Of: Float, Optional: true},
			{Name: "openMilliseconds", Of: Float, Optional: true},
		}},
		{"acted", "What an action has come to.", []Property{
			{Name: "name", Of: String, Doc: "The action's."},
			{Name: "texts", Of: MapOf{String}},
			{Name: "numbers", Of: MapOf{ListOf{OrNull{Float}}}},
			{Name: "caption", Of: OrNull{caption}},
		}},
		{"warped", "Which space is shown.", []Property{
			{Name: "layer", Of: Float}, {Name: "first", Of: Float}, {Name: "second", Of: Float},
		}},
		{"pinned", "At which place the value of every unit is shown.", []Property{
			{Name: "on", Of: Boolean, Doc: "There is one."},
			{Name: "x", Of: Float}, {Name: "y", Of: Float},
		}},
		{"shown", "Which parameter is shown by itself.", []Property{{Name: "name", Of: String, Doc: `The tensor's; "": the network.`}}},
		{"points", "The points of one's own.", []Property{
			{Name: "points", Of: Buffer, Doc: "Float32 (n, 3): x, y, and the class or the value."},
			{Name: "held", Of: Float, Doc: "How many of them are held back for testing."},
			{Name: "carried", Of: Boolean, Doc: "The link holds them."},
			undo, redo,
		}},
		{"columns", "The rows of a table of one's own.", []Property{
			{Name: "columns", Of: ListOf{&Object{"RowInput", "An input of the network.", []Property{
				{Name: "name", Of: String},
				{Name: "column", Of: String, Doc: "Of the table: the inputs that its categories have become share it."},
				{Name: "kind", Of: String, Doc: `"number", "date" or, 1 for its category and else 0, "category".`},
				{Name: "low", Of: Float},
				{Name: "high", Of: Float},
				{Name: "mean", Of: OrNull{Float}, Doc: "Of the rows that train; null where others are learned from."},
			}}}},
			{Name: "targets", Of: ListOf{String}},
			{Name: "classes", Of: OrNull{ListOf{String}}, Doc: "Null where the targets are values."},
			{Name: "rows", Of: Float},
			{Name: "plane", Of: String, Doc: "The two inputs that are shown, by their numbers: the setting."},
			{Name: "text", Of: String, Doc: "What the link says of them."},
			{Name: "carried", Of: Boolean, Doc: "The link holds them."},
			{Name: "file", Of: Buffer, Optional: true, Doc: "In a full answer."},
		}},
		{"album", "The images of one's own.", []Property{
			{Name: "classes", Of: ListOf{&Object{"AlbumClass", "A class of images.", []Property{
				{Name: "name", Of: String},
				{Name: "count", Of: Float},
			}}}},
			{Name: "text", Of: String, Doc: "What the link says of them."},
			{Name: "carried", Of: Boolean, Doc: "The link holds them."},
			{Name: "mostClasses", Of: Float},
			{Name: "side", Of: Float, Doc: "Of an image, in pixels."},
			undo, redo,
			{Name: "name", Of: String, Doc: "For a file."},
			{Name: "file", Of: Buffer, Optional: true, Doc: "In a full answer."},
		}},
		{"pictures", "Some pictures of a class.", []Property{
			{Name: "index", Of: Float, Doc: "The class."},
			{Name: "first", Of: Float},
			{Name: "pictures", Of: Buffer, Doc: "A byte of 0 to 15 a pixel."},
		}},
	}
}

// Properties that several answers have.
var (
	playing = Property{Name: "playing", Of: Boolean, Doc: "Whether it goes on by itself."}
	step    = Property{Name: "step", Of: Float, Doc: "The steps made so far."}
	undo    = Property{Name: "undo", Of: Float, Doc: "How many changes can be undone."}
	code    = Property{Name: "code", Of: String, Doc: `Names the translation "error.CODE".`}
	args    = Property{Name: "args", Of: MapOf{String}, Doc: "Fill its {placeholders}."}
	text    = Property{Name: "text", Of: String, Doc: "The English sentence."}
	redo    = Property{Name: "redo", Of: Float, Doc: "How many can be made again."}
)

var remark = &Object{"Notice", "Tells of something in a link, or in a changed setting, that was not taken as it stood.", []Property{
	{Name: "code", Of: String, Doc: `Names the translation "notice.CODE".`},
	{Name: "args", Of: MapOf{String}},
	{Name: "text", Of: String, Doc: "The English sentence."},
}}

var change = &Object{"LoggedChange", "What is changed on the way, once.", []Property{
	{Name: "step", Of: Float, Doc: "The steps that are made before."},
	{Name: "key", Of: String, Doc: "A setting's, or a weight's, as in links: hidden1.weight.0.1, or freeze.hidden1.weight.0.1."},
	{Name: "was", Of: String, Doc: "The value of before; \"\" where it is not known."},
	{Name: "value", Of: String},
}}

var metrics = &Object{"Metrics", "How well a network does. What does not apply is null.", []Property{
	{Name: "step", Of: Float},
	{Name: "to", Of: Float, Doc: "The latest step that the run can go to."},
	{Name: "epoch", Of: OrNull{Float}, Doc: "Passes over the training data."},
	{Name: "trainLoss", Of: OrNull{Float}},
	{Name: "testLoss", Of: OrNull{Float}},
	{Name: "accuracy", Of: OrNull{Float}, Doc: "A share of the test data, as all below."},
	{Name: "trainAccuracy", Of: OrNull{Float}},
	{Name: "precision", Of: OrNull{Float}},
	{Name: "recall", Of: OrNull{Float}},
	{Name: "f1", Of: OrNull{Float}},
	{Name: "auc", Of: OrNull{Float}},
	{Name: "r2", Of: OrNull{Float}},
	{Name: "confusion", Of: OrNull{ListOf{ListOf{Float}}}, Doc: "Rows are true classes, columns predicted ones."},
	{Name: "scores", Of: ListOf{&Object{"Score", "What else a family measures.", []Property{
		{Name: "name", Of: String},
		{Name: "value", Of: OrNull{Float}},
	}}}},
	{Name: "fingerprint", Of: String, Optional: true, Doc: "Of the weights; left out while it plays."},
}}

var part = &Object{"Part", "What can be switched off.", []Property{
	{Name: "tensor", Of: String, Doc: "A result's name, or a parameter's."},
	{Name: "at", Of: Float, Doc: "Which unit, channel or head, or which element of the parameter, from 0; -1: all."},
	{Name: "index", Of: ListOf{Float}, Doc: "Where that is; nothing for all."},
	{Name: "dimensions", Of: ListOf{String}, Doc: "What those indices count."},
}}

var caption = &Object{"Caption", "What is said of what is shown.", []Property{
	{Name: "key", Of: String, Doc: "Of the translations canvas.KEY, its title, and said.KEY."},
	{Name: "args", Of: MapOf{String}},
	{Name: "number", Of: Float},
	{Name: "count", Of: Float, Doc: "Of the captions that follow each other."},
	{Name: "turn", Of: Float},
	{Name: "turns", Of: Float, Doc: "How often this one comes before the next does."},
}}
