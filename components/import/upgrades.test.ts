import { expect, test } from "vitest";
import { importText } from "@/lib/import";
import { textOf, upgradesOf } from "@/lib/pipeline";
import { withUpgrades } from "./upgrades";

const image = (name: string, version: string) => `
    - path: /etc/extensions/${name}.raw
      contents:
        source: https://extensions.flatcar.org/extensions/${name}-${version}-x86-64.raw`;
const text = `# mine
variant: flatcar
version: 1.1.0
storage:
  files:${image("wasmtime", "v46.0.0")}${image("docker-compose", "2.40.0")}
`;

test("upgrades are offered, and only those that were chosen are made", () => {
  const answer = importText(text);
  if (!answer.ok) throw new Error(answer.sentence);
  const { preset } = answer;
  expect(textOf(preset)).toBe(text);
  const offered = upgradesOf(preset).map(({ id }) => id);
  expect(offered.length).toBeGreaterThan(1);

  expect(withUpgrades(preset, new Set())).toBe(preset);
  const [first] = offered;
  const one = withUpgrades(preset, new Set([first!]));
  expect(textOf(one)).not.toBe(text);
  expect(upgradesOf(one).map(({ id }) => id)).toEqual(offered.slice(1));
  const all = withUpgrades(preset, new Set(offered));
  expect(upgradesOf(all)).toEqual([]);
  expect(textOf(all)).toContain("# mine");
});
