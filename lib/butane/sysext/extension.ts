import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";

/** `bakery`: an image of the sysext bakery; `flatcar`: Flatcar's own, bound to the OS release; `builtin`: in every image. */
export type ExtensionKind = "bakery" | "flatcar" | "builtin";

/** The only two words systemd's `%a` and the bakery's file names know. */
export type Architecture = "x86-64" | "arm64";

/**
 * `none`: stays at the chosen version. `patch`: newer ones of the same series (`v1.32.x`). `major`: of the same first number
 * (`v1.x`). `any`: whatever is newest.
 */
export type UpdatePolicy = "none" | "patch" | "major" | "any";

/**
 * What happens after a newer image was staged.
 * `next-boot`: nothing until somebody reboots. `reboot`: the node's reboot coordinator is asked.
 * `reboot-now`: the node reboots at once, whoever else coordinates reboots.
 * `refresh`: the images are merged anew at once. `restart`: merged anew, then the extension's `restartUnits` restart.
 */
export type Activation =
  | "next-boot"
  | "reboot"
  | "reboot-now"
  | "refresh"
  | "restart";

/** Who reboots the node when something waits for a reboot. */
export type Coordinator = "none" | "locksmith" | "kured" | "fluo";

/** Flatcar's built-in extensions that can be switched off. */
export type BuiltIn = "docker" | "containerd";

/** What extensions are for, in the order people see it, with the heading of each. */
export const categories = {
  "container-runtime": "Container runtimes",
  kubernetes: "Kubernetes",
  networking: "Networking",
  "load-balancing": "Load balancing",
  wasm: "WebAssembly",
  ai: "AI",
  gpu: "GPU",
  security: "Security",
  secrets: "Secrets",
  virtualization: "Virtualization",
  observability: "Observability",
  orchestration: "Orchestration",
  "dev-platform": "Developer platforms",
  storage: "Storage",
  languages: "Languages",
  time: "Time",
  tools: "Tools",
} as const;
/** The shelf of the catalogue that an extension is on. */
export type Category = keyof typeof categories;

interface ParamCommon {
  readonly label: string;
  /** One short line below the field. */
  readonly help?: string;
  /** Greyed example text. */
  readonly placeholder?: string;
  /** Shown only while another parameter has one of these values. */
  readonly when?: {
    readonly key: string;
    readonly is: readonly (string | boolean)[];
  };
  /** Left out of links, stored presets and messages. */
  readonly secret?: true;
  /** The extension does not do its work while this is empty: always, or with these values of the parameters. */
  readonly required?:
    | true
    | ((params: Readonly<Record<string, ParamValue>>) => boolean);
}

/** One parameter of an extension; the form draws itself from it. */
export type ParamSpec = ParamCommon &
  (
    | {
        readonly type: "string";
        readonly default: string;
        /** Values worth offering; any other can be typed. */
        readonly suggestions?: readonly string[];
      }
    | {
        readonly type: "text";
        readonly default: string;
        /** Language of the editor's colours. */
        readonly language?: "yaml" | "toml" | "json" | "ini" | "hcl" | "plain";
      }
    | {
        readonly type: "number";
        readonly default: number;
        readonly min?: number;
        readonly max?: number;
      }
    | { readonly type: "boolean"; readonly default: boolean }
    | {
        readonly type: "select";
        readonly default: string;
        readonly options: readonly {
          readonly value: string;
          readonly label: string;
        }[];
      }
    | { readonly type: "list"; readonly default: readonly string[] }
  );

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValue = string | number | boolean | readonly string[];
/** Values of an extension's parameters, each with its default filled in. */
export type ParamValues<Specs extends ParamSpecs> = {
  readonly [Key in keyof Specs]: Specs[Key]["type"] extends "number"
    ? number
    : Specs[Key]["type"] extends "boolean"
      ? boolean
      : Specs[Key]["type"] extends "list"
        ? readonly string[]
        : string;
};

/** A unit inside the image, and how it starts on the node. */
export interface ExtensionUnit {
  readonly name: string;
  /**
   * `upheld`: started by the image itself. `link`: needs a link in `<wantedBy>.wants`.
   * `choice`: which unit is linked depends on parameters, `compose` does it. `manual`: nothing starts it.
   */
  readonly start: "upheld" | "link" | "choice" | "manual";
  /** Where the unit stands inside the image: the target of the wants link. */
  readonly path?: string;
  readonly wantedBy?: string;
}

