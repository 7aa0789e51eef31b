import type { Step } from "../comparison";
import { isSafeName, word } from "../shell";
import {
  mergeImages,
  reboot,
  readUnitsAgain,
  step,
  unverified,
  type Surroundings,
} from "./work";

interface Effect {
  /** Paths of files and links that somebody reads. */
  readonly paths: RegExp;
  /** `name` is that of the file without what comes after its last dot. */
  steps(surroundings: Surroundings, name: string): readonly Step[];
}

const restart = (say: string, ...units: string[]) =>
  unverified("restart", say, `sudo systemctl try-restart ${units.join(" ")}`);

/** What has to be told that a file is another one, first match wins. A file that is in no row is read when it is used. */
const effects: readonly Effect[] = [
  { paths: /^\/etc\/extensions\//, steps: () => [mergeImages] },
  // The initrd looks into it at every boot.
  {
    paths: /^\/etc\/flatcar\/enabled-sysext\.conf$/,
    steps: (surroundings) => [reboot(surroundings)],
  },
  {
    paths: /^\/etc\/flatcar\/update\.conf$/,
    steps: () => [
      step(
        "restart",
        "Both read it when they start.",
        "sudo systemctl try-restart update-engine.service locksmithd.service",
      ),
    ],
  },
  { paths: /^\/etc\/systemd\/system\//, steps: () => [readUnitsAgain] },
  {
    paths: /^\/etc\/sysctl\.d\//,
    steps: () => [
      step(
        "restart",
        "Applies the kernel settings; one that is gone keeps its value until the next boot.",
        "sudo systemctl restart systemd-sysctl.service",
      ),
    ],
  },
  {
    paths: /^\/etc\/modules-load\.d\//,
    steps: () => [
      unverified(
        "restart",
        "Loads the modules; one that is gone stays until the next boot.",
        "sudo systemctl restart systemd-modules-load.service",
      ),
    ],
  },
  {
    paths: /^\/etc\/udev\/rules\.d\//,
    steps: () => [
      step(
        "restart",
        "Applies the rules to the devices that are there.",
        "sudo udevadm control --reload && sudo udevadm trigger",
      ),
    ],
  },
  {
    paths: /^\/etc\/systemd\/network\//,
    steps: () => [
      unverified(
        "restart",
        "Makes networkd read its files again. A mistake in them may cut the connection you work over.",
        "sudo networkctl reload",
      ),
    ],
  },
  {
    paths: /^\/etc\/systemd\/(resolved\.conf|resolved\.conf\.d\/)/,
    steps: () => [
      restart("It reads the file when it starts.", "systemd-resolved.service"),
    ],
  },
  {
    paths: /^\/etc\/systemd\/(timesyncd\.conf|timesyncd\.conf\.d\/)/,
    steps: () => [
      restart("It reads the file when it starts.", "systemd-timesyncd.service"),
    ],
  },
  {
    paths: /^\/etc\/systemd\/journald\.conf\.d\//,
    steps: () => [
      restart("It reads the file when it starts.", "systemd-journald.service"),
    ],
  },
  {
    paths: /^\/etc\/docker\//,
    steps: () => [
      restart(
        "Docker reads the file when it starts; its containers stop with it unless live-restore is on.",
        "docker.service",
      ),
    ],
  },
  {
    paths: /^\/etc\/containerd\//,
    steps: () => [
      restart("It reads the file when it starts.", "containerd.service"),
    ],
  },
  {
    paths: /^\/etc\/containers\/systemd\//,
    steps: (_, name) => [
      readUnitsAgain,
      unverified(
        "restart",
        "Podman makes the unit anew; what runs goes on as it was until it is started again.",
        `sudo systemctl restart ${word(`${name}.service`)}`,
      ),
    ],
  },
  {
    paths: /^\/etc\/wireguard\/[^/]+\.conf$/,
    steps: (_, name) => [
      restart(
        "It reads the file when it starts; the tunnel is down for a moment.",
        word(`wg-quick@${name}.service`),
      ),
    ],
  },
  ...(
    [
      ["iptables", "iptables-restore.service"],
      ["ip6tables", "ip6tables-restore.service"],
      ["nftables", "nftables-load.service"],
    ] as const
  ).map(
    ([tool, unit]): Effect => ({
      paths: new RegExp(`^/var/lib/${tool}/rules-save$`),
      steps: () => [
        unverified(
          "restart",
          "Loads the rules. A mistake in them may cut the connection you work over.",
          `sudo systemctl restart ${unit}`,
        ),
      ],
    }),
  ),
  {
    paths: /^\/etc\/systemd\/system\.conf\.d\//,
    steps: () => [
      unverified(
        "restart",
        "systemd reads its settings again; a service has them once it is started anew.",
        "sudo systemctl daemon-reexec",
      ),
    ],
  },
  {
    paths: /^\/etc\/ssl\/certs\//,
    steps: () => [
      step(
        "enable",
        "Puts the certificate among the trusted ones.",
        "sudo update-ca-certificates",
      ),
    ],
  },
  {
    paths: /^\/etc\/tmpfiles\.d\//,
    steps: () => [
      unverified(
        "restart",
        "Creates what the file asks for.",
        "sudo systemd-tmpfiles --create",
      ),
    ],
  },
  {
    paths: /^\/(oem\/grub\.cfg|etc\/selinux\/|etc\/fstab$|etc\/crypttab$)/,
    steps: (surroundings) => [reboot(surroundings)],
  },
];

/** What follows a change of a file or link, beside the change itself. */
export function effectsOf(
  path: string,
  surroundings: Surroundings,
): readonly Step[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  // Who works with such a name knows more than we do.
  if (!isSafeName(name)) return [];
  return (
    effects.find(({ paths }) => paths.test(path))?.steps(surroundings, name) ??
    []
  );
}
