import { itemsAt, textAt, type OpenDocument } from "@/lib/butane";
import { hostnameUnit, hostnameUnitText, metadataDropin } from "./metadata";
import type { FromMetadata } from "./value";

/** What a document takes from the platform's metadata in our way; units in the order of `prior`. */
export function readMetadata(
  document: OpenDocument,
  prior: FromMetadata,
): FromMetadata {
  const hostnameVariable = readVariable(document);
  const read = document
    .entriesOf("systemd.units")
    .filter(({ key, value }) => key !== "" && takesMetadata(value))
    .map(({ key }) => key);
  const units = prior.metadataFor ?? [];
  // The same units, in whatever order and however often they were typed, are what was typed.
  const isSame =
    [...new Set(units)].sort().join("\n") ===
    [...new Set(read)].sort().join("\n");
  const metadataFor = isSame ? units : read;
  return {
    ...(hostnameVariable === "" ? {} : { hostnameVariable }),
    ...(isSame && prior.metadataFor === undefined ? {} : { metadataFor }),
  };
}

function readVariable(document: OpenDocument): string {
  const [unit] = document.named("systemd.units", hostnameUnit);
  const text = textAt(unit?.value, "contents") ?? "";
  const variable = /set-hostname \$\{(\w+)\}/.exec(text)?.[1] ?? "";
  return text.trimEnd() === hostnameUnitText(variable).trimEnd()
    ? variable
    : "";
}

function takesMetadata(unit: Parameters<typeof itemsAt>[0]): boolean {
  return itemsAt(unit, "dropins").some(
    (dropin) =>
      textAt(dropin, "name") === metadataDropin.name &&
      textAt(dropin, "contents")?.trimEnd() ===
        metadataDropin.contents.trimEnd(),
  );
}
