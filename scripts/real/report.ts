import { cpus } from "node:os";
import { standIns } from "./boot/stand-ins";
import type { Story, TierResult } from "./tally";

/** What `docs/real-boot.md` says of a run: which versions, what was tried, what was seen, how long it took. */
export function reportOf(
  results: readonly TierResult[],
  ignitionVersion: string,
): string {
  return `${[
    "# What was seen on real Ignition and real systemd",
    "<!-- Made by `npm run test:real -- --report`. -->",
    `A run of \`npm run test:real\` with Ignition ${ignitionVersion}, on ${cpus().length} processor cores. Tiers 1 to 3 try every starting point of \`examples/\`, every extension on a node of its own, the goldens and generated nodes; tier 4 boots the nodes below. Images are small ones with the names, metadata, units and users that the extension is said to ship; their programs only say their version.`,
    table(
      ["Tier", "Held", "Failed", "Seconds"],
      results.map(({ title, skipped, seconds, tally }, index) =>
        skipped === null
          ? [
              `${index + 1}. ${capital(title)}`,
              String(tally.passed),
              String(tally.failures.length),
              seconds.toFixed(0),
            ]
          : [`${index + 1}. ${capital(title)}`, "skipped", skipped, ""],
      ),
    ),
    ...results.flatMap(({ title, tally }) => [
      ...(tally.notes.length + tally.failures.length > 0
        ? [`## ${capital(title)}`]
        : []),
      ...(tally.notes.length > 0 ? [list(tally.notes)] : []),
      ...(tally.failures.length > 0 ? ["Failed:", list(tally.failures)] : []),
    ]),
    "## In Flatcar's place",
    "The nodes are Debian in a container, not Flatcar. Not seen here: Flatcar's image, its patched Ignition and units, the stage of Ignition that makes disks, SELinux, the other architecture, merging in the initrd as from 4628 on. What Debian's tree gets so that a config meets what it counts on:",
    list(standIns.flatMap(({ why }) => (why ? sentence(why) : []))),
    "## The nodes of tier 4",
    ...results.flatMap(({ tally }) => tally.stories.flatMap(chapter)),
  ].join("\n\n")}\n`;
}

function chapter({ title, about, seconds, held }: Story): string[] {
  return [
    `### ${capital(title)}`,
    `${about === "" ? "No extensions." : `With ${about}.`} Booted, tried and stopped in ${seconds.toFixed(0)} s.`,
    list(held),
  ];
}

const capital = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const sentence = (text: string) => `${capital(text)}.`;

const list = (lines: readonly string[]) =>
  lines.map((line) => `- ${line}`).join("\n");

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
