import type { Path } from "../../path";
import { nodeAt, type YamlNode } from "../../source";
import { specs } from "../../variants";
import { readDocument } from "./read-document";
import { nearest } from "../../nearest";
import { headerOf, newest, specOf, specsOf } from "../spec-of";
import { spotAt } from "../spot";
import {
  instead,
  saidAt,
  type Fault,
  type FixMaker,
  type TextFix,
} from "./fix";

/** What is wrong with keys, with the header and with the YAML itself. */
export const fixDocument: Readonly<Record<string, FixMaker>> = {
  "unused-key": (fault) => later(fault) ?? misspelt(fault),
  "variant-missing": ({ text }) => {
    const { version } = headerOf(text);
    const usual = newest(specsOf("flatcar"))!.version;
    const added = version
      ? "variant: flatcar\n"
      : `variant: flatcar\nversion: ${usual}\n`;
    return addAbove(text, added, "Begin with variant: flatcar");
  },
  "variant-unknown": ({ entry, text }) => {
    const { variant } = headerOf(text);
    const names = [...new Set(specs.map((spec) => spec.variant))];
    const meant = nearest(String(entry.values?.variant ?? ""), names);
    return variant && meant
      ? { label: `Change to ${meant}`, edits: [{ ...variant, text: meant }] }
      : undefined;
  },
  "version-malformed": ({ text }) => versionFix(text),
  "spec-version-unknown": ({ text }) => versionFix(text),
  "yaml-syntax": (fault) =>
    fault.entry.values?.reason === TAB
      ? tabs(fault.text)
      : /needs quotes$/.test(String(fault.entry.values?.reason))
        ? quotes(fault)
        : undefined,
};

const TAB = "a tab stands where spaces indent the line";

/** A key of a later spec version: the document only has to say that it follows that one. */
function later({ entry, text }: Fault): TextFix | undefined {
  const { variant } = specOf(text);
  const { version } = headerOf(text);
  const spec = specsOf(variant).find(
    (one) => !one.version.includes("-") && spotAt(one, entry.path),
  );
  if (!spec || !version || version.value === spec.version) return undefined;
  return {
    label: `Follow spec version ${spec.version}`,
    edits: [{ start: version.start, end: version.end, text: spec.version }],
  };
}

function misspelt(fault: Fault): TextFix | undefined {
  const { entry, text } = fault;
  const key = String(entry.path.at(-1));
  const parent = entry.path.slice(0, -1);
  const fields = spotAt(specOf(text), parent)?.struct?.fields ?? {};
  const there = keysAt(text, parent);
  const free = Object.keys(fields).filter((one) => !there.has(one));
  return saidAt(fault) === key ? instead(fault, nearest(key, free)) : undefined;
}

const known = new WeakMap<YamlNode, ReadonlySet<string>>();

/** Kept for the next fault of the same mapping, which may have thousands of them. */
function keysAt(text: string, path: Path): ReadonlySet<string> {
  const node = nodeAt(readDocument(text), path);
  if (node?.kind !== "mapping") return new Set();
  const keys =
    known.get(node) ??
    new Set(
      node.pairs.map(({ key }) => (key.kind === "scalar" ? key.value : "")),
    );
  known.set(node, keys);
  return keys;
}

/** `1.1` and `v1.1.0` are `1.1.0`; anything else becomes the newest that is no experiment. */
function versionFix(text: string): TextFix | undefined {
  const { variant, version } = headerOf(text);
  const known = specsOf(variant?.value ?? "");
  const numbers = /\d+(?:\.\d+)*/.exec(version?.value ?? "")?.[0] ?? "";
  const meant =
    known.find(
      (one) => numbers !== "" && `${numbers}.0.0`.startsWith(`${one.version}.`),
    ) ??
    known.find((one) => one.version === numbers) ??
    newest(known);
  if (!variant || !meant) return undefined;
  if (version) {
    const edit = {
      start: version.start,
      end: version.end,
      text: meant.version,
    };
    const glued = text[version.start - 1] === ":";
    return {
      label: `Change to ${meant.version}`,
      edits: [glued ? { ...edit, text: ` ${edit.text}` } : edit],
    };
  }
  const feed = text.indexOf("\n", variant.end);
  const end = feed < 0 ? text.length : feed;
  return {
    label: `Add version: ${meant.version}`,
    edits: [{ start: end, end, text: `\nversion: ${meant.version}` }],
  };
}

/** Above the first key; comments stay at the top. */
function addAbove(text: string, added: string, label: string): TextFix {
  const start = /^\uFEFF?(?:(?:---)?[ \t]*(?:#.*)?\r?\n)*/.exec(text)![0]
    .length;
  return { label, edits: [{ start, end: start, text: added }] };
}

/** Tabs at the beginning of lines, as wide as the document indents. */
function tabs(text: string): TextFix {
  const edits = [...text.matchAll(/^[ ]*\t[ \t]*/gm)].map(
    ({ 0: said, index }) => ({
      start: index,
      end: index + said.length,
      text: said.replace(/\t/g, "  "),
    }),
  );
  return { label: "Indent with spaces", edits };
}

/** Text with `: ` in it, which YAML would take for a key. */
function quotes({ text, start }: Fault): TextFix | undefined {
  const begin = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", start);
  const line = text.slice(begin, stop < 0 ? text.length : stop);
  const found =
    /^(\s*(?:- +)*(?:[\w.-]+: +)?)([^\s"'|>[{#].*?)\s*(?:\s#.*)?$/.exec(line);
  const [, lead = "", value = ""] = found ?? [];
  if (!/: /.test(value)) return undefined;
  const from = begin + lead.length;
  return {
    label: "Put quotes around the text",
    edits: [
      { start: from, end: from + value.length, text: JSON.stringify(value) },
    ],
  };
}
