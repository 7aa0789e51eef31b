import type { FileSource } from "../file-source";
import { limits } from "../limits";
import type { Path } from "../path";
import { error, type Entry } from "../report";
import type { Values } from "../struct/decode";
import type { Shape } from "../struct/shape";
import type { ContentsCache } from "../resource/contents-cache";
import { newEffort } from "../resource/encode";
import { readLocal, type LocalProblem } from "./local-files";
import { Sources } from "./source-map";

/** Where a value stands: in the document, and in the Ignition config that is being made. */
export interface Place {
  readonly from: Path;
  readonly to: Path;
}

/** Turns a struct that does not become Ignition's by changing the spelling of its keys alone. */
export type Translator = (
  run: Translation,
  shape: Shape,
  from: never,
  place: Place,
) => Values;

/** What a base spec does beyond copying, by name of the struct. */
export type Translators = Readonly<Record<string, Translator>>;

export interface TranslationOptions {
  readonly files?: FileSource | undefined;
  readonly compress?: boolean | undefined;
  readonly contents?: ContentsCache | undefined;
}

/** One run from document to config: what it collects on the way. */
export class Translation {
  readonly report: Entry[] = [];
  /** Entries about the finished config; their paths are those of the config. */
  readonly outputReport: Entry[] = [];
  /** What may be spent on compressing all of its contents. */
  readonly effort = newEffort();
  sources = new Sources();
  #localBytes = 0;

  constructor(
    private readonly translators: Translators,
    readonly options: TranslationOptions,
  ) {}

  /** Translates a struct, by its own translator where the spec has one. */
  struct(shape: Shape, from: Values, place: Place): Values {
    const own = this.translators[shape.name];
    return own
      ? own(this, shape, from as never, place)
      : this.copy(shape, from, place);
  }

  /** Copies the fields that Ignition knows under Ignition's names, and translates the structs among them. */
  copy(shape: Shape, from: Values, place: Place): Values {
    const to: Values = {};
    for (const key in from) {
      const field = shape.fields.get(key);
      const output = field?.output;
      if (!output) continue;
      const value = from[key];
      if (!field.shape) {
        to[output] = value;
        continue;
      }
      const inner = inside(place, key, output);
      to[output] = Array.isArray(value)
        ? this.#items(field.shape, value as Values[], inner)
        : this.struct(field.shape, value as Values, inner);
    }
    return to;
  }

  /** Reads a file below the files directory. */
  readLocal(name: string): Uint8Array | LocalProblem {
    const bytes = readLocal(this.options.files, name);
    return "code" in bytes ? bytes : this.takeIn(bytes);
  }

  /** Counts what a file brings into the config, and answers its bytes while there is room. */
  takeIn(bytes: Uint8Array): Uint8Array | LocalProblem {
    this.#localBytes += bytes.length;
    if (this.#localBytes <= limits.localBytes) return bytes;
    const limit = limits.localBytes / 1024 / 1024;
    return { code: "local-files-too-large", values: { limit } };
  }

  fail(code: string, path: Path, values?: Entry["values"]): void {
    this.report.push(error(code, path, values));
  }

  #items(shape: Shape, items: readonly Values[], place: Place): Values[] {
    return items.map((item, index) =>
      this.struct(shape, item, inside(place, index, index)),
    );
  }
}

function inside(
  place: Place,
  from: string | number,
  to: string | number,
): Place {
  return { from: [...place.from, from], to: [...place.to, to] };
}
