import { utf8 } from "@/lib/bytes";
import { both32 } from "./byte-orders";

/** Entries of the System Use Sharing Protocol: two letters, the length, a version, then what they say. */
const entry = (letters: string, ...rest: readonly number[]): number[] => [
  ...utf8(letters),
  rest.length + 4,
  1,
  ...rest,
];

/** What the first record of the root says, so that readers look for the rest. */
export const rockRidge = {
  first: entry("SP", 0xbe, 0xef, 0),
  name: entry("ER", 10, 0, 0, 1, ...utf8("RRIP_1991A")),
};

/** The real name of a file, with its small letters and dashes. */
export const nameEntry = (name: string): number[] =>
  entry("NM", 0, ...utf8(name));

/** Owned by root; files are for root alone, because a config may hold secrets. */
export function permissions(kind: "folder" | "file"): number[] {
  const mode = kind === "folder" ? 0o040755 : 0o100400;
  const links = kind === "folder" ? 2 : 1;
  return entry("PX", ...[mode, links, 0, 0].flatMap(both32));
}
