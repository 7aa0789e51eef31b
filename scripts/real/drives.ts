import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { imageOf } from "@/lib/delivery/images";
import { exampleNodes, outcomeOf } from "./nodes";
import { fresh, isThere, ran, type Ran } from "./programs";
import type { Setting, Tally } from "./tally";

/** Where the initramfs has the config for Flatcar. */
const inInitramfs = "usr/share/oem/config.ign";

/**
 * The images that the page makes, read by programs that have nothing to do with it: the label by the library that udev asks, the
 * files by libarchive, and the config drive by Ignition itself, which looks for it by label and path.
 */
export function tryDrives(setting: Setting, tally: Tally): void {
  const lacks = cannotRead(setting);
  if (lacks) return tally.note(`images were not read, because ${lacks}`);
  const work = fresh(join(setting.folder, "drives"));
  const { name, preset } = exampleNodes()[0]!;
  const config = outcomeOf(preset, setting.catalogue).compact!;
  const made = (kind: Parameters<typeof imageOf>[0]) => {
    const file = join(work, kind);
    writeFileSync(file, imageOf(kind, { config, name }));
    return file;
  };
  const isConfig = (file: string) =>
    readFileSync(file, "utf8") === config ? null : "it holds something else";

  const archive = unpacked(made("initramfs"), join(work, "initramfs.d"));
  tally.check(
    "an initramfs has the config where Flatcar looks for it",
    isConfig(join(archive, inInitramfs)),
  );
  const cidata = made("nocloud-drive");
  tally.check("a drive for Proxmox has its label", labelled(cidata, "cidata"));
  tally.check(
    "a drive for Proxmox has the config",
    isConfig(join(unpacked(cidata, join(work, "cidata.d")), "user-data")),
  );
  const drive = made("config-drive");
  tally.check("a config drive has its label", labelled(drive, "config-2"));
  const { output } = fetchFromDrive(setting, drive, work);
  const hash = createHash("sha512").update(config).digest("hex");
  tally.check(
    "Ignition reads the config from the config drive",
    output.includes(`parsing config with SHA512: ${hash}`)
      ? null
      : output.trim().split("\n").slice(-3).join("; "),
  );
  rmSync(work, { recursive: true });
}

function cannotRead({ ignition }: Setting): string | null {
  if (!ignition) return "there is no Ignition here";
  if (!isThere("bsdtar", "libarchive-tools")) return "there is no bsdtar";
  if (!isThere("blkid", "util-linux")) return "there is no blkid";
  return ran("unshare", ["-m", "true"]).status === 0
    ? null
    : "mounts of its own are not allowed";
}

function unpacked(file: string, folder: string): string {
  mkdirSync(folder);
  const { status, output } = ran("bsdtar", ["-xf", file, "-C", folder]);
  if (status !== 0) throw new Error(`bsdtar ${file}: ${output}`);
  return folder;
}

function labelled(file: string, label: string): string | null {
  const { output } = ran("blkid", ["-p", "-o", "value", "-s", "LABEL", file]);
  return output.trim() === label ? null : `its label is ${output.trim()}`;
}

/**
 * Ignition's stage that fetches, on a platform that has nothing but the drive. A kernel may know neither ISO 9660 nor loop
 * devices, as in a container, so `mount` is a stand-in: it shows what libarchive reads.
 */
function fetchFromDrive(
  { ignition }: Setting,
  drive: string,
  work: string,
): Ran {
  const files = unpacked(drive, join(work, "config-drive.d"));
  for (const name of ["bin", "dev", "root"]) mkdirSync(join(work, name));
  const mount = join(work, "bin/mount");
  writeFileSync(
    mount,
    `#!/bin/sh
test "$(readlink -f "$5")" = '${drive}' || exit 1
exec /bin/mount --bind -o ro '${files}' "$6"
`,
  );
  chmodSync(mount, 0o755);
  const script = `set -e
cd '${work}'
mount -t tmpfs tmpfs dev
touch dev/null dev/urandom
mount --bind /dev/null dev/null
mount --bind /dev/urandom dev/urandom
mkdir -p dev/disk/by-label
ln -s '${drive}' dev/disk/by-label/config-2
mount --rbind dev /dev
PATH="$PWD/bin:$PATH" exec '${ignition!.engine}' -platform=nutanix -stage=fetch \\
  -root=root -config-cache=cache.json -state-file=state -neednet=neednet -log-to-stdout`;
  return ran("unshare", ["-m", "sh", "-c", script]);
}