/** What an extension sees of the node it is composed into. */
export interface ExtensionContext {
  readonly document: ButaneDocument;
  /** The chosen version, exactly as released; empty for Flatcar's own extensions. */
  readonly version: string;
  readonly architecture: Architecture;
  /** Whether another extension is chosen (bakery and Flatcar's own) or on (`builtin:docker`, `builtin:containerd`). */
  has(id: string): boolean;
  /** A parameter of another chosen extension, its default filled in; `undefined` when that one is not chosen. */
  valueOf(id: string, param: string): ParamValue | undefined;
  /** Who reboots the node. */
  readonly coordinator: Coordinator;
  /** The preset path of a parameter, or of the extension itself, to give as `origin`. */
  at(param?: string): Path;
}

/** What an extension is. Versions and hashes are not here: they are data in the catalogue. */
export interface Extension<Specs extends ParamSpecs = ParamSpecs> {
  readonly id: string;
  readonly title: string;
  readonly kind: ExtensionKind;
  readonly category: Category;
  /** One line for the card and the row. */
  readonly summary: string;
  readonly homepage?: string;
  readonly docs?: string;
  /** Regular expression that a released version matches in full (bakery only). */
  readonly versionPattern?: string;
  /** How many numbers of the version `patch` holds: 2 keeps `v1.32`, 1 keeps `v1`. */
  readonly trackDepth?: 1 | 2;
  readonly updates: UpdatePolicy;
  readonly activation: Activation;
  /** Units that `restart` restarts. */
  readonly restartUnits?: readonly string[];
  /** Versions kept on disk when it differs from systemd's 3 (a very large image). */
  readonly keep?: number;
  /** Other words people search for. */
  readonly aliases?: readonly string[];
  readonly ships: readonly string[];
  readonly units: readonly ExtensionUnit[];
  /** Every item must hold; `a|b` is any one of them; `builtin:docker`; `name@version`. */
  readonly requires: readonly string[];
  /** More of them that follow from the parameters. */
  requiresWith?(params: ParamValues<Specs>): readonly string[];
  /** Items that must not be chosen or on: `k3s`, `builtin:docker`. */
  readonly conflicts: readonly string[];
  /** Built-in extensions to switch off together with choosing this one. */
  readonly switchesOff?: readonly BuiltIn[];
  /**
   * Units that need users, files or folders which the image brings in `sysusers.d` and `tmpfiles.d`. Flatcar before
   * 4628 reads those before the image is there, so a unit of ours applies them again, ahead of these.
   */
  readonly lateSettings?: readonly string[];
  /**
   * `false`: the image brings units and does not have systemd read them again (`EXTENSION_RELOAD_MANAGER=1`), so that
   * merging it at once leaves the old ones in force.
   */
  readonly reloadsManager?: false;
  /** Versions that documentation names and nobody released: their image is a 404. */
  readonly neverReleased?: readonly string[];
  /** Files that the service does not start without and that the image only seeds, too late before 4628 (not verified). */
  readonly neededFiles?: readonly string[];
  /** Released versions that do not work: all that match in full, why, and one to take instead. */
  readonly brokenVersions?: {
    readonly pattern: string;
    readonly why: string;
    readonly instead: string;
  };
  /** Transfer files of the bakery that offer no image, because an old release made them: `k3s-v1.32.conf` (not verified). */
  readonly staleTransfers?: readonly string[];
  /** Unit names that documentation uses and the image does not have, each with the one that it has. */
  readonly misnamedUnits?: Readonly<Record<string, string>>;
  /** First Flatcar release that has it (Flatcar's own only): `[3913, 0, 0]`. */
  readonly since?: readonly [number, number, number];
  readonly params: Specs;
  /** What an operator must know before the node boots, a sentence each. */
  readonly notes: readonly string[];
  /** Commands that show on the node that it works. */
  readonly verify: readonly string[];
  /** Line for `/etc/flatcar/enabled-sysext.conf` where it is not the id (Flatcar's own only). */
  enabledAs?(params: ParamValues<Specs>): string;
  /** Writes what the image needs beside it: configuration files, links, drop-ins, units of ours. */
  compose?(params: ParamValues<Specs>, context: ExtensionContext): void;
}

/** Gives an extension's file its types: `params` decide what `compose` receives. */
export function defineExtension<const Specs extends ParamSpecs>(
  extension: Extension<Specs>,
): Extension {
  return extension as unknown as Extension;
}
