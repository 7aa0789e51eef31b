import { expect, test } from "vitest";
import { compose } from "../compose";
import { emptyPreset } from "../defaults";
import { parsePreset } from "../parse-preset";
import type { Preset } from "../preset";
import { read } from "./read";

const presetOf = (stored: object): Preset => {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
};
const readOk = (text: string, prior: Preset): Preset => {
  const reading = read(text, prior);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.preset;
};

test.each<[string, object, string]>([
  [
    "a swap file that is not switched on, beside a size that writes nothing",
    { storage: { swap: { fileMib: 1024, zramSize: "4096" } } },
    "      enabled: true\n",
  ],
  [
    "a group that is not made, beside a no that writes nothing",
    { users: { users: [{ name: "app", groups: ["dev"], sudo: false }] } },
    "  groups:\n    - name: dev\n",
  ],
  [
    "an own image called like one of Flatcar's extensions, beside that one",
    {
      extensions: {
        chosen: [
          {
            id: "overlaybd",
            own: { url: "https://example.com/tool-1.0-x86-64.raw" },
          },
          { id: "overlaybd" },
        ],
      },
    },
    "    - path: /etc/containerd/config.toml\n",
  ],
])("reading again moves nothing: %s", (_, stored, line) => {
  const typed = presetOf(stored);
  const { text } = compose(typed);
  expect(text).toContain(line);
  const lacking = text.replace(line, "");
  for (const prior of [typed, emptyPreset()]) {
    const once = readOk(lacking, prior);
    expect(compose(once).text).toBe(lacking);
    expect(readOk(lacking, once)).toEqual(once);
  }
});
