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
}

interface Resource {
  readonly source?: string;
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
    const extension = extensionAt(
      transpiled.sources.find(at),
      composed,
      preset,
    );
    found.set(url, {
      url,
      ...(hash ? { hash } : {}),
      ...(extension ? { extension } : {}),
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
  path: Path,
  composed: Composed,
  preset: Preset,
): string | undefined {
  const field = fieldOf(path, composed.origins);
  if (field?.[0] !== "extensions" || field[1] !== "chosen") return undefined;
  return preset.extensions.chosen[Number(field[2])]?.id;
}
