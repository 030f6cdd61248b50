package images

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/notice"
	"nnplay/nn/rng"
)

// drawings returns n pictures of digits.
func drawings(n int, noise float32) (list []Picture) {
	p := digits.Points(rng.New(5, 6), n, AlbumSide, Style{Distortion: 1, Noise: noise})
	for i := range n {
		levels := make([]uint8, p.Dim)
		for j, v := range p.X[i*p.Dim : (i+1)*p.Dim] {
			levels[j] = uint8(255*v + 0.5)
		}
		list = append(list, PictureOf(levels))
	}
	return list
}

func album(t testing.TB, classes ...Class) *Album {
	t.Helper()
	a, err := NewAlbum(classes)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func same(a, b *Album) bool {
	return slices.EqualFunc(a.Classes(), b.Classes(), func(x, y Class) bool {
		return x.Name == y.Name && slices.Equal(x.Pictures, y.Pictures)
	})
}

// TestAlbumTexts writes albums for links and for files, and reads them again.
func TestAlbumTexts(t *testing.T) {
	few := drawings(30, 0)
	for _, c := range []struct {
		name    string
		album   *Album
		carried bool
	}{
		{"untouched", nil, true},
		{"classes alone", album(t, Class{Name: "cat"}, Class{Name: "狗"}), true},
		{"no classes", album(t), true},
		{"drawings", album(t, Class{"one", few[:10]}, Class{"two", few[10:]}, Class{Name: "none"}), true},
		{"grainy", album(t, Class{"one", drawings(60, 0.5)}), false},
		{"many", album(t, Class{"one", drawings(900, 0)}), false},
	} {
		text := c.album.Text()
		if c.album.Carried() != c.carried || len(text) > MaxAlbumText || strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") != "" {
			t.Errorf("%s: carried %v, %d characters: %.80s", c.name, c.album.Carried(), len(text), text)
		}
		if a, ok := ParseAlbum(text); ok != c.carried || ok && (!same(a, c.album) || a.Text() != text) {
			t.Errorf("%s: the text gives %v, %v", c.name, a.Names(), ok)
		}
		if _, elsewhere := AlbumElsewhere(text); elsewhere == c.carried {
			t.Errorf("%s: elsewhere %v", c.name, elsewhere)
		}
		if a, err := ReadAlbum(c.album.File()); err != nil || !same(a, c.album) || a.Text() != text {
			t.Errorf("%s: the file gives %v, %v", c.name, a.Names(), err)
		}
	}
	if n := len(album(t, Class{"one", few}).Text()); n > 5200 {
		t.Errorf("30 drawings take %d characters", n)
	}
	other := drawings(900, 0)
	other[700] = few[3]
	if a, b := album(t, Class{"one", drawings(900, 0)}), album(t, Class{"one", other}); a.Text() == b.Text() {
		t.Error("other images have the same text")
	}
}

