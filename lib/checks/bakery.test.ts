import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { run } from "@/lib/pipeline";
import { read } from "@/lib/preset/read/read";

/** Beside the repository, where documents of other projects may be kept. */
const corpus = join(__dirname, "../../../shared/corpus/butane-documents.jsonl");
const isThere = existsSync(corpus);
if (!isThere) console.info(`skipped: no real documents at ${corpus}`);

const catalogue = JSON.parse(
  readFileSync(join(__dirname, "../../public/catalogue.json"), "utf8"),
) as Catalogue;

/** What is wrong with the examples of the bakery's own pages, and what is said about it when one is opened here. */
const wrong: readonly (readonly [string, string, readonly string[]])[] = [
  ["bird", "no configuration, and none is shipped", ["param-missing"]],
  ["chrony", "starts a unit that the image does not have", ["unit-misnamed"]],
  [
    "cilium",
    "no cluster beside it, and enabled where that does nothing",
    ["requirement-missing", "enabled-in-image"],
  ],
  ["cloud-hypervisor", "never released", ["version-never-released"]],
  [
    "coder",
    "never released, enabled where that does nothing",
    ["version-never-released", "enabled-in-image"],
  ],
  ["consul", "no noop.conf", ["noop-missing", "refresh-in-update"]],
  [
    "containerd",
    "the built-in Docker loses its containerd",
    ["docker-without-containerd", "builtin-still-on"],
  ],
  [
    "crio",
    "updates over minor versions",
    ["update-skips-minor", "transfer-skips-minor"],
  ],
  [
    "dataplaneapi",
    "neither version was released",
    ["version-never-released", "enabled-in-image"],
  ],
  ["docker_compose", "the published rule is stale", ["transfer-stale"]],
  ["falco", "nothing starts it", ["unit-in-image-not-started"]],
  [
    "haproxy",
    "never released, enabled where that does nothing",
    ["version-never-released", "enabled-in-image"],
  ],
  ["index", "an address without a version", ["image-address-without-version"]],
  [
    "k3s",
    "the published rule is stale, neither role is started",
    ["transfer-stale", "unit-in-image-not-started"],
  ],
  ["kata-containers", "never released", ["version-never-released"]],
  ["keepalived", "the same key twice", ["duplicate-key"]],
  [
    "llamaedge",
    "its WasmEdge would be updated away",
    ["requirement-updates", "transfer-stale"],
  ],
  ["nomad", "no noop.conf", ["noop-missing"]],
  ["ollama", "open to everybody", ["listens-everywhere"]],
  [
    "opkssh",
    "never released, refreshes where that fails",
    ["version-never-released", "refresh-in-update"],
  ],
  ["rke2", "neither role is started", ["unit-in-image-not-started"]],
  [
    "scx",
    "never released, enabled where that does nothing",
    ["version-never-released", "enabled-in-image"],
  ],
  ["tailscale", "its file comes too late", ["needed-file-missing"]],
  ["vault", "no noop.conf", ["noop-missing", "refresh-in-update"]],
  [
    "wasmcloud",
    "the same key twice, a version that cannot start",
    ["duplicate-key", "version-broken", "refresh-in-update"],
  ],
  ["wasmedge", "no noop.conf", ["noop-missing", "refresh-in-update"]],
  [
    "wasmtime",
    "a source in the wrong place",
    ["unused-key", "refresh-in-update"],
  ],
];

const docs = "flatcar/sysext-bakery:docs/";
const documents = new Map(
  isThere
    ? readFileSync(corpus, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { id: string; text: string })
        .filter(({ id }) => id.startsWith(docs))
        .map(({ id, text }) => [id.slice(docs.length), text] as const)
    : [],
);

function codesOf(id: string): Set<string> {
  const reading = read(documents.get(`${id}.md#0`)!);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  const { problems } = run(reading.value.preset, catalogue);
  return new Set(problems.map(({ code }) => code));
}

describe.skipIf(!isThere)("examples of the bakery's own pages", () => {
  test.each(wrong)("%s: %s", (id, _, codes) => {
    expect([...codesOf(id)]).toEqual(expect.arrayContaining([...codes]));
  });

  test.each(["docker", "docker_buildx", "ig", "kubernetes", "nerdctl"])(
    "%s is right as it stands",
    (id) => {
      // The flag is raised on all those pages, and that kured has to be there is said on another one.
      const known = [
        "no-login",
        "download-unchecked",
        "reboot-nobody-does",
        "reboot-flag-unwatched",
      ];
      expect([...codesOf(id)].filter((code) => !known.includes(code))).toEqual(
        [],
      );
    },
  );
});
