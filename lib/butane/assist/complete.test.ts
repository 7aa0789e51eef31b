import { describe, expect, test } from "vitest";
import { completeAt } from "./complete";
import type { Known } from "./known";
import { specOf } from "./spec-of";

/** Suggestions where `|` stands. */
function at(marked: string, known?: Known) {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  return completeAt(text, offset, specOf(text), known)
    .sort((one, other) => one.rank - other.rank)
    .map((one) => ({ ...one, text }));
}
const labels = (marked: string, known?: Known) =>
  at(marked, known).map(({ label }) => label);

/** The text after a suggestion was taken, the cursor marked. */
function taken(marked: string, label: string, known?: Known): string {
  const one = at(marked, known).find((found) => found.label === label)!;
  expect(one, `${label} is suggested`).toBeDefined();
  const { text, start, end, insert } = one;
  return (
    text.slice(0, start) +
    insert.replace("$0", "‸") +
    text.slice(end)
  ).replace(/\\([$}\\])/g, "$1");
}

const head = "variant: flatcar\nversion: 1.1.0\n";

describe("keys", () => {
  test.each([
    ["at the root", `${head}‸`, ["ignition", "storage", "systemd"]],
    ["half typed", `${head}sto‸`, ["storage"]],
    ["inside a mapping", `${head}storage:\n  ‸`, ["files", "disks"]],
    [
      "of an item, on a line of its own",
      `${head}storage:\n  files:\n    - path: /a\n      ‸`,
      ["mode", "contents"],
    ],
    [
      "of an item, behind its dash",
      `${head}storage:\n  files:\n    - ‸`,
      ["path"],
    ],
    [
      "of an item in a list that is not indented",
      `${head}storage:\n  files:\n  - path: /a\n    mo‸`,
      ["mode"],
    ],
    [
      "in a line above what is broken",
      `${head}storage:\n  files:\n    - path: /a\n      ‸\n  foo: [\n`,
      ["mode"],
    ],
    ["inside braces", `${head}storage: {files: [{path: /a, ‸}]}`, ["mode"]],
    [
      "inside braces over several lines",
      `${head}storage: {\n  files: [\n    {‸`,
      ["path", "mode"],
    ],
    ["of the next item", `${head}storage:\n  files:\n    ‸`, ["- path:"]],
  ])("%s", (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    [
      "what is there already, above and below",
      `${head}storage:\n  files:\n    - mode: 0644\n      ‸\n      path: /a`,
      ["mode", "path"],
    ],
    [
      "what is in the braces already",
      `storage: {files: [{path: /a, ‸, mode: 1}]}`,
      ["path", "mode"],
    ],
    [
      "what a later version brings",
      `variant: flatcar\nversion: 1.0.0\nsystemd:\n  units:\n    - name: a\n      ‸`,
      ["contents_local", "name"],
    ],
  ])("not: %s", (_, marked, unexpected) => {
    const found = labels(marked);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((label) => unexpected.includes(label))).toEqual([]);
  });

  test("the other items of a list do not count as there already", () => {
    const text = `${head}storage:\n  files:\n    - path: /a\n    - ‸\n    - path: /c\n`;
    expect(labels(text)).toContain("path");
  });

  test("required ones come first", () => {
    expect(labels(`${head}passwd:\n  users:\n    - ‸`)[0]).toBe("name");
  });

  test("nothing in comments, and below a value", () => {
    expect(labels(`${head}# sto‸`)).toEqual([]);
    expect(labels(`${head}storage: # fi‸`)).toEqual([]);
    expect(
      labels(`${head}storage:\n  files:\n    - path: /a\n        ‸`),
    ).toEqual([]);
  });

  test.each([
    [`${head}sto‸`, "storage", `${head}storage:\n  ‸`],
    [
      `${head}storage:\n  fi‸`,
      "files",
      `${head}storage:\n  files:\n    - path: ‸`,
    ],
    [
      `${head}storage:\n  files:\n    - con‸`,
      "contents",
      `${head}storage:\n  files:\n    - contents:\n        ‸`,
    ],
    [
      `${head}systemd:\n    units:\n        - name: a.service\n          ‸`,
      "contents",
      `${head}systemd:\n    units:\n        - name: a.service\n          contents: |\n              ‸`,
    ],
    [
      `${head}passwd:\n  users:\n    - ssh‸`,
      "ssh_authorized_keys",
      `${head}passwd:\n  users:\n    - ssh_authorized_keys:\n        - ‸`,
    ],
    [
      `${head}storage: {files: [{con‸}]}`,
      "contents",
      `${head}storage: {files: [{contents: {‸}}]}`,
    ],
    ["‸", "variant: flatcar", "variant: flatcar\nversion: 1.1.0\n‸"],
  ])("%j with %s becomes %j", (marked, label, expected) => {
    expect(taken(marked, label)).toBe(expected);
  });
});

