package passage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nnplay/nn/data/encoding"
	"nnplay/nn/data/sequences"
	"nnplay/nn/notice"
	"nnplay/web/i18n"
)

// codes lists the codes of notices.
func codes(notices []notice.Notice) string {
	var list []string
	for _, n := range notices {
		list = append(list, n.Code)
	}
	return strings.Join(list, " ")
}

// TestCases reads the texts that real use showed to fail: whole, but for the line feed
// at the end, and with nothing changed that is not said.
func TestCases(t *testing.T) {
	for _, c := range []struct{ file, encoding, notices, holds string }{
		{"30-gb18030.txt", encoding.GB18030, "encoding", "水里有鱼。"},
		{"32-persian-zwnj.txt", encoding.UTF8, "", "می\u200cروم و نمی\u200cدانم"},
		{"33-indent.txt", encoding.UTF8, "", "def f3(x):\n    if x > 3:\n        return x\n"},
	} {
		file, err := os.ReadFile(filepath.Join("testdata", "cases", c.file))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(file, Choices{})
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		whole := strings.TrimSpace(encoding.Decode(file, c.encoding))
		if p.Encoding != c.encoding || codes(p.Notices) != c.notices || p.Text != whole || !strings.Contains(p.Text, c.holds) {
			t.Errorf("%s: %s, %v, %.60q", c.file, p.Encoding, p.Notices, p.Text)
		}
		checkLearned(t, p)
	}
}

// checkLearned holds that a passage is learned as it stands.
func checkLearned(t *testing.T, p *Passage) {
	t.Helper()
	if clean, err := sequences.Clean(p.Text); err != nil || clean != p.Text {
		t.Errorf("what is learned of %.40q is %.40q, %v", p.Text, clean, err)
	}
}

// TestOwnCases reads texts of other kinds.
func TestOwnCases(t *testing.T) {
	chinese := strings.Repeat("春眠不觉晓，处处闻啼鸟。", 30)
	french := strings.Repeat("Où êtes-vous\u00a0? «\u00a0Là-bas\u00a0», dit-elle… ", 10)
	german := strings.Repeat("Fünf große Bären übten, übten. ", 10)
	for _, c := range []struct {
		name     string
		file     string
		choices  Choices
		encoding string
		text     string // "": not compared
		notices  string
	}{
		{"UTF-16 of Windows", "\xff\xfe" + units(strings.Repeat("Zeile eins.\r\n", 20), false), Choices{}, encoding.UTF16LE,
			strings.TrimSpace(strings.Repeat("Zeile eins.\n", 20)), "encoding line-ends"},
		{"UTF-16 without a mark, the other way round", units(strings.Repeat("So long as men can breathe. ", 10), true), Choices{}, encoding.UTF16BE,
			strings.TrimSpace(strings.Repeat("So long as men can breathe. ", 10)), "encoding"},
		{"UTF-8 with a mark", "\ufeff" + chinese, Choices{}, encoding.UTF8, chinese, ""},
		{"Windows-1252 with no-break spaces", western(t, french), Choices{}, encoding.Windows1252,
			strings.TrimSpace(strings.ReplaceAll(french, "\u00a0", " ")), "encoding blanks"},
		{"old Macs' line ends, and accents of their own", strings.ReplaceAll(strings.Repeat("cafe\u0301\r", 60), "\r", "\r"), Choices{}, encoding.UTF8,
			strings.TrimSpace(strings.Repeat("café\n", 60)), "composed line-ends"},
		{"a line separator of its own", strings.Repeat("one\u2028two\u2029", 40), Choices{}, encoding.UTF8,
			strings.TrimSpace(strings.Repeat("one\ntwo\n", 40)), "line-ends"},
		{"Hebrew with marks of direction", strings.Repeat("שלום\u200f עולם\u200e ", 30), Choices{}, encoding.UTF8,
			strings.TrimSpace(strings.Repeat("שלום עולם ", 30)), "hidden"},
		{"Hindi with joiners, emoji", strings.Repeat("क्\u200dषमा 👩\u200d🚀 ", 30), Choices{}, encoding.UTF8,
			strings.TrimSpace(strings.Repeat("क्\u200dषमा 👩\u200d🚀 ", 30)), ""},
		{"soft hyphens and empty lines", strings.Repeat("Donau\u00addampf\n\n\n\n", 30), Choices{}, encoding.UTF8,
			strings.TrimSpace(strings.Repeat("Donaudampf\n\n", 30)), "hidden empty-lines"},
		{"a first line that is indented", "    return x\n" + strings.Repeat("\tif x:\n", 40), Choices{}, encoding.UTF8,
			strings.TrimSpace("return x\n" + strings.Repeat("\tif x:\n", 40)), "indent"},
		{"GB18030, a guess that is changed", mainland(t, chinese), Choices{Encoding: encoding.Windows1252}, encoding.Windows1252, "", "encoding"},
		{"UTF-8, a guess that is changed", german, Choices{Encoding: encoding.GB18030}, encoding.GB18030, "", "encoding"},
		{"Russian of Windows", russian(t, strings.Repeat("Мороз и солнце; день чудесный! ", 10)), Choices{}, encoding.Windows1251,
			strings.TrimSpace(strings.Repeat("Мороз и солнце; день чудесный! ", 10)), "encoding"},
		{"Big5, which is not read", strings.Repeat("\xa7\xc9\xab\x65\xa9\xfa\xa4\xeb\xa5\xfa\xa1\x41", 40), Choices{}, encoding.Windows1252, "", "encoding encoding-doubt"},
		{"an old Mac's umlauts", strings.Repeat("f\x9fr dich sp\x9fren ", 20), Choices{}, encoding.Windows1252, "", "encoding encoding-doubt"},
		{"a new page", strings.Repeat("page one\fpage two\n", 20), Choices{}, encoding.UTF8, strings.TrimSpace(strings.Repeat("page one\npage two\n", 20)), "line-ends"},
		{"bytes that the encoding does not have", strings.Repeat("abc ", 60) + "\xff", Choices{Encoding: encoding.UTF8}, encoding.UTF8, "", "damaged"},
		{"many rare characters", strings.Join(strings.Split(rare(400), ""), " "), Choices{}, encoding.UTF8, "", "rare"},
	} {
		p, err := Read([]byte(c.file), c.choices)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.Encoding != c.encoding || c.text != "" && p.Text != c.text || codes(p.Notices) != c.notices {
			t.Errorf("%s: %s, %v,\n %.80q, want\n %.80q", c.name, p.Encoding, p.Notices, p.Text, c.text)
		}
		checkLearned(t, p)
	}
}

