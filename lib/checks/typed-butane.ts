import { sentenceFor, type Entry } from "@/lib/butane";
import type { Check } from "./check";

const field = ["rest", "text"];

/** Why typed Butane is not part of the document. It stays in its field, and the rest of the node is composed without it. */
export const typedButane: Check = ({ composed }) =>
  composed.report.map((entry) => {
    const line = entry.range?.start.line;
    return {
      kind: entry.kind,
      code: entry.code,
      sentence: `${line === undefined ? "" : `Line ${line}: `}${says(entry)}`,
      why: "Nothing of what is typed there is part of the node until this is mended.",
      field,
      ...(entry.range ? { within: entry.range } : {}),
    };
  });

const sentences: Readonly<Record<string, string>> = {
  "rest-not-a-mapping":
    "Butane is a mapping: begin with a key such as storage: or systemd:.",
  "rest-second-document":
    "Only the first document of a text is read, and here a second one begins.",
  "rest-variant":
    "This is written for the variant {typed}, and the node is {wanted}.",
  "rest-version":
    "This is written in spec version {typed}, and the node in {wanted}.",
  "rest-key": "Only plain keys can stand here.",
  "rest-key-twice": "{key} stands here twice: put both parts below one.",
  "rest-contradicts":
    "{key} is a list or mapping in this node, and something else here.",
  "rest-unplaceable":
    "These lines cannot be joined with the rest of the document without changing what they mean.",
};

function says(entry: Entry): string {
  const sentence = sentences[entry.code];
  if (sentence === undefined) return sentenceFor(entry).sentence;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(entry.values?.[name] ?? ""),
  );
}
