import type { Path } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";
import { isFetchedByNode } from "./image-choices";

/** Addresses that were typed: Ignition and sysupdate take them as they are. */
export const addresses: Check = ({ preset }) => {
  const { bakery, keyring } = preset.extensions;
  const { server } = preset.osUpdates;
  return [
    ...chosenOf(preset).flatMap((one) => {
      const { chosen, at } = one;
      if (!chosen.own)
        return chosen.bakery
          ? addressFindings(chosen.bakery, at("bakery"), web, false)
          : [];
      const isNeeded = chosen.own.url !== "" || !isFetchedByNode(one, preset);
      return [
        ...(isNeeded
          ? addressFindings(
              chosen.own.url,
              at("own", "url"),
              fetched,
              chosen.hash !== "",
            )
          : []),
        ...(chosen.own.updatesFrom === ""
          ? []
          : addressFindings(
              chosen.own.updatesFrom,
              at("own", "updatesFrom"),
              web,
              false,
            )),
      ];
    }),
    ...(keyring
      ? addressFindings(
          keyring.url,
          ["extensions", "keyring", "url"],
          fetched,
          keyring.hash !== "",
        )
      : []),
    ...(bakery === ""
      ? []
      : addressFindings(bakery, ["extensions", "bakery"], web, false)),
    // Any text that is no address stops updates; this word is the one people look for.
    ...(server === "" || server === "disabled"
      ? []
      : addressFindings(server, ["osUpdates", "server"], web, true)),
  ];
};

const web = ["https", "http"];
const fetched = [...web, "tftp", "s3", "gs", "data"];

function addressFindings(
  url: string,
  field: Path,
  schemes: readonly string[],
  checked: boolean,
): Finding[] {
  const broken = (code: string, sentence: string): Finding[] => [
    { kind: "error", code, sentence, field },
  ];
  if (url === "")
    return broken(
      "address-missing",
      "There is no address, so there is nothing to fetch and the first boot stops.",
    );
  if (/[\r\n]/.test(url))
    return broken(
      "address-lines",
      "An address is one line; this one has a line break in it, perhaps from copying.",
    );
  // eslint-disable-next-line no-control-regex -- these are what the rule is about
  if (/[\s<>"{}|\\^`\u0000-\u001f\u007f]/.test(url))
    return broken(
      "address-characters",
      'An address has no blanks and none of < > " { } | \\ ^ `: what is fetched is not what was meant.',
    );
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (!scheme || !schemes.includes(scheme))
    return broken(
      "address-scheme",
      `An address here begins with ${schemes.slice(0, -1).join("://, ")}:// or ${schemes.at(-1)}:${schemes.at(-1) === "data" ? "" : "//"}.`,
    );
  if (web.includes(scheme) && !/^https?:\/\/[^/?#]+/i.test(url))
    return broken("address-host", "This address names no server.");
  if (scheme !== "http" || checked) return [];
  return [
    {
      kind: "warning",
      code: "address-plain-http",
      sentence:
        "Nothing protects what comes over http: whoever sits on the way can put another image in its place, and it runs as root.",
      why: "Use https, or give the image's hash.",
      field,
    },
  ];
}
