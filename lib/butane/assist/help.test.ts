import { expect, test } from "vitest";
import { specs } from "../variants";
import { helpAt } from "./help";

const head = "variant: flatcar\nversion: 1.1.0\n";

function at(marked: string) {
  const offset = marked.indexOf("‸");
  return helpAt(marked.replace("‸", ""), offset);
}

test.each([
  [`${head}sto‸rage: {}`, { title: "storage", type: "mapping" }],
  [
    `${head}storage:\n  files:\n    - path: /a\n      mo‸de: 0644`,
    { title: "storage.files[].mode", type: "whole number" },
  ],
  [
    `${head}storage:\n  files:\n    - path: /et‸c`,
    { title: "storage.files[].path", required: true },
  ],
  [
    `${head}storage: {filesystems: [{for‸mat: ext4}]}`,
    {
      title: "storage.filesystems[].format",
      choices: ["ext4", "btrfs", "xfs", "vfat", "swap", "none"],
    },
  ],
  [
    `${head}storage:\n  luks:\n    - discard: tr‸ue\n  foo: [`,
    { title: "storage.luks[].discard", since: "1.1.0", absent: "`false`" },
  ],
  [
    `variant: flatcar\nversion: 1.0.0\nstorage:\n  luks:\n    - dis‸card: true`,
    { since: "1.1.0", tooNew: true },
  ],
  [
    `${head}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        Rest‸art=always\n`,
    { title: "[Service] Restart" },
  ],
  [
    `${head}passwd:\n  users:\n    - name: a\n      groups:\n        - whe‸el`,
    { title: "passwd.users[].groups[]" },
  ],
])("%j is explained", (marked, expected) => {
  expect(at(marked)).toMatchObject(expected);
});

test.each([
  [`${head}‸\n`, "an empty line"],
  [`${head}sto‸rge: {}`, "a key that nobody knows"],
  [`# vari‸ant`, "a comment"],
  [`${head}storage: {} ‸`, "behind everything"],
])("%j: nothing to say about %s", (marked) => {
  expect(at(marked)).toBeNull();
});

test("the range is the word's", () => {
  const text = `${head}storage: {}`;
  const help = helpAt(text, head.length + 2);
  expect(text.slice(help?.start, help?.end)).toBe("storage");
});

test.each(specs.map((spec) => [`${spec.variant} ${spec.version}`, spec]))(
  "every field of %s has a sentence of its own words",
  (_, { base }) => {
    for (const [name, fields] of Object.entries(base.structs)) {
      for (const [key, { doc, absent }] of Object.entries(fields)) {
        const at = `${name}.${key}`;
        expect(doc, at).toMatch(/^[A-Z].{6,}[.]$/s);
        expect(doc.length, at).toBeLessThan(180);
        expect(absent ?? "x", at).not.toMatch(/[.]$|^$/);
      }
    }
  },
);
