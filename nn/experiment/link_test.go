package experiment

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// TestLinkRoundTrip checks, for random specs, that a link gives its spec
// again and is fit to be shared.
func TestLinkRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		s := randomSpec(r)
		if err := s.Validate(); err != nil {
			t.Fatalf("%s: %v", Link(s), err)
		}
		checkLink(t, s)
	}
}

// checkLink checks what holds for the link of any valid spec.
func checkLink(t *testing.T, s lab.Spec) {
	t.Helper()
	link := Link(s)
	payload, carried := 0, true
	for _, own := range s.Family.Own {
		f, _ := s.Family.Find(own.Key)
		if text := f.Get(&s); text != "" {
			payload += len(f.ToLink(text))
		}
		carried = carried && s.Carried(own.Kind)
	}
	if !carried {
		if len(link) > 2000 {
			t.Errorf("%d characters: %s", len(link), link)
		}
		return
	}
	again, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%s: %v %v", link, notices, err)
	}
	if !reflect.DeepEqual(again, s) || !again.Equal(s) {
		t.Fatalf("%s gives\n%+v, want\n%+v", link, again, s)
	}
	for _, c := range s.Log {
		payload += len(c.Pair().String()) + 1
	}
	if len(link)-payload > 2000 {
		t.Errorf("%d characters: %s", len(link), link)
	}
	plain := link
	if len(s.Log) > 0 {
		plain = strings.ReplaceAll(link, ":", "")
	}
	if strings.Trim(plain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-=&") != "" {
		t.Errorf("odd characters: %s", link)
	}
	if last := rune(link[len(link)-1]); !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		t.Errorf("odd end: %s", link)
	}
}

// TestTruncation checks that almost all ends that a link can lose are missed.
func TestTruncation(t *testing.T) {
	link := Link(mustParse(t, "v=1&dataset=spiral&networkShape=8,8,8&learningRate=0.001&optimizer=adam&seed=123456"))
	missed := 0
	for n := len("v=1&c=0000&"); n < len(link); n++ {
		_, notices, err := families.Parse(link[:n])
		if err != nil {
			t.Error(err)
		}
		if !strings.Contains(codes(notices), "checksum") && link[n:] != "" {
			missed++
			t.Logf("not noticed: %s", link[:n])
		}
	}
	if missed > 0 {
		t.Errorf("%d truncations were not noticed", missed)
	}
}

var update = flag.Bool("update", false, "append what is new to the golden files of testdata")

