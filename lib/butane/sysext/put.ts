import type { FileEntry, Placing } from "../emit/document";
import type { ExtensionContext } from "./extension";
import { oneLine } from "./unit-text";

/** What can be said about a file beside its text. */
interface TextOptions {
  /** Permission bits, `0o644` unless given. */
  readonly mode?: number;
  /** The parameter that asked for the file. */
  readonly from?: string;
  readonly comment?: string;
  readonly group?: FileEntry["group"];
}

/** Writes a file with a text of ours; an empty text writes nothing. */
export function putText(
  context: ExtensionContext,
  path: string,
  text: string,
  { mode = 0o644, from, comment, group }: TextOptions = {},
): void {
  if (text === "") return;
  context.document.putFile(
    { path, mode, ...(group ? { group } : {}), contents: { inline: text } },
    placing(context, from, comment),
  );
}

/** Writes a unit of ours that starts at boot. */
export function putUnit(
  context: ExtensionContext,
  name: string,
  contents: string,
  from?: string,
): void {
  context.document.putUnit(
    { name, enabled: true, contents },
    placing(context, from),
  );
}

/** Writes a drop-in for a unit, mostly one that lives in the image. */
export function putDropin(
  context: ExtensionContext,
  unit: string,
  name: string,
  contents: string,
  from?: string,
): void {
  if (contents === "") return;
  context.document.putDropin(unit, { name, contents }, placing(context, from));
}

/**
 * Makes users members of a group that belongs to the OS: such a group cannot be edited, only joined through a
 * record of its own.
 */
export function putMembers(
  context: ExtensionContext,
  group: string,
  users: readonly string[],
  from: string,
): void {
  for (const user of users.map(oneLine)) {
    // The user core is a member on every image.
    if (user === "" || user === "core") continue;
    context.document.putFile(
      {
        path: `/etc/userdb/${user}:${group}.membership`,
        mode: 0o644,
        contents: { inline: " " },
      },
      placing(
        context,
        from,
        `Makes ${user} a member of ${group}, a group of the OS that cannot be edited.`,
      ),
    );
  }
}

/** Writes a system user without a home or shell, and the group of the same name. */
export function putSystemUser(
  context: ExtensionContext,
  name: string,
  ids: { readonly id?: number } = {},
): void {
  const { document, at } = context;
  const { id } = ids;
  document.putGroup(
    { name, ...(id === undefined ? {} : { gid: id }), system: true },
    { origin: at() },
  );
  document.putUser(
    {
      name,
      ...(id === undefined ? {} : { uid: id }),
      noCreateHome: true,
      primaryGroup: name,
      noUserGroup: true,
      shell: "/sbin/nologin",
      system: true,
    },
    { origin: at() },
  );
}

function placing(
  context: ExtensionContext,
  from?: string,
  comment?: string,
): Placing {
  return {
    origin: context.at(from),
    ...(comment === undefined ? {} : { comment }),
  };
}
