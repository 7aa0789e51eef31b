// Command errors lists what upstream can say: every error that Butane and Ignition have a name for, and every statement
// of the code behind a variant that brings up an error. With -profiles (a folder of coverage in Go's text form) each
// statement says which of the profiles reached it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// named is an error with a name of its own: a variable, a type or a function that makes one.
type named struct {
	Name string `json:"name"`
	File string `json:"file"`
	// What it says, with Go's verbs for what differs.
	Text string `json:"text"`
	// The folders of upstream that bring it up.
	SaidBy []string `json:"saidBy"`
}

// statement brings up an error: one with a name, a text of its own, or one it was handed.
type statement struct {
	ID        string   `json:"id"`
	ReachedBy []string `json:"reachedBy"`
}

func main() {
	variant := flag.String("variant", "flatcar", "whose code is listed")
	profiles := flag.String("profiles", "", "folder with coverage, as `go tool covdata textfmt` prints it")
	packages := flag.Bool("packages", false, "print the packages whose coverage is wanted, and nothing else")
	flag.Parse()
	if err := run(*variant, *profiles, *packages); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(variant, profiles string, onlyPackages bool) error {
	behind, err := packagesBehind(variant)
	if err != nil {
		return err
	}
	if onlyPackages {
		for _, one := range behind {
			fmt.Println(one.ImportPath)
		}
		return nil
	}
	reached, err := readProfiles(profiles)
	if err != nil {
		return err
	}
	statements := []statement{}
	for _, one := range behind {
		found, err := statementsOf(one, reached)
		if err != nil {
			return err
		}
		statements = append(statements, found...)
	}
	errors, err := namedErrors()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(map[string]any{"errors": errors, "statements": statements})
}

// goPackage is what `go list` tells of a package.
type goPackage struct {
	ImportPath string
	Dir        string
	GoFiles    []string
}

// Libraries below Butane and Ignition whose errors pass through to a report.
var libraries = []string{
	"gopkg.in/yaml.v3",
	"github.com/coreos/go-systemd/v22/unit",
	"github.com/vincent-petithory/dataurl",
}

func packagesBehind(variant string) ([]goPackage, error) {
	specs, err := list("github.com/coreos/butane/config/" + variant + "/...")
	if err != nil {
		return nil, err
	}
	arguments := []string{"-deps"}
	for _, spec := range specs {
		arguments = append(arguments, spec.ImportPath)
	}
	all, err := list(arguments...)
	if err != nil {
		return nil, err
	}
	root, err := list("github.com/coreos/butane/config")
	if err != nil {
		return nil, err
	}
	behind := root
	for _, one := range all {
		if isUpstream(one.ImportPath) || contains(libraries, one.ImportPath) {
			behind = append(behind, one)
		}
	}
	return behind, nil
}

func isUpstream(importPath string) bool {
	return strings.HasPrefix(importPath, "github.com/coreos/butane/") ||
		strings.HasPrefix(importPath, "github.com/coreos/ignition/v2/config/")
}

func list(arguments ...string) ([]goPackage, error) {
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles"}, arguments...)...)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, err
	}
	found := []goPackage{}
	for decoder := json.NewDecoder(strings.NewReader(string(output))); decoder.More(); {
		var one goPackage
		if err := decoder.Decode(&one); err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, nil
}

// block is a run of statements that were reached together.
type block struct {
	startLine, startColumn, endLine, endColumn int
	reachedBy                                  string
}

// readProfiles has the blocks that were reached, by import path and name of their file. No folder, no blocks.
func readProfiles(folder string) (map[string][]block, error) {
	blocks := map[string][]block{}
	if folder == "" {
		return blocks, nil
	}
	profiles, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, profile := range profiles {
		text, err := os.ReadFile(filepath.Join(folder, profile.Name()))
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(text), "\n") {
			if strings.HasSuffix(line, " 0") {
				continue
			}
			name, rest, _ := strings.Cut(line, ".go:")
			one := block{reachedBy: profile.Name()}
			if n, _ := fmt.Sscanf(rest, "%d.%d,%d.%d", &one.startLine, &one.startColumn, &one.endLine, &one.endColumn); n == 4 {
				blocks[name+".go"] = append(blocks[name+".go"], one)
			}
		}
	}
	return blocks, nil
}

func contains(all []string, one string) bool {
	for _, other := range all {
		if other == one {
			return true
		}
	}
	return false
}

// shortPath leaves out where a repository lies: butane/base/v0_5/translate.go.
func shortPath(importPath, name string) string {
	for _, prefix := range []string{"github.com/coreos/", "github.com/vincent-petithory/", "gopkg.in/"} {
		importPath = strings.TrimPrefix(importPath, prefix)
	}
	return filepath.ToSlash(filepath.Join(strings.Replace(importPath, "/v2/", "/", 1), name))
}

func sortedKeys(set map[string]bool) []string {
	keys := []string{}
	for key := range set {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
