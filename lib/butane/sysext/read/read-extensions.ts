import { missingFrom, type Missing } from "../../edit";
import type { DocumentEntry, OpenDocument } from "../../edit";
import { createDocument, type Draft } from "../../emit/builder";
import { emitExtensions } from "../emit";
import { emitImage, updatedImage } from "../emit-image";
import type { BuiltIn } from "../extension";
import { extensions } from "../extensions";
import {
  catalogued,
  type ChosenImage,
  isPresent,
  type NodeExtensions,
} from "../node";
import { textAt, valueAt } from "../plain-values";
import { keyringIn, type Keyring } from "../keyring";
import type { Written } from "../written";
import { imageEntries, settingsEntries, strayEntries } from "./entries-of";
import { findNoop, findUpdates, type FoundUpdates } from "./found-updates";
import { findFetched } from "./fetched";
import { findImages, type FoundImage } from "./images";
import { bakeryIn, builtinOffIn } from "./node-facts";
import { findOfficial, officialOffIn, officialPath } from "./official";
import { habits, proposals } from "./proposals";
import { readParams, settingsDraft } from "./read-params";
import { draftEntries, type DraftEntry } from "./draft-entries";

/** The extensions of a document. */
export interface FoundExtensions {
  readonly chosen: readonly ChosenImage[];
  readonly builtinOff: readonly BuiltIn[];
  /** Where the images come from, where that is not Flatcar's own bakery or the one of before. */
  readonly bakery: string;
  readonly keyring?: Keyring;
}

/** A node as it was before it is read again; `bakery` as it was chosen, empty for Flatcar's own. */
export interface PriorExtensions extends NodeExtensions {
  readonly chosenBakery: string;
}

/**
 * Recognises the extensions of a document in every layout. Those whose entries are what we would write are chosen as if in the
 * form; the others keep the document's own entries (`written`), which change with the version alone.
 */
export function readExtensions(
  document: OpenDocument,
  prior: PriorExtensions,
): FoundExtensions {
  const images = findImages(document, prior.chosen);
  const bakery = bakeryIn(images, prior.chosenBakery, prior.chosen);
  const { keyring: _, ...others } = prior;
  const node: NodeExtensions = {
    ...others,
    bakery: bakery === prior.chosenBakery ? prior.bakery : bakery,
    builtinOff: builtinOffIn(document),
    officialOff: { names: officialOffIn(document), origin: [] },
    chosen: [],
  };
  const reader = new Reader(document, node, prior);
  const keyring = keyringIn(document, prior.keyring);
  return {
    chosen: reader.chosen([...images, ...findFetched(document, images)]),
    builtinOff: node.builtinOff,
    bakery,
    ...(keyring ? { keyring } : {}),
  };
}

/** One extension on its way to being known. */
interface Candidate {
  readonly chosen: ChosenImage;
  /** The document's own entries of its image; none for what has no image. */
  readonly image: Written["entries"];
  /** Whether those are what we would write. */
  readonly ours: boolean;
  readonly complete: boolean;
}

// Extensions that ask each other are two or three; their answers settle at once.
const mostRounds = 4;

class Reader {
  constructor(
    private readonly document: OpenDocument,
    private readonly node: NodeExtensions,
    private readonly prior: PriorExtensions,
  ) {}

  chosen(images: readonly FoundImage[]): ChosenImage[] {
    const updates = findUpdates(this.document, images);
    const found = [
      ...images
        .toSorted((one, other) => placeIn(one) - placeIn(other))
        .map((image) => this.image(image, updates.get(image.id)!)),
      ...this.official(),
    ];
    const candidates = this.builtIn(this.withParams(found));
    return this.settled(this.inOrder(candidates));
  }

  private image(image: FoundImage, updates: FoundUpdates): Candidate {
    const before = this.prior.chosen.find(({ id }) => id === image.id);
    const entries = imageEntries(this.document, image, updates);
    const proposed = proposals(image, updates, before, this.node.bakery);
    for (const chosen of proposed) {
      const node = { ...this.node, chosen: [chosen] };
      const updated = updatedImage(node, chosen);
      const follows = updated !== null;
      if (follows !== (updates.updates !== "none")) continue;
      const alone = follows && chosen.firstBoot === "newest";
      if (alone !== (image.fetched ?? false)) continue;
      const watched = updated?.hold === false;
      if (updates.dropins.length > 0 && !watched) continue;
      const draft = this.draft((document) => {
        emitImage(document, node, chosen, []);
      });
      if (this.lacks(draft).length > 0 || (watched && !this.runs())) continue;
      return { chosen, image: entries, ours: true, complete: true };
    }
    return {
      chosen: proposed.at(-1)!,
      image: entries,
      ours: false,
      complete: true,
    };
  }

