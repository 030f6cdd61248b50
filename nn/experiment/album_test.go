package experiment

import (
	"strings"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

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

// TestOwnImages learns images of one's own: the link carries them, and gives the
// same weights.
func TestOwnImages(t *testing.T) {
	for _, link := range []string{"v=1&architecture=cnn&filters=3,4&batchSize=8", "v=1&architecture=autoencoder&imageSide=10&encoderShape=12"} {
		spec := mustParse(t, link)
		if _, err := spec.TakeAlbum(ownAlbum(t, 12)); err != nil {
			t.Fatal(err)
		}
		checkLink(t, spec)
		a, err := New(spec)
		if err != nil {
			t.Fatal(err)
		}
		b, err := New(mustParse(t, spec.Link()))
		if err != nil {
			t.Fatal(err)
		}
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
		if spec.Architecture == "cnn" && !(m.Accuracy >= 0.8) || !(m.TestLoss < before.TestLoss) {
			t.Errorf("%s: accuracy %v, loss %v after %v", link, m.Accuracy, m.TestLoss, before.TestLoss)
		}
		for _, v := range append(a.Dynamic(), a.Static()...) {
			n := 1
			for _, d := range v.Shape {
				n *= d
			}
			if n != len(v.F32)+len(v.U8) {
				t.Errorf("%s: %s has shape %v and %d numbers", link, v.Name, v.Shape, len(v.F32)+len(v.U8))
			}
		}
	}
}

// TestFewImages runs on albums that have next to nothing.
func TestFewImages(t *testing.T) {
	picture := ownAlbum(t, 1).Classes()[0].Pictures[0]
	for _, architecture := range onImages {
		for n := range 5 {
			for _, percent := range []string{"10", "90"} {
				spec := mustParse(t, "v=1&architecture="+architecture+"&images=own&percTrainData="+percent)
				for range n {
					var err error
					if spec.Images.Album, err = spec.Images.Album.Add(1, picture); err != nil {
						t.Fatal(err)
					}
				}
				run, err := New(spec)
				if err != nil {
					t.Fatal(err)
				}
				run.Step(2)
				m := run.Metrics()
				run.Dynamic()
				run.Static()
				for _, action := range []string{"nextSample", "previousSample"} {
					if _, err := run.Act(action, ""); err != nil {
						t.Error(err)
					}
				}
				if !(m.TestLoss > 0) || (spec.NoData() == "") != (n >= leastImages) {
					t.Errorf("%s, %d images: %q, %+v", architecture, n, spec.NoData(), m)
				}
			}
		}
	}
}

// largeAlbum returns an album of 1600 images, too many for a link.
func largeAlbum(t testing.TB) (a *images.Album) {
	t.Helper()
	for range 10 {
		var err error
		if a, err = a.Merge(ownAlbum(t, 80)); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// TestAlbumInLinks checks what links with images of one's own give.
func TestAlbumInLinks(t *testing.T) {
	small := ownAlbum(t, 4)
	large := largeAlbum(t)
	for _, c := range []struct{ link, text, notices string }{
		{"images=own&pictures=" + small.Text(), small.Text(), ""},
		{"pictures=" + small.Text(), small.Text(), ""}, // kept for later
		{"images=own&pictures=none", "", ""},
		{"images=own", "", ""},
		{"images=own&pictures=" + large.Text(), "", "pictures-elsewhere"},
		{"images=own&pictures=n0-0123456789abcdef", "", "bad-value:pictures"},
		{"images=own&pictures=" + small.Text()[:40], "", "bad-value:pictures"},
		{"images=own&pictures=<script>", "", "bad-value:pictures"},
	} {
		for _, architecture := range onImages {
			s, notices, err := Parse("v=1&architecture=" + architecture + "&" + c.link)
			if got := codes(notices); err != nil || s.Get("pictures") != c.text || got != c.notices || s.Validate() != nil {
				t.Errorf("%.60s: %.40s, notices %s, %v, %v", c.link, s.Get("pictures"), got, err, s.Validate())
			}
		}
	}
	s := DefaultOf("mlp")
	if _, err := s.TakeAlbum(large); err != nil || s.Architecture != "cnn" || s.Validate() != nil {
		t.Errorf("%v, %v, %v", s.Architecture, err, s.Validate())
	}
	link := s.Link()
	if len(link) > 200 || !strings.Contains(link, "pictures=n1600-") {
		t.Errorf("the link of 1600 images is %.300s", link)
	}
	_, notices, _ := Parse(link)
	if text, missing := AlbumMissing(notices); !missing || text != large.Text() {
		t.Errorf("%q is missing, not %q", text, large.Text())
	}
	if err := s.Set("pictures", large.Text()); err != nil {
		t.Errorf("what is there already: %v", err)
	}
	if s.Set("pictures", "n5-0123456789abcdef") == nil {
		t.Error("images come from nowhere")
	}
	if err := s.Set("architecture", "autoencoder"); err != nil || s.Images.Album != large || !s.OwnImages() {
		t.Error("another architecture loses the images")
	}
	for key, reason := range map[string]string{"distortion": ownImages, "samples": ownImages, "percTrainData": "", "pictures": ""} {
		if got := s.Applies()[key]; got != reason {
			t.Errorf("%s: %q, want %q", key, got, reason)
		}
	}
}

// TestResumeOnAlbum holds that a saved run goes on with the images that its link
// means, and with no others.
func TestResumeOnAlbum(t *testing.T) {
	large := largeAlbum(t)
	s := Default()
	if _, err := s.TakeAlbum(large); err != nil {
		t.Fatal(err)
	}
	r, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(2)
	saved := r.Save()
	again, err := Resume(saved, large, program.Interpret)
	if err != nil || again.Fingerprint() != r.Fingerprint() || again.Spec().Images.Album != large {
		t.Errorf("resumed: %v", err)
	}
	if _, err := Resume(saved, nil, program.Interpret); err == nil {
		t.Error("resumed without the images")
	}
}
