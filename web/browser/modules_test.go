//go:build !js

package browser

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
)

// An overlay opens a file in the first of some folders that has it.
type overlay []fs.FS

func (o overlay) Open(name string) (f fs.File, err error) {
	for _, fsys := range o {
		if f, err = fsys.Open(name); err == nil {
			return f, nil
		}
	}
	return nil, err
}

// standing opens an empty page of a site whose modules are as they stand in the
// sources, to be imported one by one; texts and programs are those of the build.
func standing(t *testing.T) *Page {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServerFS(overlay{os.DirFS(".."), os.DirFS("../dist")}))
	mux.HandleFunc("/empty.html", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><link rel=icon href=data:,>"))
	})
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return visit(t, site.URL+"/empty.html", View{Width: 800, Height: 600, Strict: true})
}

// TestUnbundled trains on a page whose modules and style sheets are as they stand.
func TestUnbundled(t *testing.T) {
	t.Parallel()
	p := standing(t)
	got := eval[metrics](t, p, `(async () => {
		await import('/element.js');
		const el = document.createElement('nn-play');
		el.setAttribute('experiment', 'v=1&dataset=xor&networkShape=3');
		document.body.append(el);
		await el.ready;
		return el.train(50);
	})()`)
	if want := expected(t, "v=1&dataset=xor&networkShape=3", 50); got.Step != 50 || got.Fingerprint != want {
		t.Errorf("step %d with %.12s, want %.12s", got.Step, got.Fingerprint, want)
	}
}

// TestRunStaysBounded holds that the curve of a long run keeps few numbers.
func TestRunStaysBounded(t *testing.T) {
	t.Parallel()
	p := standing(t)
	if n := eval[int](t, p, `import('/page/run.js').then(({ Run }) => {
		const run = new Run();
		for (let step = 0; step < 200_000; step++) run.add(step, step, 1 / (step + 1), 0.5);
		return run.length;
	})`); n < 100 || n > 601 {
		t.Errorf("the curve of 200,000 numbers keeps %d", n)
	}
}

// TestRunGoesBack holds that the curve of a run that goes back stays, that one which was
// changed there ends there, and that a point of the run before, which came late, goes.
func TestRunGoesBack(t *testing.T) {
	t.Parallel()
	p := standing(t)
	const add = `import('/page/run.js').then(({ Run }) => {
		const run = new Run();
		for (const [step, to] of `
	for points, want := range map[string]string{
		`[[0, 0], [5, 5], [10, 10], [5, 10]]`:           "0 5 10",
		`[[0, 0], [5, 5], [10, 10], [5, 5], [7, 7]]`:    "0 5 7",
		`[[900, 900], [0, 0], [5, 5]]`:                  "0 5",
		`[[0, 0], [5, 5], [10, 10], [7, 10], [12, 12]]`: "0 5 10 12",
	} {
		if got := eval[string](t, p, add+points+`) run.add(step, to, 1, 1);
			return run.points.map(({ step }) => step).join(' ');
		})`); got != want {
			t.Errorf("of %s the curve has the steps %s, want %s", points, got, want)
		}
	}
}

// TestVault keeps the last of what is shelved, and nothing of yesterday.
func TestVault(t *testing.T) {
	t.Parallel()
	p := standing(t)
	if kept := eval[[]string](t, p, `import('/shared/vault.js').then(async ({ shelve, shelved }) => {
		const now = Date.now, hours = (n) => { Date.now = () => now() - n * 3_600_000; };
		const kept = async (shelf) => (await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => shelved(shelf, name)))).map((item) => item?.name ?? '').join('');
		for (const shelf of ['runs', 'files']) {
			hours(25);
			await shelve(shelf, 'a', new Uint8Array(1));
			hours(23);
			await shelve(shelf, 'b', new Uint8Array(1));
			hours(0);
			for (const name of ['c', 'd', 'e', 'f']) await shelve(shelf, name, new Uint8Array(1));
		}
		return [await kept('runs'), await kept('files')];
	})`); kept[0] != "bcdef" || kept[1] != "cdef" {
		t.Errorf("of the runs a to f, the first of yesterday, %s are kept, of the files %s; want bcdef and the last four", kept[0], kept[1])
	}
}
