import { parseUrl } from "../../resource/url";
import { requiredSource } from "./resource";
import { errorIf, type Rule, warningIf } from "./rule";
import { equalVersions, parseVersion } from "./version";

export const ignition: Rule<"Ignition"> = ({ version = "" }, at, traits) => {
  if (!parseVersion(version)) return errorIf("version-invalid", at, "version");
  const known = equalVersions(version, traits.version);
  return errorIf(!known && "version-unknown", at, "version");
};

export const ignitionConfig: Rule<"IgnitionConfig"> = (value, at, traits) =>
  (value.merge ?? []).flatMap((one, index) =>
    errorIf(requiredSource(one, traits), [...at, "merge"], index),
  );

export const tls: Rule<"Tls"> = ({ certificateAuthorities }, at, traits) =>
  (certificateAuthorities ?? []).flatMap((one, index) =>
    errorIf(
      requiredSource(one, traits),
      [...at, "certificateAuthorities"],
      index,
    ),
  );

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
