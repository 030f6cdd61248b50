package browser

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestLook takes screenshots of the page at the sizes in use, into the folder
// that NNPLAY_SHOTS names.
func TestLook(t *testing.T) {
	dir := os.Getenv("NNPLAY_SHOTS")
	if dir == "" {
		t.Skip("NNPLAY_SHOTS names no folder")
	}
	for _, s := range []struct {
		name          string
		link          string
		width, height int
		dark          bool
	}{
		{"desktop", "/", 1440, 900, false},
		{"spiral-dark", "/#v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", 1440, 900, true},
		{"laptop-classes", "/#v=1&dataset=blobs&classes=5&networkShape=8,6&optimizer=adam", 1280, 720, false},
		{"tablet-curve", "/#v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize", 820, 1180, false},
		{"phone", "/", 390, 844, false},
		{"phone-dark", "/#v=1&dataset=xor", 390, 844, true},
		{"charts", "/#v=1&dataset=moons&noise=20", 1280, 720, false},
		{"embed", "/embed.html#v=1&dataset=moons", 800, 500, false},
	} {
		p, err := chromium.Open(server.URL+s.link, s.width, s.height, s.dark)
		if err != nil {
			t.Fatal(err)
		}
		if s.name != "embed" {
			eval[bool](t, p, player+`.then(el => el.train(4000)).then(() => true)`)
		}
		if s.name == "charts" {
			eval[bool](t, p, `(document.querySelector('#charts').click(), true)`)
		}
		time.Sleep(4 * time.Second)
		png, err := p.Screenshot()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("%s/%s.png", dir, s.name), png, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Errors() {
			t.Errorf("%s: %s", s.name, e)
		}
		p.Close()
	}
}
