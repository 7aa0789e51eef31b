import {
  bakeryBase,
  bakeryOf,
  restartedUnits,
  seriesOf,
  updatedImage,
} from "@/lib/butane";
import { flatcarBakery, nodeExtensions } from "@/lib/preset/node-extensions";
import { fieldOf } from "@/lib/preset/origins";
import type { Preset } from "@/lib/preset/preset";
import type { Check, CheckInput, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf, type Chosen } from "./extensions";
import { short } from "./short";

/** What is said of single images beside their version: choices that would have no effect, or stop updates. */
export const imageChoices: Check = (input) =>
  chosenOf(input.preset).flatMap((one) => [
    ...newestFindings(one, input),
    ...limitFindings(one, input.preset),
    ...signatureFindings(one, input),
    ...restartFindings(one, input.preset),
  ]);

/** Whether the node itself fetches an image, and Ignition fetches none. */
export function isFetchedByNode(one: Chosen, preset: Preset): boolean {
  return (
    one.chosen.firstBoot === "newest" &&
    updatedImage(nodeExtensions(preset), one.chosen) !== null
  );
}

function newestFindings(one: Chosen, input: CheckInput): Finding[] {
  const { chosen, title, at } = one;
  if (chosen.firstBoot !== "newest") return [];
  const field = at("firstBoot");
  const fix = {
    label: "Fetch the chosen version",
    edits: [{ path: field, value: undefined }],
  };
  if (!isFetchedByNode(one, input.preset))
    return chosen.written
      ? []
      : [
          {
            kind: "warning",
            code: "newest-without-updates",
            sentence: `${title} is fetched in the chosen version after all: without updates nothing tells the node where a newer one is.`,
            field,
            fix,
          },
        ];
  return unitsOf(one, input).map((unit) => ({
    kind: "warning" as const,
    code: "unit-before-image",
    sentence: `${unit} is started while the node boots, and ${title} is fetched only then: on the first boot the unit fails unless it waits for fetch-${chosen.id}.service.`,
    why: "From the second boot on the image is there.",
    field,
    fix,
  }));
}

/** Enabled units that the extension's own settings write. */
function unitsOf({ at }: Chosen, { composed }: CheckInput): string[] {
  const params = at("params").join("/");
  return entriesOf(composed, ["systemd", "units"]).flatMap(
    ({ value, at: path }) =>
      textAt(value, "enabled") === "true" &&
      fieldOf(path, composed.origins)?.slice(0, 4).join("/") === params
        ? [textAt(value, "name")]
        : [],
  );
}

function limitFindings(one: Chosen, preset: Preset): Finding[] {
  const { chosen, title, at } = one;
  // The version of an own image stands in its address.
  const image = updatedImage(nodeExtensions(preset), chosen);
  if (!image) return [];
  const series = seriesOf(image.version, image.updates, image.depth);
  return (["minVersion", "protectVersion"] as const).flatMap((key) => {
    const version = chosen[key] ?? "";
    if (version === "" || image[key] !== "") return [];
    return [
      {
        kind: "warning" as const,
        code: "version-limit-unused",
        sentence:
          series === null
            ? `systemd-sysupdate takes ${short(version)} for no version, so this limit of ${title} is not written.`
            : `${short(version)} is no version of ${series}.x, which ${title} stays in: this limit is not written.`,
        field: at(key),
        fix: {
          label: "Take the limit away",
          edits: [{ path: at(key), value: undefined }],
        },
      },
    ];
  });
}

function signatureFindings(
  one: Chosen,
  { preset, composed }: CheckInput,
): Finding[] {
  const { chosen, title, at } = one;
  if (!chosen.verify || chosen.updates === "none") return [];
  if (chosen.own?.updatesFrom === "") return [];
  const field = at("verify");
  const from =
    chosen.own?.updatesFrom ?? bakeryOf(nodeExtensions(preset), chosen);
  if (bakeryBase(from).startsWith(flatcarBakery))
    return [
      {
        kind: "error",
        code: "signed-by-nobody",
        sentence: `${title} gets no updates: Flatcar’s bakery has no SHA256SUMS.gpg, and unsigned lists are refused here.`,
        field,
        fix: {
          label: "Take unsigned lists",
          edits: [{ path: field, value: undefined }],
        },
      },
    ];
  const brought = entriesOf(composed, ["storage", "files"]).some(({ value }) =>
    /^\/etc\/systemd\/import-pubring\.(?:gpg|pgp)$/.test(textAt(value, "path")),
  );
  if (preset.extensions.keyring?.url || brought) return [];
  return [
    {
      kind: "warning",
      code: "signed-without-keys",
      sentence: `The list of ${title} has to be signed, and this node is given no key to check it with: it finds no update unless a file of yours brings /etc/systemd/import-pubring.gpg.`,
      field: ["extensions", "keyring"],
    },
  ];
}

function restartFindings(one: Chosen, preset: Preset): Finding[] {
  const { chosen, title, at } = one;
  if (chosen.activation !== "restart" || chosen.written) return [];
  const image = updatedImage(nodeExtensions(preset), chosen);
  if (!image || image.hold) return [];
  const taken = restartedUnits(chosen);
  const strange = (chosen.restartUnits ?? []).filter(
    (unit) => !taken.includes(unit),
  );
  if (strange.length > 0)
    return [
      {
        kind: "warning",
        code: "restart-unit-name",
        sentence: `${strange.map(short).join(" and ")} is no name of a unit: it is left out of what an update restarts.`,
        field: at("restartUnits"),
      },
    ];
  if (taken.length > 0) return [];
  return [
    {
      kind: "warning",
      code: "restart-of-nothing",
      sentence: `An update of ${title} is to restart units, and none is named: the new image is merged, and what runs goes on with the old programs.`,
      field: at("restartUnits"),
    },
  ];
}
