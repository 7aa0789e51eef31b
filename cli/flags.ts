/** An option of a command. Its long name is its key in `Flags`. */
export interface Flag {
  readonly short?: string;
  readonly help: string;
  /** Name of the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** What the option means when it is given without a value; without this the next word is its value. */
  readonly bare?: string;
  /** Shown in the help where it is not empty. */
  readonly fallback?: string;
  /** Understood but not shown. */
  readonly hidden?: true;
}

export type Flags = Readonly<Record<string, Flag>>;

export type Values<Known extends Flags> = {
  [Name in keyof Known]: Known[Name] extends { readonly value: string }
    ? string
    : boolean;
};

export interface Parsed<Known extends Flags> {
  readonly values: Values<Known>;
  readonly words: readonly string[];
}

/** A command line that nobody can make sense of; the program ends with status 2 and the usage. */
export class UsageError extends Error {}

const truths = ["1", "t", "T", "TRUE", "true", "True"];
const lies = ["0", "f", "F", "FALSE", "false", "False"];

/**
 * Reads options the way Butane does (Go's pflag): anywhere on the line, `--name=value` or `--name value`, short ones
 * in bundles (`-ps`, `-dfiles`), `--switch=false`, everything after `--` a word.
 */
export function parseFlags<const Known extends Flags>(
  known: Known,
  args: readonly string[],
): Parsed<Known> {
  const values: Record<string, string | boolean> = {};
  for (const [name, flag] of Object.entries(known)) {
    values[name] = flag.value === undefined ? false : (flag.fallback ?? "");
  }
  const words: string[] = [];
  const rest = [...args];
  const long = (given: string, value: string | undefined) => {
    if (!Object.hasOwn(known, given)) {
      throw new UsageError(`unknown flag: --${given}`);
    }
    values[given] = valueOf(known[given]!, `--${given}`, value, rest);
  };
  const bundle = (letters: string) => {
    for (let at = 0; at < letters.length; at++) {
      const [name, flag] =
        Object.entries(known).find(([, { short }]) => short === letters[at]) ??
        [];
      if (!name || !flag) {
        throw new UsageError(
          `unknown shorthand flag: '${letters[at]}' in -${letters}`,
        );
      }
      const tail = letters.slice(at + 1);
      const joined = tail.startsWith("=") ? tail.slice(1) : undefined;
      // A switch leaves the letters after it to the others; an option with a value takes them.
      const takesTail = flag.value !== undefined && tail !== "";
      values[name] = valueOf(
        flag,
        `-${letters[at]}`,
        joined ?? (takesTail ? tail : undefined),
        rest,
      );
      if (takesTail || joined !== undefined) return;
    }
  };

  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (word === "--") words.push(...rest.splice(0));
    else if (name) long(name, value);
    else if (/^-[^-]/.test(word)) bundle(word.slice(1));
    else words.push(word);
  }
  return { values: values as Values<Known>, words };
}

function valueOf(
  flag: Flag,
  shown: string,
  given: string | undefined,
  rest: string[],
): string | boolean {
  if (flag.value === undefined) {
    if (given === undefined || truths.includes(given)) return true;
    if (lies.includes(given)) return false;
    throw new UsageError(`invalid argument "${given}" for ${shown}`);
  }
  const value = given ?? flag.bare ?? rest.shift();
  if (value === undefined) {
    throw new UsageError(`flag needs an argument: ${shown}`);
  }
  return value;
}

/** The options as a table for the help. */
export function describeFlags(known: Flags): string {
  const rows = Object.entries(known)
    .filter(([, { hidden }]) => !hidden)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, flag]) => {
      const short = flag.short ? `-${flag.short}, ` : "    ";
      const value = flag.value && flag.bare ? `[=${flag.value}]` : flag.value;
      const joint = value?.startsWith("[") ? "" : " ";
      const shown = `  ${short}--${name}${value ? joint + value : ""}`;
      const fallback = flag.fallback ? ` (default "${flag.fallback}")` : "";
      return [shown, flag.help + fallback] as const;
    });
  const width = Math.max(...rows.map(([shown]) => shown.length));
  return rows
    .map(([shown, help]) => `${shown.padEnd(width)}   ${help}\n`)
    .join("");
}
