import {
  decodeDataUrl,
  gunzip,
  type IgnitionConfig,
  type Path,
} from "@/lib/butane";

/** A text that a node has from its config: a file, a unit, a drop-in. */
export interface NodeText {
  /** Path of the file, or name of the unit. */
  readonly name: string;
  readonly text: string;
  /** Where it stands in the Ignition config. */
  readonly at: Path;
}

/** Every text in a config that is written out in it; what is fetched is not known, and bytes that are no text are nobody's address. */
export function textsOf(config: IgnitionConfig): NodeText[] {
  const { storage, systemd } = config as Config;
  const files = (storage?.files ?? []).flatMap((file, index) =>
    [file.contents, ...(file.append ?? [])].flatMap((contents) => {
      const text = textIn(contents);
      return text === null
        ? []
        : [{ name: file.path, text, at: ["storage", "files", index] }];
    }),
  );
  const units = (systemd?.units ?? []).flatMap((unit, index) => {
    const at = ["systemd", "units", index];
    return [
      { name: unit.name, text: unit.contents ?? "", at },
      ...(unit.dropins ?? []).map(({ name, contents = "" }, inner) => ({
        name: `${unit.name}.d/${name}`,
        text: contents,
        at: [...at, "dropins", inner],
      })),
    ];
  });
  return [...files, ...units];
}

/** Names of the units that are masked. */
export function maskedIn(config: IgnitionConfig): string[] {
  return ((config as Config).systemd?.units ?? [])
    .filter(({ mask }) => mask === true)
    .map(({ name }) => name);
}

/** Kernel arguments that are added. */
export function argumentsIn(config: IgnitionConfig): readonly string[] {
  return (config as Config).kernelArguments?.shouldExist ?? [];
}

interface Contents {
  readonly source?: string;
  readonly compression?: string;
}

interface Config {
  readonly storage?: {
    readonly files?: readonly {
      readonly path: string;
      readonly contents?: Contents;
      readonly append?: readonly Contents[];
    }[];
  };
  readonly systemd?: {
    readonly units?: readonly {
      readonly name: string;
      readonly contents?: string;
      readonly mask?: boolean;
      readonly dropins?: readonly {
        readonly name: string;
        readonly contents?: string;
      }[];
    }[];
  };
  readonly kernelArguments?: { readonly shouldExist?: readonly string[] };
}

function textIn(contents: Contents | undefined): string | null {
  const bytes = decodeDataUrl(contents?.source ?? "");
  if (!bytes) return null;
  const plain = contents?.compression === "gzip" ? gunzip(bytes) : bytes;
  if (!plain) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}
