import { contentText } from "../content-bytes";
import { mergedImages, type Image } from "./images";
import { isOfOs } from "./os-units";
import type { BootItem, BootNode } from "./step";

const folder = "/etc/systemd/system/";

/** Links of the config that add a unit to a target: `multi-user.target.wants/NAME`. */
export function wantedByLink({ tree }: BootNode) {
  return tree.files.flatMap((file) => {
    const match = /^\/etc\/systemd\/system\/(.+\.target)\.wants\/(.+)$/.exec(
      file.path,
    );
    if (!match || file.kind !== "link") return [];
    return [{ name: match[2]!, target: match[1]!, from: file.from }];
  });
}

/** Whether the config brings the unit itself; a template stands for its instances. */
export function isOwn({ tree }: BootNode, unit: string): boolean {
  const template = templateOf(unit);
  return tree.files.some(
    ({ path, kind }) =>
      kind === "file" &&
      (path === `${folder}${unit}` || path === `${folder}${template}`),
  );
}

/** Whether the config masks a unit, by saying so or by the link that this comes to. */
export function isMasked({ tree }: BootNode, unit: string): boolean {
  return tree.files.some(
    (file) =>
      file.kind === "link" &&
      file.path === `${folder}${unit}` &&
      file.target === "/dev/null",
  );
}

/** The text of a unit where the config has all of it, and of its drop-ins, in the order in which systemd reads them. */
export function textsOfUnit({ tree }: BootNode, unit: string) {
  const texts = (isIts: (path: string) => boolean) =>
    tree.files.flatMap((file) => {
      const text = isIts(file.path) ? contentText(file) : undefined;
      return text === undefined ? [] : [text];
    });
  const [own] = texts((path) => path === `${folder}${unit}`);
  const changes = `${folder}${unit}.d/`;
  return {
    own,
    dropins: texts(
      (path) => path.startsWith(changes) && path.endsWith(".conf"),
    ),
  };
}

/** Units of the OS that a link of the config starts. */
export function linkedOfOs(node: BootNode): BootItem[] {
  return linkedItems(node, (name) => !isInImages(node, name));
}

/** Units inside images that start by themselves or by a link of the config. */
export function lateUnits(
  node: BootNode,
  images: readonly Image[],
): BootItem[] {
  const linked = linkedItems(node, (name) => isInImages(node, name));
  const upheld = images.flatMap(({ extension, title }) =>
    (extension?.units ?? [])
      .filter(({ start }) => start === "upheld")
      .map(({ name }) => ({ name, what: `by the image of ${title}` })),
  );
  return [
    ...linked,
    ...upheld
      .filter(({ name }) => !linked.some((one) => one.name === name))
      .map((one) => unlessMasked(node, one)),
  ];
}

function linkedItems(
  node: BootNode,
  isOne: (name: string) => boolean,
): BootItem[] {
  return wantedByLink(node)
    .filter(({ name }) => !isOwn(node, name) && isOne(name))
    .map(({ name, target, from }) =>
      unlessMasked(node, {
        name,
        what: `by a link in ${target}.wants`,
        ...(from ? { from } : {}),
      }),
    );
}

function unlessMasked(node: BootNode, one: BootItem): BootItem {
  return isMasked(node, one.name)
    ? { ...one, what: "masked: it does not start", odd: true }
    : one;
}

/**
 * Whether a unit that the config does not bring comes with an image. Of images that nobody knows from the inside it may; a unit that is known
 * for one of the OS, and one beside images that are all known, does not.
 */
function isInImages(node: BootNode, unit: string): boolean {
  const template = templateOf(unit);
  const images = mergedImages(node);
  const isThere = images.some(({ extension }) =>
    extension?.units.some(({ name }) => name === unit || name === template),
  );
  const layer = new RegExp(
    `^/(?:etc|var/lib)/extensions/[^/]+/usr/(?:local/)?lib/systemd/system/`,
  );
  const isInLayer = node.tree.files.some(
    ({ path }) =>
      layer.test(path) &&
      [unit, template].includes(path.slice(path.lastIndexOf("/") + 1)),
  );
  if (isThere || isInLayer) return true;
  return !isOfOs(unit) && images.some(({ extension }) => !extension);
}

function templateOf(unit: string): string {
  return unit.replace(/@.*(\.[^.]+)$/, "@$1");
}
