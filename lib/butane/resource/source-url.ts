import { isDataUrl } from "./data-url";
import { parseUrl, queryValues } from "./url";

/** Why an address that Ignition shall fetch is refused. */
export type SourceProblem =
  | "url-invalid"
  | "url-scheme"
  | "data-url-invalid"
  | "s3-version-empty"
  | "s3-arn-invalid";

/**
 * Checks an address Ignition shall fetch from. `schemes` are those the spec version knows.
 */
export function sourceProblem(
  source: string,
  schemes: ReadonlySet<string>,
): SourceProblem | undefined {
  const url = parseUrl(source);
  if (!url) return "url-invalid";
  if (!schemes.has(url.scheme)) return "url-scheme";
  // The scheme may be written in capitals elsewhere, but the decoder of data URLs wants it small.
  if (url.scheme === "data" && !isDataUrl(source)) return "data-url-invalid";
  if (url.scheme === "arn" && !isS3Arn(`arn:${url.opaque}`)) {
    return "s3-arn-invalid";
  }
  if (url.scheme === "arn" || url.scheme === "s3") {
    if (queryValues(url.query, "versionId")[0] === "")
      return "s3-version-empty";
  }
  return undefined;
}

/** `arn:aws:s3:::bucket/key`, or `arn:aws:s3:region:account:accesspoint/name/key`. */
function isS3Arn(text: string): boolean {
  const [, , service, , , ...resource] = text.split(":");
  if (resource.length === 0 || service !== "s3") return false;
  const slashes = text.split("/").length - 1;
  return slashes >= (resource.join(":").startsWith("accesspoint/") ? 2 : 1);
}
