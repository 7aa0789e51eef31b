import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BuiltCli } from "./testing/built-cli";

const cli = new BuiltCli();
const at = (name: string) => join(cli.folder, name);
const golden = fileURLToPath(
  new URL(
    "../lib/butane/testdata/parity/flatcar-1.1.0/mount-units/expected.ign",
    import.meta.url,
  ),
);

beforeAll(() => {
  cli.build();
  const json = readFileSync(golden, "utf8");
  writeFileSync(at("node.ign"), json);
  writeFileSync(at("node.gz"), gzipSync(json));
  writeFileSync(
    at("cloud.yaml"),
    "#cloud-config\nhostname: web\npackages:\n  - a\n",
  );
  writeFileSync(at("old.ign"), '{"ignition":{"version":"2.3.0"}}\n');
  writeFileSync(
    at("wrong.ign"),
    '{\n  "ignition": {"version": "3.4.0"},\n  "storage": {"files": [{"path": "a"}]}\n}\n',
  );
}, 60_000);
afterAll(() => cli.remove());

test.each(["node.ign", "node.gz"])(
  "what Butane made of a document, %s, is a document that Butane makes it of",
  async (file) => {
    const imported = await cli.run(["import", file]);
    expect(imported).toMatchObject({ status: 0, stderr: "" });
    expect(imported.stdout).toContain("with_mount_unit: true\n");
    const again = await cli.run(["transpile", "--pretty"], {
      stdin: imported.stdout,
    });
    expect(again.stdout).toBe(readFileSync(golden, "utf8"));
  },
);

test("what a cloud-config asks for and has no counterpart goes to standard error", async () => {
  const { status, stdout, stderr } = await cli.run(["import", "cloud.yaml"]);
  expect(status).toBe(0);
  expect(stdout).toContain("path: /etc/hostname\n");
  expect(stderr).toMatch(
    /^cloud\.yaml:3:1: warning: Not carried over: packages\. /,
  );
  expect(await cli.run(["import", "-s", "cloud.yaml"])).toMatchObject({
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
  const { status, stdout, stderr } = await cli.run(["import", ...args]);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
});
