import { decodeDataUrl, gunzip, type PlainValue } from "@/lib/butane";
import {
  error,
  said,
  structOf,
  warning,
  type CapiProblem,
  type Values,
} from "./problem";

/** Schemes that Ignition 2.3 fetches. */
const schemes = /^(?:https?|tftp|s3|data|oem):/i;

/** Contents in Container Linux Config; empty for an empty file. */
export function clcContents(
  resource: Values,
  path: string,
  problems: CapiProblem[],
): Values {
  const source = String(resource.source ?? "");
  const inline = textIn(source, resource.compression);
  if (inline !== null) return said({ inline });
  if (!schemes.test(source))
    problems.push(
      error(
        "capi-scheme",
        `${path} comes from ${source.slice(0, 60)}: Cluster API's Ignition 2.3 does not know that kind of address, and the machine does not boot.`,
      ),
    );
  if (Array.isArray(resource.httpHeaders) && resource.httpHeaders.length > 0)
    problems.push(
      error(
        "capi-http-headers",
        `${path} is fetched with HTTP headers, which Container Linux Config does not have: the server refuses, and the machine does not boot.`,
      ),
    );
  return {
    remote: said({
      url: source,
      compression: resource.compression,
      verification: clcVerification(resource, path, problems),
    }),
  };
}

/** `verification` in Container Linux Config, which knows only sha512. */
export function clcVerification(
  resource: Values,
  path: string,
  problems: CapiProblem[],
): Values {
  const hash = String(structOf(resource, "verification").hash ?? "");
  const [, sum] = /^sha512-([0-9a-f]{128})$/.exec(hash) ?? [];
  if (sum) return { hash: { function: "sha512", sum } };
  if (hash !== "")
    problems.push(
      warning(
        "capi-hash-dropped",
        `The sha256 hash of ${path} is left out, because Container Linux Config knows only sha512: a wrong file is stored unnoticed. Pin the sha512 of the file to keep it checked.`,
      ),
    );
  return {};
}

/** The text in a data URL; `null` for any other address, and for bytes that are no text. */
function textIn(
  source: string,
  compression: PlainValue | undefined,
): string | null {
  if (source === "") return "";
  const bytes = decodeDataUrl(source);
  const plain = bytes && compression === "gzip" ? gunzip(bytes) : bytes;
  if (!plain) return null;
  try {
    const text = new TextDecoder("utf-8", {
      fatal: true,
      ignoreBOM: true,
    }).decode(plain);
    // The YAML of the transpiler refuses control characters even where they are escaped in what CAPI makes of them.
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    return /[\u0000-\u0008\u000b-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
