import { parse, type Path, type YamlNode } from "@/lib/butane";
import { platformById } from "@/lib/delivery/platforms";
import { emptyPreset, sections, type Preset } from "@/lib/preset";
import { count, firstFew, hostOf, quote } from "@/lib/preset/words";

/**
 * What opening a preset from elsewhere would do, a line each, most telling first. Whoever made the link chose the words
 * in it, so nothing of them can reach the line beyond its place.
 */
export function describeShare(
  preset: Preset,
  leftOut: readonly Path[] = [],
): string[] {
  return [
    ...describeNode(preset),
    ...describeExtensions(preset),
    ...describeUsers(preset),
    ...describeUpdates(preset),
    ...sections.flatMap(
      (section) => section.describe?.(preset[section.id]) ?? [],
    ),
    ...describeRest(preset),
    ...describeMissing(preset, leftOut),
  ];
}

function describeNode({ target, identity }: Preset): string[] {
  const platform =
    platformById(target.platform)?.title ?? quote(target.platform);
  const os = target.release ? quote(target.release) : target.channel;
  return [
    `a node for ${platform}, ${target.architecture}, Flatcar ${os}`,
    ...(identity.hostname
      ? [`sets the hostname ${quote(identity.hostname)}`]
      : []),
  ];
}

function describeExtensions({ extensions }: Preset): string[] {
  const { chosen, bakery, builtinOff } = extensions;
  const named = chosen.map(({ id, version }) =>
    quote(`${id} ${version}`.trim()),
  );
  const own = chosen.flatMap((one) => (one.own ? [hostOf(one.own.url)] : []));
  return [
    ...(named.length > 0
      ? [`${count(named.length, "extension")}: ${firstFew(named)}`]
      : []),
    ...(own.length > 0
      ? [
          `${count(own.length, "image")} from elsewhere: ${firstFew([...new Set(own)])}`,
        ]
      : []),
    ...(bakery ? [`takes images from ${hostOf(bakery)}`] : []),
    ...builtinOff.map((id) => `switches the built-in ${id} off`),
  ];
}

function describeUsers({ users: { users } }: Preset): string[] {
  const keys = users.reduce((sum, user) => sum + user.keys.length, 0);
  const withKeys = users.filter((user) => user.keys.length > 0);
  const others = users.filter((user) => user.name !== "core");
  const groups = [...new Set(users.flatMap((user) => user.groups))];
  return [
    ...(keys > 0
      ? [
          `adds ${count(keys, "SSH key")} for ${firstFew(withKeys.map(({ name }) => quote(name)))}`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `sets up ${count(others.length, "user")}: ${firstFew(others.map(({ name }) => quote(name)))}`,
        ]
      : []),
    ...(groups.length > 0
      ? [
          `adds users to ${count(groups.length, "group")}: ${firstFew(groups.map(quote))}`,
        ]
      : []),
  ];
}

function describeUpdates({ updates, osUpdates }: Preset): string[] {
  const { coordinator } = emptyPreset().updates;
  return [
    ...(updates.coordinator !== coordinator
      ? [
          `leaves reboots to ${updates.coordinator === "none" ? "nobody" : updates.coordinator}`,
        ]
      : []),
    ...(osUpdates.group
      ? [`follows the OS channel ${quote(osUpdates.group)}`]
      : []),
    ...(osUpdates.server === "disabled"
      ? ["switches OS updates off"]
      : osUpdates.server
        ? [`takes OS updates from ${hostOf(osUpdates.server)}`]
        : []),
  ];
}

function describeRest({ rest: { text } }: Preset): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  if (lines === 0) return [];
  const { root } = parse(text);
  const counted = [
    [entriesAt(root, "systemd", "units"), "unit"],
    [entriesAt(root, "storage", "files"), "file"],
    [entriesAt(root, "passwd", "users"), "user"],
  ] as const;
  const parts = counted.flatMap(([size, word]) =>
    size > 0 ? [count(size, word)] : [],
  );
  const within = parts.length > 0 ? `, with ${parts.join(", ")}` : "";
  return [`more Butane: ${count(lines, "line")}${within}`];
}

/** The secrets that the sender of a link had and the link does not hold, a line for each. */
export function describeMissing(
  preset: Preset,
  leftOut: readonly Path[],
): string[] {
  return leftOut.map((path) => {
    const [section, list, index, ...field] = path;
    if (section === "users" && list === "users") {
      const name = preset.users.users[Number(index)]?.name ?? "";
      return `the password hash of ${quote(name)} is not in the link`;
    }
    if (section !== "extensions") {
      const title = sections.find(({ id }) => id === section)?.title ?? "";
      return `a secret of ${title} is not in the link`;
    }
    const id = preset.extensions.chosen[Number(index)]?.id ?? "";
    const what = quote(String(field.at(-1) ?? path.at(-1)));
    return `${what} of ${quote(id)} is a secret and not in the link`;
  });
}

/** Entries of a list two keys deep; 0 where there is none. */
function entriesAt(root: YamlNode | null, ...keys: string[]): number {
  let node: YamlNode | null | undefined = root;
  for (const key of keys) {
    if (node?.kind !== "mapping") return 0;
    node = node.pairs.find(
      (pair) => pair.key.kind === "scalar" && pair.key.value === key,
    )?.value;
  }
  return node?.kind === "sequence" ? node.items.length : 0;
}
