package image_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/autoencoder"
	"nnplay/nn/lab/cnn"
	"nnplay/nn/lab/points"
	"nnplay/nn/program"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// families are those that learn from images.
var families = experiment.Families{autoencoder.Family, cnn.Family}

// all has one more, to come from.
var all = append(experiment.Families{points.Family}, families...)

// parse reads a link that must be without fault.
func parse(t testing.TB, link string) lab.Spec {
	t.Helper()
	spec, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%.80s: %v, %v", link, notices, err)
	}
	return spec
}

// open begins a run.
func open(t testing.TB, spec lab.Spec) *experiment.Run {
	t.Helper()
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// ownAlbum returns an album of so many drawn images of each of two shapes.
func ownAlbum(t testing.TB, n int) *images.Album {
	t.Helper()
	set, _ := images.Find("shapes")
	var a *images.Album
	for class := range 2 {
		var pictures []images.Picture
		for i := range n {
			image := make([]float32, images.AlbumSide*images.AlbumSide)
			set.Draw(rng.New(uint64(i), uint32(class)), image, class, images.AlbumSide, images.Style{Distortion: 0.5})
			levels := make([]uint8, len(image))
			for j, v := range image {
				levels[j] = uint8(255 * v)
			}
			pictures = append(pictures, images.PictureOf(levels))
		}
		var err error
		if a, err = a.Add(class, pictures...); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// largeAlbum returns an album of 1600 images, too many for a link.
var largeAlbum = sync.OnceValue(func() (a *images.Album) {
	var pictures []images.Picture
	for n := range uint32(1600) {
		levels := make([]uint8, images.AlbumSide*images.AlbumSide)
		stream := rng.New(uint64(n), 0)
		for i := range levels {
			levels[i] = uint8(stream.Uint32())
		}
		pictures = append(pictures, images.PictureOf(levels))
	}
	a, err := a.Add(0, pictures[:800]...)
	if err == nil {
		a, err = a.Add(1, pictures[800:]...)
	}
	if err != nil {
		panic(err)
	}
	return a
})

// checkShapes holds that views have as many numbers as their shapes say.
func checkShapes(t *testing.T, run *experiment.Run) {
	t.Helper()
	for _, v := range append(run.Dynamic(), run.Static()...) {
		n := 1
		for _, d := range v.Shape {
			n *= d
		}
		if n != len(v.F32)+len(v.U8) {
			t.Errorf("%s has shape %v and %d numbers", v.Name, v.Shape, len(v.F32)+len(v.U8))
		}
	}
}

// TestOwnImages learns images of one's own: the link carries them, and gives the
// same weights.
func TestOwnImages(t *testing.T) {
	for _, link := range []string{"v=1&architecture=cnn&filters=3,4&batchSize=8", "v=1&architecture=autoencoder&imageSide=10&encoderShape=12"} {
		spec := parse(t, link)
		if _, err := spec.Take(setting.Pictures, ownAlbum(t, 12)); err != nil {
			t.Fatal(err)
		}
		again := parse(t, experiment.Link(spec))
		if !again.Equal(spec) {
			t.Errorf("%s: the link says another experiment", link)
		}
		a, b := open(t, spec), open(t, again)
		before := a.Metrics()
		a.Step(150)
		b.Step(150)
		if a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: the link gives other weights", link)
		}
		m := a.Metrics()
		if top := a.Topology(); top.Classes != 2 || top.Symbols[1] != "B" {
			t.Errorf("%s: classes %v", link, top.Symbols)
		}
		if spec.Family == cnn.Family && !(m.Accuracy >= 0.8) || !(m.TestLoss < before.TestLoss) {
			t.Errorf("%s: accuracy %v, loss %v after %v", link, m.Accuracy, m.TestLoss, before.TestLoss)
		}
		checkShapes(t, a)
	}
}

// TestFewImages runs on albums that have next to nothing.
func TestFewImages(t *testing.T) {
	picture := ownAlbum(t, 1).Classes()[0].Pictures[0]
	for _, family := range families {
		for n := range 5 {
			for _, percent := range []string{"10", "90"} {
				var album *images.Album
				for range n {
					var err error
					if album, err = album.Add(1, picture); err != nil {
						t.Fatal(err)
					}
				}
				spec := parse(t, "v=1&architecture="+family.Name+"&images=own&percTrainData="+percent)
				spec.Hold(setting.Pictures, album)
				run := open(t, spec)
				run.Step(2)
				m := run.Metrics()
				checkShapes(t, run)
				for _, action := range []string{"nextSample", "previousSample"} {
					if _, err := run.Act(action, ""); err != nil {
						t.Error(err)
					}
				}
				if (m.TestLoss > 0) != (n >= 2) || (spec.NoData() == "") != (n >= 2) { // what stands in is not judged
					t.Errorf("%s, %d images: %q, %+v", family.Name, n, spec.NoData(), m)
				}
			}
		}
	}
}

// TestFewClasses runs on albums with one class and with none.
func TestFewClasses(t *testing.T) {
	album := ownAlbum(t, 3)
	for left := 1; left >= 0; left-- {
		var err error
		if album, err = album.RemoveClass(0); err != nil {
			t.Fatal(err)
		}
		for _, family := range families {
			spec := family.New()
			if _, err := spec.Take(setting.Pictures, album); err != nil {
				t.Fatal(err)
			}
			run := open(t, spec)
			run.Step(2)
			checkShapes(t, run)
			if m := run.Metrics(); (m.TestLoss >= 0) != (left > 0) { // of nothing nothing is said
				t.Errorf("%s, %d classes: %+v", family.Name, left, m)
			}
			sketch := strings.Repeat("7f", images.AlbumSide*images.AlbumSide)
			answer, err := run.Act("sketch", sketch)
			var refused *setting.Error
			if family == cnn.Family && (err != nil || strings.Count(answer.Texts["seen"], "%") != left) || family != cnn.Family && !errors.As(err, &refused) {
				t.Errorf("%s, %d classes: a sketch is answered by %v, %v", family.Name, left, answer, err)
			}
		}
	}
}

// TestAlbumInLinks checks what links with images of one's own give.
func TestAlbumInLinks(t *testing.T) {
	small, large := ownAlbum(t, 4), largeAlbum()
	for _, c := range []struct{ link, text, code string }{
		{"images=own&pictures=" + small.Text(), small.Text(), ""},
		{"pictures=" + small.Text(), small.Text(), ""}, // kept for later
		{"images=own&pictures=none", "", ""},
		{"images=own", "", ""},
		{"images=own&pictures=" + large.Text(), "", setting.PicturesElsewhere},
		{"images=own&pictures=n0-0123456789abcdef", "", setting.BadValue},
		{"images=own&pictures=" + small.Text()[:40], "", setting.BadValue},
		{"images=own&pictures=<script>", "", setting.BadValue},
	} {
		for _, family := range families {
			s, notices, err := families.Parse("v=1&architecture=" + family.Name + "&" + c.link)
			code := ""
			for _, n := range notices {
				code += n.Code
			}
			if err != nil || s.Get("pictures") != c.text || code != c.code || s.Validate() != nil {
				t.Errorf("%.60s: %.40s, notices %v, %v, %v", c.link, s.Get("pictures"), notices, err, s.Validate())
			}
		}
	}
}

// TestTake goes over to the family for images, and keeps them from one to the
// other, though a link can not carry them.
func TestTake(t *testing.T) {
	large := largeAlbum()
	s := points.Family.New()
	if _, err := all.Take(&s, setting.Pictures, large); err != nil || s.Family != cnn.Family || s.Validate() != nil {
		t.Errorf("%v, %v, %v", s.Family.Name, err, s.Validate())
	}
	link := experiment.Link(s)
	if len(link) > 200 || !strings.Contains(link, "pictures=n1600-") || s.Carried(setting.Pictures) {
		t.Errorf("the link of 1600 images is %.300s", link)
	}
	_, notices, _ := families.Parse(link)
	if text, missing := setting.PicturesMissing(notices); !missing || text != large.Text() {
		t.Errorf("%q is missing, not %q", text, large.Text())
	}
	if err := s.Set("pictures", large.Text()); err != nil {
		t.Errorf("what is there already: %v", err)
	}
	if s.Set("pictures", "n5-0123456789abcdef") == nil {
		t.Error("images come from nowhere")
	}
	if _, err := all.Change(&s, lab.FamilyKey, "autoencoder"); err != nil || s.Holds(setting.Pictures) != any(large) || !s.Chose(setting.Pictures) {
		t.Error("another family loses the images")
	}
}

// TestApplies tells what has an effect on images of one's own, and what on drawn
// ones.
func TestApplies(t *testing.T) {
	for _, family := range families {
		for _, c := range []struct{ set, drawn, own string }{{"digits", "", "own-images-only"}, {images.Own, "own-images", ""}} {
			s := parse(t, "v=1&architecture="+family.Name+"&images="+c.set)
			want := map[string]string{"distortion": c.drawn, "samples": c.drawn, "percTrainData": c.own, "pictures": c.own}
			if family == cnn.Family {
				want["imageNoise"] = c.drawn
			}
			for key, reason := range want {
				if got, ok := s.Applies()[key]; !ok || got != reason {
					t.Errorf("%s, %s: %s %q, want %q", family.Name, c.set, key, got, reason)
				}
			}
		}
	}
}

// TestResumeOnAlbum holds that a saved run goes on with the images that its link
// means, and with no others.
func TestResumeOnAlbum(t *testing.T) {
	large := largeAlbum()
	s := cnn.Family.New()
	if _, err := s.Take(setting.Pictures, large); err != nil {
		t.Fatal(err)
	}
	r := open(t, s)
	r.Step(2)
	saved := r.Save()
	again, err := families.Resume(saved, large, program.Interpret)
	if err != nil || again.Fingerprint() != r.Fingerprint() || again.Spec().Holds(setting.Pictures) != any(large) {
		t.Errorf("resumed: %v", err)
	}
	if _, err := families.Resume(saved, nil, program.Interpret); err == nil {
		t.Error("resumed without the images")
	}
}
