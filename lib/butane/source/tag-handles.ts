import { SyntaxProblem } from "./syntax-problem";
import type { Token } from "./token";

/** What the handles of tags stand for in this document. */
export class TagHandles {
  private readonly prefixes = new Map<string, string>();
  private hasVersion = false;

  /** Takes a directive in: `%YAML 1.1` once, `%TAG` once for each handle. */
  declare(directive: Token): void {
    const { kind, value, suffix, start, end } = directive;
    const refuse = (reason: string) => new SyntaxProblem(start, end, reason);
    if (kind === "version") {
      if (this.hasVersion) throw refuse("%YAML stands here a second time");
      if (value !== "1.1") throw refuse("only YAML 1.1 is understood");
      this.hasVersion = true;
      return;
    }
    if (this.prefixes.has(value)) {
      throw refuse(`%TAG ${value} stands here a second time`);
    }
    this.prefixes.set(value, suffix);
  }

  /** A tag in full: a handle is replaced by its prefix, a tag without handle is whole already. */
  expand({ value: handle, suffix, start, end }: Token): string {
    if (handle === "") return suffix;
    const prefix = this.prefixes.get(handle) ?? STANDARD.get(handle);
    const tag = prefix === undefined ? "" : prefix + suffix;
    if (tag !== "") return tag;
    throw new SyntaxProblem(start, end, `no %TAG declares ${handle}`);
  }
}

const STANDARD = new Map([
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
]);
