import {
  compareOsReleases,
  iniValue,
  itemsAt,
  parseOsRelease,
  textAt,
  unitText,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";
import type { MergeOptions, MutableMode } from "./value";

/** The two kinds of images, which have a program, a service and a file of settings each. */
export type MergeKind = "sysext" | "confext";

export const mutableModes: readonly MutableMode[] = [
  "no",
  "auto",
  "yes",
  "import",
  "ephemeral",
  "ephemeral-import",
];

export const noMergeOptions: MergeOptions = {
  mutable: "",
  policy: "",
  ownPolicy: "",
};

// The trees that a kind's images may hold as partitions.
const partitions = { sysext: ["root", "usr"], confext: ["root"] } as const;
const flags = { verity: "verity+signed+absent", signed: "signed+absent" };
const sections = { sysext: "SysExt", confext: "ConfExt" } as const;

/** Whether a text can be a policy: rules apart by colons, each a partition and its flags. */
export function isImagePolicy(text: string): boolean {
  return /^(?:[*~-]|(?:[a-z-]*=[a-z0-9+-]+)(?::[a-z-]*=[a-z0-9+-]+)*)$/.test(
    text,
  );
}

/** The policy in systemd's words; empty for systemd's own and for what is no policy. */
export function policyText(kind: MergeKind, options: MergeOptions): string {
  const { policy, ownPolicy } = options;
  if (policy === "") return "";
  if (policy === "own") return isImagePolicy(ownPolicy) ? ownPolicy : "";
  return partitions[kind].map((one) => `${one}=${flags[policy]}`).join(":");
}

/** First release that is known to have systemd 259 or later, which reads the file of settings. */
const readsSettings = [4722, 0, 0] as const;

/**
 * Writes how images are merged: as settings, which systemd 259 and later read, and for a node that may run an older one, which only
 * takes options, as a drop-in of the service.
 */
export function composeMergeOptions(
  kind: MergeKind,
  options: MergeOptions,
  release: string,
  document: ButaneDocument,
): void {
  const policy = policyText(kind, options);
  const { mutable } = options;
  if (policy === "" && mutable === "") return;
  const origin = ["advanced", kind];
  document.putFile(
    {
      path: settingsPath(kind),
      mode: 0o644,
      contents: {
        inline: unitText({
          [sections[kind]]: [
            mutable && `Mutable=${mutable}`,
            policy && `ImagePolicy=${policy}`,
          ],
        }),
      },
    },
    { comment: "Read by systemd 259 and later.", origin },
  );
  const exact = parseOsRelease(release);
  if (exact && compareOsReleases(exact, readsSettings) >= 0) return;
  const words = [
    `systemd-${kind} refresh`,
    ...(mutable ? [`--mutable=${mutable}`] : []),
    ...(policy ? [`--image-policy=${policy}`] : []),
  ].join(" ");
  document.putDropin(
    `systemd-${kind}.service`,
    {
      name: dropinName,
      contents: unitText({
        Service: [
          "ExecStart=",
          `ExecStart=${words}`,
          "ExecReload=",
          `ExecReload=${words}`,
        ],
      }),
    },
    {
      comment: "The same for an older systemd, which knows options only.",
      origin,
    },
  );
}

// Behind the drop-in with which an extension keeps /opt writable, so that this one decides.
const dropinName = "options.conf";

function settingsPath(kind: MergeKind): string {
  return `/etc/systemd/${kind}.conf`;
}

/** How a document has images merged; from the settings, else from the drop-in. */
export function readMergeOptions(
  kind: MergeKind,
  document: OpenDocument,
): MergeOptions {
  const [file] = document.named("storage.files", settingsPath(kind));
  const settings = textAt(file?.value, "contents", "inline");
  const [unit] = document.named("systemd.units", `systemd-${kind}.service`);
  const dropin = itemsAt(unit?.value, "dropins").find(
    (one) => textAt(one, "name") === dropinName,
  );
  const command = textAt(dropin, "contents") ?? "";
  const mutable =
    settings === undefined
      ? /^ExecStart=.* --mutable=(\S+)/m.exec(command)?.[1]
      : iniValue(settings, "Mutable");
  const policy =
    settings === undefined
      ? /^ExecStart=.* --image-policy=(\S+)/m.exec(command)?.[1]
      : iniValue(settings, "ImagePolicy");
  return {
    mutable: mutableModes.find((one) => one === mutable) ?? "",
    ...policyOf(kind, policy ?? ""),
  };
}

function policyOf(
  kind: MergeKind,
  text: string,
): Pick<MergeOptions, "policy" | "ownPolicy"> {
  if (!isImagePolicy(text)) return { policy: "", ownPolicy: "" };
  for (const policy of ["verity", "signed"] as const)
    if (policyText(kind, { ...noMergeOptions, policy }) === text)
      return { policy, ownPolicy: "" };
  return { policy: "own", ownPolicy: text };
}
