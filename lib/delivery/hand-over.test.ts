import { gunzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkIgnitionText,
  decodeDataUrl,
  gunzip,
  transpile,
} from "@/lib/butane";
import {
  validator,
  validatorSays,
} from "@/lib/butane/testing/ignition-validate";
import { utf8 } from "@/lib/bytes";
import { catalogue, key, presetOf, told } from "@/lib/checks/testing";
import { run } from "@/lib/pipeline";
import { compose } from "@/lib/preset";
import { soundPresets } from "@/lib/preset/testing";
import { sha256 } from "@/lib/sha256";
import { handOver, type HandOver } from "./hand-over";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

interface Resource {
  source?: string;
  compression?: string;
}

/** A config with every data URL replaced by the bytes that it holds, so that only what the node gets is compared. */
function unpacked(config: string): unknown {
  return JSON.parse(config, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    const { source, compression, ...rest } = value as Resource;
    if (!source?.startsWith("data:")) return value;
    const bytes = decodeDataUrl(source)!;
    const packed = compression === "gzip" ? gunzip(bytes)! : bytes;
    return { ...rest, bytes: Array.from(packed) };
  });
}

/** The config inside a config that is nothing but packed. */
function inside(config: string): string {
  const { source, compression } = JSON.parse(config).ignition.config.replace;
  expect(compression).toBe("gzip");
  expect(source).toMatch(/^data:;base64,/);
  return text(gunzipSync(Buffer.from(source.slice(13), "base64")));
}

function handed(stored: object, target: object): HandOver {
  const outcome = run(presetOf({ ...stored, target }), catalogue);
  return outcome.handOver!;
}

const big = {
  users: { users: [{ name: "core", keys: [key] }] },
  rest: {
    text: `storage:\n  files:\n    - path: /etc/big\n      contents:\n        inline: "${"abcdefgh ".repeat(100)}"\nsystemd:\n  units:\n    - name: big.service\n      contents: "[Service]\\n${"Environment=A=b\\n".repeat(60)}"\n`,
  },
};

describe("packed with gzip", () => {
  test(
    "law: what is inside is the same node, whatever is on it, and the same node packs to the same bytes",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(soundPresets, (stored) => {
          const butane = compose(presetOf(stored)).text;
          const forms = {
            transpiled: transpile(butane),
            uncompressed: () => transpile(butane, { compress: false }).output,
          };
          const one = handOver({ handOver: "wrapped" }, forms)!;
          const plain = handOver({}, forms)!;
          expect(plain).toEqual({
            kind: "whole",
            config: forms.transpiled.output,
          });
          expect(unpacked(inside(one.config!))).toEqual(
            unpacked(plain.config!),
          );
          expect(handOver({ handOver: "wrapped" }, forms)).toEqual(one);
          expect(checkIgnitionText(one.config!).report).toEqual([]);
          expect(checkIgnitionText(inside(one.config!)).report).toEqual(
            checkIgnitionText(plain.config!).report,
          );
        }),
        { numRuns: 25 },
      );
    },
  );

  test("it is what the platform gets, and it is smaller", () => {
    const whole = run(presetOf(big), catalogue).userData!;
    const packed = run(
      presetOf({ ...big, target: { handOver: "wrapped" } }),
      catalogue,
    ).userData!;
    expect(packed.bytes).toBeLessThan(whole.bytes);
    expect(unpacked(inside(packed.text))).toEqual(unpacked(whole.text));
  });
});

