package protocol

// Trainer is what the trainer understands.
var Trainer = Commands{
	// Another experiment.
	{Type: "load", Doc: "Goes over to the experiment of a link, paused.", Answer: "state", Fields: []Field{link}},
	{Type: "restore", Doc: "Goes over to the experiment of a link; restarts only if it must.", Answer: "state", Fields: []Field{link}},
	{Type: "set", Doc: "Changes one setting; restarts only if it must.", Answer: "state", Fields: []Field{
		{Name: "key", Kind: Text, Doc: "Its key, as in links."},
		{Name: "value", Kind: Value},
	}},
	{Type: "mend", Doc: "Makes the changes that are offered for something that goes wrong; goes on as it did.", Answer: "state", Fields: []Field{
		{Name: "code", Kind: Text, Most: 64, Doc: "The symptom's, as it was told last."},
	}},
	{Type: "reseed", Doc: "Goes on to another seed, the same one after each.", Answer: "state", Fields: []Field{
		{Name: "weights", Kind: Flag, Optional: true, Doc: "Of the initial weights alone: the data stay."},
	}},
	{Type: "save", Doc: "Asks for the run as it stands.", Answer: "saved"},
	{Type: "resume", Doc: "Goes on from a run that was saved, paused.", Answer: "state", Fields: []Field{
		{Name: "saved", Kind: Bytes},
	}},

	// Training.
	{Type: "play", Doc: "Trains until something stops it.", Answer: "playing"},
	{Type: "pause", Doc: "Stops training.", Answer: "playing"},
	{Type: "step", Doc: "Makes some steps, then pauses.", Answer: "stepped", Fields: []Field{steps}},
	{Type: "epoch", Doc: "Trains to the end of this epoch, then pauses.", Answer: "stepped"},
	{Type: "train", Doc: "Makes some steps as fast as it can.", Answer: "trained", Fields: []Field{steps}},
	{Type: "reset", Doc: "Goes back to the same initial weights, paused.", Answer: "state"},
	{Type: "goTo", Doc: "Goes to a step that the run has been at, or the nearest one that it can go to, paused, with the settings of then.", Answer: "state", Fields: []Field{
		{Name: "step", Kind: Amount},
	}},
	{Type: "fork", Doc: "Goes on from here as another run: what it came to later is forgotten, and what was to be changed there.", Answer: "state"},
	{Type: "strike", Doc: "Leaves out something that is changed on the way, and trains again to where the run is, paused.", Answer: "state", Fields: []Field{
		{Name: "step", Kind: Amount, Doc: "At which it is changed."},
		{Name: "key", Kind: Text, Most: 128, Doc: "What is changed there, as in links."},
	}},
	{Type: "speed", Doc: "Sets how fast it plays.", Fields: []Field{
		{Name: "stepsPerSecond", Kind: Amount, Doc: "0: as fast as it can."},
	}},
	{Type: "pace", Doc: "Plays at the experiment's own pace again: in about ten seconds to what there is to see, then faster."},
	{Type: "stop", Doc: "Sets when it stops playing; 0 stands for never.", Answer: "stops", Fields: []Field{
		{Name: "accuracy", Kind: Amount, Most: 1, Optional: true, Doc: "The share of right answers that is enough."},
		{Name: "flat", Kind: Amount, Optional: true, Doc: "The steps in which the training loss no longer falls."},
		{Name: "steps", Kind: Amount, Optional: true, Doc: "The step at which it stops."},
	}},

	// What there is to see.
	{Type: "frame", Doc: "Asks for exactly one picture.", Answer: "frame", Fields: []Field{
		{Name: "full", Kind: Flag, Optional: true, Doc: "With all that a canvas needs which has seen nothing."},
	}},
	{Type: "metrics", Doc: "Asks how well it does.", Answer: "metrics"},
	{Type: "charts", Doc: "Asks for what there is to plot.", Answer: "charts"},
	{Type: "landscape", Doc: "Asks for the loss over a plane in the space of the weights, as far as it is known; each time more is.", Answer: "landscape", Fields: []Field{
		{Name: "random", Kind: Flag, Optional: true, Doc: "Over a random plane, not the one in which the run has moved the most."},
		{Name: "beside", Kind: Text, Most: 256, Optional: true, Doc: "Other optimizers, with commas between, which are trained as far from the same start."},
		{Name: "anew", Kind: Flag, Optional: true, Doc: "From where the run is now, not when it was asked for first."},
	}},
	{Type: "link", Doc: "Asks for the link with another value of a setting, and does not go over to it.", Answer: "link", Fields: []Field{
		{Name: "key", Kind: Text, Doc: "Its key, as in links."},
		{Name: "value", Kind: Value},
	}},
	{Type: "schema", Doc: "Asks for all settings and their ranges.", Answer: "schema"},
	{Type: "previews", Doc: "Asks for a few points of each data set.", Answer: "previews"},
	{Type: "predict", Doc: "Asks for the network's outputs.", Answer: "predicted", Fields: []Field{
		{Name: "points", Kind: Text, Doc: "The inputs of each, as numbers."},
	}},
	{Type: "explain", Doc: "Asks where a number of the last step came from; before any, of the first.", Answer: "explained", Fields: []Field{
		tensor, elements,
		{Name: "of", Kind: Text, Most: 16, Optional: true, Doc: `"value", "gradient" or "update"; a value if it is empty.`},
		ofProgram, moment, coming,
		{Name: "unfold", Kind: Flag, Optional: true, Doc: "By the instruction alone, not by the operation that it belongs to."},
	}},
	{Type: "difference", Doc: "Asks how the gradient of a number of that step compares with a finite difference of the loss.", Answer: "difference", Fields: []Field{
		tensor, elements, ofProgram, coming,
	}},
	{Type: "tensors", Doc: "Asks whose numbers can be asked for.", Answer: "tensors", Fields: []Field{coming}},
	{Type: "inspect", Doc: "Asks how the numbers of each tensor are, as the last step has left them.", Answer: "inspected"},
	{Type: "heat", Doc: "Asks for a tensor of that step as a heat map, and how its numbers are distributed.", Answer: "heat", Fields: []Field{tensor, ofProgram}},
	{Type: "walk", Doc: "Asks for the stops of a walk through the next step.", Answer: "walk"},
	{Type: "leave", Doc: "Ends that walk: what is shown of a sample is no longer that of the minibatch."},
	{Type: "sight", Doc: "Asks what is to be seen at a stop of that walk, and shows the sample.", Answer: "sight", Fields: []Field{
		{Name: "stop", Kind: Index, Doc: "Counted from 0."},
		{Name: "sample", Kind: Index, Doc: "Of the minibatch, counted from 0."},
		{Name: "index", Kind: Text, Most: 64, Optional: true, Doc: "The indices of an element of what is made there, with commas between; -1 leaves one to the trainer, nothing all."},
	}},
	{Type: "export", Doc: "Asks for the data as a table.", Answer: "export"},
	{Type: "bench", Doc: "Measures how fast this trainer is.", Answer: "bench", Fields: []Field{
		{Name: "workload", Kind: Text, Doc: `A name of package workload, "gemm128", "heat", or of this experiment "steps" or "view".`},
	}},

	// What is pointed at on the canvas, and changed there: an element of a
	// parameter by its tensor's name, anything else by an action's.
	{Type: "weight", Doc: "Gives an element of a parameter another value.", Answer: "state", Fields: []Field{
		parameter, element,
		{Name: "value", Kind: Number},
	}},
	{Type: "freeze", Doc: "Makes an element of a parameter stand still, or lets it go.", Answer: "state", Fields: []Field{
		parameter, element,
		{Name: "frozen", Kind: Flag},
	}},
	{Type: "ablate", Doc: "Switches a part of the network off for whoever looks at it, or on: training goes on as if nothing was off.", Answer: "ablated", Fields: []Field{
		ablated, ofPart, numbered,
		{Name: "off", Kind: Flag},
	}},
	{Type: "worth", Doc: "Asks how well the network does without a part, whatever is off.", Answer: "worth", Fields: []Field{ablated, ofPart, numbered}},
	{Type: "act", Doc: "Does what is neither a setting nor a parameter: shows another sample, draws a digit.", Answer: "acted", Fields: []Field{
		{Name: "name", Kind: Text, Doc: "The action's."},
		{Name: "value", Kind: Value, Most: 1 << 16},
	}},
	{Type: "warp", Doc: "Shows the space as two units of a hidden layer see it.", Answer: "warped", Fields: []Field{
		{Name: "layer", Kind: Index, Most: 64, Doc: "Counted from 1; 0: none."},
		{Name: "first", Kind: Index, Most: 64, Doc: "A unit of it, counted from 0."},
		{Name: "second", Kind: Index, Most: 64},
	}},
	{Type: "pin", Doc: "Shows the value of every unit at a place of the data's space, or no longer.", Answer: "pinned", Fields: []Field{
		{Name: "on", Kind: Flag},
		{Name: "x", Kind: Number, Optional: true, Doc: "In the units of the data; what is out of the picture becomes its edge."},
		{Name: "y", Kind: Number, Optional: true, Doc: "Without effect where there is one input."},
	}},
	{Type: "show", Doc: "Shows a parameter by itself, in place of the network.", Answer: "shown", Fields: []Field{
		{Name: "name", Kind: Text, Most: 256, Doc: `The tensor's; "": the network.`},
	}},

	// Points of one's own.
	{Type: "points", Doc: "Asks for the points of one's own, and what can be undone.", Answer: "points"},
	{Type: "draw", Op: "add", Doc: "Adds points.", Answer: "state", Fields: []Field{
		{Name: "value", Kind: Text, Most: 1 << 16, Doc: `"x,y,v;x,y,v", v being a class or a value.`},
		more,
	}},
	{Type: "draw", Op: "erase", Doc: "Erases the points within a distance of a place.", Answer: "state", Fields: []Field{
		{Name: "value", Kind: Text, Most: 1 << 16, Doc: `"x,y,r;x,y,r", r being the distance.`},
		more,
	}},
	{Type: "draw", Op: "clear", Doc: "Erases all points.", Answer: "state"},
	{Type: "draw", Op: "undo", Answer: "state"},
	{Type: "draw", Op: "redo", Answer: "state"},
	{Type: "draw", Op: "from", Doc: "Takes the points of another data set.", Answer: "state", Fields: []Field{
		{Name: "value", Kind: Text, Doc: "The data set's name."},
	}},
	{Type: "draw", Op: "take", Doc: "Takes a drawing.", Answer: "state", Fields: []Field{
		{Name: "value", Kind: Text, Doc: "Its text, as in links."},
		{Name: "names", Kind: Text, Optional: true, Doc: "What its inputs are called, a line each."},
		{Name: "classes", Kind: Text, Optional: true, Doc: "What its classes are called, a line each."},
	}},

	// A text of one's own.
	{Type: "passage", Doc: "Takes a text; its end is held back, where all trained before.", Answer: "state", Fields: []Field{
		{Name: "text", Kind: Text, Most: 1 << 20},
	}},

	// Rows of a table of one's own.
	{Type: "columns", Doc: "Asks what is known of the rows, column by column.", Answer: "columns", Fields: []Field{
		{Name: "full", Kind: Flag, Optional: true, Doc: "With the rows, as a file."},
	}},
	{Type: "table", Op: "take", Doc: "Makes rows the data, of all their inputs, with the settings that suit a table.", Answer: "state", Fields: []Field{tableFile}},
	{Type: "table", Op: "back", Doc: "Brings back the rows that the link means; all else stays.", Answer: "state", Fields: []Field{tableFile}},

	// Images of one's own.
	{Type: "album", Doc: "Asks for the classes of one's own images, and what can be undone.", Answer: "album", Fields: []Field{
		{Name: "full", Kind: Flag, Optional: true, Doc: "With the images, as a file."},
	}},
	{Type: "pictures", Doc: "Asks for some pictures of a class.", Answer: "pictures", Fields: []Field{
		class,
		{Name: "first", Kind: Index},
		{Name: "n", Kind: Index, Doc: "How many, as far as there are."},
	}},
	{Type: "images", Op: "draw", Doc: "Adds a picture to a class.", Answer: "state", Fields: []Field{
		class,
		{Name: "value", Kind: Text, Doc: "The levels of its pixels, two hexadecimal digits each."},
	}},
	{Type: "images", Op: "merge", Doc: "Adds the classes and pictures of another album.", Answer: "state", Fields: []Field{albumFile}},
	{Type: "images", Op: "take", Doc: "Takes another album in place of this one.", Answer: "state", Fields: []Field{albumFile}},
	{Type: "images", Op: "addClass", Answer: "state", Fields: []Field{className}},
	{Type: "images", Op: "rename", Doc: "Gives a class another name.", Answer: "state", Fields: []Field{class, className}},
	{Type: "images", Op: "removeClass", Answer: "state", Fields: []Field{class}},
	{Type: "images", Op: "remove", Doc: "Removes a picture of a class.", Answer: "state", Fields: []Field{
		class,
		{Name: "n", Kind: Index, Doc: "Which one, counted from 0."},
	}},
	{Type: "images", Op: "clear", Doc: "Removes all pictures.", Answer: "state"},
	{Type: "images", Op: "undo", Answer: "state"},
	{Type: "images", Op: "redo", Answer: "state"},
}

