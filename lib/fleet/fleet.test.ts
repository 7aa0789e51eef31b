import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { platforms } from "@/lib/delivery/platforms";
import { run } from "@/lib/pipeline";
import { emptyPreset, type Preset } from "@/lib/preset";
import catalogue from "@/public/catalogue.json";
import { fleetFiles } from "./files";
import { fleetNodes } from "./nodes";
import { isBlocked, mostNodes, planFleet, type Role } from "./plan";
import { zipped } from "./zip";

const offered = catalogue as Catalogue;
const node = (change: Partial<Preset>): Preset => ({
  ...emptyPreset(),
  ...change,
});
const on = (platform: string) => ({ ...emptyPreset().target, platform });
const worker = node({
  identity: { hostname: "{{host}}.{{zone}}", timezone: "" },
});
const roles = (...given: [string, Preset][]): Role[] =>
  given.map(([name, preset]) => ({ name, preset }));
const archive = (given: readonly Role[], table: string) => {
  const pieces = [
    ...zipped(fleetFiles(fleetNodes(planFleet(given, table), offered))),
  ];
  const files = unzipSync(Buffer.concat(pieces));
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]),
  );
};
const codes = (problems: readonly { readonly code: string }[]) =>
  problems.map(({ code }) => code);

describe("a table", () => {
  test("has a node in every row", () => {
    const plan = planFleet(roles(["", worker]), "host,zone\na,x\nb,y\n\n");
    expect(plan.problems).toEqual([]);
    expect(plan.nodes).toMatchObject([
      { line: 2, name: "a.x", folder: "a.x", problems: [] },
      { line: 3, name: "b.y", folder: "b.y", problems: [] },
    ]);
  });

  test.each([
    ["", ["empty-table"]],
    ["host,zone\n", ["no-rows"]],
    ["host,zone,hots\na,b,c", ["unused-column"]],
    ["host,zone,name,role\na,b,c,d", []],
    ["host\na", ["unknown-variable"]],
    ["host,zone,host\na,b,c", ["column-twice"]],
    ["host,zone,a b,\n1,2,3,4", ["bad-heading", "no-heading"]],
    ['host,zone\n"a,b', ["bad-table"]],
  ])("%j is told about: %j", (table, expected) => {
    const found = planFleet(roles(["", worker]), table).problems;
    expect(codes(found).filter((code) => code !== "unknown-variable")).toEqual(
      expected.filter((code) => code !== "unknown-variable"),
    );
    if (expected.includes("unknown-variable"))
      expect(codes(found)).toContain("unknown-variable");
  });

  test("a preset without variables is told about", () => {
    const plan = planFleet(roles(["", emptyPreset()]), "name\na\n");
    expect(codes(plan.problems)).toEqual(["no-variables"]);
    expect(isBlocked(plan)).toBe(false);
  });

  test("an unknown variable leads to its field and stops everything", () => {
    const plan = planFleet(roles(["", worker]), "host\na\n");
    expect(plan.problems).toMatchObject([
      { code: "unknown-variable", field: ["identity", "hostname"] },
    ]);
    expect(isBlocked(plan)).toBe(true);
  });

  test.each([
    ["a,", ["missing-value"]],
    ["a", ["missing-value"]],
    ['a,""', []],
    ["a,b,c", ["too-many-cells"]],
  ])("the row %j has problems %j", (row, expected) => {
    const { nodes } = planFleet(roles(["", worker]), `host,zone\n${row}\n`);
    expect(codes(nodes[0]!.problems)).toEqual(expected);
  });

  test("two nodes of one name are told apart by nothing", () => {
    const { nodes } = planFleet(
      roles(["", worker]),
      "name,host,zone\nWeb/1,a,b\nweb 1,a,c\n",
    );
    expect(codes(nodes[1]!.problems)).toEqual(["name-twice"]);
  });

  test("roles have a preset each", () => {
    const two = roles(["cp", node({ name: "{{host}}" })], ["worker", worker]);
    const { nodes } = planFleet(
      two,
      "role,host,zone\ncp,a,\nworker,b,c\nother,d,e\n,f,g\n",
    );
    expect(nodes.map(({ role }) => role?.name)).toEqual([
      "cp",
      "worker",
      undefined,
      undefined,
    ]);
    expect(nodes.map(({ problems }) => codes(problems))).toEqual([
      [],
      [],
      ["unknown-role"],
      ["no-role"],
    ]);
  });

  test.each(["", "cp"])("two presets of the role %j are told about", (role) => {
    const plan = planFleet(
      roles([role, worker], [role, worker]),
      "role,host,zone\ncp,a,b\n",
    );
    expect(codes(plan.problems)).toEqual(["role-twice"]);
    expect(isBlocked(plan)).toBe(true);
  });

  test("no folder takes the place of a list", () => {
    const { nodes } = planFleet(
      roles(["", worker]),
      "name,host,zone\nmanifest.json,a,b\nsha256sums,a,b\n",
    );
    expect(nodes.map(({ folder }) => folder)).toEqual([
      "manifest.json-node",
      "sha256sums-node",
    ]);
  });

  test("more rows than a zip has room for are refused", () => {
    const table = `host,zone\n${"a,b\n".repeat(mostNodes + 1)}`;
    const plan = planFleet(roles(["", worker]), table);
    expect(plan.nodes).toHaveLength(mostNodes);
    expect(plan.problems).toMatchObject([
      { code: "too-many-rows", line: mostNodes + 2 },
    ]);
  });
});

