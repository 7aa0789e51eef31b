import { mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { extensionById, type Extension } from "@/lib/butane";
import { makeImage, programOf } from "../images";

export type Architecture = "x86-64" | "arm64";

/** The node's and this machine's. */
export const architecture: Architecture =
  process.arch === "arm64" ? "arm64" : "x86-64";

const unitFolder = "/usr/lib/systemd/system";

/** Where a service of an image leaves what it runs as. */
export const servingFile = (id: string) => `/tmp/${id}.serving`;

/**
 * An image as the bakery would build it, as far as a node can tell: the programs and units that the extension is said to ship,
 * started the way it is said to start, users that it needs, and the note of which systems it fits. The programs only say
 * their version.
 */
export function releaseImage(
  folder: string,
  id: string,
  version: string,
  // Of the image; the other one's is only downloaded and never merged.
  built: Architecture = architecture,
  extension: Extension | undefined = extensionById(id),
): string {
  const units = extension?.units ?? [];
  const needUser = new Set(extension?.lateSettings ?? []);
  const files: Record<string, string> = {};
  for (const { name, path, start } of units) {
    if (!name.endsWith(".service")) continue;
    files[(path ?? `${unitFolder}/${name}`).slice(1)] = unitText(
      id,
      needUser.has(name) ? id : "root",
    );
    if (start === "upheld")
      files[`usr/lib/systemd/system/multi-user.target.d/10-${name}.conf`] =
        `[Unit]\nUpholds=${name}\n`;
  }
  if (needUser.size > 0)
    files[`usr/lib/sysusers.d/${id}.conf`] = `u ${id} - "${id}" /\n`;
  const reload =
    Object.keys(files).length > 0 && extension?.reloadsManager !== false;
  return makeImage(folder, {
    name: id,
    version,
    architecture: built,
    files,
    programs: programsOf(extension),
    release: `ID=_any\nARCHITECTURE=${built}\n${reload ? "EXTENSION_RELOAD_MANAGER=1\n" : ""}`,
  });
}

/** Flatcar's own Docker and containerd, which lie in its image and not below /opt. */
export function builtInImages(tree: string): void {
  const folder = join(tree, "usr/lib/flatcar-built-in");
  mkdirSync(folder, { recursive: true });
  for (const [id, name] of [
    ["builtin:docker", "docker-flatcar"],
    ["builtin:containerd", "containerd-flatcar"],
  ] as const) {
    const image = basename(
      releaseImage(folder, name, "1.0.0", architecture, extensionById(id)),
    );
    const link = join(tree, `etc/extensions/${name}.raw`);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(`/usr/lib/flatcar-built-in/${image}`, link);
  }
}

function unitText(id: string, user: string): string {
  // Started once the file is written, so that nobody looks too early.
  return `[Unit]
Description=Stand-in for a service of ${id}
[Service]
Type=forking
User=${user}
ExecStart=/usr/bin/${programOf(id)} serve
[Install]
WantedBy=multi-user.target
`;
}

/** What units of ours count on a program to have done. */
const deeds: Readonly<Record<string, string>> = {
  "/usr/bin/kubeadm":
    "mkdir -p /etc/kubernetes && echo access > /etc/kubernetes/admin.conf",
};

/** The programs among what an extension ships: `/usr/bin/kubeadm`. */
function programsOf(extension: Extension | undefined): Record<string, string> {
  const programs = (extension?.ships ?? []).filter((line) =>
    /^\/usr\/(?:local\/)?s?bin\/[\w.-]+$/.test(line),
  );
  return Object.fromEntries(
    programs.map((path) => [path.slice(1), deeds[path] ?? ""]),
  );
}
