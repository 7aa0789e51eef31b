import { closed, oneOf, text, type Schema } from "../../section";
import type { ContentsKind } from "./value";

const empty: Schema = { ...text, default: "" };
const off: Schema = { type: "boolean", default: false };
const mode: Schema = { ...empty, description: "Octal digits such as 0644." };

const contentsFields = {
  kind: {
    ...oneOf("text", "secret", "fetch", "none"),
    default: "text",
    description: "Where the bytes come from; only its fields are written.",
  },
  text: empty,
  secret: { ...empty, writeOnly: true },
  source: { ...empty, description: "An address, or a data URL." },
  hash: empty,
  compression: { ...oneOf("", "gzip"), default: "" },
  headers: {
    type: "array",
    default: [],
    items: closed({ name: text, value: { ...empty, writeOnly: true } }, [
      "name",
    ]),
  },
} satisfies Record<string, Schema>;

/** How contents are stored; `usual` is their kind where none is given. */
export function contentsSchema(usual: ContentsKind): Schema {
  const { kind } = contentsFields;
  return closed({ ...contentsFields, kind: { ...kind, default: usual } });
}

const contents = contentsSchema("text");

const common = {
  path: text,
  user: { ...empty, description: "Name, or number in digits." },
  group: empty,
  overwrite: off,
};

/** How files, directories and links are stored. */
export const filesSchema: Schema = closed({
  files: {
    type: "array",
    items: closed(
      {
        ...common,
        mode,
        contents,
        append: { type: "array", items: contents, default: [] },
      },
      ["path"],
    ),
  },
  directories: {
    type: "array",
    items: closed({ ...common, mode }, ["path"]),
  },
  links: {
    type: "array",
    items: closed({ ...common, target: empty, hard: off }, ["path"]),
  },
});
