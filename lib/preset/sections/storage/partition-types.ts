/** What a partition is for, as a type GUID: those that a Flatcar node has a use for. */
export const partitionTypes = {
  linux: "0FC63DAF-8483-4772-8E79-3D69D8477DE4",
  swap: "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F",
  raid: "A19D880F-05FC-4D3B-A006-743F0F84911E",
  /** A part of the array that holds the root filesystem; Flatcar looks for it early. */
  rootRaid: "BE9067B9-EA49-4F15-B4F6-F36F8C9E1818",
  /** Flatcar grows the filesystem on it to the end of the disk on every boot. */
  growing: "3884DD41-8582-4404-B9A8-E9B84F2DF50E",
} as const;

/** Whether a type GUID, in letters of any case, is that of such a use. */
export function isType(
  typeGuid: string,
  type: keyof typeof partitionTypes,
): boolean {
  return typeGuid.toUpperCase() === partitionTypes[type];
}
