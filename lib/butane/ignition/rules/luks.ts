import { parseUrl } from "../../resource/url";
import type { IgnitionStruct } from "../types";
import { byteLength } from "../../utf8";
import { pathProblem } from "./path";
import { optionalSource } from "./resource";
import { errorIf, type Rule } from "./rule";

const pins: ReadonlySet<string> = new Set(["tpm2", "tang", "sss"]);
/** LUKS2 keeps 48 bytes for a label, one of them for its end. */
const labelMax = 47;

export const luks: Rule<"Luks"> = (value, at, traits) => [
  ...errorIf(value.name?.includes("/") && "luks-name-slash", at, "name"),
  ...errorIf(
    byteLength(value.label ?? "") > labelMax && "luks-label-long",
    at,
    "label",
  ),
  ...errorIf(
    value.device ? pathProblem(value.device) : "device-missing",
    at,
    "device",
  ),
  ...errorIf(
    value.clevis && mixesClevis(value.clevis) && "clevis-custom-with-others",
    at,
    "clevis",
  ),
  // Upstream names a key that does not exist, so the entry ends up at the volume itself.
  ...errorIf(
    optionalSource(value.keyFile?.source, traits) && "key-file-invalid",
    at,
    "keys",
  ),
];

export const clevisCustom: Rule<"ClevisCustom"> = (value, at) => {
  const { pin, config, needsNetwork } = value;
  if (!pin && !config && !needsNetwork) return [];
  const unknown = pin && !pins.has(pin) && "clevis-pin-unknown";
  return [
    ...errorIf(pin ? unknown : "clevis-pin-missing", at, "pin"),
    ...errorIf(!config && "clevis-config-missing", at, "config"),
  ];
};

export const tang: Rule<"Tang"> = ({ url = "", thumbprint }, at) => [
  ...errorIf(tangUrlProblem(url), at, "url"),
  ...errorIf(!thumbprint && "thumbprint-missing", at, "thumbprint"),
];

function mixesClevis(clevis: IgnitionStruct<"Clevis">): boolean {
  const others = clevis.tang?.length || clevis.tpm2 || clevis.threshold;
  return Boolean(clevis.custom?.pin && others);
}

function tangUrlProblem(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url) return "url-invalid";
  const known = url.scheme === "http" || url.scheme === "https";
  return known ? undefined : "url-scheme";
}

/** The same, where a server may be described in advance. */
export const tangWithAdvertisement: Rule<"Tang"> = (value, at, traits) => [
  ...tang(value, at, traits),
  ...errorIf(
    value.advertisement &&
      !isJson(value.advertisement) &&
      "tang-advertisement-invalid",
    at,
    "advertisement",
  ),
];

function isJson(text: string): boolean {
  try {
    // Go refuses a number that its float cannot hold; for JavaScript that is infinity.
    JSON.parse(text, (_, value: unknown) => {
      if (value === Infinity || value === -Infinity) throw new RangeError();
      return value;
    });
    return true;
  } catch {
    return false;
  }
}
