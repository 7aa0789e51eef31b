import type { IgnitionConfig, IgnitionStruct, Path } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { contentOf } from "./content";
import { root, type Content, type NodeFile, type Put } from "./node-file";

type Luks = IgnitionStruct<"Luks">;

const keyFolder = "/etc/luks";
const table = "/etc/crypttab";

/** Ignition makes a key of 4096 random bytes, written as hexadecimal digits (`randHex` in internal/exec/stages/disks/luks.go). */
const keyDigits = 8192;

/**
 * How encrypted devices are opened on every boot, as the last thing that Ignition's stage for files writes
 * (`createCrypttabEntries` in internal/exec/stages/files/filesystemEntries.go): the key of each in `/etc/luks/NAME`, unless
 * Clevis opens it, and a line in `/etc/crypttab`, behind what the config has there. That file ends with mode 0600 whatever the
 * config says of it, and the folder of the keys has 0700 only where nothing else has made it before.
 */
export function putLuks(
  { storage = {} }: IgnitionConfig,
  files: ReadonlyMap<string, NodeFile>,
  put: Put,
): void {
  const { luks = [] } = storage;
  const firstKey = luks.findIndex((one) => !hasClevis(one));
  if (firstKey >= 0 && !hasFolder(files))
    put({
      kind: "directory",
      path: keyFolder,
      mode: 0o700,
      ...root,
      from: ["storage", "luks", firstKey],
    });
  luks.forEach((one, index) => {
    const from: Path = ["storage", "luks", index];
    const file = { kind: "file" as const, mode: 0o600, ...root, from };
    if (!hasClevis(one))
      put({ ...file, path: `${keyFolder}/${one.name}`, content: keyOf(one) });
    const found = files.get(table);
    const before = found?.kind === "file" ? found : null;
    put({
      ...(before ?? { ...file, path: table }),
      mode: 0o600,
      content: [...(before?.content ?? []), ...lineOf(one)],
    });
  });
}

function hasFolder(files: ReadonlyMap<string, NodeFile>): boolean {
  return [...files.keys()].some(
    (path) => path === keyFolder || path.startsWith(`${keyFolder}/`),
  );
}

/** What counts as asking for Clevis (`IsPresent` in config/v3_4/types/clevis.go). */
function hasClevis({ clevis }: Luks): boolean {
  return Boolean(
    clevis?.custom?.pin ||
      clevis?.tang?.length ||
      clevis?.tpm2 ||
      clevis?.threshold,
  );
}

function keyOf({ keyFile }: Luks): Content[] {
  return keyFile?.source
    ? contentOf(keyFile)
    : [{ random: "key", length: keyDigits }];
}

/** `NAME UUID=… KEY luks`; what needs the network to be opened says so. */
function lineOf(luks: Luks): Content[] {
  const { name, uuid, clevis } = luks;
  const { pin, needsNetwork } = clevis?.custom ?? {};
  const isRemote = clevis?.tang?.length || (pin && needsNetwork);
  const key = hasClevis(luks) ? "none" : `${keyFolder}/${name}`;
  const rest = ` ${key} luks${isRemote ? ",_netdev" : ""}\n`;
  // cryptsetup writes one in small letters (`uuid_unparse` of libuuid).
  if (uuid) return [text(`${name} UUID=${uuid.toLowerCase()}${rest}`)];
  return [text(`${name} UUID=`), { random: "uuid", length: 36 }, text(rest)];
}

const text = (line: string): Content => ({ bytes: utf8(line) });
