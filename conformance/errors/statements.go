package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
)

// statementsOf lists the statements of a package that bring up an error, in the order of its files.
func statementsOf(one goPackage, reached map[string][]block) ([]statement, error) {
	found := []statement{}
	for _, name := range one.GoFiles {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, filepath.Join(one.Dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		blocks := reached[one.ImportPath+"/"+name]
		at := shortPath(one.ImportPath, name)
		// Upstream's helpers for its own tests are no part of what runs.
		if importsTesting(file) {
			continue
		}
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok && function.Body != nil {
				found = append(found, inFunction(files, function, at, blocks)...)
			}
		}
	}
	return found, nil
}

func inFunction(files *token.FileSet, function *ast.FuncDecl, at string, blocks []block) []statement {
	names, places := []string{}, []token.Position{}
	branches, returnsEarly := branchesOf(function)
	ast.Inspect(function.Body, func(node ast.Node) bool {
		// A panic is a bug of upstream's and no part of a report, and the text of an error is only compared with.
		if call, ok := node.(*ast.CallExpr); ok && (calledName(call) == "panic" || isText(call)) {
			return false
		}
		// Whoever hands on an error without asking whether there is one brings up nothing by that.
		if name := broughtUp(node); name != "" && (!isHandedOn(node) || isWithin(node, branches) || returnsEarly) {
			names, places = append(names, name), append(places, files.Position(node.Pos()))
		}
		return true
	})
	found := []statement{}
	for index, name := range names {
		id := fmt.Sprintf("%s %s %s", at, functionName(function), name)
		if nth, of := count(names, index); of > 1 {
			id = fmt.Sprintf("%s #%d", id, nth)
		}
		found = append(found, statement{ID: id, ReachedBy: reachedBy(places[index], blocks)})
	}
	return found
}

// branchesOf has the bodies of the ifs in a function, and whether it returns where there is no error.
func branchesOf(function *ast.FuncDecl) (branches []ast.Node, returnsEarly bool) {
	ast.Inspect(function.Body, func(node ast.Node) bool {
		one, ok := node.(*ast.IfStmt)
		if !ok {
			return true
		}
		branches = append(branches, one.Body)
		if asked, ok := one.Cond.(*ast.BinaryExpr); ok && asked.Op == token.EQL {
			name, _ := asked.X.(*ast.Ident)
			_, isReturn := one.Body.List[len(one.Body.List)-1].(*ast.ReturnStmt)
			returnsEarly = returnsEarly || isReturn && name != nil && name.Name == "err"
		}
		return true
	})
	return branches, returnsEarly
}

func isWithin(node ast.Node, branches []ast.Node) bool {
	for _, branch := range branches {
		if branch.Pos() <= node.Pos() && node.End() <= branch.End() {
			return true
		}
	}
	return false
}

func isHandedOn(node ast.Node) bool {
	call, ok := node.(*ast.CallExpr)
	return ok && strings.HasPrefix(calledName(call), "AddOn")
}

// count says the how manieth of its name the one at index is, and of how many.
func count(names []string, index int) (nth, of int) {
	for other, name := range names {
		if name != names[index] {
			continue
		}
		of++
		if other <= index {
			nth++
		}
	}
	return nth, of
}

func functionName(function *ast.FuncDecl) string {
	if function.Recv == nil {
		return function.Name.Name
	}
	kind := function.Recv.List[0].Type
	if pointer, ok := kind.(*ast.StarExpr); ok {
		kind = pointer.X
	}
	if name, ok := kind.(*ast.Ident); ok {
		return name.Name + "." + function.Name.Name
	}
	return function.Name.Name
}

// broughtUp names the error that a node brings up; "" where it brings up none.
func broughtUp(node ast.Node) string {
	switch one := node.(type) {
	case *ast.SelectorExpr:
		if from, ok := one.X.(*ast.Ident); ok && isErrorName(one.Sel.Name) && (from.Name == "errors" || from.Name == "common") {
			return from.Name + "." + one.Sel.Name
		}
	case *ast.SendStmt:
		if name, ok := one.Value.(*ast.Ident); ok && isErrorName(name.Name) {
			return name.Name
		}
	case *ast.ReturnStmt:
		for _, result := range one.Results {
			if name, ok := result.(*ast.Ident); ok && strings.HasPrefix(name.Name, "Err") && isErrorName(name.Name) {
				return name.Name
			}
		}
	case *ast.CallExpr:
		return broughtUpBy(one)
	}
	return ""
}

// isText is errors.ErrX.Error().
func isText(call *ast.CallExpr) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "Error" {
		return false
	}
	_, ok = selector.X.(*ast.SelectorExpr)
	return ok
}

func isErrorName(name string) bool {
	return strings.HasPrefix(name, "Err") || strings.HasPrefix(name, "New") && strings.HasSuffix(name, "Error")
}

func broughtUpBy(call *ast.CallExpr) string {
	name := calledName(call)
	switch {
	case name == "AddOnError" || name == "AddOnWarn" || name == "AddOnInfo":
		if last, ok := call.Args[len(call.Args)-1].(*ast.Ident); ok {
			return last.Name
		}
	case name == "Errorf" || name == "errorf" || name == "New" && receiver(call) == "errors":
		return name
	// How yaml.v3 gives up, and how it goes on after a wrong type.
	case name == "failf" || name == "terror" || strings.HasPrefix(name, "yaml_parser_set_") && strings.Contains(name, "_error"):
		return name
	case name == "append" && isTypeErrors(call.Args[0]):
		return "terrors"
	}
	return ""
}

func isTypeErrors(node ast.Expr) bool {
	selector, ok := node.(*ast.SelectorExpr)
	return ok && selector.Sel.Name == "terrors"
}

func calledName(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.Ident:
		return function.Name
	case *ast.SelectorExpr:
		return function.Sel.Name
	}
	return ""
}

func receiver(call *ast.CallExpr) string {
	if selector, ok := call.Fun.(*ast.SelectorExpr); ok {
		if name, ok := selector.X.(*ast.Ident); ok {
			return name.Name
		}
	}
	return ""
}

func importsTesting(file *ast.File) bool {
	for _, one := range file.Imports {
		if one.Path.Value == `"testing"` {
			return true
		}
	}
	return false
}

func reachedBy(place token.Position, blocks []block) []string {
	by := map[string]bool{}
	for _, one := range blocks {
		starts := one.startLine < place.Line || one.startLine == place.Line && one.startColumn <= place.Column
		ends := place.Line < one.endLine || place.Line == one.endLine && place.Column < one.endColumn
		if starts && ends {
			by[one.reachedBy] = true
		}
	}
	return sortedKeys(by)
}
