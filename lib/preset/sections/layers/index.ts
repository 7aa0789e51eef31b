import { isImageName, type ButaneDocument, type Path } from "@/lib/butane";
import { asTyped } from "../../read/as-typed";
import { closed, defineSection, oneOf, text, texts } from "../../section";
import { count, firstFew, quote } from "../../words";
import { composeConfext, readConfexts } from "./confexts";
import { composeFileLayer, readFileLayers, sysextKind } from "./file-layers";
import { composeLate, noLateSettings, readLate } from "./late";
import { composeStart, readStarts } from "./starts";
import { composeOemOff, readOemOff, readOfficialOff } from "./switched-off";
import type { LayersValue } from "./value";

const flag = { type: "boolean", default: false } as const;
const empty = { ...text, default: "" } as const;

const files = {
  type: "array",
  default: [],
  items: closed(
    {
      path: { ...text, description: "Below the layer's root: usr/bin/hello." },
      executable: flag,
      from: { ...oneOf("text", "url"), default: "text" },
      text: empty,
      url: empty,
      hash: empty,
    },
    ["path"],
  ),
} as const;

const osVersion = {
  ...empty,
  description: "VERSION_ID of the one OS release that the layer fits.",
};

const initial: LayersValue = {
  directories: [],
  confexts: [],
  officialOff: [],
  oemOff: [],
  late: noLateSettings,
  starts: [],
};

export const layers = defineSection({
  id: "layers",
  title: "Own layers",
  group: "node",
  schema: closed({
    directories: {
      type: "array",
      items: closed(
        {
          name: text,
          match: { ...oneOf("level", "any", "version"), default: "level" },
          osVersion,
          reload: flag,
          files,
        },
        ["name"],
      ),
    },
    confexts: {
      type: "array",
      items: closed(
        {
          name: text,
          from: { ...oneOf("image", "files"), default: "image" },
          url: empty,
          hash: empty,
          match: { ...oneOf("any", "version"), default: "any" },
          osVersion,
          files,
        },
        ["name"],
      ),
    },
    officialOff: {
      ...texts,
      description:
        "Flatcar's own extensions that are on by default, and not here.",
    },
    oemOff: {
      ...texts,
      description: "Vendor extensions that are off: azure for oem-azure.",
    },
    late: closed({
      users: flag,
      folders: flag,
      udev: flag,
      sysctl: flag,
      dbus: flag,
      modules: texts,
      again: flag,
    }),
    starts: {
      type: "array",
      items: closed({ unit: text, path: empty, target: empty }, ["unit"]),
    },
  }),
  initial,
  compose(value, { document }) {
    // What is off of Flatcar's own is written with what is on: both are lines of one file.
    composeLayers(value, document);
  },
  read(context) {
    const { document, prior } = context;
    const found: LayersValue = {
      directories: readFileLayers(document, sysextKind),
      confexts: readConfexts(document),
      officialOff: readOfficialOff(document),
      oemOff: readOemOff(document),
      late: readLate(document),
      starts: readStarts(document, () => context.written),
    };
    if (countOf(found) === 0 && countOf(prior.layers) === 0)
      return prior.layers;
    const { officialOff } = prior.layers;
    const listed = officialOff.filter(isImageName).join("\n");
    return {
      ...asTyped(document, prior.layers, found, {
        write: composeLayers,
        without,
        silent: initial,
      }),
      // Lines of a file that is written with the extensions, and compared with them.
      officialOff:
        listed === found.officialOff.join("\n")
          ? officialOff
          : found.officialOff,
    };
  },
  without,
  count: countOf,
  describe: ({ directories, confexts, officialOff, oemOff, late, starts }) => [
    ...told(directories, "adds", "layer over /usr", ({ name }) => name),
    ...told(confexts, "adds", "layer over /etc", ({ name }) => name),
    ...told(officialOff, "switches off", "Flatcar extension", (name) => name),
    ...told(oemOff, "switches off", "vendor extension", (id) => `oem-${id}`),
    ...told(starts, "starts", "unit of an image", ({ unit }) => unit),
    ...(isLate(late) ? ["applies settings that images bring"] : []),
  ],
});

function composeLayers(value: LayersValue, document: ButaneDocument): void {
  value.directories.forEach((layer, index) =>
    composeFileLayer(document, sysextKind, layer, [
      "layers",
      "directories",
      index,
    ]),
  );
  value.confexts.forEach((layer, index) =>
    composeConfext(layer, document, ["layers", "confexts", index]),
  );
  composeOemOff(value.oemOff, document);
  composeLate(value.late, document);
  value.starts.forEach((start, index) =>
    composeStart(start, document, ["layers", "starts", index]),
  );
}

/** A layer goes as a whole where its note is not there, and file by file otherwise. */
function without(value: LayersValue, fields: readonly Path[]): LayersValue {
  const gone = (list: keyof LayersValue, index: number, rest: Path = []) =>
    fields.some(
      ([, part, at, ...inner]) =>
        part === list &&
        at === index &&
        (rest.length === 0
          ? inner[0] !== "files"
          : inner[0] === rest[0] && inner[1] === rest[1]),
    );
  const layersLeft = <
    Layer extends
      | LayersValue["directories"][number]
      | LayersValue["confexts"][number],
  >(
    list: "directories" | "confexts",
    all: readonly Layer[],
  ): Layer[] =>
    all.flatMap((layer, index) => {
      if (gone(list, index)) return [];
      const left = layer.files.filter(
        (_, at) => !gone(list, index, ["files", at]),
      );
      const isEmpty = left.length === 0 && layer.files.length > 0;
      return isEmpty ? [] : [{ ...layer, files: left }];
    });
  const left = <Item>(list: keyof LayersValue, all: readonly Item[]) =>
    all.filter((_, index) => !gone(list, index));
  return {
    directories: layersLeft("directories", value.directories),
    confexts: layersLeft("confexts", value.confexts),
    officialOff: fields.some(([, part]) => part === "officialOff")
      ? []
      : value.officialOff,
    oemOff: left("oemOff", value.oemOff),
    late: fields.some(([, part]) => part === "late")
      ? noLateSettings
      : value.late,
    starts: left("starts", value.starts),
  };
}

function countOf({ late, ...lists }: LayersValue): number {
  return Object.values(lists).flat().length + (isLate(late) ? 1 : 0);
}

function isLate({ again: _, modules, ...switches }: LayersValue["late"]) {
  return modules.length > 0 || Object.values(switches).includes(true);
}

function told<Item>(
  items: readonly Item[],
  verb: string,
  noun: string,
  nameOf: (item: Item) => string,
): string[] {
  if (items.length === 0) return [];
  const names = firstFew(items.map((item) => quote(nameOf(item))));
  return [`${verb} ${count(items.length, noun)}: ${names}`];
}
