import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { Fetch } from "./fetch";
import { mirrorScript, mirrorSums } from "./kit";

const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
const sha256 = (bytes: string | Buffer) =>
  createHash("sha256").update(bytes).digest("hex");

const files: Record<string, string | Buffer> = {
  "/b/tool-1.0-x86-64.raw": "tool 1.0",
  "/it's a file": "quoted",
  "/packed.gz": gzipSync("what is inside"),
  "/private/b": "for those who may",
  "/signed/SHA256SUMS": "the publisher's own list\n",
  "/signed/SHA256SUMS.gpg": "signature",
};

/** What curl sends for a user `me` with the password `secret word`. */
const login = `Basic ${Buffer.from("me:secret word").toString("base64")}`;

describe.skipIf(!has("curl") || !has("sha256sum"))("the script", () => {
  let server: Server;
  let base = "";
  let asked: string[] = [];
  let folder = "";
  beforeAll(async () => {
    server = createServer(({ url = "", headers }, response) => {
      asked.push(url);
      if (url.startsWith("/private/") && headers.authorization !== login)
        return response.writeHead(401).end();
      const body = files[decodeURIComponent(url)];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((ready) =>
      server.listen(0, "127.0.0.1", () => ready()),
    );
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
    folder = mkdtempSync(join(tmpdir(), "mirror-"));
    return () => rmSync(folder, { recursive: true });
  });

  const host = () => base.slice("http://".length).replace(":", "_");
  const at = (...path: string[]) => join(folder, "out", host(), ...path);

  async function run(
    fetches: readonly Fetch[],
    node = "node-1",
    env: { NETRC?: string } = { NETRC: "" },
  ) {
    const script = join(folder, "mirror.sh");
    writeFileSync(script, mirrorScript(fetches, node));
    return new Promise<{ status: number; stderr: string }>((done) =>
      execFile(
        "sh",
        [script, join(folder, "out")],
        {
          // Whoever runs the tests may have logins of their own.
          env: { ...process.env, ...env, HOME: folder, no_proxy: "127.0.0.1" },
        },
        (error, _, stderr) => done({ status: error ? 1 : 0, stderr }),
      ),
    );
  }

  const image = (): Fetch => ({
    kind: "image",
    when: "first-boot",
    extension: "tool",
    url: `${base}/b/tool-1.0-x86-64.raw`,
    hash: `sha256-${sha256("tool 1.0")}`,
  });
  const updates = (): Fetch => ({
    kind: "updates",
    when: "later",
    extension: "tool",
    url: `${base}/b/tool/SHA256SUMS`,
  });

  test("fetches, compares, and makes the list that sysupdate reads; again it fetches nothing", async () => {
    const all: Fetch[] = [
      image(),
      updates(),
      {
        kind: "file",
        when: "first-boot",
        url: `${base}/packed.gz`,
        hash: `sha256-${sha256("what is inside")}`,
        gzip: true,
      },
      {
        kind: "updates",
        when: "later",
        url: `${base}/signed/SHA256SUMS`,
        signed: true,
      },
      { kind: "named", when: "later", url: `${base}/page`, in: "a.service" },
      { kind: "os-updates", when: "later", url: `${base}/v1/update/` },
    ];
    expect(await run(all)).toEqual({ status: 0, stderr: expect.anything() });
    expect(readFileSync(at("b/tool/SHA256SUMS"), "utf8")).toBe(
      `${sha256("tool 1.0")}  tool-1.0-x86-64.raw\n`,
    );
    expect(readFileSync(at("b/tool/tool-1.0-x86-64.raw"), "utf8")).toBe(
      "tool 1.0",
    );
    expect(readFileSync(at("signed/SHA256SUMS"), "utf8")).toBe(
      "the publisher's own list\n",
    );
    expect(existsSync(at("signed/SHA256SUMS.gpg"))).toBe(true);
    expect(asked).toHaveLength(4);
    expect(await run(all)).toMatchObject({ status: 0 });
    expect(asked).toHaveLength(4);
    // The list of hashes is one that sha256sum takes.
    writeFileSync(join(folder, "SUMS"), mirrorSums(all));
    expect(mirrorSums(all).split("\n")).toHaveLength(2);
    const checked = spawnSync("sha256sum", ["-c", "../SUMS"], {
      cwd: join(folder, "out"),
    });
    expect(checked.status).toBe(0);
  });

  test("a wrong hash stops it, and the wrong file is not kept under its name", async () => {
    const wrong = { ...image(), hash: `sha256-${"0".repeat(64)}` };
    const { status, stderr } = await run([wrong]);
    expect(status).toBe(1);
    expect(stderr).toContain("wrong hash");
    expect(existsSync(at("b/tool-1.0-x86-64.raw"))).toBe(false);
  });

  test("what is not there stops it", async () => {
    const { status } = await run([{ ...image(), url: `${base}/gone.raw` }]);
    expect(status).toBe(1);
    expect(existsSync(at("gone.raw"))).toBe(false);
  });

  describe("of an address with a login", () => {
    const guarded = (): Fetch => ({
      kind: "file",
      when: "first-boot",
      url: `${base.replace("//", "//me:secret%20word@")}/private/b`,
    });
    const line = 'machine 127.0.0.1 login me password "secret word"\n';

    test.each([".netrc", "some where else"])(
      "takes the login from %j, and has none itself",
      async (name) => {
        expect(mirrorScript([guarded()], "node-1")).not.toContain("secret");
        const netrc = join(folder, name);
        writeFileSync(netrc, line);
        const NETRC = name === ".netrc" ? "" : netrc;
        const ran = await run([guarded(), image()], "node-1", { NETRC });
        expect(ran.status, ran.stderr).toBe(0);
        expect(readFileSync(at("private/b"), "utf8")).toBe("for those who may");
      },
    );

    test("says where the login has to be, and stops", async () => {
      const { status, stderr } = await run([guarded()]);
      expect(status).toBe(1);
      expect(stderr).toContain(`${folder}/.netrc is not there`);
      expect(existsSync(at("private/b"))).toBe(false);
    });

    test("keeps the login for addresses that had one", async () => {
      writeFileSync(join(folder, ".netrc"), line);
      const { status } = await run([
        { ...guarded(), url: `${base}/private/b` },
      ]);
      expect(status).toBe(1);
    });

    test("does not print it where the file is to be fetched by hand", () => {
      const script = mirrorScript([{ ...guarded(), headers: true }], "node-1");
      expect(script).toContain(`by_hand`);
      expect(script).not.toContain("secret");
    });
  });

  test("what curl cannot fetch is asked for, and found the next time", async () => {
    const stored: Fetch = {
      kind: "file",
      when: "first-boot",
      url: "s3://bucket/a.bin",
    };
    const guarded: Fetch = {
      kind: "file",
      when: "first-boot",
      url: `${base}/guarded`,
      headers: true,
    };
    const { status, stderr } = await run([image(), guarded, stored]);
    expect(status).toBe(1);
    expect(stderr).toContain(`fetch ${base}/guarded by hand`);
    expect(asked).toEqual(["/b/tool-1.0-x86-64.raw"]);
    expect(stderr).toContain(
      "fetch s3://bucket/a.bin by hand, to s3_bucket/a.bin",
    );
    expect(existsSync(at("b/tool-1.0-x86-64.raw"))).toBe(true);
  });

  test("addresses and names that a shell would act on are words to it", async () => {
    const evil = `$(touch ${folder}/evil)`;
    const all: Fetch[] = [
      { ...image(), url: `${base}/it's%20a%20file`, hash: "" },
      { ...image(), url: `${base}/${evil};touch ${folder}/evil`, hash: "" },
    ];
    await run(all.slice(0, 1), `node\ntouch ${folder}/evil\n`);
    expect(asked).toEqual(["/it's%20a%20file"]);
    await run(all, evil);
    expect(existsSync(join(folder, "evil"))).toBe(false);
  });
});
