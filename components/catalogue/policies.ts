import { trackOf, type Extension, type UpdatePolicy } from "@/lib/butane";

/** What can be chosen for the updates of an extension at a version. */
export function policies(version: string, extension: Extension | undefined) {
  const track = trackOf(version, extension?.trackDepth ?? 2);
  const series = track?.replace(/^v(?=\d)/, "");
  const all: { value: UpdatePolicy; label: string; title?: string }[] = [
    { value: "none", label: "None", title: "Stays at this version" },
    { value: "any", label: "Any newer", title: "Whatever is newest" },
  ];
  if (series)
    all.splice(1, 0, {
      value: "patch",
      label: `Patch ${series}.x`,
      title: `Newer versions of ${series} only`,
    });
  return all;
}