  /** Whether what every image shares is there: the timer, and the definition without which the service fails. */
  private runs(): boolean {
    if (!findNoop(this.document)) return false;
    const [timer] = this.document.named(
      "systemd.units",
      "systemd-sysupdate.timer",
    );
    return typeof valueAt(timer?.value, "enabled") === "boolean";
  }

  private official(): Candidate[] {
    const [file] = this.document.named("storage.files", officialPath);
    return findOfficial(this.document, this.prior.chosen).map(
      ({ extension, params }) => {
        const before = this.prior.chosen.find(({ id }) => id === extension.id);
        return {
          chosen: {
            ...(before ?? habits(extension.id)),
            params: { ...before?.params, ...params },
          },
          image: file ? [{ list: file.list, value: file.value }] : [],
          ours: true,
          complete: true,
        };
      },
    );
  }

  /** Images stand in the order of the document; the others where they stood before, else by what they write. */
  private inOrder(found: readonly Candidate[]): Candidate[] {
    const ordered = found.filter(isImage);
    for (const one of found)
      if (!isImage(one))
        ordered.splice(this.placeOf(one, ordered, found), 0, one);
    return ordered;
  }

  private placeOf(
    { chosen }: Candidate,
    ordered: readonly Candidate[],
    all: readonly Candidate[],
  ): number {
    const before = this.prior.chosen.map(({ id }) => id);
    const place = before.indexOf(chosen.id);
    const entries = draftEntries(
      settingsDraft(catalogued(chosen)!, chosen, this.nodeOf(all)),
    );
    // Those of one list stand in its order.
    const listed = ordered.findLastIndex((one) => !isImage(one));
    const next =
      place >= 0
        ? ordered.findIndex((one) => before.indexOf(one.chosen.id) > place)
        : ordered.findIndex(
            (one, index) =>
              index > listed &&
              isImage(one) &&
              this.isBefore(entries, one.image),
          );
    return next < 0 ? ordered.length : next;
  }

  /** Whether the first thing that one writes stands before another's image in the document. */
  private isBefore(
    entries: readonly DraftEntry[],
    image: Written["entries"],
  ): boolean {
    for (const list of [
      "storage.files",
      "storage.links",
      "systemd.units",
    ] as const) {
      const [own] = entries.filter((entry) => entry.list === list);
      const [other] = image.filter((entry) => entry.list === list);
      const at = own && this.document.named(list, own.key)[0]?.path[2];
      const key = textAt(other?.value, "path") ?? textAt(other?.value, "name");
      const beside = key && this.document.named(list, key)[0]?.path[2];
      if (typeof at === "number" && typeof beside === "number")
        return at < beside;
    }
    return false;
  }

  /** Until nothing changes, because extensions ask each other, and one may find words of another in its own files. */
  private withParams(candidates: readonly Candidate[]): Candidate[] {
    let all = candidates;
    for (let round = 0; round < mostRounds; round++) {
      const before = all;
      for (let index = 0; index < all.length; index++)
        all = this.withParamsOf(index, all);
      if (same(all, before)) break;
    }
    return [...all];
  }

  private withParamsOf(
    index: number,
    all: readonly Candidate[],
  ): readonly Candidate[] {
    const { chosen } = all[index]!;
    const extension = catalogued(chosen);
    if (!extension) return all;
    const found = readParams(
      this.document,
      extension,
      chosen,
      this.nodeOf(all),
    );
    return all.map((one, at) => {
      if (at === index)
        return {
          ...one,
          chosen: { ...chosen, params: found.params },
          complete: found.complete,
        };
      const params = one.chosen.own
        ? undefined
        : found.others.get(one.chosen.id);
      return params
        ? {
            ...one,
            chosen: {
              ...one.chosen,
              params: { ...one.chosen.params, ...params },
            },
          }
        : one;
    });
  }

  /** What is always there is chosen where the document configures it. */
  private builtIn(candidates: Candidate[]): Candidate[] {
    const all = [...candidates];
    for (const extension of extensions) {
      const node = this.nodeOf(all);
      if (extension.kind !== "builtin" || !isPresent(node, extension.id))
        continue;
      if (extension.conflicts.some((id) => isPresent(node, id))) continue;
      const before = this.prior.chosen.find(({ id }) => id === extension.id);
      const chosen = before ?? habits(extension.id);
      const document = without(this.document, this.draftOf(all));
      const with_ = { ...node, chosen: [...node.chosen, chosen] };
      const found = readParams(document, extension, chosen, with_);
      if (!found.complete || (!before && !saysMore(found.params))) continue;
      const one = {
        chosen: { ...chosen, params: found.params },
        image: [],
        ours: true,
        complete: true,
      };
      all.push(one);
    }
    return all;
  }

