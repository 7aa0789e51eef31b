import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { cliAmongDocuments } from "./testing/documents";

const { run, write } = cliAmongDocuments();
const golden = fileURLToPath(
  new URL(
    "../lib/butane/testdata/parity/flatcar-1.1.0/mount-units/expected.ign",
    import.meta.url,
  ),
);

beforeAll(() => {
  const json = readFileSync(golden, "utf8");
  write("node.ign", json);
  write("node.gz", gzipSync(json));
  write("cloud.yaml", "#cloud-config\nhostname: web\npackages:\n  - a\n");
  write("old.ign", '{"ignition":{"version":"2.3.0"}}\n');
  write(
    "wrong.ign",
    '{\n  "ignition": {"version": "3.4.0"},\n  "storage": {"files": [{"path": "a"}]}\n}\n',
  );
});

test.each(["node.ign", "node.gz"])(
  "what Butane made of a document, %s, is a document that Butane makes it of",
  async (file) => {
    const imported = await run(["import", file]);
    expect(imported).toMatchObject({ status: 0, stderr: "" });
    expect(imported.stdout).toContain("with_mount_unit: true\n");
    const again = await run(["transpile", "--pretty"], {
      stdin: imported.stdout,
    });
    expect(again.stdout).toBe(readFileSync(golden, "utf8"));
  },
);

test("what a cloud-config asks for and has no counterpart goes to standard error", async () => {
  const { status, stdout, stderr } = await run(["import", "cloud.yaml"]);
  expect(status).toBe(0);
  expect(stdout).toContain("path: /etc/hostname\n");
  expect(stderr).toMatch(
    /^cloud\.yaml:3:1: warning: Not carried over: packages\. /,
  );
  expect(await run(["import", "-s", "cloud.yaml"])).toMatchObject({
    status: 1,
    stdout: "",
  });
});

test.each([
  [
    ["old.ign"],
    /^old\.ign: error: This is an Ignition config of version 2\.3\.0;/,
  ],
  [
    ["wrong.ign"],
    /^wrong\.ign:3:\d+: error: .* \[\$\.storage\.files\.0\.path\]/,
  ],
  [["nowhere.ign"], /^cannot read nowhere\.ign: /],
])("%j is refused with a reason", async (args, message) => {
  const { status, stdout, stderr } = await run(["import", ...args]);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
});
