import { expect, test } from "vitest";
import { openDocument } from "../edit";
import { createDocument, emit } from "../emit";
import { emitExtensions } from "./emit";
import { withChoice } from "./image-choices";
import type { ChosenImage, NodeExtensions } from "./node";
import { readExtensions } from "./read/read-extensions";
import { validator, validatorSays } from "../testing/ignition-validate";
import { transpile } from "../transpile";
import { chosen, emitted, node, only } from "./testing";

const kubernetes = chosen({
  id: "kubernetes",
  version: "v1.32.2",
  updates: "patch",
});
const docker = chosen({ id: "docker", version: "28.0.4", updates: "any" });
const conf = "/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf";

test("MinVersion and ProtectVersion stand in a pinned file as @v sees them: without the series", () => {
  const document = emitted({
    chosen: [
      { ...kubernetes, minVersion: "v1.32.1", protectVersion: "v1.32.2" },
    ],
  });
  expect(document.text(conf)).toContain(
    "[Transfer]\nVerify=false\nMinVersion=1\nProtectVersion=2\n\n[Source]",
  );
});

test("without a series they stand there whole", () => {
  const document = emitted({ chosen: [{ ...docker, minVersion: "28.0.0" }] });
  expect(document.text("/etc/sysupdate.docker.d/docker.conf")).toContain(
    "MinVersion=28.0.0\n",
  );
});

test.each([
  ["v1.31.9", "another series"],
  ["1.32.1", "a v that is missing"],
  ["v1.32.1\nVerify=true", "a line break"],
])("MinVersion %j is not written: %s", (minVersion) => {
  const document = emitted({ chosen: [{ ...kubernetes, minVersion }] });
  expect(document.text(conf)).not.toContain("MinVersion");
});

test("major keeps the first number alone", () => {
  const document = emitted({ chosen: [{ ...docker, updates: "major" }] });
  expect(document.text("/etc/sysupdate.docker.d/docker-28.conf")).toContain(
    "MatchPattern=docker-28.@v-%a.raw\n",
  );
});

test("an image on hold has its transfer file and nothing that runs it", () => {
  const document = emitted({ chosen: [{ ...docker, hold: true }] });
  expect(document.text("/etc/sysupdate.docker.d/docker.conf")).toBeDefined();
  expect(document.dropins).toEqual([]);
  expect(document.text("/etc/sysupdate.d/noop.conf")).toBeUndefined();
});

test("an image may have a bakery of its own, for itself and for its updates", () => {
  const document = emitted({
    chosen: [{ ...docker, bakery: "https://mirror.example/x" }, kubernetes],
  });
  const sources = document.files.flatMap(
    ({ entry }) => entry.contents?.source ?? [],
  );
  expect(sources).toEqual([
    "https://mirror.example/x/docker-28.0.4-x86-64.raw",
    "https://extensions.flatcar.org/extensions/kubernetes-v1.32.2-x86-64.raw",
  ]);
  expect(document.text("/etc/sysupdate.docker.d/docker.conf")).toContain(
    "Path=https://mirror.example/x/docker/\n",
  );
});

test("the newest at first boot: no image and no link, but a unit that fetches it once", () => {
  const document = only(
    "docker-compose",
    {},
    {
      version: "5.3.1",
      updates: "any",
      firstBoot: "newest",
    },
  );
  expect(document.link("/etc/extensions/docker-compose.raw")).toBeUndefined();
  expect(document.files.filter(({ entry }) => entry.contents?.source)).toEqual(
    [],
  );
  expect(document.unit("fetch-docker-compose.service")).toEqual({
    name: "fetch-docker-compose.service",
    enabled: true,
    contents: `[Unit]
Description=Fetch extension docker-compose on first boot
ConditionPathExists=!/etc/extensions/docker-compose.raw
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=/usr/lib/systemd/systemd-sysupdate -C docker-compose update
ExecStartPost=/usr/bin/systemctl restart systemd-sysext.service

[Install]
WantedBy=multi-user.target
`,
  });
});

test("the fetch starts what links of ours start", () => {
  const users = only(
    "chrony",
    {},
    {
      version: "4.8",
      updates: "any",
      firstBoot: "newest",
    },
  );
  expect(users.unit("fetch-chrony.service")?.contents).toContain(
    "systemctl start --no-block chronyd.service\n",
  );
});

test("without updates nothing could fetch it, so the chosen version is", () => {
  const document = only(
    "docker",
    {},
    {
      version: "28.0.4",
      firstBoot: "newest",
    },
  );
  expect(document.link("/etc/extensions/docker.raw")).toBeDefined();
  expect(document.units).toEqual([]);
});

test("an own image restarts the units it names, and no others", () => {
  const own = { url: "https://h/tool-1.0.0.raw", updatesFrom: "https://h/" };
  const document = emitted({
    chosen: [
      chosen({
        id: "tool",
        own,
        updates: "any",
        activation: "restart",
        restartUnits: [
          "tool.service",
          "evil; reboot",
          "--force",
          "a\\x2db@1.service",
        ],
      }),
    ],
  });
  expect(document.dropin("systemd-sysupdate.service", "tool.conf")).toContain(
    "then systemctl restart systemd-sysext.service && systemctl restart tool.service a\\\\\\\\x2db@1.service; fi",
  );
});

