import { sourceProblem } from "../../resource/source-url";
import { parseUrl } from "../../resource/url";
import { error } from "../../report";
import { byteLength } from "../../utf8";
import type { IgnitionStruct } from "../types";
import { errorIf, type Rule, type Traits } from "./rule";

type Resource = IgnitionStruct<"Resource">;

const compressions: ReadonlySet<string> = new Set(["", "gzip"]);
const digestLengths: ReadonlyMap<string, number> = new Map([
  ["sha256", 64],
  ["sha512", 128],
]);

/**
 * What is fetched: compressed by gzip if at all, with a hash only where there is a source, and with headers only over
 * `http` and `https`. The source itself may be missing (config/v3_3/types/resource.go).
 */
export const resource: Rule<"Resource"> = (value, at, traits) => [
  ...errorIf(
    !compressions.has(value.compression ?? "") && "compression-unknown",
    at,
    "compression",
  ),
  ...errorIf(
    value.verification?.hash !== undefined &&
      value.source === undefined &&
      "hash-without-source",
    [...at, "verification"],
    "hash",
  ),
  ...errorIf(optionalSource(value.source, traits), at, "source"),
  ...errorIf(headersProblem(value), at, "httpHeaders"),
];

/** A header has a name; its value may be missing, but not empty (config/v3_3/types/headers.go). */
export const httpHeader: Rule<"HttpHeader"> = ({ name, value }, at) => [
  ...errorIf(!name && "header-name-missing", at, "name"),
  ...errorIf(value === "" && "header-value-empty", at, "value"),
];

/**
 * `sha256-` or `sha512-`, then 64 or 128 characters. That they are hexadecimal shows on the node only
 * (config/v3_3/types/verification.go).
 */
export const verification: Rule<"Verification"> = ({ hash }, at) =>
  errorIf(hash !== undefined && hashProblem(hash), at, "hash");

/** Before 3.1, there was one kind of hash. */
export const verificationBySha512: Rule<"Verification"> = (
  value,
  at,
  traits,
) =>
  value.hash?.startsWith("sha256-")
    ? [error("hash-function-unknown", [...at, "hash"])]
    : verification(value, at, traits);

/** Before 3.1, another config needs no source, and its hash none either. */
export const reference: Rule<"Resource"> = ({ source }, at, traits) =>
  errorIf(optionalSource(source, traits), at, "source");

/** Before 3.1, what an authority is read from; an empty source is no address. */
export const authority: Rule<"Resource"> = ({ source = "" }, at, traits) =>
  errorIf(sourceProblem(source, traits.schemes), at, "source");

/** A problem where a source is missing or wrong. */
export function requiredSource(
  { source }: Resource,
  traits: Traits,
): string | undefined {
  return source ? sourceProblem(source, traits.schemes) : "source-missing";
}

/** A problem where there is a source and it is wrong. */
export function optionalSource(
  source: string | undefined,
  traits: Traits,
): string | undefined {
  return source ? sourceProblem(source, traits.schemes) : undefined;
}

function headersProblem({ httpHeaders, source }: Resource): string | undefined {
  if (!httpHeaders || httpHeaders.length === 0) return undefined;
  const url = source ? parseUrl(source) : undefined;
  if (!url) return "headers-without-url";
  const known = url.scheme === "http" || url.scheme === "https";
  return known ? undefined : "headers-need-http";
}

function hashProblem(hash: string): string | undefined {
  const dash = hash.indexOf("-");
  if (dash < 0) return "hash-malformed";
  const length = digestLengths.get(hash.slice(0, dash));
  if (length === undefined) return "hash-function-unknown";
  const given = byteLength(hash.slice(dash + 1));
  return given === length ? undefined : "hash-length-wrong";
}