// Fields that several commands have.
var (
	link      = Field{Name: "link", Kind: Text, Doc: "The part of an address behind #."}
	steps     = Field{Name: "n", Kind: Count, Optional: true, Doc: "How many."}
	parameter = Field{Name: "name", Kind: Text, Doc: "The parameter's, as in snapshots."}
	element   = Field{Name: "index", Kind: Index, Doc: "Where it is in the parameter."}
	tensor    = Field{Name: "tensor", Kind: Text, Most: 256, Doc: "Its name, as in the answer tensors; \"\" for a number without one."}
	elements  = Field{Name: "index", Kind: Text, Most: 64, Optional: true, Doc: "Where it is in the tensor, as \"I,J\"."}
	ablated   = Field{Name: "tensor", Kind: Text, Most: 256, Doc: "A result's name, a layer's or a parameter's; \"\": all that is off, to be switched on."}
	ofPart    = Field{Name: "element", Kind: Index, Optional: true, Doc: "An element of the part, counted from 1 in what one sample has of the tensor; 0: all of it."}
	numbered  = Field{Name: "part", Kind: Index, Optional: true, Doc: "Which part it is, counted from 1; 0: that of the element."}
	ofProgram = Field{Name: "program", Kind: Text, Most: 256, Optional: true, Doc: "Whose result it is, where several have one of that name."}
	moment    = Field{Name: "at", Kind: Index, Optional: true, Doc: "Which of the numbers that stood there, as a term says; 0: the one that of means."}
	coming    = Field{Name: "coming", Kind: Flag, Optional: true, Doc: "Of the next step, in place of the last one."}
	more      = Field{Name: "more", Kind: Flag, Optional: true, Doc: "It is undone together with what was before it."}
	class     = Field{Name: "index", Kind: Index, Doc: "The class, counted from 0."}
	className = Field{Name: "value", Kind: Text, Doc: "The class's name."}
	tableFile = Field{Name: "rows", Kind: Bytes, Most: 40 << 20, Doc: "The rows, as a file of package rows."}
	albumFile = Field{Name: "bytes", Kind: Bytes, Doc: "The album, as a file."}
)
