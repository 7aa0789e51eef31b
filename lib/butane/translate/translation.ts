import type { FileSource } from "../file-source";
import type { Path } from "../path";
import { error, type Entry } from "../report";
import type { Values } from "../struct/decode";
import type { Shape } from "../struct/shape";
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
}

/** One run from document to config: what it collects on the way. */
export class Translation {
  readonly report: Entry[] = [];
  /** Entries about the finished config; their paths are those of the config. */
  readonly outputReport: Entry[] = [];
  sources = new Sources();

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
