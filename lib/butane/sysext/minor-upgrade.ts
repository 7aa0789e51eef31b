import type { Catalogue, Release } from "./catalogue";
import { updatedImage } from "./emit-image";
import {
  kubernetesParts,
  rancherParts,
  type ImageHop,
  type UpgradePart,
} from "./minor-upgrade-parts";
import { isImageName } from "./names";
import { catalogued, type ChosenImage, type NodeExtensions } from "./node";
import { compareVersions, trackOf } from "./version";

/** The way of a cluster from one minor version to the next. */
export interface UpgradeHop {
  /** `v1.32` */
  readonly from: string;
  readonly to: string;
  /** The newest release of it that is known. */
  readonly version: string;
  /** What is done, in order, and on which nodes. */
  readonly parts: readonly UpgradePart[];
}

/** Why there is no plan. */
export type NoUpgrade =
  /** Its cluster is no matter of minor versions. */
  | "not-a-cluster"
  /** There is no version that says where it begins. */
  | "no-version"
  /** Updates take it over minor versions already. */
  | "any-newer"
  /** The text writes it in another way than ours. */
  | "written"
  /** A minor version on the way was never released as an image. */
  | { readonly missing: string };

/** The minor versions to go through, one at a time, or why there is no such way. */
export type MinorUpgrade =
  | { readonly ok: true; readonly hops: readonly UpgradeHop[] }
  | { readonly ok: false; readonly why: NoUpgrade };

/** Why there is no plan, as a sentence. */
export function whyNoUpgrade(why: NoUpgrade, title: string): string {
  if (typeof why === "object")
    return `No image of ${title} ${why.missing} is known, and no minor version can be skipped: the nodes cannot get past it. Set up nodes of a newer version instead.`;
  switch (why) {
    case "any-newer":
      return `${title} is updated over minor versions by itself on these nodes. Keep its updates within the minor version first.`;
    case "written":
      return `The text writes ${title} in a way of its own, so the files on its nodes are not known here.`;
    case "no-version":
      return `The version of ${title} is none that a plan could begin with.`;
    case "not-a-cluster":
      return `${title} needs no plan: an update is enough.`;
  }
}

const guides: Readonly<Record<string, string>> = {
  kubernetes:
    "https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/",
  k3s: "https://docs.k3s.io/upgrades/manual",
  rke2: "https://docs.rke2.io/upgrades/manual",
};

/** The project's own upgrade guide; `undefined` where clusters are not upgraded minor by minor. */
export function upgradeGuide({ id }: { readonly id: string }) {
  return Object.hasOwn(guides, id) ? guides[id] : undefined;
}

/** Newer minor versions that releases are known of, the nearest first: `v1.33`, `v1.34`. */
export function upgradeTargets(
  version: string,
  releases: readonly Release[],
): string[] {
  const from = trackOf(version);
  if (from === null) return [];
  const tracks = releases.flatMap((one) => trackOf(one.version) ?? []);
  return [...new Set(tracks)]
    .filter((track) => compareVersions(track, from) > 0)
    .sort(compareVersions);
}

/**
 * The plan that takes the cluster of a node from the minor version it has to `target` (`v1.35`), one minor version after the
 * other: none can be skipped. The order is that of the project's guide, see `upgradeGuide`; that the images can be exchanged in
 * between as it is done here follows from how they are merged, and nobody has tried it on a cluster.
 */
export function minorUpgrade(
  node: NodeExtensions,
  chosen: ChosenImage,
  target: string,
  catalogue: Pick<Catalogue, "releases">,
): MinorUpgrade {
  const extension = catalogued(chosen);
  const no = (why: NoUpgrade): MinorUpgrade => ({ ok: false, why });
  if (!extension || !upgradeGuide(extension)) return no("not-a-cluster");
  const from = trackOf(chosen.version);
  if (from === null || !/^[\w.+-]+$/.test(chosen.version))
    return no("no-version");
  if (!isImageName(chosen.id) || chosen.written) return no("written");
  if (chosen.updates === "any" || chosen.updates === "major")
    return no("any-newer");
  const hops: UpgradeHop[] = [];
  for (let at = from; at !== target; ) {
    const to = nextOf(at);
    const version = to && newestOf(to, catalogue.releases[chosen.id] ?? []);
    if (!to || !version || compareVersions(to, target) > 0)
      return no({ missing: to ?? target });
    hops.push({
      from: at,
      to,
      version,
      parts: partsOf(node, chosen, { from: at, to, version }, catalogue),
    });
    at = to;
  }
  return { ok: true, hops };
}

function partsOf(
  node: NodeExtensions,
  chosen: ChosenImage,
  hop: { from: string; to: string; version: string },
  catalogue: Pick<Catalogue, "releases">,
): UpgradePart[] {
  const image = {
    node,
    chosen,
    ...hop,
    updated: updatedImage(node, chosen),
  };
  if (chosen.id !== "kubernetes")
    return rancherParts(image, catalogued(chosen)?.units ?? []);
  return kubernetesParts(
    image,
    crioHop(node, chosen, hop, catalogue.releases.crio ?? []),
  );
}

/**
 * CRI-O is released with Kubernetes, minor by minor, and goes along from wherever it is; `null` where it stays: there is none, it is
 * there already, its updates take it over minor versions by themselves, or no release of that minor version is known.
 */
function crioHop(
  node: NodeExtensions,
  { version }: ChosenImage,
  { from, to }: { from: string; to: string },
  releases: readonly Release[],
): ImageHop | null {
  const crio = node.chosen.find(({ id, own }) => id === "crio" && !own);
  if (!crio || crio.written) return null;
  if (crio.updates === "any" || crio.updates === "major") return null;
  const begin = trackOf(crio.version);
  const newest = newestOf(to, releases);
  if (begin === null || newest === undefined) return null;
  // Where the steps before this one have brought it.
  const passed = upgradeTargets(version, releases).filter(
    (track) => compareVersions(track, from) <= 0,
  );
  const at = [begin, ...passed].sort(compareVersions).at(-1)!;
  if (compareVersions(at, to) >= 0) return null;
  const updated = updatedImage(node, crio);
  return { node, chosen: crio, from: at, to, version: newest, updated };
}

/** `v1.36` → `v1.37`. */
function nextOf(track: string): string | undefined {
  const parts = /^(.*?\.)(\d+)$/.exec(track);
  return parts ? `${parts[1]}${Number(parts[2]) + 1}` : undefined;
}

function newestOf(track: string, releases: readonly Release[]) {
  return releases
    .map(({ version }) => version)
    .filter((version) => trackOf(version) === track)
    .sort((one, other) => compareVersions(other, one))[0];
}
