package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// element is the module that other sites import.
const element = "element.js"

// What a document asks for, one a line.
var (
	moduleScript = regexp.MustCompile(`<script type="module" src="([^":]+)"`)
	styleSheets  = regexp.MustCompile(`(?:[ \t]*<link rel="stylesheet" href="[^":]+">\n){2,}`)
	reference    = regexp.MustCompile(`href="([^"]+)"`)
	preloads     = regexp.MustCompile(`[ \t]*<link rel="modulepreload" href="[^":]+">\n`)
)

// bundle puts together the modules that documents ask for, and their style
// sheets: a reader waits for a few files instead of a hundred, one import after
// the other. The site works without it as well.
//
// What documents and other sites name keeps its name. What several of them
// import, and so must be one module, becomes a file in shared/, which documents
// ask for at once. The style sheets of a document become one, beside it.
func bundle(c config, static []file) ([]file, error) {
	site := map[string]string{}
	for _, f := range static {
		site[f.name] = string(f.data)
	}
	entries := entryPoints(site)
	made, meta, err := together(site, entries)
	if err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	for name, text := range site {
		if path.Ext(name) == ".html" {
			site[name] = meta.ask(name, text)
		}
	}
	var files []file
	for _, f := range static {
		if !meta.has("site:" + f.name) {
			files = append(files, file{f.name, []byte(site[f.name])})
		}
	}
	report(c, "bundle", "%d files into %d, %s", len(meta.Inputs), len(made), total(made))
	return append(files, made...), nil
}

// entryPoints returns the modules that documents and other sites name, and adds to
// the site a style sheet for each document that has several.
func entryPoints(site map[string]string) []string {
	var entries []string
	if _, ok := site[element]; ok {
		entries = append(entries, element)
	}
	for name, text := range site {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, m := range moduleScript.FindAllStringSubmatch(text, -1) {
			entries = append(entries, path.Join(path.Dir(name), m[1]))
		}
		if block := styleSheets.FindString(text); block != "" {
			var imports strings.Builder
			for _, m := range reference.FindAllStringSubmatch(block, -1) {
				fmt.Fprintf(&imports, "@import \"./%s\";\n", m[1])
			}
			sheet := sheetOf(name)
			site[sheet] = imports.String()
			entries = append(entries, sheet)
		}
	}
	slices.Sort(entries)
	return slices.Compact(entries)
}

// sheetOf names the style sheet of a document.
func sheetOf(document string) string { return strings.TrimSuffix(document, ".html") + ".css" }

// metadata is what esbuild tells about a build: paths of inputs begin with "site:".
type metadata struct {
	Inputs  map[string]struct{}
	Outputs map[string]struct {
		Imports []struct{ Path, Kind string }
	}
}

// together makes a file of each entry point, and those that they share.
func together(site map[string]string, entries []string) ([]file, metadata, error) {
	if len(entries) == 0 {
		return nil, metadata{}, nil
	}
	var points []api.EntryPoint
	for _, name := range entries {
		points = append(points, api.EntryPoint{InputPath: "/" + name, OutputPath: strings.TrimSuffix(name, path.Ext(name))})
	}
	r := api.Build(api.BuildOptions{
		EntryPointsAdvanced: points,
		Bundle:              true,
		Splitting:           true,
		Format:              api.FormatESModule,
		ChunkNames:          "shared/[hash]",
		Outdir:              "/",
		AbsWorkingDir:       "/",
		MinifyWhitespace:    true,
		MinifySyntax:        true,
		LegalComments:       api.LegalCommentsNone,
		Metafile:            true,
		Plugins:             []api.Plugin{reader(site)},
	})
	var meta metadata
	if len(r.Errors) > 0 {
		return nil, meta, errors.New(strings.Join(api.FormatMessages(r.Errors, api.FormatMessagesOptions{}), ""))
	}
	if err := json.Unmarshal([]byte(r.Metafile), &meta); err != nil {
		return nil, meta, err
	}
	var files []file
	for _, f := range r.OutputFiles {
		name := strings.TrimPrefix(filepath.ToSlash(f.Path), "/")
		// shared/base.js takes the folder above it for the site's root.
		if strings.Contains(string(f.Contents), "import.meta") && strings.Count(name, "/") != 1 {
			return nil, meta, fmt.Errorf("%s asks for its own address, which is another one than that of the module it came from", name)
		}
		files = append(files, file{name, f.Contents})
	}
	return files, meta, nil
}

// reader lets esbuild read the site's files.
func reader(site map[string]string) api.Plugin {
	return api.Plugin{Name: "site", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `.*`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := path.Join(path.Dir(a.Importer), a.Path)
			if path.IsAbs(a.Path) {
				name = a.Path[1:]
			}
			return api.OnResolveResult{Path: name, Namespace: "site"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: "site"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text, ok := site[a.Path]
			if !ok {
				return api.OnLoadResult{}, fmt.Errorf("there is no %s", a.Path)
			}
			loader := api.LoaderJS
			if path.Ext(a.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}

// has reports whether a file was put together with others.
func (m metadata) has(input string) bool { _, ok := m.Inputs[input]; return ok }

// ask lets a document ask for what was made of its modules and style sheets.
func (m metadata) ask(document, text string) string {
	to := func(name string) string {
		rel, err := filepath.Rel(path.Dir(document), name)
		if err != nil {
			return "/" + name
		}
		return filepath.ToSlash(rel)
	}
	text = styleSheets.ReplaceAllString(text, fmt.Sprintf("  <link rel=\"stylesheet\" href=\"%s\">\n", to(sheetOf(document))))
	text = preloads.ReplaceAllString(text, "")
	var soon strings.Builder
	for _, name := range m.needs(document, text) {
		fmt.Fprintf(&soon, "  <link rel=\"modulepreload\" href=\"%s\">\n", to(name))
	}
	at := moduleScript.FindStringIndex(text)
	if at == nil {
		return text
	}
	start := strings.LastIndexByte(text[:at[0]], '\n') + 1
	return text[:start] + soon.String() + text[start:]
}

// needs returns the files that a document's modules import, in the order of the modules.
func (m metadata) needs(document, text string) []string {
	var found []string
	var visit func(name string)
	visit = func(name string) {
		for _, i := range m.Outputs[name].Imports {
			if i.Kind == "import-statement" && !slices.Contains(found, i.Path) {
				found = append(found, i.Path)
				visit(i.Path)
			}
		}
	}
	for _, s := range moduleScript.FindAllStringSubmatch(text, -1) {
		visit(path.Join(path.Dir(document), s[1]))
	}
	return found
}
