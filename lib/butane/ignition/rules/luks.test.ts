import type { IgnitionStruct } from "..";
import { at, storage, testRules } from "./testing";

const luks = (value: IgnitionStruct<"Luks">) =>
  storage({ luks: [{ name: "x", device: "/dev/sda", ...value }] });

testRules([
  [luks({}), [], "an ordinary volume"],
  [
    luks({ name: "a/b" }),
    at("storage.luks.0.name", "luks-name-slash"),
    "a slash in the name",
  ],
  [
    luks({ label: "x".repeat(48) }),
    at("storage.luks.0.label", "luks-label-long"),
    "48 bytes",
  ],
  [
    luks({ device: "" }),
    at("storage.luks.0.device", "device-missing"),
    "no device",
  ],
  [
    luks({ keyFile: { source: "ftp://x" } }),
    [
      "error $.storage.luks.0.keys key-file-invalid",
      "error $.storage.luks.0.keyFile.source url-scheme",
    ],
    "the key is told of twice",
  ],
  [
    luks({ clevis: { custom: { pin: "sss", config: "{}" }, tpm2: true } }),
    at("storage.luks.0.clevis", "clevis-custom-with-others"),
    "two ways to unlock",
  ],
  [
    luks({ clevis: { custom: { pin: "x" } } }),
    [
      "error $.storage.luks.0.clevis.custom.pin clevis-pin-unknown",
      "error $.storage.luks.0.clevis.custom.config clevis-config-missing",
    ],
    "an unknown pin without a config",
  ],
  [
    luks({ clevis: { custom: { needsNetwork: true } } }),
    [
      "error $.storage.luks.0.clevis.custom.pin clevis-pin-missing",
      "error $.storage.luks.0.clevis.custom.config clevis-config-missing",
    ],
    "nothing but the network",
  ],
  [
    luks({ clevis: { tang: [{ url: "ftp://t" }] } }),
    [
      "error $.storage.luks.0.clevis.tang.0.url url-scheme",
      "error $.storage.luks.0.clevis.tang.0.thumbprint thumbprint-missing",
    ],
    "a Tang server",
  ],
]);