  /** Steps back, extension by extension, until nothing would be written that is not there. */
  private settled(candidates: readonly Candidate[]): ChosenImage[] {
    const levels = candidates.map(({ ours, complete }) =>
      complete ? (ours ? 0 : 1) : 2,
    );
    for (;;) {
      const steps = candidates.flatMap((one, index) =>
        this.atLevel(one, levels[index]!, candidates).map((chosen) => ({
          chosen,
          index,
        })),
      );
      const chosen = steps.map((step) => step.chosen);
      const blamed = new Set(
        this.lacks(this.draftOfChosen(chosen)).map(({ origin }) =>
          typeof origin?.[1] === "number" ? steps[origin[1]]?.index : undefined,
        ),
      );
      if (blamed.size === 0) return chosen;
      const known = [...blamed].filter((at) => at !== undefined);
      for (const at of known.length > 0 ? known : levels.keys())
        levels[at]! += 1;
    }
  }

  /** 0: as we write it. 1: its image as the document has it. 2: everything as the document has it. 3: not at all. */
  private atLevel(
    { chosen, image }: Candidate,
    level: number,
    all: readonly Candidate[],
  ): ChosenImage[] {
    if (level === 0) return [chosen];
    const extension = catalogued(chosen);
    if (level > 2 || image.length === 0) return [];
    const node = this.nodeOf(all);
    const settings = extension
      ? level === 2
        ? settingsEntries(this.document, extension, chosen, node)
        : strayEntries(this.document, extension, chosen, node)
      : [];
    const written: Written = {
      version: chosen.version,
      architecture: this.node.architecture,
      settings: level === 1,
      entries: [...image, ...settings],
    };
    return [{ ...chosen, written }];
  }

  private nodeOf(candidates: readonly Candidate[]): NodeExtensions {
    return { ...this.node, chosen: candidates.map(({ chosen }) => chosen) };
  }

  private draftOf(candidates: readonly Candidate[]): Draft {
    return this.draftOfChosen(candidates.map(({ chosen }) => chosen));
  }

  private draftOfChosen(chosen: readonly ChosenImage[]): Draft {
    const { officialOff, ...node } = this.node;
    // Alone, what is off is not for the extensions to answer for.
    const isListed = chosen.some(
      (one) => catalogued(one)?.kind === "flatcar" && !one.written,
    );
    const off = isListed && officialOff ? { officialOff } : {};
    return this.draft((document) =>
      emitExtensions(document, { ...node, ...off, chosen, builtinOff: [] }, []),
    );
  }

  private draft(
    write: (document: ReturnType<typeof createDocument>) => void,
  ): Draft {
    const document = createDocument({ variant: "", version: "" });
    write(document);
    return document;
  }

  private lacks(draft: Draft): Missing[] {
    return missingFrom(this.document, draft);
  }
}

/** The same document without the entries that a draft writes. */
function without(document: OpenDocument, draft: Draft): OpenDocument {
  const taken = new Set(
    [...draft.lists["storage.files"], ...draft.lists["storage.links"]].map(
      (item) => item.value,
    ),
  );
  const names = new Set(
    [...taken].map((tree) =>
      tree.kind === "mapping" && tree.pairs[0]?.value.kind === "scalar"
        ? String(tree.pairs[0].value.value)
        : "",
    ),
  );
  const free = (entries: readonly DocumentEntry[]) =>
    entries.filter(({ key }) => !names.has(key));
  return {
    ...document,
    entriesOf: (list) => free(document.entriesOf(list)),
    named: (list, key) => free(document.named(list, key)),
  };
}

// Also settings of the node's container engines, where a document that only has these shows them.
const settingsOfNode: ReadonlySet<string> = new Set([
  "daemonJson",
  "startAtBoot",
]);

/** Whether a built-in extension is set up in a way that only it can be. */
function saysMore(params: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(params).some((name) => !settingsOfNode.has(name));
}

function placeIn({ file }: FoundImage): number {
  return Number(file.path[2]);
}

function isImage({ chosen }: Candidate): boolean {
  return (catalogued(chosen)?.kind ?? "bakery") === "bakery";
}

function same(one: readonly Candidate[], other: readonly Candidate[]): boolean {
  const told = (all: readonly Candidate[]) =>
    JSON.stringify(
      all.map(({ chosen, complete }) => [chosen.params, complete]),
    );
  return told(one) === told(other);
}
