import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { imageOf } from "@/lib/delivery/images";
import type { Encoding } from "@/lib/delivery/platform";
import { platformById } from "@/lib/delivery/platforms";
import { encodedFor, userDataFor } from "@/lib/delivery/user-data";
import { encodeShare } from "@/lib/share/codec";
import { cliAmongDocuments, key, node, stored } from "./testing/documents";

/** Gzip finds nothing to save in it. */
const noise = Array.from({ length: 20 }, (_, index) =>
  createHash("sha512").update(`${index}`).digest("hex"),
).join("");

const { at, run } = cliAmongDocuments();

describe.concurrent("kindling compose", { timeout: 30_000 }, () => {
  const { link } = encodeShare(node);

  test("writes Butane that transpiles to the Ignition it writes", async () => {
    const butane = await run(["compose", "node.json"]);
    expect(butane).toMatchObject({ status: 0, stderr: "" });
    expect(butane.stdout).toContain("path: /etc/hostname");
    const ignition = await run(["compose", "--ignition", "node.json"]);
    expect(await run(["transpile"], { stdin: butane.stdout })).toEqual(
      ignition,
    );
    const pretty = await run(["compose", "-ip", "node.json"]);
    expect(await run(["transpile", "-p"], { stdin: butane.stdout })).toEqual(
      pretty,
    );
  });

  test.each([
    [["node.json"], ""],
    [["-"], stored],
    [[], `${stored}\n`],
    [[link], ""],
    [[`#${link}`], ""],
    [[`https://kindling.example/#${link}`], ""],
    [[], `${link}\n`],
  ])("takes a preset as %j", async (args, stdin) => {
    const ran = await run(["compose", ...args], { stdin });
    expect(ran).toEqual(await run(["compose", "node.json"]));
  });

  test("--hand-over packs the config, or writes a pointer and the file for its address", async () => {
    const { stdout: plain } = await run(["compose", "-i", "node.json"]);
    const aws = ["compose", "--user-data", "aws", "node.json"];
    const packed = await run([...aws, "--hand-over=wrapped"]);
    expect(packed).toMatchObject({ status: 0, stderr: "" });
    const { source } = JSON.parse(packed.stdout).ignition.config.replace;
    const inside = gunzipSync(Buffer.from(source.slice(13), "base64"));
    expect(JSON.parse(inside.toString()).passwd).toEqual(
      JSON.parse(plain).passwd,
    );
    const pointer = [...aws, "--hand-over=pointer"];
    expect(await run(pointer)).toMatchObject({ status: 1, stdout: "" });
    const address = "https://example.com/node.ign";
    const pointed = await run([
      ...pointer,
      "--address",
      address,
      "--upload",
      "node.ign",
    ]);
    const file = readFileSync(at("node.ign"));
    expect(file.toString()).toBe(plain.trimEnd());
    expect(JSON.parse(pointed.stdout).ignition.config.replace).toEqual({
      source: address,
      verification: {
        hash: `sha256-${createHash("sha256").update(file).digest("hex")}`,
      },
    });
  });

  test.each<
    [
      string,
      { target: { handOver?: string; platform?: string }; files?: object },
      string,
    ]
  >([
    ["no address", { target: { handOver: "pointer" } }, "there is none"],
    [
      "a limit of 1,024 bytes",
      {
        target: { platform: "virtualbox" },
        files: {
          files: [
            {
              path: "/opt/random",
              contents: { text: noise },
            },
          ],
        },
      },
      "takes 1,024",
    ],
  ])(
    "%s keeps the user data from being there, and not the config itself",
    async (_, preset, why) => {
      const stdin = JSON.stringify({ kindling: 1, ...preset });
      for (const flags of [[], ["-i"]]) {
        const ran = await run(["compose", ...flags], { stdin });
        expect(ran.status).toBe(0);
        expect(ran.stdout).not.toBe("");
        expect(ran.stderr).toContain("warning");
        expect(ran.stderr).toContain(why);
      }
      const given = ["compose", "-u", preset.target.platform ?? "qemu"];
      const refused = await run(given, { stdin });
      expect(refused).toMatchObject({ status: 1, stdout: "" });
      expect(refused.stderr).toContain(why);
    },
  );

  test.each([
    [["--hand-over=zip"], "--hand-over is whole, wrapped or pointer, not zip"],
    [["--address", "https://a/b"], "--address needs a pointer"],
    [["--upload", "a.ign"], "--upload needs a pointer"],
  ])("%j is refused", async (flags, why) => {
    const ran = await run(["compose", "-u", "aws", ...flags, "node.json"]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(why);
  });

  test("of a MachineConfig there is no file for an address, and that is said", async () => {
    const metadata =
      "metadata:\n  name: 99-a\n  labels: {machineconfiguration.openshift.io/role: worker}\n";
    const ran = await run(
      [
        "compose",
        "--hand-over=pointer",
        "--address=https://example.com/a",
        "--upload=a.ign",
      ],
      {
        stdin: JSON.stringify({
          kindling: 1,
          target: { variant: "openshift", spec: "4.14.0" },
          rest: { text: metadata },
        }),
      },
    );
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toContain("nothing points to a config of this variant");
  });

  test.each(["aws", "openstack", "vmware"])(
    "--user-data %s is what the platform gets, to the byte",
    async (id) => {
      const ignition = await run(["compose", "-i", "node.json"]);
      const { text } = userDataFor(
        platformById(id)!,
        ignition.stdout.trimEnd(),
        {
          name: "node-1",
          architecture: "x86-64",
          channel: "stable",
        },
      );
      const ran = await run([
        "compose",
        "--user-data",
        id,
        "-o",
        `${id}.out`,
        "node.json",
      ]);
      expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(readFileSync(at(`${id}.out`), "utf8")).toBe(text);
    },
  );

  test.each([
    ["aws", "base64"],
    ["akamai", "gzip+base64"],
    ["vmware", "gzip+base64"],
    ["openstack", "config-drive"],
    ["proxmoxve", "nocloud-drive"],
    ["pxe", "initramfs"],
  ])("--as on %s writes %s, to the byte", async (id, form) => {
    const config = (await run(["compose", "-i", "node.json"])).stdout.trimEnd();
    const file = `${id}-${form}.out`;
    const ran = await run([
      "compose",
      "-u",
      id,
      "--as",
      form,
      "-o",
      file,
      "node.json",
    ]);
    expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
    const platform = platformById(id)!;
    const image = platform.images?.find(({ kind }) => kind === form);
    const expected = image
      ? imageOf(image.kind, { config, name: "node-1" })
      : encodedFor(platform, config, form as Encoding).text;
    expect(readFileSync(at(file))).toEqual(Buffer.from(expected));
  });

  test.each([
    [["-u", "aws", "--as", "zip"], "--as for aws is plain or base64, not zip"],
    [["-u", "aws", "--as", "config-drive"], "not config-drive"],
    [["--as", "base64"], "--as needs --user-data"],
  ])("%j is a mistake", async (args, sentence) => {
    const ran = await run(["compose", ...args, "node.json"]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(sentence);
  });

  test("the size is that of the form: gzip makes room, a drive has no limit", async () => {
    const letters = "kindling ".repeat(8_000);
    const big = JSON.stringify({
      kindling: 1,
      rest: {
        text: `passwd:\n  users:\n    - name: core\n      gecos: ${letters}\n`,
      },
    });
    const ask = (...args: string[]) =>
      run(["compose", "-u", ...args, "-o", `big-${args.at(-1)}`, "-"], {
        stdin: big,
      });
    expect(await ask("openstack")).toMatchObject({ status: 1 });
    const drive = await ask("openstack", "--as", "config-drive");
    expect(drive).toMatchObject({ status: 0, stderr: "" });
    expect((await ask("vmware", "--as", "base64")).stderr).toContain("65,536");
    const packed = await ask("vmware", "--as", "gzip+base64");
    expect(packed.status).toBe(0);
    expect(packed.stderr).not.toContain("bytes");
  });

  test("an encoding that the node's release does not read is warned of", async () => {
    const ask = async (channel: string) =>
      (
        await run(["compose", "-u", "akamai", "--as", "gzip+base64"], {
          stdin: JSON.stringify({ kindling: 1, target: { channel } }),
        })
      ).stderr;
    expect(await ask("lts-2024")).toContain("gzip+base64 from Flatcar 4152 on");
    expect(await ask("stable")).not.toContain("4152");
  });

  test("a config that the platform does not take is refused", async () => {
    const big = {
      kindling: 1,
      rest: {
        text: `passwd:\n  users:\n    - name: core\n      gecos: ${"x".repeat(17_000)}\n`,
      },
    };
    const ran = await run(["compose", "-u", "aws", "-"], {
      stdin: JSON.stringify(big),
    });
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toContain("16,384");
  });

  test("what a link was made without is asked for", async () => {
    const users = [
      { name: "core", keys: [key], passwordHash: "$y$j9T$SECRET", groups: [] },
    ];
    const shared = encodeShare({ ...node, users: { users } }).link;
    const ran = await run(["compose", shared]);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(
      /warning: .*password hash of core.* \[users\.users\.0\.passwordHash\]/,
    );
    expect(await run(["compose", "--strict", shared])).toMatchObject({
      status: 1,
      stdout: "",
    });
  });

  test.each([
    [[link.slice(0, -1)], "the link: error: This link is cut off"],
    [[`p1.x${link.slice(4)}`], "the link: error: This link is"],
    [["p9.AAAAAAAA"], "made by a newer Kindling"],
    [["good.bu"], "good.bu: error: This is neither a preset nor a share link."],
    [["-u", "nowhere", "node.json"], "unknown platform: nowhere"],
    [["-i", "-u", "aws", "node.json"], "exclude each other"],
  ])("%j is refused with a reason", async (args, message) => {
    const ran = await run(["compose", ...args]);
    expect(ran.status).toBeGreaterThan(0);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  test("writes the manifest for Cluster API", async () => {
    const preset = JSON.stringify({
      kindling: 1,
      name: "capi",
      target: { platform: "openstack" },
    });
    const plain = await run(["compose", "--capi"], { stdin: preset });
    expect(plain).toMatchObject({ status: 0 });
    expect(plain.stdout).toContain("kind: KubeadmControlPlane\n");
    expect(plain.stdout).toContain("name: $${COREOS_OPENSTACK_HOSTNAME}\n");
    const worker = await run(
      ["compose", "--capi=worker", "--kubectl", "--capi-version=v1beta1"],
      { stdin: preset },
    );
    expect(worker.stdout).toContain("bootstrap.cluster.x-k8s.io/v1beta1\n");
    expect(worker.stdout).toContain("name: ${COREOS_OPENSTACK_HOSTNAME}\n");
  });

  test("refuses what Cluster API cannot carry", async () => {
    // It has a host name, which every machine gets from its platform.
    const ran = await run(["compose", "--capi", "node.json"]);
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toContain("/etc/hostname takes the place of");
  });

  test.each([
    [["--capi=node"], "control-plane or worker"],
    [["--capi", "--ignition"], "excludes"],
    [["--capi", "--capi-version=v2"], "v1beta1 or v1beta2"],
    [["--kubectl"], "needs --capi"],
  ])("%j is no command line", async (args, said) => {
    const ran = await run(["compose", ...args, "node.json"]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
  });
});