// units encodes a text in UTF-16.
func units(text string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		low, high := byte(u), byte(u>>8)
		if big {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

func russian(t *testing.T, text string) string {
	t.Helper()
	out, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func western(t *testing.T, text string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func mainland(t *testing.T, text string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// rare returns so many different characters.
func rare(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteRune(rune(0x4e00 + i))
	}
	return b.String()
}

// TestLong reads of a text that is too long its beginning, or passages, which are a
// function of the seed and stand in the order of the text.
func TestLong(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		b.WriteString(strings.Repeat(string(rune('a'+i*26/100_000)), 5) + " ")
	}
	long := b.String()
	begun, err := Read([]byte(long), Choices{})
	if err != nil || begun.Total != len(long)-1 || !strings.HasPrefix(long, begun.Text) || sequences.MaxCharacters-len(begun.Text) > 6 || codes(begun.Notices) != "beginning" {
		t.Errorf("%d of %d characters, %v, %v", len(begun.Text), begun.Total, err, begun.Notices)
	}
	drawn, err := Read([]byte(long), Choices{Part: Passages, Seed: 7})
	if err != nil || len(drawn.Text) > sequences.MaxCharacters || len(drawn.Text) < sequences.MaxCharacters*9/10 || codes(drawn.Notices) != "passages" {
		t.Errorf("%d characters, %v, %v", len(drawn.Text), err, drawn.Notices)
	}
	last, kinds := rune(0), 0
	for _, r := range drawn.Text {
		if r < 'a' {
			continue
		}
		if r < last {
			t.Fatalf("%c after %c: the passages are out of order", r, last)
		}
		if r > last {
			last, kinds = r, kinds+1
		}
	}
	if kinds < 10 {
		t.Errorf("of 26 parts of the text %d are among the passages", kinds)
	}
	again, _ := Read([]byte(long), Choices{Part: Passages, Seed: 7})
	other, _ := Read([]byte(long), Choices{Part: Passages, Seed: 8})
	if again.Text != drawn.Text || other.Text == drawn.Text {
		t.Error("the passages do not follow from the seed")
	}
	checkLearned(t, begun)
	checkLearned(t, drawn)
	if p, err := Read([]byte(strings.Repeat("语言模型。", 5000)), Choices{Part: Passages}); err != nil || utf8.RuneCountInString(p.Text) < sequences.MaxCharacters*9/10 {
		t.Errorf("a text without spaces: %v", err)
	}
	huge, err := Read([]byte(strings.Repeat("天地玄黄", MaxBytes/12+9)), Choices{})
	if err != nil || codes(huge.Notices) != "too-large beginning" {
		t.Errorf("a text that is too large: %v %v", err, huge)
	}
}

// TestRefused holds that what is refused says why, and what there is.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		text    string
		choices Choices
		code    string
		args    map[string]string
	}{
		{"too short", Choices{}, "passage-short", map[string]string{"count": "9", "least": "200"}},
		{"", Choices{}, "passage-short", map[string]string{"count": "0"}},
		{strings.Repeat("\u200b", 500) + strings.Repeat("字", 199), Choices{}, "passage-short", map[string]string{"count": "199"}},
		{"PK\x03\x04" + strings.Repeat("word/document.xml ", 50), Choices{}, "passage-workbook", nil},
		{"{\\rtf1\\ansi " + strings.Repeat("a line ", 50) + "}", Choices{}, "passage-workbook", nil},
		{strings.Repeat("a line\n", 50) + "\x00\x01\x02", Choices{}, "passage-binary", map[string]string{"line": "51"}},
		{strings.Repeat("größer\n", 50) + "gr\xf6\xdfer\n", Choices{}, "passage-encoding", map[string]string{"line": "51"}},
		{strings.Repeat("word ", 60), Choices{Encoding: "EBCDIC"}, "passage-option", map[string]string{"value": "EBCDIC"}},
		{strings.Repeat("word ", 60), Choices{Part: "end"}, "passage-option", map[string]string{"value": "end"}},
	} {
		p, err := Read([]byte(c.text), c.choices)
		var refused *notice.Error
		if !errors.As(err, &refused) || refused.Code != c.code || p != nil {
			t.Errorf("%.20q: %v, want %s", c.text, err, c.code)
			continue
		}
		for name, want := range c.args {
			if refused.Args[name] != want {
				t.Errorf("%.20q: %s, want %s to be %s", c.text, refused.Text, name, want)
			}
		}
	}
}

// TestTexts holds that every code has its texts, and every text its code.
func TestTexts(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for prefix, texts := range map[string]notice.Texts{"passage.": Notices, "error.": Errors} {
		for code, want := range texts {
			if text := catalog[i18n.English][prefix+code]; text != want {
				t.Errorf("%s%s: %q, want %q", prefix, code, text, want)
			}
		}
	}
	for key := range catalog[i18n.English] {
		if code, ok := strings.CutPrefix(key, "passage."); ok && Notices[code] == "" {
			t.Errorf("%s is not used", key)
		}
	}
}

// FuzzRead reads any bytes: what comes out is bounded, and learned as it stands.
func FuzzRead(f *testing.F) {
	f.Add([]byte("a\r\n\r\n\r\nb \t c\x00\xff"), "", "")
	f.Add([]byte("\xff\xfe"+units(strings.Repeat("aé\u0301 ", 90), false)), "", Passages)
	f.Add([]byte(strings.Repeat("e\u0301\u200b", 300)), encoding.GB18030, Beginning)
	f.Add([]byte(strings.Repeat("\u00a0 x\n\n\n", 6000)), "", Passages)
	f.Fuzz(func(t *testing.T, file []byte, name, part string) {
		p, err := Read(file, Choices{Encoding: name, Part: part})
		if err != nil {
			if _, ok := err.(*notice.Error); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		if n := utf8.RuneCountInString(p.Text); n > sequences.MaxCharacters || !utf8.ValidString(p.Text) {
			t.Fatalf("%d characters", n)
		}
		if clean, err := sequences.Clean(p.Text); err == nil && clean != p.Text {
			t.Errorf("%q is learned as %q", p.Text, clean)
		}
	})
}
