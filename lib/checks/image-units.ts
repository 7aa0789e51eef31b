import { compareOsReleases } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";

/** Units that documentation calls by a name which the image does not have. */
export const misnamedUnits: Check = ({ preset, composed }) => {
  const named = new Map(
    chosenOf(preset).flatMap(({ extension, title }) =>
      Object.entries(extension?.misnamedUnits ?? {}).map(
        ([wrong, right]) => [wrong, { right, title }] as const,
      ),
    ),
  );
  if (named.size === 0) return [];
  const links = entriesOf(composed, ["storage", "links"]).map(
    ({ value, at }) => ({
      name: /\.(?:wants|upholds|requires)\/([^/]+)$/.exec(
        textAt(value, "path"),
      )?.[1],
      path: [...at, "path"],
    }),
  );
  const units = entriesOf(composed, ["systemd", "units"])
    .filter(({ value }) => textAt(value, "contents") === "")
    .map(({ value, at }) => ({
      name: textAt(value, "name"),
      path: [...at, "name"],
    }));
  return [...links, ...units].flatMap(({ name = "", path }): Finding[] => {
    const known = named.get(name);
    return known
      ? [
          {
            kind: "error",
            code: "unit-misnamed",
            sentence: `${known.title} has no ${name}: its unit is called ${known.right}, so this starts nothing.`,
            path,
          },
        ]
      : [];
  });
};

/** Until 4628 a helper of Flatcar's reads units again after every merge; since then the image has to ask for it. */
export const mergedWithoutReload: Check = ({ preset }) => {
  if (compareOsReleases(releaseOf(preset), [4628, 0, 0]) < 0) return [];
  return chosenOf(preset).flatMap(
    ({ chosen, extension, title, at }): Finding[] => {
      const { updates, activation } = chosen;
      const merges = activation === "refresh" || activation === "restart";
      if (extension?.reloadsManager !== false || updates === "none" || !merges)
        return [];
      const field = at("activation");
      return [
        {
          kind: "warning",
          code: "merged-without-reload",
          sentence: `The image of ${title} does not have systemd read its units again: after an update the old ones stay in force until the next boot.`,
          field,
          fix: {
            label: "Reboot when coordinated",
            edits: [{ path: field, value: "reboot" }],
          },
        },
      ];
    },
  );
};

/** One of their two units is started, whichever the node is to be. */
const eitherOf: ReadonlySet<string> = new Set(["k3s", "rke2"]);
/** Upheld by a link in the image as well, which all releases but LTS-2023 follow. */
const upheldToo: ReadonlySet<string> = new Set(["consul", "vault"]);

/** Units inside images that somebody's own text leaves to nobody; what this page writes starts them. */
export const unstartedUnits: Check = ({ preset, composed }) => {
  const written = chosenOf(preset).filter(({ chosen }) => chosen.written);
  if (written.length === 0) return [];
  const named = new Set([
    ...entriesOf(composed, ["storage", "links"]).map(({ value }) =>
      textAt(value, "path").split("/").at(-1),
    ),
    ...entriesOf(composed, ["systemd", "units"])
      .filter(({ value }) => textAt(value, "enabled") === "true")
      .map(({ value }) => textAt(value, "name")),
  ]);
  return written.flatMap(({ extension, title, at }) => {
    if (!extension || upheldToo.has(extension.id)) return [];
    const waiting = extension.units
      .filter(({ start }) => start === "link" || eitherOf.has(extension.id))
      .map(({ name }) => name);
    // A wrong name is told where it stands.
    const tried = [...waiting, ...Object.keys(extension.misnamedUnits ?? {})];
    if (waiting.length === 0 || tried.some((name) => named.has(name)))
      return [];
    return [
      {
        kind: "info" as const,
        code: "unit-in-image-not-started",
        sentence: `Nothing in this text starts ${waiting.join(" or ")} of ${title}: the programs are there, and no service runs.`,
        field: at(),
      },
    ];
  });
};

/** Before 4628 an image's tmpfiles.d is read before the image is there, so a file it would seed has to be written. */
export const neededFiles: Check = ({ preset, composed }) => {
  if (compareOsReleases(releaseOf(preset), [4628, 0, 0]) >= 0) return [];
  const written = new Set(
    entriesOf(composed, ["storage", "files"]).map(({ value }) =>
      textAt(value, "path"),
    ),
  );
  return chosenOf(preset).flatMap(({ extension, title, at }) =>
    (extension?.neededFiles ?? [])
      .filter((path) => !written.has(path))
      .map((path) => ({
        kind: "warning" as const,
        code: "needed-file-missing",
        sentence: `${title} does not start without ${path}, and ${releaseName(preset)} is too early for the image to create it: write it here. Not verified.`,
        field: at(),
      })),
  );
};
