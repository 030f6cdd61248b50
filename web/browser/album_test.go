//go:build !js

package browser

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// dropPictures defines dropped(files, target), which drops files on the page, and
// picture(kind, i), a PNG of a ring or of a bar on paper.
const dropPictures = `(() => {
	globalThis.dropped = (files, target = document.body) => {
		const data = new DataTransfer();
		for (const file of files) data.items.add(file);
		target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
	};
	globalThis.picture = (kind, i) => {
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = 60;
		const c = canvas.getContext('2d');
		c.fillStyle = 'white';
		c.fillRect(0, 0, 60, 60);
		c.lineWidth = 5 + i % 3;
		c.translate(30 + i % 7 - 3, 30 + i % 5 - 2);
		c.rotate(i / 20);
		c.beginPath();
		if (kind === 'ring') c.arc(0, 0, 12 + i % 4, 0, 7);
		else c.moveTo(-15, 0), c.lineTo(15, 0);
		c.stroke();
		return new Promise(done => canvas.toBlob(blob => done(new File([blob], kind + i + '.png', { type: 'image/png' }))));
	};
	return true;
})()`

const albumStatus = `document.querySelector('#album-status').textContent`

// TestOwnImages drops two classes of pictures, learns them, and draws into a class
// by pointer and by keyboard; the link has it all.
func TestOwnImages(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=cnn", 1440, 1000, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	eval[bool](t, p, dropPictures)
	eval[bool](t, p, `(document.querySelector('#album-own').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-class').length === 2`)
	if refused := eval[string](t, p, `player.train(1).then(() => '', error => error.code)`); refused != "no-images" {
		t.Errorf("training on nothing is answered by %q", refused)
	}
	// There is one pad. On nothing nothing is claimed.
	wait(t, p, `document.querySelectorAll('.sketch').length === 1 && document.querySelector('#album-test').disabled && document.querySelector('#album-put').disabled`)
	if m := eval[metrics](t, p, `player.metrics()`); m.Accuracy != nil || m.TestLoss != nil {
		t.Errorf("on no images an accuracy of %s, a test loss of %s", value(m.Accuracy), value(m.TestLoss))
	}
	for i, kind := range []string{"ring", "bar"} {
		eval[bool](t, p, fmt.Sprintf(`Promise.all(Array.from({ length: 16 }, (_, i) => picture('%s', i))).then(files => (dropped(files, document.querySelectorAll('.album-class')[%d]), true))`, kind, i))
		wait(t, p, fmt.Sprintf(`document.querySelectorAll('.album-count')[%d].textContent === '16' && document.querySelector('.album-working').hidden`, i))
	}
	eval[bool](t, p, `(() => { const name = document.querySelectorAll('.album-head input[type=text]')[1]; name.value = 'bar'; name.dispatchEvent(new Event('change')); return true; })()`)
	wait(t, p, `document.querySelector('#album-put').textContent.includes('A') && player.state.link.includes('pictures=a')`)
	wait(t, p, `document.querySelectorAll('.thumbnail').length === 12`)

	// One by pointer, one by keyboard: a bar each.
	eval[bool](t, p, `(document.querySelectorAll('.album-head input[type=radio]')[1].click(), document.querySelector('#album-sketch').scrollIntoView({ block: 'center' }), true)`)
	box := eval[[]float64](t, p, `(() => { const r = document.querySelector('#album-sketch').getBoundingClientRect(); return [r.left, r.top, r.width]; })()`)
	mouse := func(kind string, x float64) chromedp.Action[chromedp.Void] {
		types := map[string]chromedp.Action[chromedp.Void]{
			"down": chromedp.MouseEvent("mousePressed", box[0]+x*box[2], box[1]+box[2]/2, chromedp.ButtonLeft),
			"move": chromedp.MouseEvent("mouseMoved", box[0]+x*box[2], box[1]+box[2]/2, chromedp.ButtonLeft),
			"up":   chromedp.MouseEvent("mouseReleased", box[0]+x*box[2], box[1]+box[2]/2, chromedp.ButtonLeft),
		}
		return types[kind]
	}
	do(t, p, mouse("down", 0.2), mouse("move", 0.5), mouse("move", 0.8), mouse("up", 0.8))
	eval[bool](t, p, `(document.querySelector('#album-put').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '17'`)
	eval[bool](t, p, `(document.querySelector('#album-sketch').focus(), true)`)
	do(t, p, chromedp.KeyEvent(" "))
	for range 9 {
		do(t, p, chromedp.KeyEvent(kb.ArrowRight))
	}
	eval[bool](t, p, `(document.querySelector('#album-put').focus(), true)`)
	press(t, p, "Enter")
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '18'`)
	eval[bool](t, p, `(document.querySelectorAll('.album-class')[1].querySelector('.thumbnail:last-child').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '17'`)
	eval[bool](t, p, `(document.querySelector('#album-undo').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '18'`)

	// A drawing that only the browser reads becomes a picture like others: here of a bar.
	eval[bool](t, p, `(dropped([new File(['<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M20 30h50" stroke="#000" stroke-width="7"/></svg>'], 'bar.svg', { type: 'image/svg+xml' })], document.querySelectorAll('.album-class')[1]), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '19'`)
	eval[bool](t, p, `(document.querySelector('#album-undo').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[1].textContent === '18'`)
	eval[bool](t, p, `(dropped([new File(['<svg xmlns="http://www.w3.org/2000/svg"><path'], 'cut.svg', { type: 'image/svg+xml' })]), true)`)
	wait(t, p, albumStatus+`.startsWith('cut.svg: ')`)

	// What is no picture is refused by name, and harms nothing.
	eval[bool](t, p, `(dropped([new File(['harm'], 'harm.png', { type: 'image/png' })]), true)`)
	wait(t, p, albumStatus+`.startsWith('harm.png: ')`)

	m := eval[metrics](t, p, `player.train(40)`)
	if m.Accuracy == nil || !(*m.Accuracy > 0.9) {
		t.Errorf("of images of one's own %s are recognised", value(m.Accuracy))
	}
	// What is drawn is tested, and in no class.
	eval[bool](t, p, `(document.querySelector('#album-sketch').focus(), true)`)
	do(t, p, chromedp.KeyEvent(" "))
	for range 9 {
		do(t, p, chromedp.KeyEvent(kb.ArrowRight))
	}
	eval[bool](t, p, `(document.querySelector('#album-test').click(), true)`)
	wait(t, p, `document.querySelector('.album-seen').textContent.startsWith('The network sees: bar')`)
	if n := eval[string](t, p, `[...document.querySelectorAll('.album-count')].map(c => c.textContent).join(' ')`); n != "16 18" {
		t.Errorf("after a test there are %s images", n)
	}
	link := eval[string](t, p, `location.hash`)
	spec, notices, err := families.Parse(link)
	album, _ := spec.Holds(setting.Pictures).(*images.Album)
	if err != nil || len(notices) > 0 || strings.Join(album.Names(), " ") != "A bar" {
		t.Fatalf("%.200s: %v %v", link, notices, err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(40)
	if run.Fingerprint() != m.Fingerprint {
		t.Errorf("natively the link gives %.16s, not %.16s", run.Fingerprint(), m.Fingerprint)
	}
	do(t, p, chromedp.Reload())
	eval[bool](t, p, ready+`.then(() => true)`)
	wait(t, p, `document.querySelector('#n-step').textContent === '40'`)
	if again := eval[metrics](t, p, player+`.then(el => el.metrics())`); again.Fingerprint != m.Fingerprint {
		t.Errorf("after a reload %.16s, not %.16s", again.Fingerprint, m.Fingerprint)
	}
}

// mnist returns n digits and their labels in MNIST's format, packed, in base 64.
func mnist(n int) (pictures, labels string) {
	set, _ := images.Find("digits")
	points := set.Points(rng.New(3, 4), n, 28, images.Style{Distortion: 0.5, Noise: 0.2})
	pack := func(header []uint32, content []float32, scale float32) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		binary.Write(z, binary.BigEndian, header)
		levels := make([]byte, len(content))
		for i, v := range content {
			levels[i] = byte(v * scale)
		}
		z.Write(levels)
		z.Close()
		return base64.StdEncoding.EncodeToString(b.Bytes())
	}
	return pack([]uint32{0x803, uint32(n), 28, 28}, points.X, 255), pack([]uint32{0x801, uint32(n)}, points.Y, 1)
}

// TestMNISTFiles drops a pair of files in MNIST's format, packed, on the page of
// another architecture: too many for the link, they outlive a reload.
func TestMNISTFiles(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	eval[bool](t, p, dropPictures)
	eval[bool](t, p, `player.set('architecture', 'cnn').then(() => true)`)
	pictures, labels := mnist(400)
	file := func(content, name string) string {
		return fmt.Sprintf(`new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], '%s', { type: 'application/gzip' })`, content, name)
	}
	eval[bool](t, p, `(dropped([`+file(labels, "train-labels-idx1-ubyte.gz")+`]), true)`)
	wait(t, p, albumStatus+`.includes('without their labels')`)
	eval[bool](t, p, `(dropped([`+file(labels, "train-labels-idx1-ubyte.gz")+`, `+file(pictures, "train-images-idx3-ubyte.gz")+`]), true)`)
	wait(t, p, `document.querySelectorAll('.album-class').length === 10 && player.state.link.includes('pictures=n400-')`)
	wait(t, p, `document.querySelector('#album-total').textContent.includes('400')`)
	m := eval[metrics](t, p, `player.train(60)`)
	link := eval[string](t, p, `location.hash`)
	// To open what is not there would make it.
	wait(t, p, `(await indexedDB.databases()).some(d => d.name === 'nnplay') && (await new Promise(done => { const r = indexedDB.open('nnplay'); r.onsuccess = () => { const q = r.result.transaction('files').objectStore('files').count(); q.onsuccess = () => { r.result.close(); done(q.result); }; }; })) > 0`)
	do(t, p, chromedp.Reload())
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	wait(t, p, `document.querySelector('#n-step').textContent === '60' && location.hash === '`+link+`'`)
	again := eval[metrics](t, p, `player.metrics()`)
	if m.Step != 60 || again.Fingerprint != m.Fingerprint {
		t.Errorf("after a reload %.16s at step %d, not %.16s", again.Fingerprint, again.Step, m.Fingerprint)
	}
	// They feed the autoencoder alike.
	eval[bool](t, p, `player.set('architecture', 'autoencoder').then(() => true)`)
	if m := eval[metrics](t, p, `player.train(20)`); m.TestLoss == nil || !eval[bool](t, p, `player.state.spec.images === 'own' && player.state.link.includes('n400-')`) {
		t.Errorf("the autoencoder's loss is %s", value(m.TestLoss))
	}
}

// TestPictureFiles drops an arrow that points up, as people have it: in a photo that lies
// on its side, white on nothing, in WebP and in SVG. Each is upright, and there to be seen.
func TestPictureFiles(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=cnn&images=own", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(() => until(() => document.querySelectorAll('.album-class').length === 2))`+`.then(() => true)`)
	eval[bool](t, p, dropPictures)
	names := []string{"50-exif-orientation-6.jpg", "52-white-on-transparent.png", "53-arrow.webp", "54-arrow.svg"}
	for i, name := range names {
		file, err := os.ReadFile("../../nn/data/images/picture/testdata/cases/" + name)
		if err != nil {
			t.Fatal(err)
		}
		eval[bool](t, p, fmt.Sprintf(`(dropped([new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], '%s')], document.querySelector('.album-class')), true)`, base64.StdEncoding.EncodeToString(file), name))
		wait(t, p, fmt.Sprintf(`document.querySelector('.album-count').textContent === '%d' && document.querySelector('.album-working').hidden`, i+1))
	}
	wait(t, p, `document.querySelector('nn-play').state.link === location.hash.slice(1)`)
	spec, _, err := families.Parse(eval[string](t, p, `location.hash`))
	album, _ := spec.Holds(setting.Pictures).(*images.Album)
	if err != nil || album.Len() != len(names) {
		t.Fatalf("%d pictures, %v", album.Len(), err)
	}
	for i, picture := range album.Classes()[0].Pictures {
		shaft, head, foot := 0, 0, 0 // ink in the middle, and beside it in the upper and lower half
		for at, v := range []byte(picture) {
			switch x, y := at%images.AlbumSide, at/images.AlbumSide; {
			case x >= 11 && x < 18:
				shaft += int(v)
			case y < images.AlbumSide/2:
				head += int(v)
			default:
				foot += int(v)
			}
		}
		if shaft < 300 || head < 60 || foot > 0 {
			t.Errorf("%s: an arrow has ink of %d in its shaft, %d in its head and %d at its foot", names[i], shaft, head, foot)
		}
	}
}

// TestNoScore shows which score an experiment will have, before there is data for it.
func TestNoScore(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=cnn&images=own", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(() => until(() => document.querySelector('#n-step').textContent === '0'))`)
	if name := eval[string](t, p, `document.querySelector('#n-score-name').textContent + ' ' + document.querySelector('#n-score').textContent`); name != "Accuracy –" {
		t.Errorf("the score is %q", name)
	}
}
