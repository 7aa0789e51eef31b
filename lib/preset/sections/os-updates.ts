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
  compose(value, { document }) {
    const lines = updateConf(value);
    if (lines.length === 0) return;
    document.putFile(
      {
        path: "/etc/flatcar/update.conf",
        mode: 0o644,
        overwrite: true,
        contents: { inline: `${lines.join("\n")}\n` },
      },
      { origin: ["osUpdates"] },
    );
  },
});

function updateConf(value: OsUpdatesValue): string[] {
  const lines: [string, string][] = [
    ["GROUP", value.group],
    ["SERVER", value.server],
    ["REBOOT_STRATEGY", value.strategy],
    ["LOCKSMITHD_REBOOT_WINDOW_START", value.windowStart],
    ["LOCKSMITHD_REBOOT_WINDOW_LENGTH", value.windowLength],
  ];
  return lines
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}=${word(text)}`);
}

/** The file is read as a systemd environment file: what has blanks or signs in it stands in quotes. */
function word(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return /^[\w./:@%+-]*$/.test(line)
    ? line
    : `"${line.replace(/["\\$`]/g, "\\$&")}"`;
}
