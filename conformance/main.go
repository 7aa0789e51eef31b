// Command conformance asks the real Butane what it makes of documents.
//
// Without options it reads one request per line from standard input and writes one answer per line. With -goldens it
// rewrites the expected files of every case below a directory.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"syscall"

	"github.com/coreos/butane/config"
	"github.com/coreos/butane/config/common"
	ignition "github.com/coreos/ignition/v2/config"
	"github.com/coreos/vcontext/report"
)

// request is a document, and the local files it may read: those of a folder, or some of its own.
type request struct {
	ID     string          `json:"id"`
	Text   string          `json:"text"`
	Bytes  []byte          `json:"bytes"` // base64, where the text is no UTF-8
	Files  map[string]file `json:"files"`
	Folder string          `json:"folder"`
	Raw    bool            `json:"raw"`
	// What no repository can hold, so that a copy of the folder gets it.
	Special []special `json:"special"`
	// The text is an Ignition config, and Ignition is asked instead of Butane.
	Ignition bool `json:"ignition"`
}

// file is what stands at a path: a text, a link, or a directory when both are empty and Directory is set.
type file struct {
	Text      string `json:"text"`
	Bytes     []byte `json:"bytes"` // base64
	Link      string `json:"link"`
	Directory bool   `json:"directory"`
	Mode      int    `json:"mode"`
}

// special is a named pipe, or a file or folder of the case that is made unreadable.
type special struct {
	Kind string `json:"kind"` // "pipe" or "forbidden"
	Path string `json:"path"`
}

type answer struct {
	ID      string  `json:"id"`
	Output  *string `json:"output"`
	Error   string  `json:"error"`
	Entries []entry `json:"entries"`
}

type entry struct {
	Kind    string `json:"kind"`
	Path    string `json:"path"`
	Line    int64  `json:"line"`
	Column  int64  `json:"column"`
	Message string `json:"message"`
}

func main() {
	goldens := flag.String("goldens", "", "rewrite the expected files of the cases below this directory")
	flag.Parse()
	if *goldens != "" {
		if err := rewriteGoldens(*goldens); err != nil {
			fail(err)
		}
		return
	}
	if err := answerAll(); err != nil {
		fail(err)
	}
}

func answerAll() error {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<28)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for in.Scan() {
		var one request
		if err := json.Unmarshal(in.Bytes(), &one); err != nil {
			return err
		}
		answered, err := ask(one)
		if err != nil {
			return err
		}
		if err := encoder.Encode(answered); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	return out.Flush()
}

func ask(one request) (answer, error) {
	if one.Ignition {
		return askIgnition(one), nil
	}
	options := common.TranslateBytesOptions{Raw: one.Raw}
	options.FilesDir = one.Folder
	if one.Files != nil {
		folder, err := os.MkdirTemp("", "conformance")
		if err != nil {
			return answer{}, err
		}
		defer os.RemoveAll(folder)
		// Its own folder inside, so that "../files" has a meaning.
		options.FilesDir = filepath.Join(folder, "files")
		if err := write(options.FilesDir, one.Files); err != nil {
			return answer{}, err
		}
	}
	if one.Special != nil {
		folder, err := withSpecial(one.Folder, one.Special)
		if err != nil {
			return answer{}, err
		}
		defer os.RemoveAll(folder)
		options.FilesDir = folder
		defer asNobody()()
	}
	input := []byte(one.Text)
	if one.Bytes != nil {
		input = one.Bytes
	}
	output, r, err := translate(input, options)
	answered := answer{ID: one.ID, Entries: entriesOf(r)}
	if err != nil {
		answered.Error = err.Error()
	} else {
		text := string(output)
		answered.Output = &text
	}
	return answered, nil
}

// askIgnition has an empty output for a config that Ignition takes.
func askIgnition(one request) answer {
	_, r, err := ignition.Parse([]byte(one.Text))
	answered := answer{ID: one.ID, Entries: entriesOf(r)}
	if err != nil {
		answered.Error = err.Error()
	} else {
		answered.Output = new(string)
	}
	return answered
}

// translate turns a crash into an error: a list as a key beside a merge key, for one, ends the real program.
func translate(text []byte, options common.TranslateBytesOptions) (output []byte, r report.Report, err error) {
	defer func() {
		if crash := recover(); crash != nil {
			output, r, err = nil, report.Report{}, fmt.Errorf("crash: %v", crash)
		}
	}()
	return config.TranslateBytes(text, options)
}