// TestAlbumChanges changes an album; the one before stays as it was.
func TestAlbumChanges(t *testing.T) {
	p := drawings(6, 0)
	var a *Album
	step := func(next *Album, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		a = next
	}
	step(a.Add(1, p[0], p[1], p[2]))
	three := a
	step(a.Add(1, p[3]))
	step(a.Remove(1, 1))
	step(a.Rename(0, "cat"))
	step(a.AddClass(""))
	step(a.Add(2, p[4]))
	if want := album(t, Class{Name: "cat"}, Class{"B", []Picture{p[0], p[2], p[3]}}, Class{"A", p[4:5]}); !same(a, want) {
		t.Errorf("%v", a.Classes())
	}
	if want := album(t, Class{Name: "A"}, Class{"B", p[:3]}); !same(three, want) {
		t.Error("what came after changed an album")
	}
	step(a.Merge(album(t, Class{"cat", p[5:]}, Class{"dog", p[:1]})))
	if got := strings.Join(a.Names(), " "); got != "cat B A dog" || len(a.Classes()[0].Pictures) != 1 {
		t.Errorf("merged: %s", got)
	}
	step(a.RemoveClass(1))
	step(a.Clear())
	if got := strings.Join(a.Names(), " "); got != "cat A dog" || a.Len() != 0 {
		t.Errorf("cleared: %s", got)
	}
	var none *Album
	if b, err := none.Merge(album(t, Class{"B", p[:3]})); err != nil || !same(b, three) {
		t.Errorf("merged with nothing: %v, %v", b, err)
	}
	named := album(t, Class{Name: "A"}, Class{Name: "zebra"})
	if b, err := named.Merge(album(t, Class{"x", p[:1]})); err != nil || strings.Join(b.Names(), " ") != "zebra x" {
		t.Errorf("merged with names: %v, %v", b.Names(), err)
	}
	for name, try := range map[string]func() (*Album, error){
		"album-class":   func() (*Album, error) { return a.Add(3, p[0]) },
		"album-class ":  func() (*Album, error) { return a.Remove(0, 0) },
		"album-class  ": func() (*Album, error) { return a.RemoveClass(-1) },
		"album-name":    func() (*Album, error) { return a.Rename(0, "dog") },
		"album-name ":   func() (*Album, error) { return a.Rename(0, "") },
		"album-name  ":  func() (*Album, error) { return a.Rename(0, "a\nb") },
		"album-full":    func() (*Album, error) { return a.Add(0, make([]Picture, MaxPictures+1)...) },
		"album-classes": func() (b *Album, err error) {
			for b = a; err == nil; b, err = b.AddClass("") {
			}
			return b, err
		},
	} {
		_, err := try()
		if e := new(notice.Error); !errors.As(err, &e) || e.Code != strings.TrimSpace(name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := CleanName("  a\x00b\u202ec  " + strings.Repeat("长", 40)); got != "abc  "+strings.Repeat("长", maxClassName-5) {
		t.Errorf("a name becomes %q", got)
	}
}

// deflated packs what is no album.
func deflated(content []byte) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	w.Write(content)
	w.Close()
	return b.Bytes()
}

// bad are albums that mean harm.
var badAlbums = map[string][]byte{
	"nothing":            nil,
	"no stream":          []byte("hello"),
	"cut":                deflated([]byte{1, 1, 'a', 2})[:3],
	"many classes":       deflated([]byte{200, 1}),
	"a long name":        deflated(append([]byte{1, 0xff, 0xff, 3}, bytes.Repeat([]byte{'a'}, 60000)...)),
	"names nobody sees":  deflated([]byte{1, 1, 0, 0}),
	"two of a name":      deflated([]byte{2, 1, 'a', 0, 1, 'a', 0}),
	"a thousand million": deflated(binary.AppendUvarint([]byte{1, 1, 'a'}, 1e9)),
	"pictures missing":   deflated([]byte{1, 1, 'a', 100}),
	"more than is said":  deflated(append([]byte{1, 1, 'a', 1}, make([]byte, pictureBytes+1)...)),
	"a bomb":             deflated(append([]byte{1, 1, 'a', 100}, make([]byte, 64<<20)...)),
}

func TestAlbumRefuses(t *testing.T) {
	for name, packed := range badAlbums {
		text := "a" + albumDigits.EncodeToString(packed) + "z"
		if a, ok := ParseAlbum(text); ok && len(packed) > 0 {
			t.Errorf("%s: the text is %v", name, a.Names())
		}
		_, err := ReadAlbum(append([]byte(albumMagic), packed...))
		if e := new(notice.Error); !errors.As(err, &e) {
			t.Errorf("%s: the file gives %v", name, err)
		}
	}
	for _, text := range []string{"a", "az", "z", "a!!z", "n12", "n0-0123456789abcdef", "n5-xyz", strings.Repeat("a", 1<<20)} {
		if a, ok := ParseAlbum(text); ok {
			t.Errorf("%.20s is %v", text, a.Names())
		}
		if _, ok := AlbumElsewhere(text); ok {
			t.Errorf("%.20s names an album", text)
		}
	}
}

func FuzzAlbum(f *testing.F) {
	for _, packed := range badAlbums {
		if len(packed) < 10_000 {
			f.Add(packed)
		}
	}
	f.Add(album(f, Class{"one", drawings(3, 0)}, Class{Name: "two"}).pack(9))
	f.Fuzz(func(t *testing.T, packed []byte) {
		a, err := ReadAlbum(append([]byte(albumMagic), packed...))
		if err != nil {
			if e := new(notice.Error); !errors.As(err, &e) {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		again, err := ReadAlbum(a.File())
		if err != nil || !same(a, again) || a.Text() != again.Text() {
			t.Fatalf("%v becomes %v, %v", a.Names(), again.Names(), err)
		}
	})
}
