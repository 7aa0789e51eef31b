import { parseUrl } from "../../resource/url";
import { requiredSource } from "./resource";
import { errorIf, type Rule, warningIf } from "./rule";
import { equalVersions, parseVersion } from "./version";

/** The version is the spec's very own, and no range of versions (config/v3_3/types/ignition.go). */
export const ignition: Rule<"Ignition"> = ({ version = "" }, at, traits) => {
  if (!parseVersion(version)) return errorIf("version-invalid", at, "version");
  const known = equalVersions(version, traits.version);
  return errorIf(!known && "version-unknown", at, "version");
};

/** Every config to merge has a source. The one that replaces may lack it, which is as if there were none. */
export const ignitionConfig: Rule<"IgnitionConfig"> = (value, at, traits) =>
  (value.merge ?? []).flatMap((one, index) =>
    errorIf(requiredSource(one, traits), [...at, "merge"], index),
  );

/** Every authority has a source; the entry stands at the authority, not at its source (config/v3_3/types/tls.go). */
export const tls: Rule<"Tls"> = ({ certificateAuthorities }, at, traits) =>
  (certificateAuthorities ?? []).flatMap((one, index) =>
    errorIf(
      requiredSource(one, traits),
      [...at, "certificateAuthorities"],
      index,
    ),
  );

/**
 * Proxies are asked by `http` or `https`; `http` draws a warning at `httpsProxy` alone. What is not to go through them
 * is not looked at (config/v3_3/types/proxy.go).
 */
export const proxy: Rule<"Proxy"> = ({ httpProxy, httpsProxy }, at) => [
  ...errorIf(proxyProblem(httpProxy), at, "httpProxy"),
  ...errorIf(proxyProblem(httpsProxy), at, "httpsProxy"),
  ...warningIf(
    httpsProxy !== undefined &&
      parseUrl(httpsProxy)?.scheme === "http" &&
      "proxy-insecure",
    at,
    "httpsProxy",
  ),
];

function proxyProblem(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = parseUrl(address);
  if (!url) return "url-invalid";
  const known = url.scheme === "http" || url.scheme === "https";
  return known ? undefined : "proxy-scheme";
}
