package sequence_test

import (
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/lab/transformer"
	"nnplay/nn/setting"
)

// TestOwnText carries texts in links as far as they fit.
func TestOwnText(t *testing.T) {
	families := experiment.Families{rnn.Family}
	short := strings.TrimSpace(strings.Repeat("天地玄黄 abc.\n", 30))
	for _, c := range []struct {
		text, want string
		notice     string
	}{
		{short, short, ""},
		{short + "\r\n\t\x00", short, ""},
		{strings.Repeat("天地", 1000), "", "text-elsewhere"},
		{"", "", ""},
	} {
		spec := rnn.Family.New()
		for _, set := range [][2]string{{"sequence", "own-text"}, {"ownText", c.text}} {
			if err := spec.Set(set[0], set[1]); err != nil {
				t.Fatal(err)
			}
		}
		link := experiment.Link(spec)
		got, notices, err := families.Parse(link)
		if err != nil || sequence.Of(&got).Text != c.want || (len(notices) > 0) != (c.notice != "") || len(notices) > 0 && notices[0].Code != c.notice {
			t.Errorf("%.20q: %.20q, %v, %v from %.200s", c.text, sequence.Of(&got).Text, notices, err, link)
		}
		if spec.Carried(setting.Passage) != (c.notice == "") {
			t.Errorf("%.20q is carried: %v", c.text, spec.Carried(setting.Passage))
		}
	}
	spec := rnn.Family.New()
	if spec.Set("ownText", "too short") == nil {
		t.Error("a text of nine characters")
	}
	for _, value := range []string{"t", "tz", "t!z", "tAAAAz", "n0", "n20000-", "n20000-12", "n-0123456789abcdef", "x", "t" + strings.Repeat("A", 7000) + "z"} {
		got, notices, err := families.Parse("v=1&architecture=rnn&sequence=own-text&length=32&ownText=" + value)
		if err != nil || sequence.Of(&got).Text != "" || got.Validate() != nil {
			t.Errorf("%.20s: %.20q %v %v", value, sequence.Of(&got).Text, notices, err)
		}
	}
}

// TestTextElsewhere holds that a link that can't carry its text names it, so that a
// page that has it knows it again, and that links which do not are read as before.
func TestTextElsewhere(t *testing.T) {
	families := experiment.Families{rnn.Family}
	seen := map[string]bool{}
	for _, text := range []string{strings.Repeat("abcde ", 1000), strings.Repeat("abcdf ", 1000), strings.Repeat("abcde ", 1001)} {
		spec := rnn.Family.New()
		spec.Set("sequence", "own-text")
		if err := spec.Set("ownText", text); err != nil {
			t.Fatal(err)
		}
		link := experiment.Link(spec)
		_, notices, err := families.Parse(link)
		if err != nil || len(notices) != 1 || notices[0].Code != "text-elsewhere" || !strings.Contains(link, "&ownText="+notices[0].Args["given"]) || seen[notices[0].Args["given"]] {
			t.Errorf("%s: %v, %v", link, notices, err)
			continue
		}
		seen[notices[0].Args["given"]] = true
	}
	_, notices, err := families.Parse("v=1&architecture=rnn&sequence=own-text&length=32&ownText=n6000")
	if err != nil || len(notices) != 1 || notices[0].Args["count"] != "6000" || notices[0].Args["given"] != "n6000" {
		t.Errorf("an old link: %v, %v", notices, err)
	}
}

// TestTextGoesAlong holds that a text of one's own stays the data where the family
// is changed.
func TestTextGoesAlong(t *testing.T) {
	families := experiment.Families{rnn.Family, transformer.Family}
	text := strings.TrimSpace(strings.Repeat("one two three. ", 30))
	spec := transformer.Family.New()
	if notices, err := families.Take(&spec, setting.Passage, text); err != nil || len(notices) > 0 || spec.Family != transformer.Family {
		t.Errorf("%s takes a text with %v, %v", spec.Family.Name, notices, err)
	}
	for _, f := range families {
		notices, err := families.Change(&spec, lab.FamilyKey, f.Name)
		own := sequence.Of(&spec)
		if err != nil || len(notices) > 0 || spec.Family != f || own.Task != "own-text" || own.Text != text || own.Length != 32 || spec.Validate() != nil {
			t.Errorf("%s: %v %v, %+v", f.Name, notices, err, own)
		}
	}
}

// TestTooLong tells of a text that is set and is longer than what is learned of it.
func TestTooLong(t *testing.T) {
	for repeats, want := range map[int]string{2000: "29999", 20: ""} {
		spec, _, err := experiment.Families{rnn.Family}.Parse("v=1&architecture=rnn&sequence=own-text")
		if err != nil {
			t.Fatal(err)
		}
		notices, err := spec.Change("ownText", strings.Repeat("so much to say ", repeats))
		said := ""
		for _, n := range notices {
			if n.Code == "text-cut" {
				said = n.Args["count"]
			}
		}
		if err != nil || said != want {
			t.Errorf("%d times: %v, %v", repeats, notices, err)
		}
	}
}
