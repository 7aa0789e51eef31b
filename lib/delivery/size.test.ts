import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { key, presetOf } from "@/lib/checks/testing";
import { compose } from "@/lib/preset";
import { soundPresets } from "@/lib/preset/testing";
import { sizesOf } from "./size";

function sizes(stored: object) {
  const preset = presetOf(stored);
  const composed = compose(preset);
  const transpiled = transpile(composed.text);
  return {
    ...sizesOf({ transpiled, composed, preset })!,
    output: transpiled.output!,
  };
}

test(
  "law: the parts and the frame are all the bytes of the config, none of them twice",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(soundPresets, (stored) => {
        const { parts, frame, total, output } = sizes(stored);
        expect(total).toBe(utf8(output).length);
        expect(parts.reduce((sum, { bytes }) => sum + bytes, 0) + frame).toBe(
          total,
        );
        // Braces, brackets, commas and the keys of the lists: nothing that grows with what is in them but commas.
        const items = parts.flatMap((part) => part.items).length;
        expect(frame).toBeGreaterThan(0);
        expect(frame).toBeLessThan(500 + 20 * items);
      }),
      { numRuns: 40 },
    );
  },
);

test("every extension answers for its own, the drop-in it puts into a shared unit as well", () => {
  const { parts } = sizes({
    extensions: {
      chosen: [
        { id: "kubernetes", version: "v1.32.2", updates: "patch" },
        { id: "wasmtime", version: "v47.0.2", updates: "any" },
      ],
    },
    users: { users: [{ name: "core", keys: [key] }] },
    identity: { hostname: "node-1" },
  });
  const of = (id: string) => parts.find(({ extension }) => extension === id)!;
  expect(of("kubernetes").items.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "/opt/extensions/kubernetes/kubernetes-v1.32.2-x86-64.raw",
      "/etc/extensions/kubernetes.raw",
      "/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf",
      "kubernetes.conf",
    ]),
  );
  expect(of("wasmtime").items.map(({ name }) => name)).toContain(
    "wasmtime.conf",
  );
  expect(of("wasmtime").title).toBe("Wasmtime");
  expect(parts.map(({ section }) => section)).toEqual(
    expect.arrayContaining(["users", "identity"]),
  );
  const bytes = parts.map((part) => part.bytes);
  expect(bytes).toEqual([...bytes].sort((one, other) => other - one));
});

test("signs that the config's text escapes count as what they become there", () => {
  const { parts, total, frame } = sizes({
    rest: {
      text: "systemd:\n  units:\n    - name: a.service\n      contents: \"[Service]\\nExecStart=/bin/sh -c 'a <b >c && ü'\\n\"\n",
    },
  });
  expect(frame + parts[0]!.bytes).toBe(total);
  expect(parts.find(({ section }) => section === "rest")!.items).toEqual([
    {
      name: "a.service",
      bytes: utf8(
        String.raw`{"contents":"[Service]\nExecStart=/bin/sh -c 'a \u003cb \u003ec \u0026\u0026 ü'\n","name":"a.service"}`,
      ).length,
    },
  ]);
});
