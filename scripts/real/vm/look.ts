import { join } from "node:path";
import type { NodeTree } from "@/lib/boot/node-file";
import { treeOf } from "@/lib/boot/tree";
import type { Filesystem } from "@/lib/preset/sections/storage/value";
import { accountFaults } from "../accounts";
import { differences } from "../compare";
import { presetFaults } from "../enabled";
import { unpackDisk } from "./disk";
import { handedOut } from "./initramfs";
import type { VirtualNode } from "./node";

/** What a partition is that names no type: a Linux filesystem. */
const usualType = "0fc63daf-8483-4772-8e79-3d69d8477de4";

/** The tree as Ignition left it in the initramfs, with what lies on the filesystems that it made. */
export function checkTree(
  node: VirtualNode,
  before: ReadonlySet<string>,
): void {
  const { config, folder } = node;
  const root = unpackDisk(join(folder, handedOut), folder);
  const predicted = treeOf(config);
  node.check(
    "Ignition made the tree that was predicted",
    differences(predicted, root, bodiesOf(predicted, node), before),
    [],
  );
  // After the comparison, because this makes links in the tree.
  node.check(
    "its presets switch its units on and off",
    presetFaults(predicted, root),
    [],
  );
  node.check("accounts are as was asked for", accountFaults(config, root), []);
}

function bodiesOf(
  { files }: NodeTree,
  node: VirtualNode,
): Map<string, Uint8Array> {
  const parts = files.flatMap((file) =>
    file.kind === "file" ? file.content : [],
  );
  return new Map(
    parts.flatMap((part) =>
      "url" in part ? [[part.url, node.bodyAt(part.url)] as const] : [],
    ),
  );
}

/** Disks, arrays, encrypted devices, filesystems and swap of the Storage section, on the running node. */
export async function checkDisks(node: VirtualNode): Promise<void> {
  const { machine, preset } = node;
  const { disks, raid, luks, filesystems } = preset.storage;
  for (const { device, partitions } of disks)
    for (const { number, label, typeGuid } of partitions)
      node.check(
        `${label} is a partition of its disk`,
        await machine.says(
          `lsblk -nro PARTN,PARTLABEL,PARTTYPE ${device} | grep ^${number}`,
        ),
        `${number} ${label} ${(typeGuid || usualType).toLowerCase()}`,
      );
  for (const { name, level, devices } of raid)
    node.check(
      `${name} is an array of both`,
      await machine.says(
        `mdadm --detail --export /dev/md/${name} | grep -E '^MD_(LEVEL|DEVICES)='`,
      ),
      `MD_LEVEL=${level}\nMD_DEVICES=${devices.length}`,
    );
  for (const { name } of luks)
    node.check(
      `${name} is encrypted and open`,
      await machine.says(
        `cryptsetup status ${name} | sed -n 's/^ *type: *//p'`,
      ),
      "LUKS2",
    );
  for (const filesystem of filesystems)
    if (filesystem.mountUnit)
      await (filesystem.format === "swap"
        ? checkSwap(node, filesystem)
        : checkMount(node, filesystem));
  const { fileMib, filePath } = preset.storage.swap;
  if (fileMib > 0)
    node.check(
      "the swap file is in use",
      await machine.says(
        `swapon --show=NAME,SIZE --noheadings --raw --bytes | grep ${filePath}`,
      ),
      `${filePath} ${fileMib * 2 ** 20 - 4096}`,
    );
}

/** The unit that systemd runs for it says by its state that it was it who mounted. */
async function checkMount(
  node: VirtualNode,
  { device, format, path }: Filesystem,
): Promise<void> {
  const { machine } = node;
  node.check(
    `${path} is the ${format} on ${device}`,
    await machine.says(
      `findmnt -nro FSTYPE ${path}; test "$(realpath "$(findmnt -nro SOURCE ${path})")" = "$(realpath ${device})" || findmnt ${path}`,
    ),
    format,
  );
  node.check(
    "and its unit is active",
    await machine.says(
      `unit=$(systemd-escape -p --suffix=mount ${path}); systemctl show -P FragmentPath $unit; systemctl is-active $unit`,
    ),
    `/etc/systemd/system/${escaped(path)}.mount\nactive`,
  );
}

/** Only for paths of letters, digits and slashes. */
const escaped = (path: string) => path.slice(1).replaceAll("/", "-");

async function checkSwap(
  node: VirtualNode,
  { device }: Filesystem,
): Promise<void> {
  node.check(
    `${device} is swap in use`,
    await node.machine.says(
      `swapon --show=NAME --noheadings --raw | grep -x "$(realpath ${device})" >/dev/null && echo yes`,
    ),
    "yes",
  );
}
