import {
  textAt,
  unitText,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";
import type { LateSettings } from "./value";

const name = "apply-extension-settings.service";

export const noLateSettings: LateSettings = {
  users: false,
  folders: false,
  udev: false,
  sysctl: false,
  dbus: false,
  modules: [],
  again: false,
};

type Switch = "users" | "folders" | "udev" | "sysctl" | "dbus";

/** What each switch runs, in the order it runs. A dash: what one image brings must not hold up the rest. */
const commands: readonly (readonly [Switch, readonly string[]])[] = [
  ["users", ["/usr/bin/systemd-sysusers"]],
  ["folders", ["/usr/bin/systemd-tmpfiles --create --exclude-prefix=/dev"]],
  ["udev", ["/usr/bin/udevadm control --reload", "/usr/bin/udevadm trigger"]],
  ["sysctl", ["/usr/bin/systemctl restart systemd-sysctl.service"]],
  ["dbus", ["/usr/bin/systemctl reload dbus.service"]],
];

/** Whether a word can be a kernel module. */
export function isModuleName(word: string): boolean {
  return /^[\w-]+$/.test(word);
}

/**
 * The unit that applies what images bring in sysusers.d, tmpfiles.d and so on, which Flatcar before 4628 reads before they are
 * merged. Later releases do without it and are not hurt by it.
 */
export function composeLate(
  late: LateSettings,
  document: ButaneDocument,
): void {
  const contents = unitOf(late);
  if (contents === "") return;
  document.putUnit(
    { name, enabled: true, contents },
    {
      comment:
        "Flatcar before 4628 reads users, folders and rules before it merges the images, so theirs are applied here.",
      origin: ["layers", "late"],
    },
  );
}

function unitOf(late: LateSettings): string {
  const run = commands.flatMap(([key, lines]) => (late[key] ? lines : []));
  const modules = late.modules.filter(isModuleName);
  const all = [...run, ...modules.map((one) => `${modprobe}${one}`)];
  if (all.length === 0) return "";
  return unitText({
    Unit: [
      "Description=Apply settings shipped in system extensions",
      "After=systemd-sysext.service",
      late.again && "PartOf=systemd-sysext.service",
      "Before=multi-user.target",
    ],
    Service: [
      "Type=oneshot",
      "RemainAfterExit=yes",
      ...all.map((line) => `ExecStart=-${line}`),
    ],
    Install: ["WantedBy=multi-user.target"],
  });
}

const modprobe = "/usr/sbin/modprobe ";

/** What a document applies late; nothing where its unit is not one of ours. */
export function readLate(document: OpenDocument): LateSettings {
  const [unit] = document.named("systemd.units", name);
  const text = textAt(unit?.value, "contents") ?? "";
  if (text === "") return noLateSettings;
  const lines = text.split("\n");
  const has = (line: string) => lines.includes(line);
  const switches = commands.map(([key, [first]]) => [
    key,
    has(`ExecStart=-${first}`),
  ]);
  return {
    ...(Object.fromEntries(switches) as Record<Switch, boolean>),
    modules: lines.flatMap((line) =>
      line.startsWith(`ExecStart=-${modprobe}`)
        ? [line.slice(`ExecStart=-${modprobe}`.length)]
        : [],
    ),
    again: has("PartOf=systemd-sysext.service"),
  };
}
