import type { Catalogue } from "@/lib/butane";

/** What is in one catalogue and not in the other, a line for each extension: `btop: new 1.4.7; gone 1.4.0`. */
export function differences(before: Catalogue, after: Catalogue): string[] {
  const ids = new Set([
    ...Object.keys(before.releases),
    ...Object.keys(after.releases),
  ]);
  return [...ids].sort().flatMap((id) => {
    const old = versionsOf(before, id);
    const now = versionsOf(after, id);
    const parts = [
      said(
        "new",
        now.filter((version) => !old.includes(version)),
      ),
      said(
        "gone",
        old.filter((version) => !now.includes(version)),
      ),
    ].filter((part) => part !== "");
    return parts.length > 0 ? [`${id}: ${parts.join("; ")}`] : [];
  });
}

const versionsOf = (catalogue: Catalogue, id: string) =>
  (catalogue.releases[id] ?? []).map(({ version }) => version);

const said = (word: string, versions: readonly string[]) =>
  versions.length > 0 ? `${word} ${versions.join(", ")}` : "";
