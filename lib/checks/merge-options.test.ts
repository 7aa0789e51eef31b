import { describe, expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, chosen, kubernetes, presetOf, user } from "./testing";

/** Codes and fields of what is said about a node that somebody can log in to, without what every such node is told. */
function told(advanced: object, stored: object = {}): string[] {
  return run(presetOf({ ...user({}), advanced, ...stored }), catalogue)
    .problems.filter(({ code }) => code !== "download-unchecked")
    .map(
      ({ kind, code, field, path }) =>
        `${kind} ${code} ${(field ?? path)?.join(".")}`,
    );
}

const alpha = { target: { channel: "alpha" } };
const old = { target: { channel: "lts-2023" } };
const both = { builtinOff: ["docker", "containerd"] };

describe("what a release knows", () => {
  test.each<[object, string[]]>([
    [
      { sysext: { mutable: "yes" } },
      ["error mutable-too-old advanced.sysext.mutable"],
    ],
    [
      { confext: { policy: "signed" } },
      ["error image-policy-too-old advanced.confext.policy"],
    ],
  ])("%j on a release that does not", (advanced, expected) => {
    expect(told(advanced, old)).toEqual(expect.arrayContaining(expected));
    expect(told(advanced).join()).not.toContain("too-old");
  });

  test("the overlay over /etc came with 3535, and is a layer from 4628 on", () => {
    const keep = { keepEtcCopies: true };
    const info = "info etc-copies-release advanced.keepEtcCopies";
    expect(told(keep)).toEqual([]);
    expect(told(keep, old)).toEqual([info]);
    expect(told(keep, alpha)).toEqual([info]);
  });
});

describe("image policy", () => {
  const signed = { sysext: { policy: "signed" } };
  const field = "advanced.sysext.policy";

  test("images of the bakery are refused, and before 4628 Flatcar's own", () => {
    expect(told(signed)).toEqual([
      `error image-policy-rejects-built-in ${field}`,
    ]);
    expect(told(signed, { extensions: both })).toEqual([
      `warning image-policy-rejects-built-in ${field}`,
    ]);
    expect(told(signed, alpha)).toEqual([`info image-policy-initrd ${field}`]);
    expect(told(signed, { ...chosen(kubernetes), ...alpha })).toContain(
      `error image-policy-rejects ${field}`,
    );
  });

  test.each([
    ["root=unprotected+absent:usr=unprotected+absent", []],
    ["*", []],
    ["root=verity+absent", [`error image-policy-rejects-built-in ${field}`]],
    ["signed!", ["error image-policy-malformed advanced.sysext.ownPolicy"]],
  ])("an own policy %j", (ownPolicy, expected) => {
    expect(told({ sysext: { policy: "own", ownPolicy } })).toEqual(expected);
  });
});

describe("trees that take writes", () => {
  const route = (routes: object, mutable = "auto") => ({
    sysext: { mutable },
    writes: routes,
  });

  test.each<[string, object, string[]]>([
    ["/opt goes to itself", route({ opt: "original" }), []],
    [
      "/usr in front of the OS",
      route({ usr: "directory" }),
      ["warning usr-writable advanced.writes.usr"],
    ],
    [
      "mode yes makes a place for /usr",
      route({}, "yes"),
      ["warning usr-writable advanced.sysext.mutable"],
    ],
    [
      "a place that nobody uses",
      route({ opt: "directory" }, "no"),
      ["info writes-unused advanced.writes.opt"],
    ],
    [
      "nowhere to write",
      route({}),
      ["info mutable-nowhere advanced.sysext.mutable"],
    ],
    [
      "/etc is read-only after the next updates",
      { confext: { mutable: "import" } },
      ["warning etc-not-kept advanced.confext.mutable"],
    ],
    ["/etc as Flatcar has it", { confext: { mutable: "auto" } }, []],
  ])("%s", (_, advanced, expected) => {
    expect(told(advanced)).toEqual(expected);
  });

  test("from 4628 on, Flatcar's own /etc depends on it", () => {
    expect(
      told(
        { confext: { mutable: "ephemeral" }, writes: { etc: "directory" } },
        alpha,
      ),
    ).toEqual([
      "error etc-not-kept advanced.confext.mutable",
      "warning etc-route-replaced advanced.writes.etc",
    ]);
  });

  test("an extension that keeps /opt writable is not overruled unseen", () => {
    const kata = chosen({
      id: "kata-containers",
      version: "4.0.0",
      params: { keepOptWritable: true },
    });
    const twice = "warning mutable-twice advanced.sysext.mutable";
    const own = {
      sysext: {
        policy: "own",
        ownPolicy: "root=unprotected+absent:usr=unprotected+absent",
      },
    };
    expect(told(own, kata)).toContain(twice);
    expect(
      told({ sysext: { ...own.sysext, mutable: "auto" } }, kata),
    ).not.toContain(twice);
    expect(told({}, kata)).not.toContain(twice);
    const opt = "error writes-opt-twice advanced.writes.opt";
    expect(told({ writes: { opt: "directory" } }, kata)).toContain(opt);
    // The same link is the same file.
    expect(told({ writes: { opt: "original" } }, kata)).not.toContain(opt);
  });

  test("the bridge to a writable /usr is refused in any text", () => {
    const text = `storage:
  links:
    - path: /var/lib/extensions.mutable/usr
      target: /usr
`;
    expect(told({}, { rest: { text } })).toEqual([
      "error usr-route-refused rest.text",
    ]);
  });
});

test("signers are certificates, and never keys", () => {
  const pem = (word: string) =>
    `-----BEGIN ${word}-----\nMIIB\n-----END ${word}-----\n`;
  const certificates = [
    { name: "a", text: pem("CERTIFICATE") },
    { name: "", text: pem("CERTIFICATE") },
    { name: "c", text: pem("EC PRIVATE KEY") },
    { name: "d", text: "MIIB" },
  ];
  expect(told({ certificates })).toEqual(
    expect.arrayContaining([
      "error signer-name advanced.certificates.1.name",
      "error signer-private-key advanced.certificates.2.text",
      "error signer-certificate advanced.certificates.3.text",
    ]),
  );
  expect(told({ certificates: [certificates[0]] })).toEqual([]);
});
