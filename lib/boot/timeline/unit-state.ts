import type { Image } from "./images";
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
  const template = unit.replace(/@.*(\.[^.]+)$/, "@$1");
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

/** Units inside images that start by themselves or by a link of the config. */
export function lateUnits(
  node: BootNode,
  images: readonly Image[],
): BootItem[] {
  const linked = wantedByLink(node).filter(({ name }) => !isOwn(node, name));
  const upheld = images.flatMap(({ extension, title }) =>
    (extension?.units ?? [])
      .filter(({ start }) => start === "upheld")
      .map(({ name }) => ({ name, what: `by the image of ${title}` })),
  );
  const items = [
    ...linked.map(({ name, target, from }) => ({
      name,
      what: `by a link in ${target}.wants`,
      ...(from ? { from } : {}),
    })),
    ...upheld.filter(({ name }) => !linked.some((one) => one.name === name)),
  ];
  return items.map((one) =>
    isMasked(node, one.name)
      ? { ...one, what: "masked: it does not start", odd: true as const }
      : one,
  );
}
