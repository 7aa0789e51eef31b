import { parseUrl } from "../../resource/url";
import type { IgnitionStruct } from "../types";
import { byteLength } from "../../utf8";
import { pathProblem } from "../../file-path";
import { optionalSource } from "./resource";
import { errorIf, type Rule } from "./rule";

const pins: ReadonlySet<string> = new Set(["tpm2", "tang", "sss"]);
/** LUKS2 keeps 48 bytes for a label, one of them for its end. */
const labelMax = 47;

/**
 * A volume has the path of a device, a name without slashes and a label of up to 47 bytes; a pin of one's own excludes
 * the other ways to unlock (config/v3_3/types/luks.go).
 */
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

/**
 * A pin of one's own is one of three that are known, with its config. Where nothing is said of it, nothing is missing
 * (config/v3_3/types/clevis.go).
 */
export const clevisCustom: Rule<"ClevisCustom"> = (value, at) => {
  const { pin, config, needsNetwork } = value;
  if (!pin && !config && !needsNetwork) return [];
  const unknown = pin && !pins.has(pin) && "clevis-pin-unknown";
  return [
    ...errorIf(pin ? unknown : "clevis-pin-missing", at, "pin"),
    ...errorIf(!config && "clevis-config-missing", at, "config"),
  ];
};

/**
 * A server has an `http` or `https` address and a thumbprint, whose form is not looked at (config/v3_3/types/tang.go).
 */
export const tang: Rule<"Tang"> = ({ url = "", thumbprint }, at) => [
  ...errorIf(tangUrlProblem(url), at, "url"),
  ...errorIf(!thumbprint && "thumbprint-missing", at, "thumbprint"),
];

/** The same, where a crypto card may hold the key. */
export const luksWithCex: Rule<"Luks"> = (value, at, traits) => {
  const { cex, clevis = {}, keyFile } = value;
  const hasCex = cex?.enabled === true;
  return [
    ...luks(value, at, traits),
    ...errorIf(hasCex && hasClevis(clevis) && "cex-with-clevis", at, "cex"),
    ...errorIf(hasCex && keyFile?.source && "cex-with-key-file", at, "cex"),
  ];
};

/** The same, where any pin may be named that the system has. */
export const clevisCustomOfAnyPin: Rule<"ClevisCustom"> = (value, at, traits) =>
  clevisCustom(value, at, traits).filter(
    ({ code }) => code !== "clevis-pin-unknown",
  );

/** Before 3.3, a pin that is there at all excludes the others. */
export const luksWithClevisPointer: Rule<"Luks"> = (value, at, traits) => [
  ...luks(value, at, traits).filter(
    ({ code }) => code !== "clevis-custom-with-others",
  ),
  ...errorIf(
    value.clevis?.custom &&
      hasOtherPins(value.clevis) &&
      "clevis-custom-with-others",
    at,
    "clevis",
  ),
];

/** Before 3.3, whether a pin needs the network said nothing about its being there. */
export const requiredClevisCustom: Rule<"ClevisCustom"> = (
  value,
  at,
  traits,
) => (value.pin || value.config ? clevisCustom(value, at, traits) : []);

function hasClevis(clevis: IgnitionStruct<"Clevis">): boolean {
  return Boolean(clevis.custom?.pin) || hasOtherPins(clevis);
}

function mixesClevis(clevis: IgnitionStruct<"Clevis">): boolean {
  return Boolean(clevis.custom?.pin) && hasOtherPins(clevis);
}

function hasOtherPins({ tang, tpm2, threshold }: IgnitionStruct<"Clevis">) {
  return Boolean(tang?.length || tpm2 || threshold);
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
