package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// quoteTexts writes scripts into others, in place of the ” in
//
//	const text = ''; // text of NAME
//
// for what runs them anyway and need not ask for them then. What the build has written
// into them before is in there.
func quoteTexts(static []file) error {
	for _, f := range static {
		if path.Ext(f.name) != ".js" {
			continue
		}
		mark := []byte("''; // text of " + f.name + "\n")
		for i := range static {
			s := &static[i]
			if path.Ext(s.name) != ".js" || !bytes.Contains(s.data, mark) {
				continue
			}
			r := api.Transform(string(f.data), api.TransformOptions{MinifyWhitespace: true, MinifySyntax: true})
			if len(r.Errors) > 0 {
				return fmt.Errorf("%s: %s", f.name, r.Errors[0].Text)
			}
			text, err := json.Marshal(string(r.Code))
			if err != nil {
				return err
			}
			s.data = bytes.ReplaceAll(s.data, mark, append(text, ";\n"...))
		}
	}
	return nil
}
