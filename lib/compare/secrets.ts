import type { Path } from "@/lib/butane";
import { secretsIn, withoutSecrets, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { setAt, valueAt } from "@/lib/set-at";

/** The secrets of some nodes, numbered, so that one can be told from another without being shown. */
export class Secrets {
  readonly #numbers = new Map<string, number>();

  constructor(...presets: readonly Preset[]) {
    for (const preset of presets)
      for (const value of secretValues(preset)) this.#name(value);
  }

  /** Whether a text has one of them in it. */
  isIn(text: string): boolean {
    // A very short one is found everywhere and tells nobody anything.
    for (const value of this.#numbers.keys())
      if (value.length > 3 && text.includes(value)) return true;
    return false;
  }

  /**
   * The Butane text of a node with every secret replaced by its number. A document that is kept whole loses its secrets
   * instead: how one is quoted there is the writer's choice.
   */
  textOf(preset: Preset): string {
    if (preset.rest.whole)
      return this.#hideTyped(withoutSecrets(preset).rest.text);
    const masked = fieldsOf(preset).reduce(
      (one, path) => setAt(one, path, this.#mask(valueAt(preset, path))),
      preset,
    );
    return this.#hideTyped(compose(masked).text);
  }

  #name(value: string): string {
    const known = this.#numbers.get(value);
    if (known === undefined) this.#numbers.set(value, this.#numbers.size + 1);
    return `(secret ${known ?? this.#numbers.size})`;
  }

  #mask(value: unknown): unknown {
    return typeof value === "string" ? this.#name(value) : value;
  }

  /** What stands in typed text has no field that says it is a secret; these are known by their looks. */
  #hideTyped(text: string): string {
    let hidden = text;
    for (const value of [...this.#numbers.keys()].sort(
      (one, other) => other.length - one.length,
    ))
      if (value.length > 3)
        hidden = hidden.replaceAll(value, () => this.#name(value));
    return hidden
      .replace(
        /(password_hash["']?\s*:\s*)(?!\(secret \d+\))(["']?)([^\s"'{}[\],#][^\s"',}]*)\2/g,
        (_, before: string, mark: string, value: string) =>
          `${before}${mark}${this.#name(value)}${mark}`,
      )
      .replace(
        /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([^]*?)(-----END)/g,
        (_, begin: string, value: string, end: string) =>
          `${begin} ${this.#name(value)} ${end}`,
      );
  }
}

function secretValues(preset: Preset): string[] {
  return fieldsOf(preset)
    .map((path) => valueAt(preset, path))
    .filter((value) => typeof value === "string");
}

/** The fields with secrets; a whole text that has some in it is not one itself. */
function fieldsOf(preset: Preset): Path[] {
  return secretsIn(preset).filter(([section]) => section !== "rest");
}
