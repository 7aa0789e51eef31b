import {
  bakeryImage,
  channelReleases,
  extensionById,
  formatOsRelease,
  isImageName,
} from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import { shellWord } from "./quote";

/** How a node's extensions are put into an OS image instead of being fetched on the first boot. */
export interface Bake {
  /** For a shell in a checkout of the bakery. */
  readonly command: string;
  /** What the command leaves out, by name: the script cannot fetch it. */
  readonly left: readonly string[];
}

/** Names that the bakery's script knows, for our platforms; the others get the generic image. */
const vendors: Readonly<Record<string, string>> = {
  akamai: "akamai",
  aws: "ami",
  azure: "azure",
  cloudstack: "cloudstack",
  digitalocean: "digitalocean",
  exoscale: "exoscale",
  gcp: "gce",
  hetzner: "hetzner",
  hyperv: "hyperv",
  kubevirt: "kubevirt",
  openstack: "openstack",
  pxe: "pxe",
  qemu: "qemu_uefi",
  scaleway: "scaleway",
  vagrant: "vagrant",
  virtualbox: "virtualbox",
  vmware: "vmware",
};

/**
 * The bakery's `bake_flatcar_image.sh` with what a node has chosen; `null` where nothing of it comes from the bakery. Images of one's
 * own are left out, because the script fetches all it is given from the bakery or none, and so are Flatcar's own.
 */
export function bakeCommand(preset: Preset): Bake | null {
  const { target, extensions } = preset;
  const isBaked = ({ id, version, own }: (typeof extensions.chosen)[number]) =>
    !own &&
    version !== "" &&
    isImageName(id) &&
    (extensionById(id)?.kind ?? "bakery") === "bakery";
  const baked = extensions.chosen.filter(isBaked);
  if (baked.length === 0) return null;
  const images = baked.map(({ id, version }) => {
    const { path } = bakeryImage(id, version, target.architecture, "");
    return `${id}:${path.slice(path.lastIndexOf("/") + 1)}`;
  });
  const vendor = vendors[target.platform];
  const release =
    target.release ||
    (target.channel.startsWith("lts")
      ? formatOsRelease(channelReleases[target.channel]!)
      : target.channel);
  const words = [
    "tools/bake_flatcar_image.sh",
    "--fetch",
    ...["--arch", target.architecture],
    ...["--release", release],
    ...(vendor ? ["--vendor", vendor] : []),
  ].map(shell);
  return {
    command: `${words.join(" ")} \\\n  ${images.map(shellWord).join(" \\\n  ")}`,
    left: extensions.chosen
      .filter(
        (one) => !isBaked(one) && extensionById(one.id)?.kind !== "builtin",
      )
      .map(({ id }) => id),
  };
}

/** A word as it is; options of ours keep their dashes. */
function shell(word: string): string {
  return word.startsWith("--") ? word : shellWord(word);
}