describe("a pointer", () => {
  const target = {
    handOver: "pointer",
    handOverFrom: " https://example.com/node.ign?a=1&b=2 ",
  };

  test("names the file and the hash of its bytes; the file is the config as it is", () => {
    const { config, upload } = handed(big, target);
    const { ignition, ...rest } = JSON.parse(config!);
    expect(rest).toEqual({});
    expect(ignition.config.replace).toEqual({
      source: "https://example.com/node.ign?a=1&b=2",
      verification: { hash: `sha256-${sha256(utf8(upload!.text))}` },
    });
    expect(upload!.text).toBe(run(presetOf(big), catalogue).compact);
    expect(upload!.address).toBe("https://example.com/node.ign?a=1&b=2");
    expect(checkIgnitionText(config!).report).toEqual([]);
  });

  test("keeps what the file is fetched with: timeouts, proxy and authorities", () => {
    const ignition = {
      timeouts: { total: "60" },
      proxy: { https: "http://proxy:3128", except: ["10.0.0.0/8"] },
    };
    const { config, upload } = handed({ ...big, ignition }, target);
    const small = JSON.parse(config!).ignition;
    const whole = JSON.parse(upload!.text).ignition;
    expect(small.timeouts).toEqual({ httpTotal: 60 });
    expect(small.timeouts).toEqual(whole.timeouts);
    expect(small.proxy).toEqual(whole.proxy);
    expect(small.proxy).toBeDefined();
  });

  test("without an address there is nothing to hand over, and an error says so", () => {
    const outcome = run(
      presetOf({ ...big, target: { handOver: "pointer" } }),
      catalogue,
    );
    expect(outcome.handOver!.config).toBeNull();
    expect(outcome.userData).toBeNull();
    expect(told({ ...big, target: { handOver: "pointer" } })).toContain(
      "hand-over-address-missing target.handOverFrom",
    );
  });

  test.each([
    ["ftp://example.com/a", true, "Ignition has no ftp"],
    ["node.ign", true, "no scheme at all"],
    ["arn:aws:s3:::bucket/a", true, "arn is of Ignition 3.4, and this is 3.3"],
    ["s3://bucket/a", false, "a role may read it"],
    ["http://10.0.0.1/a", false, "the hash guards it"],
  ])("address %s is refused: %j, %s", (handOverFrom, refused) => {
    const codes = told({
      ...big,
      target: { handOver: "pointer", handOverFrom },
    });
    expect(
      codes.includes("hand-over-address-refused target.handOverFrom"),
    ).toBe(refused);
  });

  test("a secret in a file that anybody on the way can read is told", () => {
    const secret = {
      users: { users: [{ name: "core", keys: [key], passwordHash: "$6$a$b" }] },
    };
    const at = (handOverFrom: string) =>
      run(
        presetOf({ ...secret, target: { handOver: "pointer", handOverFrom } }),
        catalogue,
      ).problems.find(({ code }) => code === "hand-over-readable")?.kind;
    expect(at("http://example.com/a")).toBe("warning");
    expect(at("https://example.com/a")).toBe("info");
    expect(at("s3://bucket/a")).toBeUndefined();
  });
});

test.each(["wrapped", "pointer"])(
  "%s: a config of Ignition 3.0.0 stands in one that knows compression and sha256",
  (handOver) => {
    const target = { variant: "fcos", spec: "1.0.0", handOver };
    const { config, upload } = handed(big, {
      ...target,
      handOverFrom: "https://example.com/a.ign",
    });
    expect(checkIgnitionText(config!).report).toEqual([]);
    const inner = upload ? upload.text : inside(config!);
    expect(JSON.parse(config!).ignition.version).toBe("3.1.0");
    expect(JSON.parse(inner).ignition.version).toBe("3.0.0");
  },
);

test.each(["wrapped", "pointer"])(
  "%s: a MachineConfig is handed over as it is, and that is told",
  (handOver) => {
    const outcome = run(
      presetOf({
        target: { variant: "openshift", spec: "4.14.0", handOver },
        rest: {
          text: "metadata:\n  name: 99-a\n  labels: {machineconfiguration.openshift.io/role: worker}\n",
        },
      }),
      catalogue,
    );
    expect(outcome.handOver).toEqual({
      kind: "whole",
      config: outcome.compact,
    });
    expect(
      outcome.problems.filter(({ code }) => code.startsWith("hand-over")),
    ).toMatchObject([{ kind: "info", code: "hand-over-whole" }]);
  },
);

test("user data that is too big says what packing it makes of it, and does it", () => {
  // Random words would not get smaller: what is repeated does.
  const preset = presetOf({
    users: big.users,
    units: {
      units: Array.from({ length: 60 }, (_, index) => ({
        name: `a${index}.service`,
        contents: `[Unit]\nDescription=${"word ".repeat(60)}\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n`,
      })),
    },
    target: { platform: "aws" },
  });
  const before = run(preset, catalogue);
  const problem = before.problems.find(
    ({ code }) => code === "user-data-too-big",
  );
  const [edit] = problem!.fix!.edits;
  expect(edit).toEqual({ path: ["target", "handOver"], value: "wrapped" });
  const after = run(
    { ...preset, target: { ...preset.target, handOver: "wrapped" } },
    catalogue,
  );
  expect(before.userData!.room).toBe("over");
  expect(after.userData!.room).toBe("plenty");
  expect(problem!.fix!.label).toContain(
    String(after.userData!.bytes).replace(/(\d)(\d{3})$/, "$1,$2"),
  );
});

describe.skipIf(!validator)("the real ignition-validate", () => {
  test("takes both without a word", () => {
    const wrapped = handed(big, { handOver: "wrapped" });
    const pointer = handed(big, {
      handOver: "pointer",
      handOverFrom: "https://example.com/a.ign",
    });
    expect(validatorSays(wrapped.config!)).toBe("");
    expect(validatorSays(pointer.config!)).toBe("");
    expect(validatorSays(inside(wrapped.config!))).toBe("");
    expect(validatorSays(pointer.upload!.text)).toBe("");
  });
});
