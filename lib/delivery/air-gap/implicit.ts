import {
  compareOsReleases,
  formatOsRelease,
  type IgnitionConfig,
  type Path,
} from "@/lib/butane";
import { releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import { oemExtensionOf } from "../oem-extensions";
import { wordsOf } from "../snippets";
import type { Fetch } from "./fetch";
import { argumentsIn, maskedIn, type NodeText } from "./node-texts";

/** Flatcar's own server for payloads, and the kernel argument that names another. */
const releaseServer = "https://update.release.flatcar-linux.net";
export const serverArgument = "flatcar.release_file_server_url=";
const updateServer = "https://public.update.flatcar-linux.net/v1/update/";

/** What a network boot loads before Ignition runs. */
export function bootFetches(preset: Preset): Fetch[] {
  if (preset.target.platform !== "pxe" || !isFlatcar(preset)) return [];
  const { board, channel } = wordsOfTarget(preset);
  const folder = `https://${channel}.release.flatcar-linux.net/${board}/${formatOsRelease(releaseOf(preset))}`;
  return [
    "flatcar_production_pxe.vmlinuz",
    "flatcar_production_pxe_image.cpio.gz",
  ].map((file) => ({
    url: `${folder}/${file}`,
    kind: "boot",
    when: "boot",
    field: ["target", "platform"],
  }));
}

/** Of other systems nothing is known but what their configs name. */
const isFlatcar = ({ target }: Preset) => target.variant === "flatcar";

/** Flatcar's own extensions, the vendor's tools and the OS itself, none of which stands in the config as an address. */
export function osFetches(
  preset: Preset,
  config: IgnitionConfig,
  texts: readonly NodeText[],
  fieldAt: (at: Path) => Path | undefined,
): Fetch[] {
  if (!isFlatcar(preset)) return [];
  const release = releaseOf(preset);
  const { board } = wordsOfTarget(preset);
  const folder = `${serverOf(config)}/${board}/${formatOsRelease(release)}`;
  const listed = texts.find(
    ({ name }) => name === "/etc/flatcar/enabled-sysext.conf",
  );
  const listedAt = listed && fieldAt(listed.at);
  const official = namesIn(listed?.text ?? "").map(
    (name): Fetch => ({
      url: `${folder}/flatcar-${name}.gz`,
      kind: "official",
      when: "first-boot",
      extension: name,
      ...(listedAt ? { field: listedAt } : {}),
    }),
  );
  const updates = updateServerOf(config, texts);
  if (updates === null) return official;
  const vendor = oemExtensionOf(preset.target.platform);
  const known = vendor?.since && compareOsReleases(release, vendor.since) >= 0;
  return [
    ...official,
    {
      url: updates,
      kind: "os-updates",
      when: "later",
      field: ["osUpdates", "server"],
    },
    ...(known
      ? [
          {
            url: `${folder}/oem-${vendor.id}.gz`,
            kind: "vendor" as const,
            when: "later" as const,
            field: ["target", "platform"],
          },
        ]
      : []),
  ];
}

function wordsOfTarget({ name, target }: Preset) {
  return wordsOf({
    name,
    config: "",
    architecture: target.architecture,
    channel: target.channel,
    release: target.release,
  });
}

function serverOf(config: IgnitionConfig): string {
  const argument = argumentsIn(config)
    .filter((one) => one.startsWith(serverArgument))
    .at(-1);
  return (argument?.slice(serverArgument.length) || releaseServer).replace(
    /\/+$/,
    "",
  );
}

/** Names in `enabled-sysext.conf`: one each word, remarks behind `#`, and a dash before what is switched off. */
function namesIn(text: string): string[] {
  const words = text
    .split("\n")
    .flatMap((line) => line.replace(/#.*/, "").split(/\s+/));
  return [...new Set(words)].filter((word) => /^[A-Za-z0-9]/.test(word));
}

/** The server that says what OS to take; null where no address is one or the updater is off. */
function updateServerOf(
  config: IgnitionConfig,
  texts: readonly NodeText[],
): string | null {
  if (maskedIn(config).includes("update-engine.service")) return null;
  const conf = texts.find(({ name }) => name === "/etc/flatcar/update.conf");
  const given = /^SERVER=["']?([^"'\n]*)["']?\s*$/m.exec(conf?.text ?? "")?.[1];
  if (given === undefined || given === "") return updateServer;
  return /^https?:\/\//.test(given) ? given : null;
}
