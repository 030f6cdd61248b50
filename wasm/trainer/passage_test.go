package main

import (
	"strings"
	"testing"

	"nnplay/nn/experiment"
)

// TestPassage takes texts: from an architecture that knows no texts it goes over to one
// that does; the end is held back; a length that was chosen stays; a text that is too
// short changes nothing; and going back to the link before brings the text before.
func TestPassage(t *testing.T) {
	st := real(t, "v=1&dataset=xor")
	first := strings.TrimSpace(strings.Repeat("one two three. ", 30))
	st.send("passage", "text", first+"\n")
	spec := st.take("state")["spec"].(map[string]any)
	if spec["architecture"] != "rnn" || spec["sequence"] != "own-text" || spec["ownText"] != first || spec["percTrainData"] != "90" || spec["length"] != "32" {
		t.Errorf("a text on the page of a perceptron: %v", spec)
	}
	st.send("set", "key", "length", "value", "20")
	st.take("state")
	before := experiment.Link(st.run.Spec())
	second := strings.TrimSpace(strings.Repeat("four five six. ", 30))
	st.send("passage", "text", second)
	if spec := st.take("state")["spec"].(map[string]any); spec["ownText"] != second || spec["length"] != "20" {
		t.Errorf("another text: %v", spec)
	}
	st.send("passage", "text", "too short")
	if m := st.take("error"); m["code"] != "text-short" || st.run.Spec().Get("ownText") != second {
		t.Errorf("a text of nine characters: %v", m)
	}
	st.send("restore", "link", before)
	if spec := st.take("state")["spec"].(map[string]any); spec["ownText"] != first || spec["length"] != "20" {
		t.Errorf("the text before: %v", spec)
	}
	// Of a link from before a share could be chosen, all trains; of what is typed, not.
	st.send("load", "link", "v=1&architecture=transformer&sequence=own-text")
	if spec := st.take("state")["spec"].(map[string]any); spec["percTrainData"] != "100" {
		t.Errorf("a link without a share: %v", spec)
	}
	st.send("passage", "text", second)
	if spec := st.take("state")["spec"].(map[string]any); spec["architecture"] != "transformer" || spec["percTrainData"] != "90" {
		t.Errorf("a text for a Transformer: %v", spec)
	}
}
