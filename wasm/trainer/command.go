package main

import (
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// A command is a message to the trainer that fits its row in protocol.Trainer.
type command = protocol.Message

// handlers obey the commands, by type. A command has all its fields, each within
// its bounds; a handler looks at the rest.
var handlers = map[string]func(*session, command) *failure{
	"load":    (*session).load,
	"restore": (*session).restore,
	"set":     (*session).set,
	"mend":    (*session).mend,
	"reseed":  (*session).reseed,
	"save":    (*session).save,
	"resume":  (*session).resume,

	"play":   (*session).play,
	"pause":  (*session).pause,
	"step":   (*session).stepOn,
	"epoch":  (*session).epoch,
	"train":  (*session).train,
	"reset":  (*session).reset,
	"goTo":   (*session).goTo,
	"fork":   (*session).fork,
	"strike": (*session).strike,
	"speed":  (*session).speed,
	"pace":   (*session).ownPace,
	"stop":   (*session).stop,

	"frame":      (*session).frame,
	"metrics":    (*session).metrics,
	"charts":     (*session).charts,
	"landscape":  (*session).landscape,
	"link":       (*session).link,
	"schema":     (*session).schema,
	"previews":   (*session).previews,
	"predict":    (*session).predict,
	"explain":    (*session).explain,
	"difference": (*session).difference,
	"tensors":    (*session).tensors,
	"inspect":    (*session).inspect,
	"heat":       (*session).heat,
	"walk":       (*session).walk,
	"sight":      (*session).sight,
	"leave":      (*session).leave,
	"export":     (*session).export,
	"bench":      (*session).benchmark,

	"weight": (*session).setWeight,
	"freeze": (*session).freeze,
	"ablate": (*session).ablate,
	"worth":  (*session).worth,
	"act":    (*session).act,
	"warp":   (*session).setWarp,
	"pin":    (*session).setPin,
	"show":   (*session).show,

	"points": (*session).points,
	"draw":   (*session).drawOwn,

	"passage": (*session).takePassage,

	"album":    (*session).album,
	"pictures": (*session).pictures,
	"images":   (*session).changeAlbum,

	"columns": (*session).columns,
	"table":   (*session).changeTable,
}

// A failure is why a command was not obeyed.
type failure = notice.Error

// failures are the English sentences by code; those of messages come from
// package protocol, those of settings and links from package setting, those of
// images from package images.
var failures = notice.Texts{
	"interrupted":      "The training was interrupted by another command.",
	"no-experiment":    "No experiment is loaded yet.",
	"no-images":        "There are not enough images to train on. Add at least two.",
	"no-points":        "There are no points to train on. Draw some first.",
	"no-remedy":        "Nothing is offered for {code} now. Look at what goes wrong once more.",
	"no-rows":          "There are no rows to train on. Open a table first.",
	"no-table":         "This experiment holds no table.",
	"not-drawing":      "You can draw points only on your own data set.",
	"too-many-jobs":    "Too many commands are waiting. Press pause to drop them.",
	"too-many-points":  "A drawing can hold at most {limit} points.",
	"unknown-workload": "The trainer has no workload called {workload}.",
}

// fail makes a failure; args are names and values in turn.
func fail(code string, args ...string) *failure {
	if failures[code] == "" {
		return protocol.Errors.Refuse(code, args...)
	}
	return failures.Refuse(code, args...)
}
