import { iniValue, textAt } from "@/lib/butane";
import type { OsUpdatesValue } from "../../preset";
import { closed, defineSection, oneOf, text, type Schema } from "../../section";
import { filledIn } from "../../words";

const secret: Schema = { ...text, writeOnly: true };

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
    // What most nodes do without is absent.
    lockGroup: text,
    lockEndpoints: text,
    lockCa: text,
    lockCert: text,
    lockKey: text,
    lockUser: text,
    lockPassword: secret,
    machineAlias: text,
    downloadUser: text,
    downloadPassword: secret,
    pcrPolicyServer: text,
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
      {
        path,
        // Only services of the system read it, and they are root.
        mode: value.lockPassword || value.downloadPassword ? 0o600 : 0o644,
        overwrite: true,
        contents: { inline: text },
      },
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
      ...readRare(text),
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
  lockGroup: "LOCKSMITHD_GROUP",
  lockEndpoints: "LOCKSMITHD_ENDPOINT",
  lockCa: "LOCKSMITHD_ETCD_CAFILE",
  lockCert: "LOCKSMITHD_ETCD_CERTFILE",
  lockKey: "LOCKSMITHD_ETCD_KEYFILE",
  lockUser: "LOCKSMITHD_ETCD_USERNAME",
  lockPassword: "LOCKSMITHD_ETCD_PASSWORD",
  machineAlias: "MACHINE_ALIAS",
  downloadUser: "DOWNLOAD_USER",
  downloadPassword: "DOWNLOAD_PASSWORD",
  pcrPolicyServer: "PCR_POLICY_SERVER",
} as const satisfies Readonly<Record<keyof OsUpdatesValue, string>>;

const rare = [
  "lockGroup",
  "lockEndpoints",
  "lockCa",
  "lockCert",
  "lockKey",
  "lockUser",
  "lockPassword",
  "machineAlias",
  "downloadUser",
  "downloadPassword",
  "pcrPolicyServer",
] as const satisfies readonly (keyof OsUpdatesValue)[];

function readRare(text: string): Partial<OsUpdatesValue> {
  return Object.fromEntries(
    rare
      .map((field) => [field, lineOf(text, keys[field])] as const)
      .filter(([, value]) => value !== ""),
  );
}

function updateConf(value: OsUpdatesValue): string {
  return Object.entries(keys)
    .map(
      ([field, key]) =>
        [key, value[field as keyof OsUpdatesValue] ?? ""] as const,
    )
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
