import type { Path } from "@/lib/butane";
import {
  fetchesOf,
  isMirror,
  isPublic,
  mirrorBase,
  placeInMirror,
  toMirror,
  withoutLogin,
  type Fetch,
} from "@/lib/delivery/air-gap";
import { handOver } from "@/lib/delivery/hand-over";
import type { Preset } from "@/lib/preset/preset";
import type { Check, CheckInput, Finding, Fix } from "./check";

const mirrorField: Path = ["target", "mirror"];

/** A node that has a mirror is one that reaches nothing else: every public address that is left is one it waits for in vain. */
export const airGap: Check = (input) => {
  const { preset, composed, transpiled } = input;
  const mirror = preset.target.mirror?.trim() ?? "";
  if (mirror === "") return [];
  if (!isMirror(mirror))
    return [
      {
        kind: "error",
        code: "air-gap-mirror-address",
        sentence:
          "The mirror is no http or https address of a folder: nothing can be fetched from it.",
        field: mirrorField,
      },
    ];
  const fetches = fetchesOf({
    preset,
    composed,
    transpiled,
    handOver: pointerOf(input),
  });
  const open = fetches.filter(({ url }) => isPublic(url, mirror));
  const named = open.filter(({ kind }) => kind === "named");
  const others = open.filter(({ kind }) => kind !== "named");
  const fix = fixFor(preset, others, mirror);
  return [
    ...others.map((fetch) =>
      isCrowded(fetch, fetches, mirror)
        ? { ...finding(fetch, preset, undefined), why: crowdedOut }
        : finding(fetch, preset, fix),
    ),
    ...fetches
      .filter(({ kind }) => kind === "transfer")
      .map(({ url, field }) => fetchedRule(url, field)),
    ...(named.length > 0 ? [inTexts(named)] : []),
  ];
};

const crowdedOut =
  "Another file has its place on the mirror: put this one elsewhere, and write that address.";

/** Whether its place on the mirror is that of a file which the node fetches from there, or below or above it. */
function isCrowded(
  { url, kind }: Fetch,
  fetches: readonly Fetch[],
  mirror: string,
): boolean {
  const place = placeInMirror(url);
  if (place === null || kind === "updates") return false;
  const there = `${mirrorBase(mirror)}${place}/`;
  return fetches.some(
    (one) =>
      one.kind !== "updates" &&
      !isPublic(one.url, mirror) &&
      (there.startsWith(`${one.url}/`) || one.url.startsWith(there)),
  );
}

function pointerOf({ preset, transpiled }: CheckInput) {
  return preset.target.handOver === "pointer"
    ? handOver(preset.target, { transpiled, uncompressed: () => null })
    : null;
}

function finding(
  fetch: Fetch,
  { target }: Preset,
  fix: Fix | undefined,
): Finding {
  const { when, field = mirrorField } = fetch;
  const url = withoutLogin(fetch.url);
  const harm =
    when === "later"
      ? "every try fails, and nothing newer comes"
      : "the node does not come up";
  const byHand = whyByHand(fetch, target.platform);
  return {
    // What the network boot decides stands in no config, so it must not keep one from being written.
    kind: byHand?.elsewhere ? "info" : when === "later" ? "warning" : "error",
    code: "air-gap-public-address",
    sentence: byHand?.elsewhere
      ? `The network boot decides where ${url} comes from: it has to name the mirror.`
      : `The node fetches ${url} from the public network, and not from its mirror: ${harm}.`,
    ...(byHand ? { why: byHand.why } : {}),
    field,
    ...(fix && !byHand ? { fix } : {}),
  };
}

/** Why no rewriting helps, and whether the answer lies outside of the config. */
function whyByHand(
  { kind, url }: Fetch,
  platform: string,
): { why: string; elsewhere?: true } | undefined {
  if (kind === "boot")
    return {
      why: "Write the mirror's address into the script of the network boot.",
      elsewhere: true,
    };
  if (kind === "official" && platform === "pxe")
    return {
      why: "Put flatcar.release_file_server_url= on the kernel's line: arguments of the config do nothing on a network boot.",
      elsewhere: true,
    };
  if (kind === "config") return { why: "Put the config on the mirror, too." };
  // An update server is switched off, wherever it is.
  return kind !== "os-updates" && placeInMirror(url) === null
    ? {
        why: "It names no file that a mirror could have: write another address.",
      }
    : undefined;
}

function fetchedRule(url: string, field = mirrorField): Finding {
  return {
    kind: "warning",
    code: "air-gap-rule-fetched",
    sentence: `${withoutLogin(url)} is a rule for updates that is fetched: what it says of where newer images are is not known here, and is most likely a public address.`,
    why: "Write the rule into the document.",
    field,
  };
}

function inTexts(named: readonly Fetch[]): Finding {
  const [first] = named;
  const more = named.length - 1;
  return {
    kind: "info",
    code: "air-gap-address-in-text",
    sentence: `${first!.in} names ${withoutLogin(first!.url)}${more > 0 ? `, and there ${more === 1 ? "is one more public address" : `are ${more} more public addresses`} in texts of this node` : ""}: whether anything is fetched from there, only whoever wrote it knows.`,
    field: first!.field ?? mirrorField,
  };
}

/** Everything to the mirror at once; a text that is kept whole is rewritten in the dialog, which reads it again. */
function fixFor(
  preset: Preset,
  open: readonly Fetch[],
  mirror: string,
): Fix | undefined {
  if (preset.rest.whole || open.length === 0) return undefined;
  const after = toMirror(preset, open, mirror);
  const edits = (Object.keys(after) as (keyof Preset)[])
    .filter((key) => !sameJson(after[key], preset[key]))
    .map((key) => ({ path: [key], value: after[key] }));
  return edits.length > 0
    ? { label: "Fetch from the mirror", edits }
    : undefined;
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
