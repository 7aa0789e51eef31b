import { readFileSync } from "node:fs";
import { join } from "node:path";
import { architecture } from "./boot/images";
import { makeImage, type ImageWish } from "./images";
import type { Localised } from "./local";
import { merge, type Merged } from "./merge";
import { outcomeOf, presetOf } from "./nodes";
import { fresh } from "./programs";
import type { Setting, Tally } from "./tally";
import type { Workshop } from "./workshop";

const other = architecture === "arm64" ? "x86-64" : "arm64";

interface Row {
  readonly name: string;
  /** What the node has beside an extension that is fine. */
  readonly stored: object;
  /** How the image differs from what its name promises. */
  readonly inside?: Partial<ImageWish>;
  /** The check that tells of it before. */
  readonly code: string;
  /** Whether the extension that is fine is merged all the same. */
  readonly othersMerge: boolean;
}

/** One that is fine. */
const good = { id: "btop", version: "1.4.6" };

const own = (id: string, url: string) => ({
  extensions: {
    chosen: [
      good,
      { id, version: "", updates: "none", own: { url, updatesFrom: "" } },
    ],
  },
});

/** An image of somebody's own, with another link or in another place than ours. */
const typed = (text: string) => ({
  extensions: { chosen: [good] },
  rest: { text },
});

const file = `tool-1.0.0-${architecture}.raw`;
const source = `contents: {source: "https://example.com/${file}"}`;

const rows: readonly Row[] = [
  {
    name: "an image for another architecture is passed over",
    stored: own("tool", `https://example.com/tool-1.0.0-${other}.raw`),
    code: "own-image-architecture",
    othersMerge: true,
  },
  {
    name: "a link by another name than the image's keeps all images away",
    stored: typed(`storage:
  files: [{path: /opt/extensions/tool/${file}, ${source}}]
  links: [{path: /etc/extensions/gadget.raw, target: /opt/extensions/tool/${file}}]
`),
    code: "image-link-name",
    othersMerge: false,
  },
  {
    name: "a version in the name that systemd-sysext sees keeps all images away",
    stored: typed(`storage:
  files: [{path: /etc/extensions/${file}, ${source}}]
`),
    code: "image-link-name",
    othersMerge: false,
  },
  {
    name: "an image that is called otherwise inside keeps all images away",
    stored: own("tool", "https://example.com/toolbox-1.0.0.raw"),
    inside: { releaseName: "toolbox" },
    code: "own-image-name",
    othersMerge: false,
  },
  {
    name: "an image without its note of the OS keeps all images away",
    stored: own("tool", `https://example.com/${file}`),
    inside: { releaseName: null },
    code: "download-unchecked",
    othersMerge: false,
  },
  {
    name: "a folder without its note of the OS is passed over",
    stored: typed(`storage:
  files: [{path: /etc/extensions/tool/usr/bin/tool, mode: 0755, contents: {inline: "echo"}}]
`),
    code: "layer-note-missing",
    othersMerge: true,
  },
];

/** What systemd-sysext refuses was told of before, and does to the other images what we say. */
export async function tryRefusals(
  { catalogue, folder }: Setting,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const images = fresh(join(folder, "merge/wrong"));
  for (const row of rows) {
    const preset = presetOf({
      kindling: 1,
      target: { architecture },
      ...row.stored,
    });
    const { compact, problems } = outcomeOf(preset, catalogue);
    tally.check(
      `${row.name}, as was told before`,
      problems.some(({ code }) => code === row.code)
        ? null
        : `only ${problems.map(({ code }) => code).join(", ")}`,
    );
    const applied = await workshop.apply(compact!, (local) => {
      if (row.inside) exchange(local, row.inside, images, workshop);
    });
    tally.check(
      row.name,
      applied.failed ?? wrongWith(row, await merge(applied)),
    );
    workshop.drop(applied);
  }
}

function wrongWith(row: Row, { programs, said }: Merged): string | null {
  if (programs.has("tool")) return "it is merged";
  return programs.has(good.id) === row.othersMerge ? null : said;
}

/** Puts another image in the place of the one that is not the good one. */
function exchange(
  { config }: Localised,
  inside: Partial<ImageWish>,
  images: string,
  { bakery }: Workshop,
): void {
  const found = config.storage?.files?.find(({ path }) =>
    path?.startsWith("/opt/extensions/tool/"),
  );
  const made = makeImage(images, {
    name: "tool",
    version: String(inside.releaseName),
    architecture,
    ...inside,
  });
  Object.assign(found!.contents!, {
    source: bakery.place(readFileSync(made), file),
  });
}
