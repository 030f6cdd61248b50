package transformer

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
)

// links use every kind, position, normalization and feed-forward
// layer, and every kind of task.
var links = []string{
	"v=1&architecture=transformer&width=8",
	"v=1&architecture=transformer&sequence=reverse&length=4&transformer=encoder-decoder&blocks=2&width=8&heads=2&position=sinusoidal&normPlace=post",
	"v=1&architecture=transformer&sequence=sort&length=5&transformer=encoder&width=8&heads=1&tokenNorm=rms&feedForward=swiglu",
	"v=1&architecture=transformer&sequence=dates-zh&width=16&position=rotary&feedForward=relu&tied=true",
	"v=1&architecture=transformer&sequence=names&width=8&heads=2&position=none&batchSize=3&samples=40",
	"v=1&architecture=transformer&sequence=rhymes-zh&length=12&width=8&batchSize=4&optimizer=sgd&clip=0",
	"v=1&architecture=transformer&sequence=adding&length=9&transformer=encoder&width=8",
	"v=1&architecture=transformer&sequence=sines&length=12&width=8&position=sinusoidal",
}

// TestTransformer trains a few steps: the network changes, looking changes
// nothing, and the same link gives the same fingerprint.
func TestTransformer(t *testing.T) {
	for _, link := range links {
		a := labtest.Open(t, Family, link)
		b := labtest.Open(t, Family, experiment.Link(a.Spec()))
		before := a.Fingerprint()
		a.Step(12)
		for range 4 {
			b.Dynamic()
			b.Static()
			b.Metrics()
			for action, value := range map[string]string{"nextSample": "", "temperature": "1", "topK": "3", "topP": "0.9", "generate": "a"} {
				b.Act(action, value)
			}
			b.Step(3)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 12 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		if m := a.Metrics(); m.Step != 12 || !(m.TestLoss > 0) || !(m.TrainLoss > 0) {
			t.Errorf("%s: %+v", link, m)
		}
	}
}

// TestAttentionViews holds that the weights of every head are there, that each
// row is a share of 1, and that they are the softmax of the products of the
// queries and the keys that are shown.
func TestAttentionViews(t *testing.T) {
	for _, c := range []struct {
		link   string
		views  []string
		causal bool
	}{
		{links[0], []string{"block0/attention"}, true},
		{links[1], []string{"encoder/block0/attention", "encoder/block1/attention", "block1/cross"}, false},
		{links[2], []string{"block0/attention"}, false},
		{links[3], []string{"block0/attention"}, true},
	} {
		r := labtest.Open(t, Family, c.link)
		r.Step(2)
		views := r.Dynamic()
		for _, name := range c.views {
			weights, query, key := labtest.View(t, views, name), labtest.View(t, views, name+"/query"), labtest.View(t, views, name+"/key")
			heads, rows, columns, d := weights.Shape[1], weights.Shape[2], weights.Shape[3], query.Shape[3]
			for h := range heads {
				for row := range rows {
					var sum, scores float64
					e := make([]float64, columns)
					for column := range columns {
						weight := weights.F32[(h*rows+row)*columns+column]
						sum += float64(weight)
						if weight == 0 || c.causal && column > row {
							continue
						}
						var score float64
						for i := range d {
							score += float64(query.F32[(row*heads+h)*d+i]) * float64(key.F32[(column*heads+h)*d+i])
						}
						e[column] = math.Exp(score / math.Sqrt(float64(d)))
						scores += e[column]
					}
					if math.Abs(sum-1) > 1e-5 {
						t.Fatalf("%s: %s: row %d of head %d sums to %v", c.link, name, row, h, sum)
					}
					for column, v := range e {
						if got := weights.F32[(h*rows+row)*columns+column]; math.Abs(float64(got)-v/scores) > 1e-5 {
							t.Fatalf("%s: %s[%d %d %d] is %v, of its scores %v", c.link, name, h, row, column, got, v/scores)
						}
					}
				}
			}
		}
	}
}

// TestEmbeddingMap holds that the map is as the principal components are: its
// axes are centered and not correlated, and have the shares that are said.
func TestEmbeddingMap(t *testing.T) {
	for _, c := range []struct {
		link   string
		tokens int
	}{
		{"v=1&architecture=transformer&sequence=modular-addition&length=7&width=8", 8},
		{"v=1&architecture=transformer&sequence=dates-zh&transformer=encoder-decoder&width=8", 12 + 19 + 2},
		{"v=1&architecture=transformer&sequence=sine&length=10&width=8", 0},
		{"v=1&architecture=transformer&sequence=parity&length=5&width=8", 0},
	} {
		r := labtest.Open(t, Family, c.link)
		views := r.Dynamic()
		if c.tokens == 0 {
			for _, v := range views {
				if v.Name == "embedding/map" {
					t.Errorf("%s: a map", c.link)
				}
			}
			continue
		}
		places, shares := labtest.View(t, views, "embedding/map"), labtest.View(t, views, "embedding/shares").F32
		if n := len(labtest.View(t, views, "embedding/tokens").F32); n != c.tokens || places.Shape[0] != n {
			t.Errorf("%s: %d tokens, %v places, want %d", c.link, n, places.Shape, c.tokens)
		}
		var sx, sy, xx, yy, xy float64
		for i := 0; i < len(places.F32); i += 2 {
			x, y := float64(places.F32[i]), float64(places.F32[i+1])
			sx, sy, xx, yy, xy = sx+x, sy+y, xx+x*x, yy+y*y, xy+x*y
		}
		ratio := float64(shares[1]) / float64(shares[0])
		if math.Abs(sx)+math.Abs(sy)+math.Abs(xy) > 1e-5 || math.Abs(yy/xx-ratio) > 1e-4 || !(shares[0] >= shares[1] && shares[1] > 0 && shares[0]+shares[1] <= 1.0001) {
			t.Errorf("%s: sums %v %v, products %v %v %v, shares %v", c.link, sx, sy, xx, yy, xy, shares)
		}
	}
}

// TestChooseHead chooses heads by their names, in the order in which they are
// drawn, and refuses those there are not.
func TestChooseHead(t *testing.T) {
	r := labtest.Open(t, Family, links[1]) // two blocks of two heads in each part
	chosen := func() float32 { return labtest.View(t, r.Static(), "look/head").F32[0] }
	if chosen() != -1 {
		t.Errorf("head %v is chosen", chosen())
	}
	for i, name := range []string{
		"encoder/block0/attention/0", "encoder/block0/attention/1", "encoder/block1/attention/0", "encoder/block1/attention/1",
		"block0/attention/0", "block0/attention/1", "block0/cross/0", "block0/cross/1",
		"block1/attention/0", "block1/attention/1", "block1/cross/0", "block1/cross/1",
	} {
		if answer, err := r.Act("head", name); err != nil || !answer.Static || chosen() != float32(i) {
			t.Errorf("%s: %v %v, head %v", name, answer, err, chosen())
		}
	}
	for _, name := range []string{"", "block0/attention", "block0/attention/2", "block2/attention/0", "encoder/block0/cross/0"} {
		if _, err := r.Act("head", name); err == nil || chosen() != 11 {
			t.Errorf("%q is a head", name)
		}
	}
}

// TestRepair makes settings go together.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ link, key, want string }{
		{"sequence=sine&length=20&transformer=encoder", "transformer", "decoder"},
		{"sequence=sine&length=20&tied=true", "tied", "false"},
		{"sequence=adding&length=20&transformer=encoder", "transformer", "encoder"},
		{"sequence=adding&length=20&transformer=encoder-decoder", "transformer", "decoder"},
		{"sequence=names&transformer=encoder", "transformer", "decoder"},
		{"sequence=dates-zh&transformer=encoder", "transformer", "decoder"},
		{"sequence=dates-zh&transformer=encoder-decoder", "transformer", "encoder-decoder"},
		{"sequence=names&tied=true", "tied", "true"},
		{"width=30&heads=4", "width", "28"},
		{"width=3&heads=8", "width", "8"},
		{"width=12&heads=4&position=rotary", "width", "8"},
		{"width=2&heads=8&position=rotary", "width", "16"},
		{"sequence=rhymes-en&length=128&width=64&heads=8&blocks=4&batchSize=64", "batchSize", "1"},
		{"optimizer=lbfgs", "optimizer", "adam"},
	} {
		spec, _, err := experiment.Families{Family}.Parse("v=1&architecture=transformer&" + c.link)
		if err != nil || spec.Get(c.key) != c.want || spec.Validate() != nil {
			t.Errorf("%s: %s is %s, want %s; %v %v", c.link, c.key, spec.Get(c.key), c.want, err, spec.Validate())
		}
	}
	for _, c := range []struct{ key, value, other, want string }{
		{"width", "20", "heads", "4"},
		{"width", "10", "heads", "2"},
		{"width", "7", "heads", "1"},
		{"heads", "5", "width", "30"},
		{"heads", "7", "width", "28"},
		{"sequence", "names", "transformer", "decoder"},
		{"transformer", "encoder", "transformer", "encoder"},
	} {
		spec := Family.New()
		if err := spec.Set(c.key, c.value); err != nil || spec.Get(c.other) != c.want {
			t.Errorf("%s=%s: %s is %s, want %s; %v", c.key, c.value, c.other, spec.Get(c.other), c.want, err)
		}
	}
}