describe("an archive", () => {
  test("has for every node what the node by itself has", () => {
    const files = archive(roles(["", worker]), "host,zone\na,x\nb,y\n");
    const alone = run(
      node({ identity: { hostname: "b.y", timezone: "" } }),
      offered,
    );
    expect(files["b.y/config.ign"]).toBe(alone.compact);
    expect(Object.keys(files)).toEqual([
      "a.x/config.ign",
      "b.y/config.ign",
      "fleet.tf.json",
      "SHA256SUMS",
      "manifest.json",
    ]);
  });

  test("has what the platform gets, where that is not the config", () => {
    const files = archive(
      roles(["", { ...worker, target: on("vmware") }]),
      "host,zone\na,x\n",
    );
    const [, value] = /^guestinfo\.ignition\.config\.data = "(.+)"$/m.exec(
      files["a.x/guestinfo.txt"]!,
    )!;
    expect(Buffer.from(value!, "base64").toString()).toBe(
      files["a.x/config.ign"],
    );
    const map = JSON.parse(files["fleet.tf.json"]!) as unknown;
    expect(map).toEqual({
      locals: {
        fleet: {
          "a.x": {
            name: "a.x",
            role: "",
            platform: "vmware",
            config: "${path.module}/a.x/config.ign",
            extra_config: {
              "guestinfo.ignition.config.data":
                '${base64gzip(file("${path.module}/a.x/config.ign"))}',
              "guestinfo.ignition.config.data.encoding": "gzip+base64",
            },
          },
        },
      },
    });
  });

  test.each(platforms.map(({ id }) => id))(
    "gives Terraform what it takes on %s",
    (id) => {
      const files = archive(
        roles(["", { ...worker, target: on(id) }]),
        "host,zone\na,x\n",
      );
      const { fleet } = (
        JSON.parse(files["fleet.tf.json"]!) as {
          locals: { fleet: Record<string, Record<string, unknown>> };
        }
      ).locals;
      const { user_data: file, extra_config: settings } = fleet["a.x"]!;
      // Beside `config.ign` no snippet of a platform reads anything.
      if (id === "vmware") expect(file).toBeUndefined();
      else {
        expect(settings).toBeUndefined();
        expect(file).toBe("${path.module}/a.x/config.ign");
      }
      expect(files["a.x/config.ign"]).toMatch(/^\{"ignition":/);
    },
  );

  const hasTerraform = spawnSync("terraform", ["version"]).status === 0;

  test.skipIf(!hasTerraform)(
    "is read by the real Terraform, which finds each node's config",
    () => {
      const vmware = { ...worker, target: on("vmware") };
      const files = archive(
        roles(["", worker], ["vm", vmware]),
        "role,host,zone\n,a,x\nvm,b,y\n",
      );
      const cwd = mkdtempSync(join(tmpdir(), "kindling-fleet-"));
      try {
        for (const [path, text] of Object.entries(files)) {
          mkdirSync(join(cwd, dirname(path)), { recursive: true });
          writeFileSync(join(cwd, path), text);
        }
        const input = `[for key, node in local.fleet : try(filebase64(node.user_data), node.extra_config["guestinfo.ignition.config.data"])]\n`;
        const printed = execFileSync("terraform", ["console"], {
          ...{ cwd, input, encoding: "utf8" },
          env: { ...process.env, CHECKPOINT_DISABLE: "1" },
          stdio: ["pipe", "pipe", "ignore"],
        });
        const [plain, packed] = [...printed.matchAll(/"(.*)"/g)].map(
          ([, text]) => Buffer.from(text!, "base64"),
        );
        expect(plain!.toString()).toBe(files["a.x/config.ign"]);
        expect(gunzipSync(packed!).toString()).toBe(files["b.y/config.ign"]);
      } finally {
        rmSync(cwd, { recursive: true });
      }
    },
  );

  test("has a pointer's file, with the address of each node", () => {
    const target = {
      ...emptyPreset().target,
      handOver: "pointer" as const,
      handOverFrom: "https://example.com/{{host}}.ign",
    };
    const files = archive(
      roles(["", { ...worker, target }]),
      "host,zone\na,x\nb,y\n",
    );
    const manifest = JSON.parse(files["manifest.json"]!) as {
      nodes: { upload: { address: string; sha256: string } }[];
    };
    const { upload } = manifest.nodes[1]!;
    expect(upload.address).toBe("https://example.com/b.ign");
    const pointer = files["b.y/config.ign"];
    expect(pointer).toContain("https://example.com/b.ign");
    expect(pointer).toContain(`sha256-${upload.sha256}`);
    const hash = createHash("sha256").update(files["b.y/upload.ign"]!);
    expect(hash.digest("hex")).toBe(upload.sha256);
    expect(files["b.y/upload.ign"]).toContain("b.y%0A");
  });

  test("names every file with its hash", () => {
    const files = archive(
      roles(["", { ...worker, target: on("vmware") }]),
      "host,zone\na,x\nb,y\n",
    );
    const lines = files["SHA256SUMS"]!.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const [hash, path] = line.split("  ");
      const hashed = createHash("sha256").update(files[path!]!).digest("hex");
      expect(hash).toBe(hashed);
      expect(files["manifest.json"]).toContain(hashed);
    }
  });

  test("is the same archive for the same fleet", () => {
    const bytes = () =>
      Buffer.concat([
        ...zipped(
          fleetFiles(
            fleetNodes(
              planFleet(roles(["", worker]), "host,zone\na,x\n"),
              offered,
            ),
          ),
        ),
      ]).toString("base64");
    expect(bytes()).toBe(bytes());
  });

  test("leaves out what is wrong and says so, without a value of the table", () => {
    const files = archive(
      roles(["", worker]),
      "host,zone\na,x\nno good,y\nc\n",
    );
    const manifest = JSON.parse(files["manifest.json"]!) as {
      leftOut: unknown;
    };
    expect(manifest.leftOut).toEqual([
      { name: "no good.y", line: 3, problems: ["hostname-blank"] },
      { name: "c.{{zone}}", line: 4, problems: ["missing-value"] },
    ]);
    expect(Object.keys(files)).not.toContain("no-good.y/config.ign");
  });

  test("what looks like a template of Terraform's is none", () => {
    const files = archive(
      roles(["", worker]),
      "name,host,zone\n${file(1)}%{x},a,x\n",
    );
    expect(files["fleet.tf.json"]).toContain('"name": "$${file(1)}%%{x}"');
  });
});
