import {
  escapeName,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { measuredRegisters } from "./schema";
import {
  fileNamed,
  sameText,
  unitNamed,
  unitText,
  valuesOf,
  word,
} from "./unit-values";
import type { EncryptedDevice } from "./value";

/** Run by Flatcar after it has written an update; there is one for the whole node. */
const hook = "/oem/bin/oem-postinst";

/**
 * Writes what gives the key of encrypted devices to the TPM on the first boot. Bound to a measured boot, that takes a second
 * boot, and a hook that lets go of the measurements before the next OS release starts.
 */
export function composeTpm2(
  devices: readonly EncryptedDevice[],
  document: ButaneDocument,
  at: Path,
): void {
  devices.forEach((device, index) => {
    if (device.tpm2 === "" || !isEnrolled(device)) return;
    for (const [name, contents] of unitsOf(device))
      document.putUnit({ name, enabled: true, contents }, placing(at, index));
  });
  const first = devices.findIndex(isMeasured);
  if (first < 0) return;
  document.putFile(
    {
      path: hook,
      mode: 0o755,
      overwrite: true,
      contents: { inline: hookText(devices.filter(isMeasured)) },
    },
    {
      ...placing(at, first),
      comment:
        "Runs after each OS update: the next release starts with other measurements.",
    },
  );
}

/** The same devices with what a document does about their keys. */
export function readTpm2(
  devices: readonly EncryptedDevice[],
  document: OpenDocument,
): EncryptedDevice[] {
  const bound = devices.map((device) => {
    const pcrs = pcrsOf(unitNamed(document, bindUnit(device)) ?? "");
    const candidates: EncryptedDevice[] = [
      { ...device, tpm2: "measured", pcrs },
      { ...device, tpm2: "any" },
    ];
    return (
      candidates.find(
        (one) =>
          isEnrolled(one) &&
          unitsOf(one).every(([name, text]) =>
            sameText(unitNamed(document, name) ?? "", text),
          ),
      ) ?? device
    );
  });
  const measured = bound.filter(isMeasured);
  if (sameText(hookText(measured), fileNamed(document, hook))) return bound;
  return bound.map((one) => (isMeasured(one) ? bare(one) : one));
}

/** The device without what the TPM has to do with it. */
export function bare(device: EncryptedDevice): EncryptedDevice {
  return { ...device, tpm2: "", pcrs: measuredRegisters };
}

/** Whether there is enough to say to the TPM: a name, a device, and registers that are numbers. */
export function isEnrolled({ name, device, tpm2, pcrs }: EncryptedDevice) {
  return (
    word(name) !== "" &&
    word(device) !== "" &&
    (tpm2 === "any" || (tpm2 === "measured" && /^\d+(?:\+\d+)*$/.test(pcrs)))
  );
}

function isMeasured(device: EncryptedDevice): boolean {
  return device.tpm2 === "measured" && isEnrolled(device);
}

function placing(at: Path, index: number): { origin: Path } {
  return { origin: [...at, index, "tpm2"] };
}

type NamedText = readonly [name: string, text: string];

function unitsOf(device: EncryptedDevice): NamedText[] {
  const escaped = escapeName(device.name);
  return device.tpm2 === "any"
    ? [[`cryptenroll-${escaped}.service`, onceText(device)]]
    : [
        [`cryptenroll-${escaped}-first.service`, firstText(device)],
        [bindUnit(device), bindText(device)],
      ];
}

function bindUnit({ name }: EncryptedDevice): string {
  return `cryptenroll-${escapeName(name)}-bind.service`;
}

// A node whose disk is not as it should be shall not go on.
const stops = ["OnFailure=emergency.target", "OnFailureJobMode=isolate"];
const oneshot = ["Type=oneshot", "RemainAfterExit=yes"];
const install = ["WantedBy=multi-user.target"];

function onceText({ name, device }: EncryptedDevice): string {
  return unitText({
    Unit: [
      `Description=Give the key of ${name} to the TPM`,
      "ConditionFirstBoot=true",
      ...stops,
    ],
    Service: [
      ...oneshot,
      `ExecStart=${enroll(`/etc/luks/${name}`, "0", "", device)}`,
      `ExecStart=rm /etc/luks/${name}`,
    ],
    Install: install,
  });
}

function firstText({ name, device }: EncryptedDevice): string {
  return unitText({
    Unit: [
      `Description=Give the key of ${name} to the TPM, and start again to be measured`,
      "ConditionFirstBoot=true",
      ...stops,
      "After=first-boot-complete.target multi-user.target",
    ],
    Service: [
      ...oneshot,
      `ExecStart=${enroll(`/etc/luks/${name}`, null, "", device)}`,
      `ExecStart=mv /etc/luks/${name} /etc/luks/${name}-bind`,
      "ExecStart=sleep 10",
      "ExecStart=systemctl reboot",
    ],
    Install: install,
  });
}

function bindText({ name, device, pcrs }: EncryptedDevice): string {
  return unitText({
    Unit: [
      `Description=Bind the key of ${name} to this boot`,
      "ConditionFirstBoot=false",
      `ConditionPathExists=/etc/luks/${name}-bind`,
      ...stops,
      "Before=update-engine.service",
    ],
    Service: [
      ...oneshot,
      `ExecStart=${enroll(`/etc/luks/${name}-bind`, "tpm2", pcrs, device)}`,
      `ExecStart=mv /etc/luks/${name}-bind /etc/luks/${name}-bound`,
    ],
    Install: install,
  });
}

function hookText(devices: readonly EncryptedDevice[]): string {
  if (devices.length === 0) return "";
  const lines = devices.flatMap(({ name, device }) => [
    `if [ -e /etc/luks/${name}-bound ]; then`,
    `  mv /etc/luks/${name}-bound /etc/luks/${name}-bind`,
    "fi",
    enroll(`/etc/luks/${name}-bind`, "tpm2", "", device),
  ]);
  return `#!/bin/bash\nset -euo pipefail\n${lines.join("\n")}\n`;
}

function enroll(
  key: string,
  wiped: string | null,
  pcrs: string,
  device: string,
): string {
  const slot = wiped === null ? "" : ` --wipe-slot=${wiped}`;
  return `systemd-cryptenroll --tpm2-device=auto --unlock-key-file=${key}${slot} --tpm2-pcrs=${pcrs} ${device}`;
}

function pcrsOf(text: string): string {
  return (
    valuesOf(text, "ExecStart")
      .map((line) => /--tpm2-pcrs=(\S+)/.exec(line)?.[1])
      .find((found) => found !== undefined) ?? measuredRegisters
  );
}
