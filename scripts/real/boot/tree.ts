import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { programAt, ran } from "../programs";
import { standIns, type StandIn } from "./stand-ins";

const suite = "trixie";

const packages = [
  ...["systemd", "systemd-sysv", "systemd-container"],
  ...["dbus", "passwd", "udev", "curl", "ca-certificates"],
];

const recipe = (more: readonly string[]) => [
  ...["--quiet", "--mode=root", "--variant=essential"],
  ...['--aptopt=Acquire::Languages "none"', '--aptopt=Acquire::Retries "3"'],
  ...["--dpkgopt=path-exclude=/usr/share/man/*"],
  ...["--dpkgopt=path-exclude=/usr/share/doc/*"],
  `--include=${[...packages, ...more].join(",")}`,
];

/** A tree that differs from the plain one: what is added to its folder's name, and its packages. */
interface TreeWish {
  readonly suffix: string;
  readonly packages: readonly string[];
}

/**
 * A Debian 13 with systemd 257 below `folder`, made the first time (about half a minute, 150 MB) and kept. Throws with what
 * mmdebstrap said when it cannot be made.
 */
export function debianTree(
  folder: string,
  { suffix, packages }: TreeWish = { suffix: "", packages: [] },
): string {
  const tree = join(folder, `debian-${suite}${suffix}`);
  const stamp = `${tree}.made`;
  const wish = JSON.stringify({ suite, recipe: recipe(packages) });
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wish) return tree;
  const half = `${tree}.half`;
  for (const old of [stamp, tree, half])
    rmSync(old, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const made = ran(
    programAt("mmdebstrap")!,
    [...recipe(packages), suite, half, mirror()],
    // No initramfs: what boots one makes its own.
    { seconds: 900, env: { DEBIAN_FRONTEND: "noninteractive", INITRD: "No" } },
  );
  if (made.status !== 0)
    throw new Error(`mmdebstrap: ${made.output.trim().slice(-2000)}`);
  renameSync(half, tree);
  writeFileSync(stamp, wish);
  return tree;
}

/** Where this machine has its Debian packages from; the suite of the tree may be another one. */
function mirror(): string {
  const from = ran("apt-get", ["indextargets", "--format", "$(REPO_URI)"]);
  const debian = from.output
    .split("\n")
    .find((address) => /^https?:\/\/\S+\/debian\/?$/.test(address));
  return debian ?? "http://deb.debian.org/debian";
}

/** A copy of a Debian tree that has what Flatcar's image has and Debian's has otherwise: what nodes are copies of. */
export function likeFlatcar(
  debian: string,
  tree: string,
  inPlace: readonly StandIn[] = standIns,
): void {
  copyTree(debian, tree);
  const put = (path: string, text: string, mode = 0o644) => {
    const full = join(tree, path);
    mkdirSync(dirname(full), { recursive: true });
    rmSync(full, { force: true });
    writeFileSync(full, text, { mode });
  };
  // A first boot, on which the presets that Ignition writes are applied; an empty file would be none.
  put("etc/machine-id", "uninitialized\n");
  for (const name of ["hostname", "crypttab"])
    rmSync(join(tree, "etc", name), { force: true });
  const units = join(tree, "etc/systemd/system");
  for (const name of readdirSync(units).filter((one) => one.endsWith(".wants")))
    rmSync(join(units, name), { recursive: true });
  for (const { path, text, mode } of inPlace) put(path, text, mode);
  for (const [command, ...args] of [
    ["groupadd", "--gid", "233", "docker"],
    ["groupadd", "--system", "wheel"],
    [
      "useradd",
      "--uid",
      "500",
      "--create-home",
      "--groups",
      "docker,sudo,wheel",
      "--shell",
      "/bin/bash",
      "core",
    ],
  ] as const) {
    const { status, output } = ran(programAt("chroot")!, [
      tree,
      command,
      ...args,
    ]);
    if (status !== 0) throw new Error(`${command}: ${output.trim()}`);
  }
}

/** Copies a tree with owners, modes and links. */
export function copyTree(from: string, to: string): void {
  const { status, output } = ran("cp", ["-a", from, to], { seconds: 300 });
  if (status !== 0) throw new Error(`cp: ${output.trim()}`);
}
