import { noContents } from "../files/contents";
import type { FileContents } from "../files/value";
import { ofParts } from "../parts";
import { defineSection } from "../../section";
import { count, firstFew, hostOf } from "../../words";
import { resourceAt, resourcesIn } from "./resources";
import { ignitionSchema } from "./schema";
import { proxy, timeouts } from "./structs";
import type { IgnitionValue } from "./value";

const initial: IgnitionValue = {
  timeouts: { headers: "", total: "" },
  proxy: { http: "", https: "", user: "", password: "", except: [] },
  authorities: [],
  merge: [],
  replace: { ...noContents, kind: "none" },
};

const parts = ofParts<IgnitionValue>(
  "ignition",
  {
    timeouts,
    proxy,
    authorities: resourcesIn("ignition.security.tls.certificate_authorities"),
    merge: resourcesIn("ignition.config.merge"),
    replace: resourceAt("ignition.config.replace"),
  },
  initial,
);

export const ignition = defineSection({
  id: "ignition",
  title: "Ignition",
  group: "system",
  schema: ignitionSchema,
  initial,
  ...parts,
  describe: ({ merge, replace, authorities, proxy: { http, https } }) => [
    ...(isGiven(replace)
      ? [`replaces the whole config by ${placeOf(replace)}`]
      : []),
    ...(merge.length > 0
      ? [
          `merges ${count(merge.length, "Ignition config")}: ${firstFew(merge.map(placeOf))}`,
        ]
      : []),
    ...(authorities.length > 0
      ? [
          authorities.length === 1
            ? "trusts 1 certificate authority on the first boot"
            : `trusts ${authorities.length} certificate authorities on the first boot`,
        ]
      : []),
    ...(http || https
      ? [`fetches through the proxy ${hostOf(http || https)}`]
      : []),
  ],
});

function isGiven({ kind, source, text, secret }: FileContents): boolean {
  return kind !== "none" && (source || text || secret) !== "";
}

function placeOf({ kind, source }: FileContents): string {
  if (kind !== "fetch") return "one in the text";
  return source.startsWith("data:") ? "one in the text" : hostOf(source);
}
