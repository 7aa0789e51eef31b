import { iniValue, textAt } from "@/lib/butane";
import { filledIn } from "../words";
import { closed, defineSection, oneOf, text } from "../section";
import type { OsUpdatesValue } from "../preset";

export const osUpdates = defineSection({
  id: "osUpdates",
  title: "OS updates",
  group: "system",
  schema: closed({
    group: text,
    server: text,
    strategy: oneOf("", "reboot", "etcd-lock", "off"),
    windowStart: text,
    windowLength: text,
  }),
  initial: {
    group: "",
    server: "",
    strategy: "",
    windowStart: "",
    windowLength: "",
  },
  count: filledIn,
  compose(value, { document }) {
    const text = updateConf(value);
    if (text === "") return;
    document.putFile(
      { path, mode: 0o644, overwrite: true, contents: { inline: text } },
      { origin: ["osUpdates"] },
    );
  },
  read({ document, prior }) {
    const [file] = document.named("storage.files", path);
    const text = textAt(file?.value, "contents", "inline") ?? "";
    // A blank that was typed and is not written stays while the line does.
    if (text === updateConf(prior.osUpdates)) return prior.osUpdates;
    const strategy = lineOf(text, keys.strategy);
    return {
      group: lineOf(text, keys.group),
      server: lineOf(text, keys.server),
      strategy: isStrategy(strategy) ? strategy : "",
      windowStart: lineOf(text, keys.windowStart),
      windowLength: lineOf(text, keys.windowLength),
    };
  },
});

const path = "/etc/flatcar/update.conf";

/** The names of the fields in the file, in the order they are written. */
const keys = {
  group: "GROUP",
  server: "SERVER",
  strategy: "REBOOT_STRATEGY",
  windowStart: "LOCKSMITHD_REBOOT_WINDOW_START",
  windowLength: "LOCKSMITHD_REBOOT_WINDOW_LENGTH",
} as const satisfies Readonly<Record<keyof OsUpdatesValue, string>>;

function updateConf(value: OsUpdatesValue): string {
  return Object.entries(keys)
    .map(([field, key]) => [key, value[field as keyof OsUpdatesValue]] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}=${word(text)}\n`)
    .join("");
}

/** The file is read as a systemd environment file: what has blanks or signs in it stands in quotes. */
function word(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return /^[\w./:@%+-]*$/.test(line)
    ? line
    : `"${line.replace(/["\\$`]/g, "\\$&")}"`;
}

/** What stands behind a name, out of its quotes; empty where it is not there. */
function lineOf(text: string, key: string): string {
  const value = iniValue(text, key) ?? "";
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return quoted === undefined
    ? value.replace(/^'(.*)'$/, "$1")
    : quoted.replace(/\\(.)/g, "$1");
}

function isStrategy(text: string): text is OsUpdatesValue["strategy"] {
  return ["", "reboot", "etcd-lock", "off"].includes(text);
}
