//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"nnplay/nn/experiment"
)

// sameBits are twenty varied experiments: every family of data sets, every
// optimizer, and every kind of layer, loss and setting appears at least once.
var sameBits = []string{
	"",
	"#v=1&dataset=spiral&networkShape=8,8&optimizer=lbfgs",
	"#v=1&dataset=xor&activation=relu&init=he&optimizer=momentum&schedule=cosine&scheduleSteps=200&warmup=20&clip=0.5",
	"#v=1&dataset=gauss&noise=20&activation=sigmoid&optimizer=nesterov&learningRate=0.1&init=orthogonal&seed=42",
	"#v=1&dataset=moons&networkShape=8,8&normalization=layer&activation=gelu,relu&optimizer=adamw&regularization=l2&regularizationRate=0.01",
	"#v=1&dataset=rings&activation=silu&dropout=0.3&optimizer=rmsprop&learningRate=0.003",
	"#v=1&dataset=spiral3&networkShape=8,8,8&normalization=batch&activation=elu&optimizer=adam&learningRate=0.01",
	"#v=1&dataset=blobs&classes=10&networkShape=12&activation=leaky-relu&optimizer=adagrad&learningRate=0.1",
	"#v=1&dataset=checkerboard&networkShape=16,16&activation=sine&optimizer=adam&regularization=l1&regularizationRate=0.001&features=x,y,xSquared,ySquared,xTimesY,sinX,sinY",
	"#v=1&dataset=circle&outputActivation=tanh&loss=hinge&schedule=step&scheduleSteps=50",
	"#v=1&dataset=reg-gauss&networkShape=8,4&activation=softplus&loss=huber&optimizer=adam",
	"#v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize",
	"#v=1&dataset=step&networkShape=10&activation=relu,&preprocess=minmax",
	"#v=1&dataset=worked-example&networkShape=1&activation=sigmoid&optimizer=sgd&learningRate=0.1&batchSize=2",
	"#activation=relu&batchSize=5&dataset=spiral&learningRate=0.03&regularization=L1&regularizationRate=0.003&noise=10&networkShape=6,5&seed=0.31415&showTestData=true&discretize=false&percTrainData=70&x=true&y=true&xTimesY=true&xSquared=false&ySquared=false&sinX=true&sinY=false&problem=classification&initZero=false&hideText=false",
	"#activation=tanh&regDataset=reg-plane&problem=regression&networkShape=8,4&seed=0.5",
	"#v=1&architecture=cnn&filters=8,16,16&globalPooling=true",
	"#v=1&architecture=rnn&sequence=rhymes-zh&length=32&cell=lstm&rival=gru&units=24&batchSize=16&carry=true",
	"#v=1&architecture=transformer&sequence=dates-en&transformer=encoder-decoder&position=rotary",
	"#v=1&architecture=autoencoder&images=shapes&variational=true",
}

// TestFingerprints holds the promise that a link is exact: the same steps give
// the same bits natively and in the browser. All presets are compared natively,
// and in the browser by make verify.
func TestFingerprints(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return true })`)
	for _, link := range sameBits {
		spec, _, err := families.Parse(link)
		if err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		run, err := experiment.New(spec)
		if err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		n := 300
		switch {
		case spec.Optimizer == "lbfgs":
			n = 20
		case strings.Contains(link, "architecture="):
			n = 10 // much slower
		}
		run.Step(n)
		got := eval[metrics](t, p, fmt.Sprintf(`player.setState(%q).then(() => player.train(%d))`, link, n))
		if got.Step != n {
			t.Errorf("%s: %d steps, want %d", link, got.Step, n)
		}
		if want := run.Fingerprint(); got.Fingerprint != want {
			t.Errorf("%s: fingerprint %.16s in the browser, %.16s natively", link, got.Fingerprint, want)
		}
	}
}
