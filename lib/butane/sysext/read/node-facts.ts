import type { OpenDocument } from "../../edit/open-document";
import type { Architecture, BuiltIn, Coordinator } from "../extension";
import { bakeryBase, bakeryImage } from "../names";
import type { ChosenImage } from "../node";
import { itemsAt, textAt, valueAt } from "../plain-values";
import { findImages, published, type FoundImage } from "./images";

/** The architecture that the images of a document are for; `null` where none says it. */
export function architectureOf(document: OpenDocument): Architecture | null {
  const images = findImages(document).filter(
    ({ architecture }) => architecture !== null,
  );
  const first = images.find(({ known }) => known) ?? images[0];
  return first?.architecture ?? null;
}

/**
 * Who reboots the node. Without locksmithd it is whoever listens to what the drop-ins do; where that leaves a choice, the one of
 * before.
 */
export function coordinatorOf(
  document: OpenDocument,
  prior: Coordinator,
): Coordinator {
  const [locksmithd] = document.named("systemd.units", "locksmithd.service");
  if (valueAt(locksmithd?.value, "mask") !== true) return "locksmith";
  const [service] = document.named(
    "systemd.units",
    "systemd-sysupdate.service",
  );
  const text = itemsAt(service?.value, "dropins")
    .map((dropin) => textAt(dropin, "contents") ?? "")
    .join("\n");
  const flag = text.includes("/run/reboot-required");
  const signal = text.includes("locksmithctl send-need-reboot");
  if (flag && !signal) return prior === "none" ? prior : "kured";
  if (signal && !flag) return "fluo";
  return prior === "locksmith" ? "none" : prior;
}

/** Flatcar's built-in extensions that a document switches off, in its order. */
export function builtinOffIn(document: OpenDocument): BuiltIn[] {
  return document.entriesOf("storage.links").flatMap(({ key, value }) => {
    const name = /^\/etc\/extensions\/(docker|containerd)-flatcar\.raw$/.exec(
      key,
    )?.[1];
    return name && textAt(value, "target") === "/dev/null"
      ? [name as BuiltIn]
      : [];
  });
}

/**
 * The address that the images of a document come from: the one of before where it fits, else the one they share. Those that had
 * one of their own before, and still do, say nothing about the others.
 */
export function bakeryIn(
  images: readonly FoundImage[],
  prior: string,
  before: readonly ChosenImage[] = [],
): string {
  const bases = images.flatMap((image) => {
    const base = baseOf(image);
    const own = before.find(({ id }) => id === image.id)?.bakery;
    return base === null || (own && bakeryBase(own) === base) ? [] : [base];
  });
  const [first] = bases;
  if (first === undefined || published.test(first)) return prior;
  if (prior !== "" && bases.includes(bakeryBase(prior))) return prior;
  return bases.every((base) => base === first) ? first : prior;
}

/** The address that an image comes from, without its name; `null` where it is not called as a bakery's image is. */
export function baseOf({
  id,
  known,
  version,
  architecture,
  url,
}: FoundImage): string | null {
  if (!known || architecture === null) return null;
  const name = bakeryImage(id, version, architecture, "/").url.slice(1);
  return url.endsWith(`/${name}`) ? url.slice(0, -name.length) : null;
}
