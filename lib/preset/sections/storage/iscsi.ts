import {
  oneLine,
  valueAt,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";
import { initial } from "./schema";
import { fileNamed, sameText } from "./unit-values";
import type { Iscsi } from "./value";

const initiatorFile = "/etc/iscsi/initiatorname.iscsi";
const daemonFile = "/etc/iscsi/iscsid.conf";
const units = ["iscsid.service", "iscsi.service"];
const placing = { origin: ["storage", "iscsi"] };

/** Writes how the node finds and logs into iSCSI targets, and starts the services that do it on every boot. */
export function composeIscsi(iscsi: Iscsi, document: ButaneDocument): void {
  if (!iscsi.enabled) return;
  for (const name of units) document.putUnit({ name, enabled: true }, placing);
  const files = [
    { path: initiatorFile, mode: 0o644, inline: initiatorText(iscsi) },
    // It holds the password.
    { path: daemonFile, mode: 0o600, inline: daemonText(iscsi) },
  ];
  for (const { path, mode, inline } of files)
    if (inline !== "")
      document.putFile(
        { path, mode, overwrite: true, contents: { inline } },
        placing,
      );
}

/** What a document says about it, where it says it as we do. */
export function readIscsi(document: OpenDocument): Iscsi {
  const enabled = units.every((name) => {
    const [unit] = document.named("systemd.units", name);
    return valueAt(unit?.value, "enabled") === true;
  });
  if (!enabled) return initial.iscsi;
  const daemon = settingsOf(fileNamed(document, daemonFile));
  const iscsi: Iscsi = {
    enabled,
    initiator:
      settingsOf(fileNamed(document, initiatorFile)).get("InitiatorName") ?? "",
    isnsAddress: daemon.get(keys.isnsAddress) ?? "",
    isnsPort: Number(daemon.get(keys.isnsPort) ?? 0),
    username: daemon.get(keys.username) ?? "",
    password: daemon.get(keys.password) ?? "",
  };
  const ours =
    sameText(daemonText(iscsi), fileNamed(document, daemonFile)) &&
    sameText(initiatorText(iscsi), fileNamed(document, initiatorFile));
  return ours ? iscsi : initial.iscsi;
}

const keys = {
  isnsAddress: "isns.address",
  isnsPort: "isns.port",
  username: "node.session.auth.username",
  password: "node.session.auth.password",
} as const;

function initiatorText({ initiator }: Iscsi): string {
  const name = oneLine(initiator);
  return name === "" ? "" : `InitiatorName=${name}\n`;
}

/** Targets are found and used with the same name and password. */
function daemonText(iscsi: Iscsi): string {
  const settings: [string, string][] = [
    [keys.isnsAddress, iscsi.isnsAddress],
    [keys.isnsPort, iscsi.isnsPort === 0 ? "" : String(iscsi.isnsPort)],
    [keys.username, iscsi.username],
    [keys.password, iscsi.password],
    ["discovery.sendtargets.auth.username", iscsi.username],
    ["discovery.sendtargets.auth.password", iscsi.password],
  ];
  return settings
    .map(([key, value]) => [key, oneLine(value)] as const)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key} = ${value}\n`)
    .join("");
}

function settingsOf(text: string): Map<string, string> {
  return new Map(
    text.split("\n").flatMap((line): [string, string][] => {
      const found = /^(\S+?) ?= ?(.*)$/.exec(line);
      return found ? [[found[1]!, found[2]!]] : [];
    }),
  );
}
