import type { Path } from "../path";
import type {
  Activation,
  Architecture,
  BuiltIn,
  Coordinator,
  Extension,
  ParamSpecs,
  ParamValue,
  ParamValues,
  UpdatePolicy,
} from "./extension";
import { extensionById } from "./extensions";
import type { ImageChoices } from "./image-choices";
import type { Keyring } from "./keyring";
import { bakeryBase, type OwnImageSource } from "./names";
import type { OsRelease } from "./os-release";
import type { Written } from "./written";

/** One extension as chosen for a node. */
export interface ChosenImage extends ImageChoices {
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
  /** Present where an opened document writes it in another way than ours. */
  readonly written?: Written;
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
  /** Flatcar's own extensions of the image's list that are switched off, and the field that says so. */
  readonly officialOff?: {
    readonly names: readonly string[];
    readonly origin: Path;
  };
  /** Keys that signed lists of images are checked with. */
  readonly keyring?: Keyring;
}

/** The address that a chosen image and its updates come from, with a slash at its end. */
export function bakeryOf(
  node: Pick<NodeExtensions, "bakery">,
  chosen: ImageChoices,
): string {
  return bakeryBase(chosen.bakery || node.bakery);
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

/** The catalogue entry of a chosen extension; an own image has none, whatever it is called. */
export function catalogued(chosen: ChosenImage): Extension | undefined {
  return chosen.own ? undefined : extensionById(chosen.id);
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
export function typedParams(
  extension: Extension,
  chosen: ChosenImage,
): ParamValues<ParamSpecs> {
  return paramsOf(extension, chosen) as ParamValues<ParamSpecs>;
}
