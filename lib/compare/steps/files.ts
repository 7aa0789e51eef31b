import type { IgnitionStruct } from "@/lib/butane";
import { hasLogin, withoutLogin } from "@/lib/delivery/login";
import { sameData } from "@/lib/same";
import type { Step } from "../comparison";
import { entryOf, valuesOf, type EntryChange } from "../changes";
import { isSafeName, operand, readable, withInput, word } from "../shell";
import { octal } from "../words";
import { inlineBytes } from "./contents";
import { effectsOf } from "./effects";
import { byHand, step, unverified, type Surroundings, type Work } from "./work";

type File = IgnitionStruct<"File">;
type Owned = Pick<File, "mode" | "user" | "group">;

/** What it takes to have a file, a directory or a link as the other node has it. */
export function fileWork(
  change: EntryChange,
  surroundings: Surroundings,
): Work {
  const { type, name } = entryOf(change);
  if (!isSafeName(name))
    return {
      steps: [
        byHand(
          "write",
          "Its path has characters that a terminal would act on: change it by hand.",
        ),
      ],
    };
  const steps =
    type === "link"
      ? linkSteps(change, name)
      : type === "directory"
        ? directorySteps(change, name)
        : fileSteps(change, name);
  return { steps: [...steps, ...effectsOf(name, surroundings)] };
}

function fileSteps(change: EntryChange, path: string): Step[] {
  const { before, after } = valuesOf("file", change);
  if (!after) return [removal(path, before?.overwrite === true)];
  const known = namedFile(path, after, change.secret);
  if (known) return [known];
  const { append = [] } = after;
  const written = !before || !sameData(before.contents, after.contents);
  const appended = !sameData(before?.append ?? [], append);
  const steps: Step[] = [];
  if (before && written && rehashed(before, after))
    steps.push(
      ...[hashStep(path, after.contents?.verification?.hash) ?? []].flat(),
    );
  else if (written && after.contents?.source !== undefined)
    steps.push(contentsStep(change, path, after));
  else if (!before && append.length === 0)
    steps.push(
      step(
        "write",
        `Creates ${path}, empty.`,
        `${install(after)} /dev/null ${word(path)}`,
      ),
    );
  else if (
    !sameData(ownersOf(before), ownersOf(after)) ||
    before?.mode !== after.mode
  )
    steps.push(...accessSteps(path, after, 0o644));
  if (appended) steps.push(...appendSteps(change, path, before, after));
  return steps;
}

function rehashed(before: File, after: File): boolean {
  const { verification: _, ...old } = before.contents ?? {};
  const { verification: __, ...now } = after.contents ?? {};
  return sameData(old, now);
}

/** Files that a command of their own is for, which tells the running system as well. */
function namedFile(path: string, file: File, secret: boolean): Step | null {
  if (path !== "/etc/hostname" || secret) return null;
  const bytes = inlineBytes(file.contents);
  const name = bytes && readable(bytes)?.trim();
  if (!name || !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name)) return null;
  return unverified(
    "write",
    "Writes /etc/hostname and renames the running node. Whoever knows it by its old name has to be told.",
    `sudo hostnamectl set-hostname ${name}`,
  );
}

function contentsStep(change: EntryChange, path: string, file: File): Step {
  const { contents } = file;
  if (hidden(change, file))
    return byHand(
      "write",
      `Write ${path} (mode ${octal(file.mode ?? 0o644)}) by hand: what is in it may be a secret and is not shown here.`,
    );
  const bytes = inlineBytes(contents);
  if (bytes)
    return step(
      "write",
      `Writes ${path}.`,
      bytes.length === 0
        ? `${install(file)} /dev/null ${word(path)}`
        : withInput(`${install(file)} /dev/stdin ${word(path)}`, bytes),
    );
  return fetchStep(path, file);
}

/** Whether the contents of a file stay out of commands. */
function hidden({ secret, typed }: EntryChange, { mode }: File): boolean {
  // A file nobody else may read is taken for a secret one where no field tells.
  return (
    secret || (typed && mode !== undefined && (Number(mode) & 0o077) === 0)
  );
}

/** Where only the hash is another one, the file that is there may be the right one. */
function hashStep(path: string, hash: string | undefined): Step | null {
  const [, kind, digest] = hashOf(hash);
  return kind
    ? step(
        "look",
        `Checks that ${path} is the file that is wanted now.`,
        `echo ${word(`${digest}  ${path}`)} | sudo ${kind}sum -c -`,
      )
    : null;
}

function hashOf(hash: string | undefined) {
  return /^(sha256|sha512)-([0-9a-f]+)$/.exec(hash ?? "") ?? [];
}

