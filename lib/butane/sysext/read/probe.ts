import { createDocument } from "../../emit/builder";
import type { ListName, PlainValue } from "../../emit/plain";
import { emitSettings, surroundings } from "../emit";
import type {
  Extension,
  ParamSpecs,
  ParamValue,
  ParamValues,
} from "../extension";
import { extensionById } from "../extensions";
import { type ChosenImage, isPresent, type NodeExtensions } from "../node";
import { textAt, valueAt } from "../plain-values";
import { draftEntries, type DraftEntry } from "./draft-entries";
import { templateOf } from "./leaf";
import { formsOf, isOpen, markOf, withHoles, type Form } from "./marks";
import { capture, type Captured, type ParamKey, type Part } from "./template";

/** An entry that an extension writes, with holes for its parameters. */
export interface EntryTemplate {
  readonly list: ListName;
  readonly key: readonly Part[];
  readonly leaves: readonly {
    readonly path: readonly string[];
    readonly parts: readonly Part[];
  }[];
}

/** What an extension writes for one choice of its switches. */
export interface Probe {
  readonly shape: Readonly<Record<string, ParamValue>>;
  readonly templates: readonly EntryTemplate[];
  /** Parameters that come out somewhere. */
  readonly seen: ReadonlySet<ParamKey>;
}

export interface Probed {
  readonly probes: readonly Probe[];
  /** Whether the extension looked at its version, and may write something else for another. */
  readonly byVersion: boolean;
}

type Values = Readonly<Record<string, ParamValue>>;
type Assigned = ReadonlyMap<ParamKey, Form>;

/** Finds out where the parameters of an extension come out on a node, by letting it write with marks in their place. */
export function probe(
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): Probed {
  const probers = shapesOf(extension).map(
    (shape) => new Prober(extension, chosen, node, shape),
  );
  const probes = probers.flatMap((prober) => prober.probes());
  return { probes, byVersion: probers.some(({ byVersion }) => byVersion) };
}

/** Every combination of the parameters that can be listed, the defaults first. */
function shapesOf(extension: Extension): Values[] {
  let shapes: Values[] = [{}];
  for (const [name, spec] of Object.entries(extension.params)) {
    const values =
      spec.type === "select"
        ? spec.options.map(({ value }) => value)
        : spec.type === "boolean"
          ? [true, false]
          : null;
    if (!values) continue;
    const sorted = [...values].sort(
      (one, other) =>
        Number(other === spec.default) - Number(one === spec.default),
    );
    shapes = shapes.flatMap((shape) =>
      sorted.map((value) => ({ ...shape, [name]: value })),
    );
  }
  return shapes;
}

class Prober {
  /** Parameters by the number in their mark; those of other extensions join when they are asked for. */
  private readonly params: ParamKey[];
  byVersion = false;

  constructor(
    private readonly extension: Extension,
    private readonly chosen: ChosenImage,
    private readonly node: NodeExtensions,
    private readonly shape: Values,
  ) {
    this.params = Object.entries(extension.params)
      .filter(([, spec]) => isOpen(spec))
      .map(([name, { type }]) => ({ id: extension.id, name, type }));
  }

  probes(): Probe[] {
    const first = this.write(new Map());
    const probes = [this.probeOf(new Map(), first)];
    // A parameter may hide others: they come out where that one is empty.
    for (const param of this.params) {
      if (!formsOf(param.type).includes("empty")) continue;
      const assigned = new Map([[param, "empty" as const]]);
      const written = this.write(assigned);
      if (this.showsMore(written, first))
        probes.push(this.probeOf(assigned, written));
    }
    return probes;
  }

  private showsMore(
    one: ReadonlyMap<string, DraftEntry>,
    other: ReadonlyMap<string, DraftEntry>,
  ): boolean {
    return [...one].some(([key, entry]) => {
      const twin = other.get(key);
      // Words that come and go beside another parameter may stand too close to it to be told apart in one template.
      return !twin || (this.seenIn(entry).size > 0 && !sameText(entry, twin));
    });
  }

  private seenIn(entry: DraftEntry): Set<ParamKey> {
    return holesOf(withHoles(JSON.stringify(entry.value), this.params));
  }