describe("values", () => {
  test.each([
    ["variants", "variant: ‸", ["flatcar", "fcos"]],
    ["versions of the variant", "variant: fcos\nversion: ‸", ["1.7.0"]],
    [
      "flags",
      `${head}storage:\n  files:\n    - overwrite: ‸`,
      ["true", "false"],
    ],
    ["choices", `${head}storage:\n  filesystems:\n    - format: e‸`, ["ext4"]],
    ["modes", `${head}storage:\n  files:\n    - mode: 0‸`, ["0644"]],
    [
      "inside braces",
      `${head}storage: {filesystems: [{format: ‸}]}`,
      ["ext4", "none"],
    ],
    [
      "items of text",
      `${head}passwd:\n  users:\n    - groups:\n        - w‸`,
      ["wheel"],
    ],
    ["in brackets", `${head}passwd: {users: [{groups: [‸]}]}`, ["wheel"]],
  ])("%s", (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  test("the newest version that is no experiment comes first", () => {
    expect(labels("variant: flatcar\nversion: ‸")).toEqual([
      "1.1.0",
      "1.2.0-experimental",
      "1.0.0",
    ]);
  });

  test.each([
    ["variant:‸", "flatcar", "variant: flatcar‸"],
    ["variant: fl‸ # mine", "flatcar", "variant: flatcar‸ # mine"],
    ["variant: fc‸os\n", "flatcar", "variant: flatcar‸\n"],
  ])("%j with %s becomes %j", (marked, label, expected) => {
    const one = taken(marked, label);
    expect(one).toBe(expected.replace("‸", ""));
  });

  const known: Known = {
    images: ["v1.32.2", "v1.33.0"].map((version) => ({
      title: `Kubernetes ${version}`,
      path: `/opt/extensions/kubernetes/kubernetes-${version}-x86-64.raw`,
      link: "/etc/extensions/kubernetes.raw",
      url: `https://images.example/kubernetes-${version}-x86-64.raw`,
    })),
    units: [{ name: "kubelet.service", help: "Comes with Kubernetes." }],
  };

  test("paths, links and addresses of released images", () => {
    const file = `${head}storage:\n  files:\n    - path: /opt/ext‸`;
    expect(labels(file, known)).toEqual([
      known.images[0]!.path,
      known.images[1]!.path,
    ]);
    const source = `${file.replace("/opt/ext‸", "/a")}\n      contents:\n        source: https://images.example/kubernetes-v1.33‸`;
    expect(labels(source, known)).toContain(known.images[1]!.url);
    expect(labels(source, known)).not.toContain(known.images[0]!.url);
    const link = `${head}storage:\n  links:\n    - path: ‸`;
    expect(labels(link, known)).toEqual(["/etc/extensions/kubernetes.raw"]);
  });

  test("where any text may stand, nothing but what goes on from it", () => {
    const device = (typed: string) =>
      labels(`${head}storage:\n  disks:\n    - device: ${typed}‸`);
    expect(device("/dev/s")).toEqual(["/dev/sda"]);
    expect(device("/dev/sdb")).toEqual([]);
  });

  test("units that the node has", () => {
    const text = `${head}systemd:\n  units:\n    - name: ku‸`;
    expect(labels(text, known)).toContain("kubelet.service");
  });
});

describe("units", () => {
  const unit = (rest: string, name = "a.service") =>
    `${head}systemd:\n  units:\n    - name: ${name}\n      contents: |\n        ${rest}`;
  test.each([
    ["sections", unit("‸"), ["[Unit]", "[Service]", "[Install]"]],
    ["sections of a timer", unit("[‸", "a.timer"), ["[Timer]"]],
    ["options", unit("[Service]\n        Exe‸"), ["ExecStart", "Restart"]],
    ["values", unit("[Service]\n        Type=‸"), ["oneshot"]],
    [
      "what a unit starts with",
      unit("[Install]\n        WantedBy=multi‸"),
      ["multi-user.target"],
    ],
    [
      "a drop-in's, by its unit",
      `${head}systemd:\n  units:\n    - name: a.socket\n      dropins:\n        - name: 10-a.conf\n          contents: |\n            [Socket]\n            ‸\n`,
      ["ListenStream"],
    ],
    [
      "a file of networkd's",
      `${head}storage:\n  files:\n    - path: /etc/systemd/network/a.network\n      contents:\n        inline: |\n          [Match]\n          ‸`,
      ["Name"],
    ],
  ])("%s", (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  test("an option takes the place of what was typed", () => {
    expect(taken(unit("[Service]\n        Exec‸"), "ExecStart")).toBe(
      unit("[Service]\n        ExecStart=‸"),
    );
    expect(taken(unit("[Service]\n        Type=on‸"), "oneshot")).toBe(
      unit("[Service]\n        Type=oneshot"),
    );
  });

  test("other files get none", () => {
    const text = `${head}storage:\n  files:\n    - path: /etc/motd\n      contents:\n        inline: |\n          [‸`;
    expect(labels(text)).toEqual([]);
  });
});

describe("documents of other systems", () => {
  const known: Known = {
    images: [
      {
        title: "a",
        path: "/opt/extensions/a/a-1-x86-64.raw",
        link: "/etc/extensions/a.raw",
        url: "https://extensions.flatcar.org/extensions/a-1-x86-64.raw",
      },
    ],
    units: [
      { name: "locksmithd.service", help: "a" },
      { name: "docker.service", help: "b", everywhere: true },
    ],
  };
  const header = (variant: string) => `variant: ${variant}\nversion: 1.1.0\n`;

  test.each([
    [
      "flatcar",
      ["/opt/extensions/a/a-1-x86-64.raw"],
      ["locksmithd.service", "docker.service"],
      true,
    ],
    ["fcos", [], ["docker.service"], false],
    ["r4e", [], ["docker.service"], false],
  ])("%s is offered its own words", (variant, images, units, hasFlatcars) => {
    expect(
      labels(
        `${header(variant)}storage:\n  files:\n    - path: ‸`,
        known,
      ).filter((label) => label.includes("extensions")),
    ).toEqual(images);
    expect(
      labels(
        `${header(variant)}systemd:\n  units:\n    - name: ‸`,
        known,
      ).filter(
        (label) => label.endsWith("d.service") || label === "docker.service",
      ),
    ).toEqual(units);
    const variables = labels(
      `${header(variant)}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        EnvironmentFile=‸`,
    );
    expect(variables.includes("/run/metadata/flatcar")).toBe(hasFlatcars);
  });

  test("the variant itself may still become Flatcar's", () => {
    expect(labels("variant: fcos‸\n")).toContain("flatcar");
  });
});