func entriesOf(r report.Report) []entry {
	entries := []entry{}
	for _, e := range r.Entries {
		line, column := e.Marker.Start()
		entries = append(entries, entry{e.Kind.String(), e.Context.String(), line, column, e.Message})
	}
	return entries
}

func write(root string, files map[string]file) error {
	if err := os.MkdirAll(root, 0o755); err != nil {
		return err
	}
	for name, one := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := writeOne(path, one); err != nil {
			return err
		}
	}
	return nil
}

func writeOne(path string, one file) error {
	switch {
	case one.Directory:
		return os.MkdirAll(path, 0o755)
	case one.Link != "":
		return os.Symlink(one.Link, path)
	}
	contents := []byte(one.Text)
	if one.Bytes != nil {
		contents = one.Bytes
	}
	mode := os.FileMode(0o644)
	if one.Mode != 0 {
		mode = os.FileMode(one.Mode)
	}
	return os.WriteFile(path, contents, mode)
}

// withSpecial copies a folder, and makes the special files in the copy.
func withSpecial(folder string, files []special) (string, error) {
	made, err := os.MkdirTemp("", "conformance")
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(made, os.DirFS(folder)); err != nil {
		return "", err
	}
	for _, one := range files {
		path := filepath.Join(made, one.Path)
		if one.Kind == "pipe" {
			err = syscall.Mkfifo(path, 0o644)
		} else {
			err = os.Chmod(path, 0)
		}
		if err != nil {
			return "", err
		}
	}
	return made, os.Chmod(made, 0o755)
}

// asNobody gives up root's right to read everything, until what it returns is called.
func asNobody() func() {
	runtime.LockOSThread()
	const nobody = 65534
	// Whoever is not root may not do this, and needs it no more.
	_ = syscall.Setfsuid(nobody)
	return func() {
		_ = syscall.Setfsuid(os.Getuid())
		runtime.UnlockOSThread()
	}
}

func rewriteGoldens(root string) error {
	inputs, err := filepath.Glob(filepath.Join(root, "*", "*", "input.bu"))
	if err != nil {
		return err
	}
	for _, input := range inputs {
		if err := rewriteGolden(filepath.Dir(input)); err != nil {
			return err
		}
	}
	fmt.Println(len(inputs), "cases")
	return nil
}

func rewriteGolden(folder string) error {
	input, err := os.ReadFile(filepath.Join(folder, "input.bu"))
	if err != nil {
		return err
	}
	spec := filepath.Base(filepath.Dir(folder))
	options := common.TranslateBytesOptions{Pretty: true, Raw: strings.HasSuffix(spec, "-raw")}
	files := filepath.Join(folder, "files")
	if _, err := os.Stat(files); err == nil {
		options.FilesDir = files
	}
	// A kind and a path a line.
	if text, err := os.ReadFile(filepath.Join(folder, "special.txt")); err == nil {
		copied, err := withSpecial(files, specialIn(string(text)))
		if err != nil {
			return err
		}
		defer os.RemoveAll(copied)
		options.FilesDir = copied
	}
	output, r, failure := translateGolden(input, options)
	expected := filepath.Join(folder, "expected.ign")
	if failure != nil {
		if err := os.RemoveAll(expected); err != nil {
			return err
		}
	} else if err := os.WriteFile(expected, append(output, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "expected.report"), []byte(reportText(r, failure, options.FilesDir)), 0o644)
}

func specialIn(text string) []special {
	found := []special{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		kind, path, _ := strings.Cut(line, " ")
		found = append(found, special{kind, path})
	}
	return found
}

func translateGolden(input []byte, options common.TranslateBytesOptions) ([]byte, report.Report, error) {
	defer asNobody()()
	return config.TranslateBytes(input, options)
}

// reportText has one line for each entry, sorted, because unused keys come in any order. Paths of this machine become
// those of the case.
func reportText(r report.Report, failure error, files string) string {
	lines := []string{}
	for _, e := range r.Entries {
		lines = append(lines, e.String()+"\n")
	}
	sort.Strings(lines)
	if failure != nil {
		lines = append(lines, fmt.Sprintf("stopped: %v\n", failure))
	}
	text := strings.Join(lines, "")
	if files == "" {
		return text
	}
	return strings.ReplaceAll(text, files, "files")
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
