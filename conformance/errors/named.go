package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// Where upstream keeps the errors that have names.
var catalogues = []string{
	"github.com/coreos/butane/config/common",
	"github.com/coreos/ignition/v2/config/shared/errors",
}

// namedErrors lists every error with a name, and which folders of upstream bring it up.
func namedErrors() ([]named, error) {
	everything, err := list("-deps", "github.com/coreos/butane/config", "github.com/coreos/ignition/v2/config")
	if err != nil {
		return nil, err
	}
	all, found := []goPackage{}, []named{}
	for _, one := range everything {
		if isUpstream(one.ImportPath) {
			all = append(all, one)
		}
	}
	for _, one := range all {
		if !contains(catalogues, one.ImportPath) {
			continue
		}
		declared, err := declaredIn(one)
		if err != nil {
			return nil, err
		}
		found = append(found, declared...)
	}
	said, err := saidBy(all)
	if err != nil {
		return nil, err
	}
	for index := range found {
		// common.ErrInvalidVersion and errors.ErrInvalidVersion are not the same.
		found[index].SaidBy = sortedKeys(said[found[index].Name])
	}
	return found, nil
}

func declaredIn(one goPackage) ([]named, error) {
	found := []named{}
	for _, name := range one.GoFiles {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(one.Dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		at := shortPath(one.ImportPath, name)
		for _, declaration := range file.Decls {
			switch declared := declaration.(type) {
			case *ast.GenDecl:
				for _, spec := range declared.Specs {
					found = append(found, declaredBy(spec, file.Name.Name, at)...)
				}
			case *ast.FuncDecl:
				// A function that makes an error, or the method that says what an error type says.
				of := strings.TrimSuffix(functionName(declared), ".Error")
				if isErrorName(of) {
					found = append(found, named{Name: file.Name.Name + "." + of, File: at, Text: firstText(declared.Body)})
				}
			}
		}
	}
	return found, nil
}

func declaredBy(spec ast.Spec, from, at string) []named {
	found := []named{}
	if one, ok := spec.(*ast.ValueSpec); ok {
		for index, name := range one.Names {
			if isErrorName(name.Name) && index < len(one.Values) {
				found = append(found, named{Name: from + "." + name.Name, File: at, Text: firstText(one.Values[index])})
			}
		}
	}
	return found
}

// firstText is the first text within a node: that of errors.New("text") or fmt.Errorf("text %q", name).
func firstText(within ast.Node) string {
	text := ""
	ast.Inspect(within, func(node ast.Node) bool {
		if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING && text == "" {
			text, _ = strconv.Unquote(literal.Value)
		}
		return text == ""
	})
	return text
}

// saidBy has the folders that mention an error, by its name with the last part of its package.
func saidBy(all []goPackage) (map[string]map[string]bool, error) {
	said := map[string]map[string]bool{}
	for _, one := range all {
		for _, name := range one.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(one.Dir, name), nil, 0)
			if err != nil {
				return nil, err
			}
			imports := importedCatalogues(file, one.ImportPath)
			ast.Inspect(file, func(node ast.Node) bool {
				selector, ok := node.(*ast.SelectorExpr)
				if !ok || !isErrorName(selector.Sel.Name) {
					return true
				}
				if from, ok := selector.X.(*ast.Ident); ok && imports[from.Name] != "" {
					note(said, imports[from.Name]+"."+selector.Sel.Name, shortPath(one.ImportPath, ""))
				}
				return true
			})
		}
	}
	return said, nil
}

// importedCatalogues has the names under which a file knows the catalogues.
func importedCatalogues(file *ast.File, importPath string) map[string]string {
	imports := map[string]string{}
	for _, one := range file.Imports {
		imported := strings.Trim(one.Path.Value, `"`)
		if !contains(catalogues, imported) {
			continue
		}
		if one.Name != nil {
			imports[one.Name.Name] = path.Base(imported)
		} else {
			imports[path.Base(imported)] = path.Base(imported)
		}
	}
	return imports
}

func note(said map[string]map[string]bool, name, folder string) {
	if said[name] == nil {
		said[name] = map[string]bool{}
	}
	said[name][folder] = true
}
