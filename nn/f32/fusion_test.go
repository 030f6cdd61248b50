package f32

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoFusion reads the source of this package and of rng: every product that
// is not a constant declaration's must be the whole of a float32(x*y), so that
// no compiler may fuse it with an addition.
func TestNoFusion(t *testing.T) {
	for _, directory := range []string{".", "../rng"} {
		names, err := filepath.Glob(filepath.Join(directory, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		products := 0
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				products += checkProducts(t, name)
			}
		}
		if products == 0 {
			t.Errorf("no product found in %s", directory)
		}
	}
}

// checkProducts reports the products of a file that may be fused, and returns
// the number of all.
func checkProducts(t *testing.T, name string) (products int) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	rounded := map[ast.Expr]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok != token.CONST
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "float32" {
				rounded[n.Args[0]] = true
			}
		case *ast.AssignStmt:
			if n.Tok == token.MUL_ASSIGN {
				t.Errorf("%v: write x = float32(x*y)", files.Position(n.Pos()))
			}
		case *ast.BinaryExpr:
			if n.Op == token.MUL {
				products++
				if !rounded[n] {
					t.Errorf("%v: write float32(x*y)", files.Position(n.Pos()))
				}
			}
		}
		return true
	})
	return products
}
