import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { standForDisks } from "./disk-stage";
import type { Localised } from "./local";
import { fresh, running, type Ran } from "./programs";

const noPolicy = "SELINUXTYPE=none\n";

/**
 * The last thing that Ignition does about units that are instances is to ask the running systemd for its version, only for a
 * warning; here there may be none. All units are written by then, and only what opens encrypted devices is not.
 */
const noSystemd =
  "failed to create units: dial unix /run/systemd/private: connect: no such file or directory";

const stages = ["fetch-offline", "fetch", "mount", "files"];

/** Some accounts of the image, so that files can belong to them; the numbers are ours. */
const accounts = [
  ["root", 0],
  ["core", 500],
] as const;
const groups = [
  ["root", 0],
  ["wheel", 10],
  ["sudo", 150],
  ["docker", 233],
  ["systemd-journal", 248],
  ["core", 500],
] as const;

/** A folder with no more than what Ignition needs of a system that it is to set up: the accounts. */
export function bareTree(root: string): string {
  fresh(root);
  const etc = join(root, "etc");
  mkdirSync(etc);
  const put = (name: string, mode: number, lines: readonly string[]) =>
    writeFileSync(join(etc, name), lines.map((line) => `${line}\n`).join(""), {
      mode,
    });
  const homeOf = (name: string) =>
    name === "root" ? "/root" : `/home/${name}`;
  put(
    "passwd",
    0o644,
    accounts.map(
      ([name, id]) => `${name}:x:${id}:${id}:${name}:${homeOf(name)}:/bin/bash`,
    ),
  );
  put(
    "shadow",
    0o640,
    accounts.map(([name]) => `${name}:*:19000:0:99999:7:::`),
  );
  put(
    "group",
    0o644,
    groups.map(([name, id]) => `${name}:x:${id}:`),
  );
  put(
    "gshadow",
    0o640,
    groups.map(([name]) => `${name}:*::`),
  );
  // As the image has it: a new account has a group of its own.
  put("login.defs", 0o644, ["USERGROUPS_ENAB yes"]);
  for (const [name, id] of accounts) {
    const home = join(root, homeOf(name));
    mkdirSync(home, { recursive: true });
    chownSync(home, id, id);
  }
  return root;
}

/**
 * Has the real engine set up a tree as it does on the first boot, with something in the place of its stage for disks. Answers the
 * status of the stage that failed, or 0, and the log of all that ran; `work` is emptied.
 */
export async function applyConfig(
  engine: string,
  local: Localised,
  root: string,
  work: string,
): Promise<Ran> {
  fresh(work);
  const bin = join(work, "bin");
  mkdirSync(bin);
  writeFileSync(join(work, "config.ign"), JSON.stringify(local.config));
  standForDisks(local, { root, bin, state: join(work, "state") });
  const undo = withoutLabels(root, work);
  let output = "";
  let status = 0;
  for (const stage of stages) {
    const ran = await running(
      engine,
      [
        "-platform=file",
        `-root=${root}`,
        `-stage=${stage}`,
        `-config-cache=${join(work, "cache.json")}`,
        `-state-file=${join(work, "state")}`,
        `-neednet=${join(work, "neednet")}`,
        "-fetch-timeout=10s",
        "-log-to-stdout",
      ],
      {
        IGNITION_CONFIG_FILE: join(work, "config.ign"),
        // Also where useradd and groupadd are.
        PATH: `${join(work, "bin")}:${process.env.PATH ?? ""}:/usr/sbin:/sbin`,
      },
    );
    output += ran.output;
    status = isWithoutLuks(ran.output) ? 0 : ran.status;
    if (status !== 0) break;
  }
  undo();
  return { status, output };
}

/**
 * Debian's build labels for SELinux, as Flatcar's does not, and fails in the end where it cannot: it gets a policy of no name and a
 * program that labels nothing.
 */
function withoutLabels(root: string, work: string): () => void {
  const program = join(work, "bin/setfiles");
  writeFileSync(program, "#!/bin/sh\ncat >/dev/null\n", { mode: 0o755 });
  const folder = join(root, "etc/selinux");
  const file = join(folder, "config");
  if (existsSync(file)) return () => {};
  const hadFolder = existsSync(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, noPolicy);
  return () => {
    // A config may have written a file of its own there.
    if (readFileSync(file, "utf8") === noPolicy)
      rmSync(hadFolder ? file : folder, { recursive: true });
  };
}

/** Whether Ignition has stopped before it wrote how encrypted devices are opened. */
export const isWithoutLuks = (log: string) => whyFailed(log) === noSystemd;

/** The line in which Ignition says why it gave up; `null` where it did not. */
export function whyFailed(log: string): string | null {
  return /Ignition failed: (.*)/.exec(log)?.[1] ?? null;
}
