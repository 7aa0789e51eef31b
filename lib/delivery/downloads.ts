import type { Path, Transpiled } from "@/lib/butane";
import { fieldOf } from "@/lib/preset/origins";
import type { Composed } from "@/lib/preset/compose";
import type { Preset } from "@/lib/preset/preset";

/** Something the node fetches while Ignition runs: without it, it does not boot. */
export interface Download {
  readonly url: string;
  /** `sha256-…` or `sha512-…`, where it is checked. */
  readonly hash?: string;
  /** Id of the extension whose image it is. */
  readonly extension?: string;
  /** Set where it comes packed with gzip: the hash is of what is inside. */
  readonly gzip?: true;
  /** Set where it is asked for with headers of its own, a login most likely. */
  readonly headers?: true;
  /** The field of the preset that asks for it. */
  readonly field?: Path;
}

interface Resource {
  readonly source?: string;
  readonly compression?: string;
  readonly httpHeaders?: readonly unknown[];
  readonly verification?: { readonly hash?: string };
}

/** Everything that an Ignition config fetches, in the order of the document, each address once. */
export function downloadsOf(
  transpiled: Transpiled,
  composed: Composed,
  preset: Preset,
): Download[] {
  const found = new Map<string, Download>();
  for (const { resource, at } of resources(transpiled.ignition, [])) {
    const url = resource.source!;
    if (url === "" || /^data:/i.test(url) || found.has(url)) continue;
    const hash = resource.verification?.hash;
    const field = fieldOf(transpiled.sources.find(at), composed.origins);
    const extension = extensionAt(field, preset);
    found.set(url, {
      url,
      ...(hash ? { hash } : {}),
      ...(extension ? { extension } : {}),
      ...(resource.compression === "gzip" ? { gzip: true } : {}),
      ...(resource.httpHeaders?.length ? { headers: true as const } : {}),
      ...(field ? { field } : {}),
    });
  }
  return [...found.values()];
}

/** Whatever has a `source`, wherever the spec allows one. */
function* resources(
  value: unknown,
  at: Path,
): Generator<{ resource: Resource; at: Path }> {
  if (typeof value !== "object" || value === null) return;
  if ("source" in value && typeof value.source === "string")
    yield { resource: value as Resource, at };
  for (const [key, inner] of Object.entries(value))
    yield* resources(inner, [...at, Array.isArray(value) ? Number(key) : key]);
}

function extensionAt(
  field: Path | undefined,
  preset: Preset,
): string | undefined {
  if (field?.[0] !== "extensions" || field[1] !== "chosen") return undefined;
  return preset.extensions.chosen[Number(field[2])]?.id;
}
