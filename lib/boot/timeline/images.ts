import {
  extensionById,
  hasFeature,
  type Extension,
  type Path,
} from "@/lib/butane";
import { oemExtensionOf } from "@/lib/delivery/oem-extensions";
import type { NodeFile } from "../node-file";
import type { BootNode } from "./step";

/** An image that a path belongs to. */
export interface ImageName {
  readonly id: string;
  readonly title: string;
  readonly extension?: Extension;
}

/** An image or folder that the node merges. */
export interface Image extends ImageName {
  /** Where it comes from, in a few words. */
  readonly what: string;
  /** The path it lies at where it is a file of the config, for what is mounted there. */
  readonly lies?: string;
  readonly from?: Path;
}

/** The image that a file is, by where it lies: `/opt/extensions/ID/…`, or directly among those that are merged. */
export function imageAt(path: string): ImageName | undefined {
  const kept = /^\/opt\/extensions\/([^/]+)\/[^/]+\.raw$/.exec(path)?.[1];
  const direct =
    /^\/(?:etc\/extensions|var\/lib\/(?:extensions|confexts))\/([^/]+)\.raw$/;
  const id = kept ?? direct.exec(path)?.[1];
  return id === undefined ? undefined : named(id);
}

function named(id: string): ImageName {
  const extension = extensionById(id);
  return {
    id,
    title: extension?.title ?? id,
    ...(extension ? { extension } : {}),
  };
}

/** Everything that is merged over /usr and /opt, as far as the config and the release tell. */
export function mergedImages(node: BootNode): Image[] {
  const masked = new Set<string>();
  const own = node.tree.files.flatMap((file) => {
    const id = mergedName(file);
    if (id === undefined) return [];
    if (file.kind === "link" && file.target === "/dev/null") {
      masked.add(id);
      return [];
    }
    // A folder that only leads to something is an extension as well: its files lie in it.
    return [ownImage(id, file)];
  });
  const others = [...flatcars(node), ...builtIns(node), ...vendors(node)];
  return [...own, ...others].filter(({ id }) => !masked.has(id));
}

/** The name that systemd-sysext finds an entry by; a file that is no `.raw`, such as the signature beside one, is none. */
function mergedName({ path, kind }: NodeFile): string | undefined {
  const [, name, raw] =
    /^\/(?:etc|var\/lib)\/extensions\/([^/]+?)(\.raw)?$/.exec(path) ?? [];
  return raw || kind === "directory" || kind === "link" ? name : undefined;
}

function ownImage(id: string, file: NodeFile): Image {
  const from = file.from ? { from: file.from } : {};
  if (file.kind === "link" || file.kind === "hardlink")
    return {
      ...named(id),
      what: `the image ${file.target}`,
      lies: file.target,
      ...from,
    };
  return {
    ...named(id),
    what:
      file.kind === "directory"
        ? "a folder with files of this config"
        : "an image without updates",
    lies: file.path,
    ...from,
  };
}

/** Names that the node's list asks for, without those that it switches off. */
export function officialNames(node: BootNode): string[] {
  if (!hasFeature(node.release, "own-extensions")) return [];
  const text = node.textOf("/etc/flatcar/enabled-sysext.conf") ?? "";
  return text
    .split("\n")
    .flatMap((line) => line.split("#", 1)[0]!.split(/\s+/))
    .filter((word) => word !== "" && !word.startsWith("-"));
}

function flatcars(node: BootNode): Image[] {
  return officialNames(node).map((name) => ({
    ...named(name),
    id: `flatcar-${name}`,
    what: "Flatcar's own, for the OS release it boots",
  }));
}

function builtIns({ release }: BootNode): Image[] {
  if (!hasFeature(release, "builtin-extensions")) return [];
  return ["containerd", "docker"].map((name) => ({
    ...named(`builtin:${name}`),
    id: `${name}-flatcar`,
    title: name === "docker" ? "Docker" : "containerd",
    what: "part of the OS image",
  }));
}

function vendors({ preset, release }: BootNode): Image[] {
  const oem = oemExtensionOf(preset.target.platform);
  if (!oem?.since || !hasFeature(release, "oem-extensions")) return [];
  return [
    {
      id: `oem-${oem.id}`,
      title: `oem-${oem.id}`,
      what: "the vendor's tools, part of the OS image for this platform",
    },
  ];
}