function fetchStep(path: string, file: File): Step {
  const {
    source = "",
    verification,
    compression,
    httpHeaders = [],
  } = file.contents ?? {};
  const plain = /^https?:\/\//i.test(source) && isSafeName(source);
  if (!plain || httpHeaders.length > 0)
    return byHand(
      "fetch",
      `Put ${path} in place by hand: Ignition fetches it in a way that a short command does not (another protocol, headers or unusual contents).`,
    );
  const part = word(`${path}.part`);
  const folder = word(path.slice(0, path.lastIndexOf("/")) || "/");
  const [, kind, digest] = hashOf(verification?.hash);
  const login = hasLogin(source);
  const curl = `curl -fL --retry 3${login ? " --netrc-file ~/.netrc" : ""}`;
  const address = word(withoutLogin(source));
  const lines = [
    `sudo mkdir -p ${folder}`,
    compression === "gzip"
      ? `${curl} ${address} | gunzip | sudo tee ${part} >/dev/null`
      : `sudo ${curl} -o ${part} ${address}`,
    ...(kind && digest
      ? [`echo ${word(`${digest}  ${path}.part`)} | sudo ${kind}sum -c -`]
      : []),
    `sudo ${["chmod", octal(file.mode ?? 0o644)].join(" ")} ${part}`,
    ...ownerLines(part, file),
    `sudo mv ${part} ${word(path)}`,
  ];
  const say = digest
    ? `Fetches ${path} and puts it in place only if its ${kind} is the one the node would insist on.`
    : `Fetches ${path}. No hash is known, so nothing checks that it is the right one.`;
  const command = lines.join(" &&\n  ");
  return login
    ? unverified(
        "fetch",
        `${say} The login is not shown here: curl takes it from ~/.netrc, where it has a line machine HOST login USER password PASSWORD.`,
        command,
      )
    : step("fetch", say, command);
}

function appendSteps(
  change: EntryChange,
  path: string,
  before: File | undefined,
  { append = [] }: File,
): Step[] {
  const old = (before?.append ?? []).map((one) => JSON.stringify(one));
  const more = append.filter((one) => !old.includes(JSON.stringify(one)));
  if (more.length === 0)
    return [
      byHand("write", `Take out of ${path} what the other node appends there.`),
    ];
  return more.map((one) => {
    const bytes = change.secret ? null : inlineBytes(one);
    return bytes
      ? step(
          "write",
          `Appends to ${path}; once is enough.`,
          withInput(`sudo tee -a ${word(path)} >/dev/null`, bytes),
        )
      : byHand(
          "write",
          `Append to ${path} by hand what the Butane text names there.`,
        );
  });
}

function directorySteps(change: EntryChange, path: string): Step[] {
  const { before, after } = valuesOf("directory", change);
  if (!after)
    return [
      byHand(
        "remove",
        `Remove the directory ${path} if nothing needs what is in it.`,
      ),
    ];
  return before
    ? accessSteps(path, after, 0o755)
    : [
        step(
          "write",
          `Creates ${path}.`,
          `sudo install -d -m ${octal(after.mode ?? 0o755)}${ownerOptions(after)} ${word(path)}`,
        ),
      ];
}

function linkSteps(change: EntryChange, path: string): Step[] {
  const { before, after } = valuesOf("link", change);
  if (!after && path === "/etc/localtime")
    return [
      step(
        "write",
        "Sets the time zone back.",
        "sudo timedatectl set-timezone UTC",
      ),
    ];
  if (!after) return [removal(path, before?.overwrite === true)];
  const target = after.target ?? "";
  const zone = /^(?:\.\.)?\/usr\/share\/zoneinfo\/([A-Za-z0-9_+/-]+)$/.exec(
    target,
  );
  if (path === "/etc/localtime" && zone)
    return [
      step(
        "write",
        "Sets the time zone.",
        `sudo timedatectl set-timezone ${zone[1]}`,
      ),
    ];
  if (!isSafeName(target))
    return [
      byHand(
        "link",
        `Where ${path} leads has characters that a terminal would act on: make the link by hand.`,
      ),
    ];
  const folder = word(path.slice(0, path.lastIndexOf("/")) || "/");
  return [
    step(
      "link",
      `Makes ${path} lead to ${target}.`,
      `sudo mkdir -p ${folder} && sudo ln -${after.hard ? "" : "s"}fn ${operand(target)} ${word(path)}`,
    ),
  ];
}

/** Takes a file or link away; where it stood over one of the OS, that one comes back. */
function removal(path: string, overwrote: boolean): Step {
  if (!overwrote)
    return step("remove", `Removes ${path}.`, `sudo rm -f ${word(path)}`);
  const shipped = word(`/usr/share/flatcar${path}`);
  return unverified(
    "remove",
    `Brings the OS's own ${path} back, or removes it where the OS has none.`,
    `if [ -e ${shipped} ] || [ -L ${shipped} ]; then sudo cp -aT --remove-destination ${shipped} ${word(path)}; else sudo rm -f ${word(path)}; fi`,
  );
}

function accessSteps(path: string, file: Owned, usual: number): Step[] {
  return [
    step(
      "write",
      `Sets mode and owner of ${path}.`,
      [
        `sudo chmod ${octal(file.mode ?? usual)} ${word(path)}`,
        ...ownerLines(word(path), file, true),
      ].join(" &&\n  "),
    ),
  ];
}

function install(file: Owned): string {
  return `sudo install -D -m ${octal(file.mode ?? 0o644)}${ownerOptions(file)}`;
}

function ownersOf(file: Owned | undefined): readonly [string, string] {
  const nameOf = (owner: Owned["user"]) =>
    String(owner?.name ?? owner?.id ?? "");
  return [nameOf(file?.user), nameOf(file?.group)];
}

function ownerOptions(file: Owned): string {
  const [user, group] = ownersOf(file);
  return `${user && isSafeName(user) ? ` -o ${word(user)}` : ""}${group && isSafeName(group) ? ` -g ${word(group)}` : ""}`;
}

function ownerLines(path: string, file: Owned, always = false): string[] {
  const [user, group] = ownersOf(file);
  if (!user && !group && !always) return [];
  const owner = `${user || "root"}:${group || (user ? "" : "root")}`;
  return isSafeName(owner) ? [`sudo chown ${word(owner)} ${path}`] : [];
}