  private probeOf(
    assigned: Assigned,
    written: ReadonlyMap<string, DraftEntry>,
  ): Probe {
    const variants = this.params
      .filter((param) => !assigned.has(param))
      .map((param) =>
        formsOf(param.type).map((form) =>
          this.write(new Map(assigned).set(param, form)),
        ),
      );
    const templates = [...written].map(([key, entry]): EntryTemplate => {
      const leaves = leavesOf(entry.value).map(({ path, text }) => {
        const others = variants.map((forms) =>
          forms.flatMap((form) => {
            const twin = form.get(key);
            const other = twin && leafAt(twin.value, path);
            return other === undefined ? [] : [other];
          }),
        );
        return { path, parts: templateOf(text, others, this.params) };
      });
      return {
        list: entry.list,
        key: withHoles(entry.key, this.params),
        leaves: leaves.filter(({ parts }) => holesOf(parts).size > 0),
      };
    });
    const seen = templates.flatMap(({ key, leaves }) => [
      ...holesOf(key),
      ...leaves.flatMap(({ parts }) => [...holesOf(parts)]),
    ]);
    return { shape: this.shape, templates, seen: new Set(seen) };
  }

  /** What the extension writes with marks in these forms, plain where none is given. */
  private write(assigned: Assigned): ReadonlyMap<string, DraftEntry> {
    const document = createDocument({ variant: "", version: "" });
    const around = surroundings(this.node, this.chosen);
    const marked = (id: string, name: string): ParamValue | undefined => {
      const index = this.params.findIndex(
        (param) => param.id === id && param.name === name,
      );
      const param = this.params[index];
      return param && markOf(param, index, assigned.get(param) ?? "plain");
    };
    const own = Object.entries(this.extension.params).map(([name, spec]) => [
      name,
      marked(this.extension.id, name) ?? this.shape[name] ?? spec.default,
    ]);
    const values = Object.fromEntries(own) as Values;
    const looked = () => {
      this.byVersion = true;
      return this.chosen.version;
    };
    emitSettings(this.extension, values as ParamValues<ParamSpecs>, {
      ...around,
      get version() {
        return looked();
      },
      document,
      at: () => [],
      valueOf: (id, name) => {
        if (!isPresent(this.node, id)) return undefined;
        if (id === this.extension.id) return values[name];
        const spec = extensionById(id)?.params[name];
        if (!spec || !isOpen(spec)) return around.valueOf(id, name);
        if (!this.params.some((one) => one.id === id && one.name === name))
          this.params.push({ id, name, type: spec.type });
        return marked(id, name);
      },
    });
    return new Map(
      draftEntries(document).map((entry) => [
        `${entry.list} ${entry.key}`,
        entry,
      ]),
    );
  }
}

interface Leaf {
  readonly path: readonly string[];
  readonly text: string;
}

/** The texts of an entry; an item with a name is found by that, wherever it stands in its list. */
function leavesOf(value: PlainValue, path: readonly string[] = []): Leaf[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (value === null || typeof value !== "object") return [];
  const inner: (readonly [string, PlainValue])[] = Array.isArray(value)
    ? (value as readonly PlainValue[]).map(
        (one, index) => [textAt(one, "name") ?? String(index), one] as const,
      )
    : Object.entries(value);
  return inner.flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** The text at such a place. */
export function leafAt(
  value: PlainValue,
  path: readonly string[],
): string | undefined {
  let here: PlainValue | undefined = value;
  for (const key of path)
    here = Array.isArray(here)
      ? ((here as readonly PlainValue[]).find(
          (one) => textAt(one, "name") === key,
        ) ?? (here as readonly PlainValue[])[Number(key)])
      : valueAt(here, key);
  return typeof here === "string" ? here : undefined;
}

/** What a template captures in a text, whose last line end makes no difference. */
export function captureIn(
  parts: readonly Part[],
  text: string,
): Captured | null {
  const closed = text.endsWith("\n") ? text : `${text}\n`;
  return capture(parts, closed) ?? capture(parts, closed.slice(0, -1));
}

function holesOf(parts: readonly Part[]): Set<ParamKey> {
  const found = new Set<ParamKey>();
  for (const part of parts) {
    if (part.kind === "hole") found.add(part.param);
    if (part.kind === "choice")
      for (const form of part.forms)
        for (const param of holesOf(form)) found.add(param);
  }
  return found;
}

function sameText(one: DraftEntry, other: DraftEntry): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}
