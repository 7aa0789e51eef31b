import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePreset } from "@/lib/preset";
import { openShare } from "./codec";

interface FrozenLink {
  readonly name: string;
  readonly link: string;
  readonly stored: unknown;
  readonly leftOut: readonly unknown[];
}

// Links that were handed out. Entries are added with each release and never changed: where one of these tests fails,
// the code is wrong, for the link is in somebody's chat.
const file = new URL("./testdata/links-p1.json", import.meta.url);
const links = JSON.parse(readFileSync(file, "utf8")) as FrozenLink[];

test.each(links.map((one) => [one.name, one] as const))(
  "law 5: a released link still opens: %s",
  (_name, { link, stored, leftOut }) => {
    const preset = parsePreset(stored);
    expect(preset.ok).toBe(true);
    expect(openShare(link)).toEqual({
      ok: true,
      value: { preset: preset.ok && preset.value, leftOut },
    });
  },
);
