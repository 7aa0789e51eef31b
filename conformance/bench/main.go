// Command bench measures how long the real Butane takes for each of the documents named on the command line.
//
// It prints one JSON object per document: the file, and the median and the 95th percentile in milliseconds.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"time"

	"github.com/coreos/butane/config"
	"github.com/coreos/butane/config/common"
)

const (
	warm    = 500 * time.Millisecond
	measure = 1500 * time.Millisecond
	least   = 10
)

type result struct {
	File   string  `json:"file"`
	Median float64 `json:"median"`
	P95    float64 `json:"p95"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err != nil {
			fail(err)
		}
		for end := time.Now().Add(warm); time.Now().Before(end); {
			translate(text)
		}
		var times []float64
		for end := time.Now().Add(measure); len(times) < least || time.Now().Before(end); {
			start := time.Now()
			translate(text)
			times = append(times, float64(time.Since(start).Microseconds())/1000)
		}
		sort.Float64s(times)
		if err := out.Encode(result{file, times[len(times)/2], times[len(times)*95/100]}); err != nil {
			fail(err)
		}
	}
}

func translate(text []byte) {
	if _, _, err := config.TranslateBytes(text, common.TranslateBytesOptions{}); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
