import { cpus } from "node:os";
import { standIns } from "./boot/stand-ins";
import type { Seen } from "./seen";
import type { Story } from "./tally";

/** What `docs/real-boot.md` says of the tiers: which versions, what was tried, what was seen, how long it took. */
export function reportOf(
  results: readonly Seen[],
  ignitionVersion: string,
): string {
  return `${[
    "# What was seen on real Ignition and real systemd",
    "<!-- Made by `npm run test:real -- --report`. -->",
    `What \`npm run test:real\` showed the last time that each tier was run for this report, with Ignition ${ignitionVersion}, on ${cpus().length} processor cores. Tiers 1 to 3 try every starting point of \`examples/\`, every extension on a node of its own, the goldens and generated nodes; tier 4 boots the nodes below in containers, tier 5 others in virtual machines whose initramfs runs Ignition. Images are small ones with the names, metadata, units and users that the extension is said to ship; their programs only say their version.`,
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
    "The nodes are Debian, not Flatcar. Not seen here: Flatcar's image, its patched Ignition and units, SELinux, the other architecture, merging in the initrd as from 4628 on; and only tier 5 sees the stage of Ignition that makes disks. What Debian's tree gets so that a config meets what it counts on:",
    list(standIns.flatMap(({ why }) => (why ? sentence(why) : []))),
    "In a virtual machine the units that refuse a container need no help. It gets a shell on its second serial port, and its initramfs copies the tree, as Ignition leaves it, to a disk that is read here. QEMU hands the config over by the firmware's interface, under the name that Debian's Ignition asks for (`opt/com.coreos/config`; Flatcar's asks for `opt/org.flatcar-linux/config`).",
    ...results.flatMap(({ tally }, index) =>
      tally.stories.length > 0
        ? [
            `## The nodes of tier ${index + 1}`,
            ...tally.stories.flatMap(chapter),
          ]
        : [],
    ),
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
