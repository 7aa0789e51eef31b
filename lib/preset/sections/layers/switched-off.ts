import {
  isImageName,
  officialOffIn,
  textAt,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";

/** Switches vendor extensions off by links that lead nowhere; Flatcar's own go by a line of the file that lists them. */
export function composeOemOff(
  ids: readonly string[],
  document: ButaneDocument,
): void {
  ids.forEach((id, index) => {
    if (!isImageName(id)) return;
    document.putLink(
      {
        path: `/etc/extensions/oem-${id}.raw`,
        target: "/dev/null",
        overwrite: true,
      },
      {
        comment: `Switches the vendor tools in oem-${id} off; the link that is there already has to give way.`,
        origin: ["layers", "oemOff", index],
      },
    );
  });
}

/** Names of the vendor extensions whose link leads to /dev/null; one that leads elsewhere does not count. */
export function readOemOff(document: OpenDocument): string[] {
  return document.entriesOf("storage.links").flatMap(({ key, value }) => {
    const id = /^\/etc\/extensions\/oem-(.+)\.raw$/.exec(key)?.[1];
    return id !== undefined &&
      isImageName(id) &&
      textAt(value, "target") === "/dev/null"
      ? [id]
      : [];
  });
}

/** Names with a dash in front in the file that lists Flatcar's own; they come back without it. */
export function readOfficialOff(document: OpenDocument): readonly string[] {
  return officialOffIn(document);
}
