import {
  extensions,
  iniValues,
  type Path,
  takesMinorSteps,
} from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/** A file below /etc/sysupdate.d or /etc/sysupdate.COMPONENT.d. */
interface Transfer {
  readonly component: string;
  readonly name: string;
  readonly suffix: "conf" | "transfer";
  readonly inline: string;
  readonly source: string;
  readonly at: Path;
}

/** What systemd-sysupdate is told, as the document has it, whoever wrote it. */
export const transfers: Check = ({ composed }) => {
  const all = transfersIn(composed);
  return [
    ...all.flatMap((one) => [...matching(one, composed), ...published(one)]),
    ...mixed(all),
    ...missingNoop(all, composed),
  ];
};

function transfersIn(composed: Composed): Transfer[] {
  return entriesOf(composed, ["storage", "files"]).flatMap(({ value, at }) => {
    const [, component = "", name, suffix] =
      /^\/etc\/sysupdate(?:\.([^/]+))?\.d\/([^/]+)\.(conf|transfer)$/.exec(
        textAt(value, "path"),
      ) ?? [];
    return name === undefined
      ? []
      : [
          {
            component,
            name,
            suffix: suffix as Transfer["suffix"],
            inline: textAt(value, "contents", "inline"),
            source: textAt(value, "contents", "source"),
            at,
          },
        ];
  });
}

/** The image that a rule moves a link of has to be one that the rule would find. */
function matching(one: Transfer, composed: Composed): Finding[] {
  const link = iniValues(one.inline, "CurrentSymlink").at(-1);
  const patterns = (iniValues(one.inline, "MatchPattern").at(0) ?? "").split(
    /\s+/,
  );
  if (!link || patterns[0] === "") return [];
  const seed = entriesOf(composed, ["storage", "links"])
    .filter(({ value }) => textAt(value, "path") === link)
    .map(({ value }) => textAt(value, "target"))
    .at(-1);
  if (seed === undefined) return [];
  const folder = seed.slice(0, seed.lastIndexOf("/"));
  const file = seed.slice(folder.length + 1);
  const path = iniValues(one.inline, "Path").at(-1) ?? "";
  const at = [...one.at, "contents", "inline"];
  if (seed.startsWith("/") && path.startsWith("/") && trimmed(path) !== folder)
    return [
      {
        kind: "warning",
        code: "transfer-other-folder",
        sentence: `Newer images go into ${trimmed(path)}, and the first one is in ${folder}: it is never cleared away, and counts for nothing.`,
        path: at,
      },
    ];
  if (patterns.some((pattern) => patternMatches(pattern, file))) return [];
  return [
    {
      kind: "error",
      code: "transfer-never-matches",
      sentence: `This rule does not match ${file}, the image that the node begins with: it finds no newer one, or one of another series.`,
      why: `MatchPattern=${patterns.join(" ")}`,
      path: at,
    },
  ];
}

/** Whether a file name is one of a pattern's: wildcards of sysupdate.d(5) for any text, and systemd's own words for machines. */
function patternMatches(pattern: string, file: string): boolean {
  const source = pattern
    .split(/(@[a-z]|%[a-zA-Z%])/)
    .map((part) => {
      if (part === "%a") return "(?:x86-64|arm64)";
      if (part === "%%") return "%";
      if (/^[@%][a-zA-Z]$/.test(part)) return ".+";
      return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`).test(file);
}

/** A rule that is fetched from the bakery. */
function published({ source, at }: Transfer): Finding[] {
  const file =
    /^https?:\/\/extensions\.flatcar\.org\/extensions\/(?:.*\/)?([^/]+\.conf)$/.exec(
      source,
    )?.[1];
  if (file === undefined) return [];
  const path = [...at, "contents", "source"];
  if (extensions.some((one) => one.staleTransfers?.includes(file)))
    return [
      {
        kind: "warning",
        code: "transfer-stale",
        sentence: `The bakery's ${file} was made by an old release and offers no image: no update ever comes. Not verified.`,
        why: "Write the rule into the document, as Kindling does.",
        path,
      },
    ];
  if (!takesMinorSteps({ id: file.slice(0, -".conf".length) })) return [];
  return [
    {
      kind: "error",
      code: "transfer-skips-minor",
      sentence: `The bakery's ${file} takes the node to whatever is newest, over minor versions too: the cluster does not survive that.`,
      why: "Use the rule of one minor version, or choose updates within it where the extension is.",
      path,
    },
  ];
}

/** With one .transfer file in a folder, all .conf files in it are passed over. */
function mixed(all: readonly Transfer[]): Finding[] {
  return all
    .filter(
      (one) =>
        one.suffix === "conf" &&
        all.some(
          (other) =>
            other.suffix === "transfer" && other.component === one.component,
        ),
    )
    .map(({ at, name }) => ({
      kind: "warning" as const,
      code: "transfer-suffixes-mixed",
      sentence: `Beside a .transfer file systemd-sysupdate passes over every .conf: ${name}.conf does nothing.`,
      path: [...at, "path"],
    }));
}

function missingNoop(all: readonly Transfer[], composed: Composed): Finding[] {
  const component = all.find((one) => one.component !== "");
  if (!component || all.some((one) => one.component === "")) return [];
  const runs = entriesOf(composed, ["systemd", "units"]).some(
    ({ value }) =>
      textAt(value, "name") === "systemd-sysupdate.timer" ||
      (textAt(value, "name") === "systemd-sysupdate.service" &&
        Array.isArray(valueAt(value, ["dropins"]))),
  );
  if (!runs) return [];
  return [
    {
      kind: "warning",
      code: "noop-missing",
      sentence:
        "Nothing is defined in /etc/sysupdate.d: systemd-sysupdate.service looks there too, finds nothing, and ends as failed after every run.",
      why: "A definition that matches nothing is enough; Kindling writes it as /etc/sysupdate.d/noop.conf.",
      path: [...component.at, "path"],
    },
  ];
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, "");
}
