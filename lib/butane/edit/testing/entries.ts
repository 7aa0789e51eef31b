import { createDocument, type ListName, type PlainValue } from "../../index";
import { openDocument, type OpenDocument } from "../open-document";

const header = { variant: "flatcar", version: "1.1.0" };

/** An entry of a list, as plain data. */
export type Entry = readonly [ListName, PlainValue];

export function draftOf(...entries: readonly Entry[]) {
  const document = createDocument(header);
  entries.forEach(([list, value], index) =>
    document.putEntry(list, value, { origin: ["entry", index] }),
  );
  return document;
}

export function open(text: string): OpenDocument {
  const read = openDocument(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export const timeouts = (value: PlainValue): Entry => [
  "ignition.timeouts",
  value,
];
export const merge = (source: string): Entry => [
  "ignition.config.merge",
  { source },
];
export const authority = (inline: string): Entry => [
  "ignition.security.tls.certificate_authorities",
  { inline },
];
export const argument = (text: string): Entry => [
  "kernel_arguments.should_exist",
  text,
];
export const disk = (...partitions: PlainValue[]): Entry => [
  "storage.disks",
  { device: "/dev/sda", partitions },
];
