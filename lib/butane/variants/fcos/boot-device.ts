import { mergeInto } from "../../base/merge-into";
import type { IgnitionSpec } from "../../ignition";
import type { Values } from "../../struct/decode";
import { Sources } from "../../translate/source-map";
import type { Translation } from "../../translate/translation";
import { makeMirror } from "./mirror";
import type { BootDevice, BootDeviceLuks, Config } from "./v1_6/sugar";

/** Turns `boot_device` into the disks, arrays, encrypted devices and filesystems that Ignition knows. */
export function addBootDevice(
  run: Translation,
  { boot_device: device = {} }: Config,
  config: Values,
  ignition: IgnitionSpec,
): void {
  const { luks = {}, mirror } = device;
  const isEncrypted = unlocks(luks);
  const isMirrored = (mirror?.devices?.length ?? 0) > 0;
  if (!isEncrypted && !isMirrored) return;

  const sources = new Sources();
  const mirrored = isMirrored ? makeMirror(device, sources) : undefined;
  const filesystems = [
    ...(mirrored?.filesystems ?? []),
    rootFilesystem(isEncrypted ? "/dev/mapper/root" : "/dev/md/md-root"),
  ];
  const root = ["storage", "filesystems", filesystems.length - 1];
  sources.addMade({ from: ["boot_device"], to: root });
  sources.add({ from: ["boot_device"], to: ["storage", "filesystems"] });
  sources.add({ from: ["boot_device"], to: ["storage"] });
  const storage = {
    ...mirrored,
    filesystems,
    ...(isEncrypted && { luks: [makeLuks(device, luks, sources)] }),
  };
  const made = { config: { storage }, sources };
  mergeInto(run, ignition.config, made, config);
}

function unlocks({ tpm2, tang, cex }: BootDeviceLuks): boolean {
  return Boolean(tpm2 || tang?.length || cex?.enabled);
}

function rootFilesystem(device: string): Values {
  return { device, format: "xfs", label: "root", wipeFilesystem: true };
}

function makeLuks(
  device: BootDevice,
  { cex, discard, tang, threshold, tpm2 }: BootDeviceLuks,
  sources: Sources,
): Values {
  const from = ["boot_device", "luks"];
  const list = ["storage", "luks"];
  const to = [...list, 0];
  sources.addMade({ from, to });
  sources.add({ from, to: list });
  sources.add({ from: [...from, "discard"], to: [...to, "discard"] });
  const unlock = cex?.enabled
    ? { cex: { enabled: true } }
    : { clevis: given({ tang, threshold, tpm2 }) };
  const [key] = Object.keys(unlock) as [string];
  sources.addMoved({ from, to: [...to, key] });
  sources.add({ from, to: [...to, key] });
  return {
    ...unlock,
    device: encryptedDevice(device),
    ...given({ discard }),
    label: "luks-root",
    name: "root",
    wipeVolume: true,
  };
}

/** The mainframe's disks have no labels that the root partition could be found by. */
function encryptedDevice({ layout, luks, mirror }: BootDevice): string {
  const disk = luks?.device ?? "";
  if (layout === "s390x-eckd") return `${disk}2`;
  if (layout === "s390x-zfcp") return `${disk}4`;
  const isMirrored = (mirror?.devices?.length ?? 0) > 0;
  return isMirrored ? "/dev/md/md-root" : "/dev/disk/by-partlabel/root";
}

function given(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}
