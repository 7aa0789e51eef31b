import { transpile, type IgnitionConfig, type Path } from "@/lib/butane";
import { hasLoginWithin } from "@/lib/delivery/login";
import { secretsIn, withoutSecrets, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { fieldOf } from "@/lib/preset/origins";
import { entriesOf, type Entry } from "./entries";
import { Secrets } from "./secrets";
import { inlineText } from "./steps/contents";
import { setAt, valueAt } from "@/lib/set-at";
import { fingerprint } from "./values";

/** One of the two nodes, with what follows from it. */
export interface Side {
  readonly preset: Preset;
  readonly text: string;
  /** The Ignition config as it is delivered; `null` where the node makes none. */
  readonly output: string | null;
  readonly errors: number;
  /** Everything the config sets up, by a name that tells it from the rest. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Entries that hold a secret. */
  readonly secret: ReadonlySet<string>;
  /** The field of the preset that asked for what stands at a path of the config. */
  fieldAt(path: Path): Path | undefined;
}

/** Composes and transpiles a preset; one whose document is refused has no `output` and no entries. */
export function sideOf(preset: Preset): Side {
  const composed = compose(preset);
  const { output, ignition, report, sources } = transpile(composed.text);
  const entries = entriesOf((ignition ?? {}) as IgnitionConfig);
  return {
    preset,
    text: composed.text,
    output,
    errors: report.filter(({ kind }) => kind === "error").length,
    entries,
    secret: secretEntries(preset, entries),
    fieldAt: (path) => fieldOf(sources.find(path), composed.origins),
  };
}

/** The entries that hold a secret: those a field put there, and those whose text has an address with a login. */
function secretEntries(
  preset: Preset,
  entries: ReadonlyMap<string, Entry>,
): ReadonlySet<string> {
  const withLogin = [...entries].filter(([, { value }]) =>
    textsIn(value).some(hasLoginWithin),
  );
  return new Set([
    ...markedEntries(preset, entries),
    ...withLogin.map(([id]) => id),
  ]);
}

/**
 * The entries that are not the same with other secrets: those hold them, however they were quoted, joined or encoded on the
 * way; of a document that is kept whole, those that are not the same without them. And those whose text has one in it,
 * wherever it was typed.
 */
function markedEntries(
  preset: Preset,
  entries: ReadonlyMap<string, Entry>,
): ReadonlySet<string> {
  const paths = secretsIn(preset);
  if (paths.length === 0) return new Set();
  const other = preset.rest.whole
    ? withoutSecrets(preset)
    : paths.reduce(
        (one, path) => setAt(one, path, `${String(valueAt(one, path))}0`),
        preset,
      );
  const { ignition } = transpile(compose(other).text);
  // With other secrets the node may be no valid one; then nothing is known to be free of them.
  if (!ignition) return new Set(entries.keys());
  const others = entriesOf(ignition as IgnitionConfig);
  const secrets = new Secrets(preset);
  return new Set(
    [...entries]
      .filter(
        ([id, { value }]) =>
          fingerprint(value) !== fingerprint(others.get(id)?.value) ||
          secrets.isIn([fingerprint(value), ...textsIn(value)].join("\n")),
      )
      .map(([id]) => id),
  );
}

/** The texts that an entry brings along, whatever they were encoded in. */
function textsIn(value: Entry["value"]): string[] {
  const {
    contents,
    append = [],
  }: { readonly contents?: unknown; readonly append?: readonly unknown[] } =
    typeof value === "object" && value !== null ? value : {};
  return [contents, ...append].flatMap((one) =>
    typeof one === "string" ? one : (inlineText(one as never) ?? []),
  );
}
