import { expect, test } from "vitest";
import { transpile } from "../transpile";
import { textFixFor } from "./fixes";
import { nearest } from "../nearest";
import { applyEdits } from "./text-edit";

const head = "variant: flatcar\nversion: 1.1.0\n";
const hash = "0123456789abcdef".repeat(4);

test.each([
  [
    "unused-key",
    `${head}storge:\n  files: []\n`,
    `${head}storage:\n  files: []\n`,
  ],
  [
    "unused-key",
    `${head}passwd:\n  users:\n    - name: core\n      sshAuthorizedKeys: []\n`,
    `${head}passwd:\n  users:\n    - name: core\n      ssh_authorized_keys: []\n`,
  ],
  [
    "unused-key",
    "variant: flatcar\nversion: 1.0.0\nstorage:\n  luks:\n    - name: a\n      device: /dev/a\n      discard: true\n",
    "variant: flatcar\nversion: 1.1.0\nstorage:\n  luks:\n    - name: a\n      device: /dev/a\n      discard: true\n",
  ],
  [
    "variant-missing",
    "# mine\nversion: 1.1.0\n",
    "# mine\nvariant: flatcar\nversion: 1.1.0\n",
  ],
  ["variant-missing", "storage: {}\n", `${head}storage: {}\n`],
  ["variant-unknown", "variant: flatcra\nversion: 1.1.0\n", head],
  ["version-malformed", "variant: flatcar\nversion: 1.1\n", head],
  [
    "version-malformed",
    "variant: flatcar\nversion: v1.0.0\n",
    head.replace("1.1", "1.0"),
  ],
  ["version-malformed", "variant: flatcar\n", head],
  ["version-malformed", "variant: flatcar\nversion:\n", head],
  ["spec-version-unknown", "variant: flatcar\nversion: 7.0.0\n", head],
  [
    "yaml-syntax",
    `${head}storage:\n\tfiles:\n\t\t- path: /a\n`,
    `${head}storage:\n  files:\n    - path: /a\n`,
  ],
  [
    "yaml-syntax",
    `${head}passwd:\n  users:\n    - name: a\n      gecos: one: two\n`,
    `${head}passwd:\n  users:\n    - name: a\n      gecos: "one: two"\n`,
  ],
  [
    "type-mismatch",
    `${head}storage:\n  files:\n    - path: /a\n      mode: "0644"\n`,
    `${head}storage:\n  files:\n    - path: /a\n      mode: 0644\n`,
  ],
  [
    "type-mismatch",
    `${head}systemd:\n  units:\n    - name: a.service\n      mask: 'true'\n`,
    `${head}systemd:\n  units:\n    - name: a.service\n      mask: true\n`,
  ],
  [
    "type-mismatch",
    `${head}passwd:\n  users:\n    - name: a\n      ssh_authorized_keys: ssh-rsa AAAA\n`,
    `${head}passwd:\n  users:\n    - name: a\n      ssh_authorized_keys:\n        - ssh-rsa AAAA\n`,
  ],
  [
    "type-mismatch",
    `${head}storage:\n  files:\n    path: /a\n    contents:\n      inline: b\n`,
    `${head}storage:\n  files:\n    - path: /a\n      contents:\n        inline: b\n`,
  ],
  [
    "decimal-mode",
    `${head}storage:\n  files:\n    - path: /a\n      mode: 644\n`,
    `${head}storage:\n  files:\n    - path: /a\n      mode: 0644\n`,
  ],
  [
    "path-relative",
    `${head}storage:\n  files:\n    - path: etc/a\n`,
    `${head}storage:\n  files:\n    - path: /etc/a\n`,
  ],
  [
    "path-unclean",
    `${head}storage:\n  files:\n    - path: /etc//a/\n`,
    `${head}storage:\n  files:\n    - path: /etc/a\n`,
  ],
  [
    "hash-malformed",
    `${head}storage:\n  files:\n    - path: /a\n      contents:\n        source: https://a.example\n        verification:\n          hash: ${hash}\n`,
    `${head}storage:\n  files:\n    - path: /a\n      contents:\n        source: https://a.example\n        verification:\n          hash: sha256-${hash}\n`,
  ],
  [
    "unit-name-type",
    `${head}systemd:\n  units:\n    - name: a\n`,
    `${head}systemd:\n  units:\n    - name: a.service\n`,
  ],
  [
    "dropin-name",
    `${head}systemd:\n  units:\n    - name: a.service\n      dropins:\n        - name: b\n          contents: "[Unit]"\n`,
    `${head}systemd:\n  units:\n    - name: a.service\n      dropins:\n        - name: b.conf\n          contents: "[Unit]"\n`,
  ],
  [
    "unit-without-install",
    `${head}systemd:\n  units:\n    - name: a.timer\n      enabled: true\n      contents: |\n        [Timer]\n        OnCalendar=daily\n    - name: b.service\n`,
    `${head}systemd:\n  units:\n    - name: a.timer\n      enabled: true\n      contents: |\n        [Timer]\n        OnCalendar=daily\n\n        [Install]\n        WantedBy=timers.target\n    - name: b.service\n`,
  ],
])("%s is mended: %j", (code, text, expected) => {
  const entry = transpile(text).report.find((one) => one.code === code)!;
  expect(entry, "the fault is reported").toBeDefined();
  const fix = textFixFor(entry, text);
  expect(applyEdits(text, fix?.edits ?? [])).toBe(expected);
  expect(transpile(expected).report.map((one) => one.code)).not.toContain(code);
});

test.each([
  ["a key like no other", `${head}kubernetes: {}\n`],
  [
    "a quoted word that is no number",
    `${head}storage:\n  files:\n    - path: /a\n      mode: "rw"\n`,
  ],
  ["a variant like no other", "variant: windows\nversion: 1.1.0\n"],
  ["a key that is there twice", `${head}storage: {}\nstorage: {}\n`],
])("there is no fix for %s", (_, text) => {
  const { report } = transpile(text);
  expect(report.length).toBeGreaterThan(0);
  expect(report.map((entry) => textFixFor(entry, text))).toEqual(
    report.map(() => undefined),
  );
});

test.each([
  ["fiels", ["files", "filesystems"], "files"],
  ["overwirte", ["overwrite", "mode"], "overwrite"],
  ["contents-local", ["contents", "contents_local"], "contents_local"],
  ["id", ["uid"], "uid"],
  ["enable", ["enabled", "mask"], "enabled"],
  ["command", ["contents", "name"], undefined],
])("%s among %j is %s", (word, words, meant) => {
  expect(nearest(word, words)).toBe(meant);
});
