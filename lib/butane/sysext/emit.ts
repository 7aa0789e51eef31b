import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type {
  Activation,
  Architecture,
  BuiltIn,
  Coordinator,
  Extension,
  ExtensionContext,
  ParamSpecs,
  ParamValue,
  ParamValues,
  UpdatePolicy,
} from "./extension";
import { extensionById } from "./extensions";
import {
  bakeryBase,
  bakeryImage,
  isImageName,
  ownImage,
  type OwnImageSource,
  ownSuffix,
  ownVersion,
} from "./names";
import {
  compareOsReleases,
  mergesInInitrd,
  type OsRelease,
} from "./os-release";
import { emitImageUpdates, emitNoop, type UpdatedImage } from "./updates";
import { putWantsLink, unitText } from "./unit-text";
import { matchPattern, trackOf } from "./version";

/** One extension as chosen for a node. */
export interface ChosenImage {
  /** Id in the catalogue, or the name of an own image. */
  readonly id: string;
  /** Exactly as released; empty for Flatcar's own. */
  readonly version: string;
  /** `sha256-<64 hex>` of the image, empty when not known. */
  readonly hash: string;
  readonly updates: UpdatePolicy;
  readonly activation: Activation;
  /** Versions kept on disk. */
  readonly keep: number;
  /** Parameters that differ from their defaults. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly own?: OwnImageSource;
}

/** Everything about a node that its extensions depend on. */
export interface NodeExtensions {
  readonly chosen: readonly ChosenImage[];
  readonly builtinOff: readonly BuiltIn[];
  /** Address that images and updates come from. */
  readonly bakery: string;
  readonly architecture: Architecture;
  readonly coordinator: Coordinator;
  /** The OS release, only where the node names an exact one: a channel moves on, and the document must not. */
  readonly release?: OsRelease;
}

/**
 * Writes all chosen extensions into a document: images, links, updates, configuration and units, the built-in
 * extensions that are off, and the list of Flatcar's own. `origin` is where the choice stands in the preset.
 */
export function emitExtensions(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path = ["extensions"],
): void {
  node.chosen.forEach((chosen, index) => {
    const at = [...origin, "chosen", index];
    const extension = catalogued(chosen);
    if (chosen.own || !extension || extension.kind === "bakery") {
      emitImage(document, node, chosen, at);
    }
    for (const unit of extension?.units ?? []) {
      if (unit.start === "link") putWantsLink(document, unit, at);
    }
    extension?.compose?.(
      typedParams(extension, chosen),
      contextFor(document, node, chosen, at),
    );
  });
  const updated = node.chosen.findIndex((each) => updatedImage(node, each));
  if (updated >= 0) {
    emitNoop(document, [...origin, "chosen", updated, "updates"]);
  }
  emitOfficial(document, node, origin);
  emitBuiltInOff(document, node.builtinOff, [...origin, "builtinOff"]);
  emitLateSettings(document, node, origin);
}

/** Whether anything on the node is kept up to date, so that the timer has something to do. */
export function hasUpdates(node: NodeExtensions): boolean {
  return node.chosen.some((chosen) => updatedImage(node, chosen) !== null);
}

/** The values of an extension's parameters with every default filled in; values of a wrong type give way to the default. */
export function paramsOf(
  extension: Extension,
  chosen: Pick<ChosenImage, "params">,
): Readonly<Record<string, ParamValue>> {
  return Object.fromEntries(
    Object.entries(extension.params).map(([key, spec]) => {
      const value = chosen.params[key];
      const fits =
        value !== undefined &&
        typeof value === typeof spec.default &&
        Array.isArray(value) === Array.isArray(spec.default);
      return [key, fits ? value : spec.default];
    }),
  );
}

/** The same for the extension's own functions, whose types follow from its parameters. */
function typedParams(
  extension: Extension,
  chosen: ChosenImage,
): ParamValues<ParamSpecs> {
  return paramsOf(extension, chosen) as ParamValues<ParamSpecs>;
}

function emitImage(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): void {
  const image = chosen.own
    ? ownImage(chosen.id, chosen.own)
    : bakeryImage(chosen.id, chosen.version, node.architecture, node.bakery);
  document.putFile(
    {
      path: image.path,
      mode: 0o644,
      contents: {
        source: image.url,
        ...(chosen.hash === "" ? {} : { hash: chosen.hash }),
      },
    },
    { origin: [...at, ...(chosen.own ? ["own", "url"] : ["version"])] },
  );
  document.putLink({ path: image.link, target: image.path }, { origin: at });
  const updated = updatedImage(node, chosen);
  if (updated) emitImageUpdates(document, updated, node.coordinator, at);
}

/** What updates need to know; `null` when the image stays as it is or cannot be followed. */
function updatedImage(
  node: NodeExtensions,
  chosen: ChosenImage,
): UpdatedImage | null {
  const extension = catalogued(chosen);
  const bakery = !chosen.own && (!extension || extension.kind === "bakery");
  if (!bakery && !chosen.own?.updatesFrom) return null;
  if (!isImageName(chosen.id)) return null;
  const version = chosen.own
    ? ownVersion(chosen.id, chosen.own.url)
    : chosen.version;
  const depth = extension?.trackDepth ?? 2;
  const pattern =
    version === null
      ? null
      : chosen.own
        ? ownPattern(chosen.id, chosen.own.url, version, chosen.updates)
        : matchPattern(chosen.id, version, chosen.updates, depth);
  if (version === null || pattern === null) return null;
  return {
    id: chosen.id,
    version,
    updates: chosen.updates,
    depth,
    from: chosen.own?.updatesFrom ?? `${bakeryBase(node.bakery)}${chosen.id}/`,
    pattern,
    keep: chosen.keep,
    activation: chosen.activation,
    restartUnits: extension?.restartUnits ?? [],
  };
}

function ownPattern(
  id: string,
  url: string,
  version: string,
  policy: UpdatePolicy,
): string | null {
  const track = policy === "patch" ? trackOf(version) : null;
  if (policy === "none" || (policy === "patch" && track === null)) return null;
  return `${id}-${track === null ? "" : `${track}.`}@v${ownSuffix(id, url)}`;
}

/** Lists Flatcar's own extensions in the file that the initrd reads at every boot. */
function emitOfficial(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path,
): void {
  const lines: string[] = [];
  let first = -1;
  node.chosen.forEach((chosen, index) => {
    const extension = catalogued(chosen);
    if (extension?.kind !== "flatcar") return;
    if (first < 0) first = index;
    const line =
      extension.enabledAs?.(typedParams(extension, chosen)) ?? extension.id;
    if (line.trim() !== "") lines.push(line.trim());
  });
  if (lines.length === 0) return;
  document.putFile(
    {
      path: "/etc/flatcar/enabled-sysext.conf",
      mode: 0o644,
      contents: { inline: `${[...new Set(lines)].join("\n")}\n` },
    },
    {
      comment: "Flatcar's own extensions, updated together with the OS.",
      origin: [...origin, "chosen", first],
    },
  );
}

function emitBuiltInOff(
  document: ButaneDocument,
  off: readonly BuiltIn[],
  origin: Path,
): void {
  for (const name of off) {
    document.putLink(
      {
        path: `/etc/extensions/${name}-flatcar.raw`,
        target: "/dev/null",
        overwrite: true,
      },
      {
        comment: `Switches Flatcar's built-in ${name} off; the link that is there already has to give way.`,
        origin,
      },
    );
  }
}

/** Applies what images bring in sysusers.d and tmpfiles.d, on releases that read those before the image is there. */
function emitLateSettings(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path,
): void {
  if (node.release && compareOsReleases(node.release, mergesInInitrd) >= 0) {
    return;
  }
  const late = node.chosen.map((each) => catalogued(each)?.lateSettings ?? []);
  const units = [...new Set(late.flat())].sort();
  if (units.length === 0) return;
  document.putUnit(
    {
      name: "extension-settings.service",
      enabled: true,
      contents: unitText({
        Unit: [
          "Description=Users, files and folders that system extensions bring along",
          "After=systemd-sysext.service",
          `Before=${units.join(" ")}`,
        ],
        Service: [
          "Type=oneshot",
          "RemainAfterExit=yes",
          "ExecStart=-/usr/bin/systemd-sysusers",
          "ExecStart=-/usr/bin/systemd-tmpfiles --create --exclude-prefix=/dev",
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
    },
    {
      comment:
        "Flatcar before 4628 creates users and folders before it merges the images, so theirs are created here.",
      origin: [...origin, "chosen", late.findIndex((each) => each.length > 0)],
    },
  );
}

function contextFor(
  document: ButaneDocument,
  node: NodeExtensions,
  chosen: ChosenImage,
  at: Path,
): ExtensionContext {
  return {
    document,
    version: chosen.version,
    architecture: node.architecture,
    coordinator: node.coordinator,
    has: (id) => isPresent(node, id),
    valueOf: (id, param) => {
      const other = node.chosen.find((each) => each.id === id && !each.own);
      const extension = other && catalogued(other);
      return extension && paramsOf(extension, other)[param];
    },
    at: (param) => (param === undefined ? at : [...at, "params", param]),
  };
}

/** Whether an extension is chosen, or a built-in one is on (Docker goes with containerd). */
export function isPresent(
  node: Pick<NodeExtensions, "chosen" | "builtinOff">,
  id: string,
): boolean {
  if (id === "builtin:containerd")
    return !node.builtinOff.includes("containerd");
  if (id === "builtin:docker") return node.builtinOff.length === 0;
  return node.chosen.some((each) => each.id === id);
}

function catalogued(chosen: ChosenImage): Extension | undefined {
  return chosen.own ? undefined : extensionById(chosen.id);
}
