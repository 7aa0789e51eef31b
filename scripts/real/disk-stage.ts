import { randomBytes, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf } from "@/lib/boot/content";
import type { IgnitionStruct } from "@/lib/butane";
import type { Localised } from "./local";

type Luks = IgnitionStruct<"Luks">;

/**
 * Ignition's stage for disks talks to a running systemd and needs disks, so it is not run. What it hands on is made here: the keys of
 * encrypted devices, in the file that the stages share, and programs in `bin` that answer what the later stages ask of disks. `mount`
 * makes of a folder what a new filesystem is, and only below `root`; `cryptsetup` says the UUIDs.
 */
export function standForDisks(
  { config, bodies }: Localised,
  place: {
    readonly root: string;
    readonly bin: string;
    readonly state: string;
  },
): void {
  const { luks = [] } = config.storage ?? {};
  const keys = luks.map((one) => [one.name, asDataUrl(keyOf(one, bodies))]);
  writeFileSync(
    place.state,
    JSON.stringify({ luksPersistKeyFiles: Object.fromEntries(keys) }),
  );
  const put = (name: string, script: string) =>
    writeFileSync(join(place.bin, name), `#!/bin/sh\n${script}`, {
      mode: 0o755,
    });
  put("mount", mountScript(place.root));
  put("cryptsetup", uuidScript(luks));
}

function keyOf({ keyFile }: Luks, bodies: Localised["bodies"]): Uint8Array {
  const [content] = contentOf(keyFile);
  if (content && "bytes" in content) return content.bytes;
  if (content && "url" in content)
    return bodies.get(content.url) ?? Buffer.of();
  return Buffer.from(randomBytes(4096).toString("hex"));
}

const asDataUrl = (bytes: Uint8Array) =>
  `data:;base64,${Buffer.from(bytes).toString("base64")}`;

/** Called as `mount -o OPTIONS -t FORMAT DEVICE FOLDER`. */
const mountScript = (root: string) => `set -e
case "$6" in
  ${quoted(root)}) exit 0 ;;
  ${quoted(root)}/*) ;;
  *) exit 1 ;;
esac
find "$6" -mindepth 1 -delete
chown 0:0 "$6"
chmod 0755 "$6"
if [ "$4" = ext4 ]; then mkdir -m 0700 "$6/lost+found"; fi
`;

/** Called as \`cryptsetup luksUUID DEVICE\`, with a link to the device that Ignition has made below /run. */
const uuidScript = (luks: readonly Luks[]) => `case "$2" in
${luks.map(({ device = "", uuid }) => `  *${quoted(device)}) echo ${uuid?.toLowerCase() || randomUUID()} ;;\n`).join("")}  *) exit 1 ;;
esac
`;

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
