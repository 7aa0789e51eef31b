import type { Path } from "@/lib/butane";
import { replaceLogins } from "@/lib/delivery/login";
import { secretsIn, withoutSecrets, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { setAt, valueAt } from "@/lib/set-at";

/** The secrets of some nodes, and the logins in addresses: numbered, so that one is told from another without being shown. */
export class Secrets {
  readonly #numbers = new Map<string, number>();
  /** Apart from the others: a login may be no more than a name, which stands in many a text. */
  readonly #logins = new Map<string, number>();

  constructor(...presets: readonly Preset[]) {
    for (const preset of presets) {
      for (const value of secretValues(preset)) this.#name(value);
      this.hideLogins(preset);
    }
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

  /** A copy in which every login of an address is its number: `https://(login 1)@host/`. */
  hideLogins<Value>(value: Value): Value {
    return withTexts(value, (text) =>
      replaceLogins(text, (login) => {
        const number = this.#logins.get(login) ?? this.#logins.size + 1;
        this.#logins.set(login, number);
        return `(login ${number})`;
      }),
    ) as Value;
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
    let hidden = this.hideLogins(text);
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

/** A copy of a value with each of its texts as `change` makes it. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withTexts(one, change)]),
  );
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
