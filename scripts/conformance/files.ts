import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What generated documents read: of every kind that is treated differently. */
const texts: Readonly<Record<string, string | Uint8Array>> = {
  motd: "hello\n",
  keys: "ssh-ed25519 AAAA a\n\nssh-rsa BBB b\r\nssh-rsa AAA c",
  bin: Uint8Array.of(0, 255, 254, 10, 0xc3, 0x28, 0xe2, 0x82),
  big: "abcdefghij ".repeat(200),
  empty: "",
  "unit.service": "[Service]\nExecStart=/x\n",
  "bad.conf": "[Service\n",
  "config.ign": '{"ignition":{"version":"3.2.0"}}',
  "tree/etc/lines": "a\nb\n",
  "tree/a b": "x",
  "tree/z/Q": "q".repeat(300),
  "tree2/etc/lines": "other",
  "sub/tree/x": "1",
};
const programs = { "tree/etc/run.sh": "#!/bin/sh\n" };
const links = {
  "tree/etc/link": "lines",
  tree3: "tree",
  "link-to-motd": "motd",
  dangling: "nowhere",
};

/** Writes them into an empty folder. */
export function writeFiles(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "empty-folder"), { recursive: true });
  const place = (name: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(place(name), text, { mode: 0o644 });
  }
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(place(name), text, { mode: 0o755 });
  }
  for (const [name, target] of Object.entries(links)) {
    symlinkSync(target, place(name));
  }
}