// TestGoldenLinks checks that the links that are out there mean what they
// always meant. Each entry of testdata/links.golden is a link, the canonical
// form of its experiment and the notices it gives. Entries may be added, never
// changed: an entry that no longer holds is a broken promise.
func TestGoldenLinks(t *testing.T) {
	const path = "testdata/links.golden"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n := 0
	for entry := range strings.SplitSeq(strings.TrimSpace(string(content)), "\n\n") {
		link, want, _ := strings.Cut(entry, "\n")
		if strings.HasPrefix(link, "//") {
			out.WriteString(entry + "\n\n")
			continue
		}
		s, notices, err := families.Parse(link)
		got := "  " + Link(s)
		if err != nil {
			got = "  error " + err.(*setting.Error).Code
		}
		for _, notice := range notices {
			got += "\n  " + notice.Code
			for _, name := range slices.Sorted(maps.Keys(notice.Args)) {
				got += fmt.Sprintf(" %s=%q", name, notice.Args[name])
			}
		}
		if want == "" && *update {
			want = got
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", link, got, want)
		}
		out.WriteString(link + "\n" + want + "\n\n")
		n++
	}
	if n < 20 {
		t.Errorf("only %d entries", n)
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestParseForms checks that a link is found in what people paste.
func TestParseForms(t *testing.T) {
	want := mustParse(t, "v=1&dataset=xor&networkShape=3,3")
	link := Link(want)
	for _, text := range []string{
		link,
		"#" + link,
		" https://example.org/nnplay/?embed=1#" + link + "\n",
		"index.html#" + link,
		"<https://example.org/#" + link + ">.",
		"(https://example.org/#" + link + ")",
		"**#" + link + "**",
		"#" + strings.Replace(link, link[6:10], strings.ToUpper(link[6:10]), 1), // the checksum
		"https://example.org/%23" + link,
		strings.ReplaceAll("https://example.org/#"+link, "&", "&amp;"),
		"#" + strings.ReplaceAll(link, ",", "%2C"),
		"#" + strings.NewReplacer("=", "%3D", "&", "%26").Replace(link),
		"#networkShape=3,3&v=1&dataset=xor",
		"#&&v=1&dataset=xor&&networkShape=3,3&",
	} {
		s, notices, err := families.Parse(text)
		if err != nil || len(notices) > 0 || !s.Equal(want) {
			t.Errorf("%q: %s, %v, %v", text, Link(s), notices, err)
		}
	}
	for _, text := range []string{"", "#", "https://example.org/", "https://example.org/?embed=1#", " # "} {
		if s := mustParse(t, text); !s.Equal(families.Default()) {
			t.Errorf("%q: %s", text, Link(s))
		}
	}
}

// TestParseRefuses checks which links give nothing but the default.
func TestParseRefuses(t *testing.T) {
	for text, code := range map[string]string{
		strings.Repeat("a", setting.MaxLink+1):  "too-long",
		"#v=1&seed=" + strings.Repeat("1", 1e7): "too-long",
		"#v=2&dataset=circle":                   "newer",
		"#v=99999999999999999999999":            "newer",
		"#dataset=circle&v=2":                   "newer",
	} {
		s, _, err := families.Parse(text)
		if e, ok := err.(*setting.Error); !ok || e.Code != code {
			t.Errorf("%.40q: %v, want %s", text, err, code)
		}
		if !s.Equal(families.Default()) {
			t.Errorf("%.40q: a refused link gives %s", text, Link(s))
		}
	}
}

// mostNotices is how many notices a link can cause: eight, and their count.
const mostNotices = 9

// TestNoticesAreBounded checks that foreign text can't flood or deceive.
func TestNoticesAreBounded(t *testing.T) {
	_, notices, err := families.Parse("v=1&" + strings.Repeat("seed=x&", 900))
	if err != nil || len(notices) != mostNotices || notices[mostNotices-1].Args["count"] != "892" {
		t.Errorf("%d notices, the last %v, %v", len(notices), notices[len(notices)-1], err)
	}
	_, notices, _ = families.Parse("v=1&dataset=%00%1B[31m%E2%80%AEevil%FF" + strings.Repeat("x", 500))
	if len(notices) != 1 {
		t.Fatal(notices)
	}
	given := notices[0].Args["given"]
	if utf8.RuneCountInString(given) > 33 || !strings.HasPrefix(given, "··[31m·evil·xxx") || !strings.Contains(notices[0].Text, given) {
		t.Errorf("%q", given)
	}
}

// FuzzParse checks that no text breaks the codec: what is read is valid and
// within bounds, and its link gives it again without a remark.
func FuzzParse(f *testing.F) {
	content, err := os.ReadFile("testdata/links.golden")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		f.Add(strings.TrimSpace(line))
	}
	f.Add("v=1&clip=1&at=20:clip=2&at=3:output.bias.0=-1&at=3:freeze.output.bias.0=true&at=5:dropout=0.1")
	f.Fuzz(func(t *testing.T, link string) {
		s, notices, err := families.Parse(link)
		if err != nil {
			if e := err.(*setting.Error); e.Code != "too-long" && e.Code != "newer" {
				t.Fatal(err)
			}
			return
		}
		if len(notices) > mostNotices {
			t.Fatalf("%d notices", len(notices))
		}
		for _, n := range notices {
			if setting.Notices[n.Code] == "" || len(n.Text) > 1000 || !utf8.ValidString(n.Text) {
				t.Fatalf("notice %+v", n)
			}
		}
		if err := s.Validate(); err != nil {
			t.Fatalf("%q: %v", link, err)
		}
		for i := range s.Family.Settings {
			f := &s.Family.Settings[i]
			if layers := f.Kind == setting.Shape || f.PerLayer; layers && strings.Count(f.Get(&s), ",") >= setting.MaxLayers {
				t.Fatalf("%d layers of %+v", strings.Count(f.Get(&s), ",")+1, s)
			}
		}
		if s.Samples > 5000 {
			t.Fatalf("size of %+v", s)
		}
		checkLink(t, s)
	})
}