test("signed lists: Verify=true, and the keys under both names that systemd knows", () => {
  const document = emitted({
    chosen: [{ ...docker, verify: true }],
    keyring: { url: "https://h/keys.gpg", hash: "sha256-00" },
  });
  expect(document.text("/etc/sysupdate.docker.d/docker.conf")).toContain(
    "Verify=true\n",
  );
  expect(document.file("/etc/systemd/import-pubring.gpg")?.contents).toEqual({
    source: "https://h/keys.gpg",
    hash: "sha256-00",
  });
  expect(document.link("/etc/systemd/import-pubring.pgp")?.target).toBe(
    "/etc/systemd/import-pubring.gpg",
  );
});

test("a choice that is what nobody says is not kept", () => {
  const held = withChoice(docker, "hold", true);
  expect(held.hold).toBe(true);
  expect(withChoice(held, "hold", false)).toEqual(docker);
  expect(withChoice(docker, "bakery", "")).toEqual(docker);
  expect(withChoice(docker, "restartUnits", [])).toEqual(docker);
});

const tool = chosen({
  id: "tool",
  version: "1.0.0",
  updates: "patch",
  own: { url: "https://h/tool-1.0.0-x86-64.raw", updatesFrom: "https://h/t/" },
});
test.each<[string, ChosenImage]>([
  ["hold", { ...docker, hold: true }],
  ["major", { ...docker, updates: "major" }],
  [
    "versions",
    { ...kubernetes, minVersion: "v1.32.1", protectVersion: "v1.32.2" },
  ],
  ["signed lists", { ...docker, verify: true }],
  ["a rule that is fetched", { ...docker, rules: "published" }],
  ["a series that is fetched", { ...kubernetes, rules: "published" }],
  [
    "the newest of a series",
    { ...kubernetes, version: "v1.32.0", firstBoot: "newest" },
  ],
  ["the newest of all", { ...docker, version: "", firstBoot: "newest" }],
  [
    "units of one's own",
    { ...tool, activation: "restart", restartUnits: ["tool.service"] },
  ],
  [
    "a unit with an escape in its name",
    { ...tool, activation: "restart", restartUnits: ["a\\x2db.service"] },
  ],
  [
    "an own image fetched by the node",
    {
      ...tool,
      own: { url: "", updatesFrom: "https://h/t/" },
      firstBoot: "newest",
    },
  ],
])("%s is read from the text alone", (_, one) => {
  const before = node({
    chosen: [{ ...one, params: {} }],
    coordinator: "locksmith",
  });
  const found = readBack(before, { ...before, chosen: [] });
  expect(found.chosen).toEqual([{ ...one, version: found.chosen[0]?.version }]);
  if (!one.own) expect(found.chosen[0]?.version).toBe(one.version);
  expect(readBack(before, before).chosen).toEqual([one]);
});

function readBack(written: NodeExtensions, prior: NodeExtensions) {
  const draft = createDocument({ variant: "flatcar", version: "1.0.0" });
  emitExtensions(draft, written);
  draft.putUnit({ name: "systemd-sysupdate.timer", enabled: true });
  const opened = openDocument(emit(draft).text);
  if (!opened.ok) throw new Error("no document");
  return readExtensions(opened.value, { ...prior, chosenBakery: "" });
}

const rule = (
  one: Partial<ChosenImage>,
  more: Partial<NodeExtensions> = {},
) => {
  const document = emitted({
    ...more,
    chosen: [{ ...docker, rules: "published", ...one }],
  });
  return document.files
    .map(({ entry }) => entry)
    .find(({ path }) => /^\/etc\/sysupdate\.[^/]+\.d\//.test(path))?.contents;
};

test.each([
  [{}, "docker.conf"],
  [kubernetes, "kubernetes/kubernetes-v1.32.conf"],
  [{ hold: true }, "docker.conf"],
])("the bakery's own rule is fetched for %j", (one, file) => {
  expect(rule({ rules: "published", ...one })).toEqual({
    source: `https://extensions.flatcar.org/extensions/${file}`,
  });
});

test.each<[Partial<ChosenImage>, string]>([
  [{ keep: 5 }, "it keeps three"],
  [{ verify: true }, "it checks no signature"],
  [{ minVersion: "28.0.0" }, "it has no lower limit"],
  [{ updates: "patch" }, "there is none for a series of docker"],
  [{ ...kubernetes, updates: "major" }, "there is none for a first number"],
  [{ bakery: "https://mirror.example/x/" }, "it names Flatcar's bakery"],
  [
    { id: "docker-compose", version: "5.3.1", updates: "any" },
    "it was made by an old release",
  ],
  [{ id: "k3s", version: "v1.36.2+k3s1", updates: "patch" }, "so were these"],
])("it is written out for %j: %s", (one) => {
  const contents = rule({ ...one, rules: "published" });
  expect(contents?.source).toBeUndefined();
  expect(contents?.inline).toContain("[Source]");
});

test.skipIf(!validator)(
  "the real validator has nothing to say about any of it",
  () => {
    const all = createDocument({ variant: "flatcar", version: "1.0.0" });
    emitExtensions(
      all,
      node({
        chosen: [
          { ...docker, firstBoot: "newest", verify: true, updates: "major" },
          {
            ...kubernetes,
            hold: true,
            bakery: "https://mirror.example/x",
            minVersion: "v1.32.1",
            protectVersion: "v1.32.2",
          },
        ],
        keyring: { url: "https://h.example/keys.gpg", hash: "" },
      }),
    );
    const { output } = transpile(emit(all).text);
    expect(validatorSays(output!)).toBe("");
  },
);
